"""What can be read but has no value (``1/(x-x)``, ``ln 0``), or is too large to compute (``9^9^9^9``).

Values are computed in a finite field, at one fixed random point: what vanishes identically vanishes there, and nothing
else does but for a chance of 2⁻⁶⁰ (Schwartz–Zippel). Functions are random values of their argument's value. Constants
are also followed exactly while they are small, so that a power is judged before anybody computes it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tutor.answers.tree import (
    Call,
    Cases,
    Comparison,
    Constant,
    Expr,
    Indicator,
    Matrix,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)

PRIME = 2**61 - 1
MOST_BITS = 4096
LARGEST_EXPONENT = 10**6
_LARGEST_FACTORIAL = 500


class Senseless(Exception):
    """A part without a value, or one too large: `code` says which, `node` where."""

    def __init__(self, code: str, node: Expr) -> None:
        super().__init__(code)
        self.code = code
        self.node = node


@dataclass(frozen=True, slots=True)
class _Value:
    """A residue (None: no number); the exact value, a float near it and a rational multiple of π where it is known to be one."""

    residue: int | None
    exact: Fraction | None = None
    near: float | None = None
    turns: Fraction | None = None


def check(expr: Expr) -> None:
    """Raise `Senseless` where a part certainly has no value or is too large to compute."""
    _value(expr)


_NOTHING = _Value(None)


def _exactly(value: Fraction, node: Expr) -> _Value:
    if value.numerator.bit_length() > MOST_BITS or value.denominator.bit_length() > MOST_BITS:
        raise Senseless("large", node)
    residue = value.numerator * pow(value.denominator, -1, PRIME) % PRIME
    try:
        near = float(value)
    except OverflowError:
        near = math.inf
    return _Value(residue, value, near, Fraction(0) if not value else None)


def _random(*key: object) -> int:
    """A residue that depends on the key alone, the same in every process."""
    seed = 0x9E3779B97F4A7C15
    for part in repr(key).encode():
        seed = (seed * 0x100000001B3 + part) % PRIME
    return seed * seed % PRIME or 1


def _value(node: Expr) -> _Value:
    match node:
        case Number(value):
            return _exactly(value, node)
        case Symbol(name):
            return _Value(_random("name", name))
        case Constant(name):
            near = {"pi": math.pi, "e": math.e}.get(name)
            return _Value(_random("constant", name), None, near, Fraction(1) if name == "pi" else None)
        case Negative(operand):
            return _scaled(_value(operand), Fraction(-1), node)
        case Sum(terms):
            return _sum([_value(term) for term in terms], node)
        case Product(factors):
            return _product([_value(factor) for factor in factors], node)
        case Quotient(above, below):
            return _quotient(_value(above), _value(below), node)
        case Power(base, exponent):
            return _power(_value(base), _value(exponent), node)
        case Call(function, arguments):
            return _call(function, [_value(argument) for argument in arguments], node)
        case Matrix(rows):
            for row in rows:
                for entry in row:
                    _value(entry)
        case Comparison(_, left, right):
            _value(left)
            _value(right)
        case Indicator(condition):
            _value(condition)
        case Cases(branches):
            _cases(branches)
    return _NOTHING


def _cases(branches: tuple[tuple[Expr, Comparison | None], ...]) -> None:
    for value, condition in branches:
        _value(value)
        if condition is not None:
            _value(condition)


def _scaled(value: _Value, factor: Fraction, node: Expr) -> _Value:
    if value.exact is not None:
        return _exactly(value.exact * factor, node)
    if value.residue is None:
        return _NOTHING
    residue = value.residue * factor.numerator * pow(factor.denominator, -1, PRIME) % PRIME
    near = None if value.near is None else value.near * float(factor)
    return _Value(residue, None, near, None if value.turns is None else value.turns * factor)


def _sum(terms: list[_Value], node: Expr) -> _Value:
    if all(term.exact is not None for term in terms):
        return _exactly(sum((term.exact for term in terms if term.exact is not None), Fraction(0)), node)
    if any(term.residue is None for term in terms):
        return _NOTHING
    residue = sum(term.residue for term in terms if term.residue is not None) % PRIME
    turns = Fraction(0)
    known = all(term.turns is not None for term in terms)
    if known:
        turns = sum((term.turns for term in terms if term.turns is not None), Fraction(0))
    near = [term.near for term in terms if term.near is not None]
    return _Value(residue, None, math.fsum(near) if _finite(near, terms) else None, turns if known else None)


def _finite(near: list[float], parts: list[_Value]) -> bool:
    return len(near) == len(parts) and all(math.isfinite(value) for value in near)


def _product(factors: list[_Value], node: Expr) -> _Value:
    scale = Fraction(1)
    rest = []
    for factor in factors:
        if factor.exact is None:
            rest.append(factor)
        else:
            scale *= factor.exact
    if not rest:
        return _exactly(scale, node)
    if len(rest) == 1:
        return _scaled(rest[0], scale, node)
    if any(factor.residue is None for factor in rest):
        return _NOTHING
    residue = scale.numerator * pow(scale.denominator, -1, PRIME) % PRIME
    for factor in rest:
        residue = residue * (factor.residue or 0) % PRIME
    near = [factor.near for factor in rest if factor.near is not None]
    return _Value(residue, None, math.prod(near) * float(scale) if _finite(near, rest) else None)


def _quotient(above: _Value, below: _Value, node: Quotient) -> _Value:
    if below.residue == 0:
        raise Senseless("zero", node.denominator)
    if below.exact is not None:
        return _scaled(above, 1 / below.exact, node)
    if above.residue is None or below.residue is None:
        return _NOTHING
    turns = Fraction(0) if above.exact == 0 else None
    return _Value(
        above.residue * pow(below.residue, -1, PRIME) % PRIME, above.exact if turns == 0 else None, None, turns
    )


def _power(base: _Value, exponent: _Value, node: Power) -> _Value:
    times = exponent.exact
    if times is None or times.denominator != 1:
        if base.near is not None and exponent.near is not None and base.near > 0:
            if not math.isfinite(exponent.near) or abs(exponent.near * math.log2(base.near)) > LARGEST_EXPONENT:
                raise Senseless("large", node)
        if base.exact == 0 and times is not None and times < 0:
            raise Senseless("zero", node.base)
        return _Value(None if base.residue is None else _random("power", base.residue, exponent.residue))
    whole = int(times)
    if base.residue == 0 and whole < 0:
        raise Senseless("zero", node.base)
    if base.exact is not None:
        bits = max(base.exact.numerator.bit_length(), base.exact.denominator.bit_length())
        if abs(base.exact) != 1 and base.exact and (bits - 1 or 1) * abs(whole) > MOST_BITS:
            raise Senseless("large", node)
        if abs(base.exact) == 1:
            whole %= 2
        return _exactly(base.exact**whole, node)
    if abs(whole) > LARGEST_EXPONENT:
        raise Senseless("large", node)
    if base.residue is None:
        return _NOTHING
    return _Value(pow(base.residue, whole, PRIME), None, None)


def _call(function: str, arguments: list[_Value], node: Call) -> _Value:
    first = arguments[0] if arguments else _NOTHING
    if function == "factorial" and first.exact is not None:
        return _factorial(first.exact, node)
    if function == "exp":
        return _exp(first, node)
    special = _at_special_points(function, first, node)
    if special is not None:
        return special
    if any(argument.residue is None for argument in arguments) or not arguments:
        return _NOTHING
    near = _near(function, arguments)
    return _Value(_random(function, *(argument.residue for argument in arguments)), None, near)


def _factorial(value: Fraction, node: Call) -> _Value:
    if value.denominator != 1 or value < 0:
        raise Senseless("factorial", node.arguments[0])
    if value > _LARGEST_FACTORIAL:
        raise Senseless("large", node)
    return _exactly(Fraction(math.factorial(int(value))), node)


def _exp(first: _Value, node: Call) -> _Value:
    if first.exact == 0:
        return _exactly(Fraction(1), node)
    if first.near is not None and abs(first.near) > LARGEST_EXPONENT:
        raise Senseless("large", node)
    near = math.exp(first.near) if first.near is not None and first.near < 700 else None
    if first.near is not None and first.near >= 700:
        near = math.inf
    return _Value(None if first.residue is None else _random("exp", first.residue), None, near)


_HALF = Fraction(1, 2)
_POLES: Mapping[str, Fraction] = {"tan": _HALF, "sec": _HALF, "cot": Fraction(0), "csc": Fraction(0)}
"""The multiples of π, up to whole ones, where a function has no value."""
_ZEROS: Mapping[str, Fraction] = {"sin": Fraction(0), "tan": Fraction(0), "cos": _HALF, "cot": _HALF}
_LOGARITHMIC: Mapping[str, int] = {"ln": 0, "coth": 0, "csch": 0, "arccsch": 0, "arcsech": 0}
"""Functions without a value at zero."""


def _at_special_points(function: str, first: _Value, node: Call) -> _Value | None:
    if first.residue == 0 and function in _LOGARITHMIC:
        raise Senseless("logarithm" if function == "ln" else "pole", node)
    if function == "ln" and first.exact == 1:
        return _exactly(Fraction(0), node)
    if function == "sqrt" and first.residue == 0:
        return _exactly(Fraction(0), node)
    if first.turns is None:
        return None
    if first.turns % 1 == _POLES.get(function):
        raise Senseless("pole", node)
    if first.turns % 1 == _ZEROS.get(function):
        return _exactly(Fraction(0), node)
    return None


def _near(function: str, arguments: list[_Value]) -> float | None:
    """A float near the value of the few functions that can grow or hide a large constant."""
    near = arguments[0].near
    if near is None or len(arguments) > 1:
        return None
    if function == "sqrt" and near >= 0:
        return math.sqrt(near)
    if function == "ln" and near > 0:
        return math.log(near) if math.isfinite(near) else None
    return None
