"""What can be read but has no value (``1/(x-x)``, ``ln 0``), or is too large to compute (``9^9^9^9``).

Functions are random values of their argument's value. Constants are also followed exactly while they are small, so that
a power is judged before anybody computes it.
"""

import math
from collections.abc import Container
from fractions import Fraction

from tutor.answers.residues import (
    LARGEST_EXPONENT,
    MOST_BITS,
    NOTHING,
    PRIME,
    SenseError,
    Value,
    bounded,
    exactly,
    random_residue,
    residue_of,
)
from tutor.answers.special_values import value_of_call
from tutor.answers.tree import (
    Call,
    Constant,
    Expr,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    children,
)


def check(expr: Expr, shaped: Container[str] = (), complex: bool = False) -> None:
    """Raise `SenseError` where a part certainly has no value or is too large to compute.

    The names in `shaped` are no numbers, so nothing is said of what is computed from them. Functions are real unless
    `complex`.
    """
    _Checker(shaped, complex).value(expr)


class _Checker:
    def __init__(self, shaped: Container[str], complex: bool) -> None:
        self.shaped = shaped
        self.complex = complex

    def value(self, node: Expr) -> Value:
        match node:
            case Number(value):
                return exactly(value, node)
            case Symbol(name):
                return NOTHING if name in self.shaped else Value(random_residue("name", name))
            case Constant(name):
                near = {"pi": math.pi, "e": math.e}.get(name)
                return Value(random_residue("constant", name), None, near, Fraction(1) if name == "pi" else None)
            case Negative(operand):
                return _scaled(self.value(operand), Fraction(-1), node)
            case Sum(terms):
                return _sum([self.value(term) for term in terms], node)
            case Product(factors):
                return _product([self.value(factor) for factor in factors], node)
            case Quotient(above, below):
                return _quotient(self.value(above), self.value(below), node)
            case Power(base, exponent):
                return _power(self.value(base), self.value(exponent), node)
            case Call(function, arguments):
                return value_of_call(function, [self.value(argument) for argument in arguments], node, self.complex)
        for part in children(node):
            self.value(part)
        return NOTHING


def _scaled(value: Value, factor: Fraction, node: Expr) -> Value:
    if value.exact is not None:
        return exactly(value.exact * factor, node)
    if value.residue is None:
        return NOTHING
    residue = value.residue * residue_of(factor) % PRIME
    near = None if value.near is None else value.near * float(factor)
    return Value(residue, None, near, None if value.turns is None else value.turns * factor)


def _sum(terms: list[Value], node: Expr) -> Value:
    if all(term.exact is not None for term in terms):
        return exactly(sum((term.exact for term in terms if term.exact is not None), Fraction(0)), node)
    if any(term.residue is None for term in terms):
        return NOTHING
    residue = sum(term.residue for term in terms if term.residue is not None) % PRIME
    turns = Fraction(0)
    known = all(term.turns is not None for term in terms)
    if known:
        turns = sum((term.turns for term in terms if term.turns is not None), Fraction(0))
    near = [term.near for term in terms if term.near is not None]
    return Value(residue, None, math.fsum(near) if _finite(near, terms) else None, turns if known else None)


def _finite(near: list[float], parts: list[Value]) -> bool:
    return len(near) == len(parts) and all(math.isfinite(value) for value in near)


def _product(factors: list[Value], node: Expr) -> Value:
    scale = Fraction(1)
    rest = []
    for factor in factors:
        if factor.exact is None:
            rest.append(factor)
        else:
            scale = bounded(scale * factor.exact, node)
    if not rest:
        return exactly(scale, node)
    if len(rest) == 1:
        return _scaled(rest[0], scale, node)
    if any(factor.residue is None for factor in rest):
        return NOTHING
    residue = residue_of(scale)
    for factor in rest:
        residue = residue * (factor.residue or 0) % PRIME
    near = [factor.near for factor in rest if factor.near is not None]
    return Value(residue, None, math.prod(near) * float(scale) if _finite(near, rest) else None)


def _quotient(above: Value, below: Value, node: Quotient) -> Value:
    if below.residue == 0:
        raise SenseError("zero", node.denominator)
    if below.exact is not None:
        return _scaled(above, 1 / below.exact, node)
    if above.residue is None or below.residue is None:
        return NOTHING
    turns = Fraction(0) if above.exact == 0 else None
    return Value(
        above.residue * pow(below.residue, -1, PRIME) % PRIME, above.exact if turns == 0 else None, None, turns
    )


def _power(base: Value, exponent: Value, node: Power) -> Value:
    times = exponent.exact
    if times is None or times.denominator != 1:
        if _too_large(base.near, exponent.near):
            raise SenseError("large", node)
        if base.exact == 0 and times is not None and times < 0:
            raise SenseError("zero", node.base)
        return Value(None if base.residue is None else random_residue("power", base.residue, exponent.residue))
    whole = int(times)
    if base.residue == 0 and whole < 0:
        raise SenseError("zero", node.base)
    if base.exact is not None:
        bits = max(base.exact.numerator.bit_length(), base.exact.denominator.bit_length())
        if abs(base.exact) != 1 and base.exact and (bits - 1 or 1) * abs(whole) > MOST_BITS:
            raise SenseError("large", node)
        if abs(base.exact) == 1:
            whole %= 2
        return exactly(base.exact**whole, node)
    if abs(whole) > LARGEST_EXPONENT:
        raise SenseError("large", node)
    if base.residue is None:
        return NOTHING
    return Value(pow(base.residue, whole, PRIME), None, None)


def _too_large(base: float | None, exponent: float | None) -> bool:
    if base is None or exponent is None or base <= 0:
        return False
    return not math.isfinite(exponent) or abs(exponent * math.log2(base)) > LARGEST_EXPONENT
