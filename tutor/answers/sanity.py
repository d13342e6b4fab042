"""What can be read but has no value (``1/(x-x)``, ``ln 0``), or is too large to compute (``9^9^9^9``).

Values are computed in a finite field, at one fixed random point: what vanishes identically vanishes there, and nothing
else does but for a chance of 2⁻⁶⁰ (Schwartz–Zippel). Functions are random values of their argument's value. Constants
are also followed exactly while they are small, so that a power is judged before anybody computes it.
"""

import math
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

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

PRIME = 2**61 - 1
MOST_BITS = 4096
LARGEST_EXPONENT = 10**6
_LARGEST_FACTORIAL = 500


class SenseError(Exception):
    """A part without a value, or one too large: `code` says which, `node` where."""

    def __init__(self, code: str, node: Expr) -> None:
        super().__init__(code)
        self.code = code
        self.node = node


@dataclass(frozen=True, slots=True)
class _Value:
    """A residue (None: no number); where known the exact value, a float near it, the value as a multiple of π."""

    residue: int | None
    exact: Fraction | None = None
    near: float | None = None
    turns: Fraction | None = None


def check(expr: Expr, shaped: Container[str] = (), complex: bool = False) -> None:
    """Raise `SenseError` where a part certainly has no value or is too large to compute.

    The names in `shaped` are no numbers, so nothing is said of what is computed from them. Functions are real unless
    `complex`.
    """
    _Checker(shaped, complex).value(expr)


_NOTHING = _Value(None)


def _bounded(value: Fraction, node: Expr) -> Fraction:
    if value.numerator.bit_length() > MOST_BITS or value.denominator.bit_length() > MOST_BITS:
        raise SenseError("large", node)
    return value


def _exactly(value: Fraction, node: Expr) -> _Value:
    _bounded(value, node)
    residue = _residue(value)
    try:
        near = float(value)
    except OverflowError:
        near = math.inf
    return _Value(residue, value, near, Fraction(0) if not value else None)


def _residue(value: Fraction) -> int:
    above, below = value.as_integer_ratio()
    return above % PRIME if below == 1 else above * pow(below, -1, PRIME) % PRIME


@lru_cache(4096)
def _random(*key: object) -> int:
    """A residue that depends on the key alone, the same in every process."""
    seed = 0x9E3779B97F4A7C15
    for part in repr(key).encode():
        seed = (seed * 0x100000001B3 + part) % PRIME
    return seed * seed % PRIME or 1


class _Checker:
    def __init__(self, shaped: Container[str], complex: bool) -> None:
        self.shaped = shaped
        self.complex = complex

    def value(self, node: Expr) -> _Value:
        match node:
            case Number(value):
                return _exactly(value, node)
            case Symbol(name):
                return _NOTHING if name in self.shaped else _Value(_random("name", name))
            case Constant(name):
                near = {"pi": math.pi, "e": math.e}.get(name)
                return _Value(_random("constant", name), None, near, Fraction(1) if name == "pi" else None)
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
                return _call(function, [self.value(argument) for argument in arguments], node, self.complex)
        for part in children(node):
            self.value(part)
        return _NOTHING


def _scaled(value: _Value, factor: Fraction, node: Expr) -> _Value:
    if value.exact is not None:
        return _exactly(value.exact * factor, node)
    if value.residue is None:
        return _NOTHING
    residue = value.residue * _residue(factor) % PRIME
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
            scale = _bounded(scale * factor.exact, node)
    if not rest:
        return _exactly(scale, node)
    if len(rest) == 1:
        return _scaled(rest[0], scale, node)
    if any(factor.residue is None for factor in rest):
        return _NOTHING
    residue = _residue(scale)
    for factor in rest:
        residue = residue * (factor.residue or 0) % PRIME
    near = [factor.near for factor in rest if factor.near is not None]
    return _Value(residue, None, math.prod(near) * float(scale) if _finite(near, rest) else None)


def _quotient(above: _Value, below: _Value, node: Quotient) -> _Value:
    if below.residue == 0:
        raise SenseError("zero", node.denominator)
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
        if _too_large(base.near, exponent.near):
            raise SenseError("large", node)
        if base.exact == 0 and times is not None and times < 0:
            raise SenseError("zero", node.base)
        return _Value(None if base.residue is None else _random("power", base.residue, exponent.residue))
    whole = int(times)
    if base.residue == 0 and whole < 0:
        raise SenseError("zero", node.base)
    if base.exact is not None:
        bits = max(base.exact.numerator.bit_length(), base.exact.denominator.bit_length())
        if abs(base.exact) != 1 and base.exact and (bits - 1 or 1) * abs(whole) > MOST_BITS:
            raise SenseError("large", node)
        if abs(base.exact) == 1:
            whole %= 2
        return _exactly(base.exact**whole, node)
    if abs(whole) > LARGEST_EXPONENT:
        raise SenseError("large", node)
    if base.residue is None:
        return _NOTHING
    return _Value(pow(base.residue, whole, PRIME), None, None)


def _too_large(base: float | None, exponent: float | None) -> bool:
    if base is None or exponent is None or base <= 0:
        return False
    return not math.isfinite(exponent) or abs(exponent * math.log2(base)) > LARGEST_EXPONENT


def _call(function: str, arguments: list[_Value], node: Call, complex: bool) -> _Value:
    first = arguments[0] if arguments else _NOTHING
    if function == "exp":
        return _exp(first, node)
    if first.exact is not None and len(arguments) == 1:
        if not complex and not _DOMAINS.get(function, _always)(first.exact):
            raise SenseError(_REASONS.get(function, "domain") if not first.exact else "domain", node)
        exact = _exact(function, first.exact, node)
        if exact is not None:
            return _exactly(exact, node)
    if first.turns is not None and first.turns % 1 == _POLES.get(function):
        raise SenseError("pole", node)
    if first.turns is not None and first.turns % 1 == _ZEROS.get(function):
        return _exactly(Fraction(0), node)
    if any(argument.residue is None for argument in arguments) or not arguments:
        return _NOTHING
    if function == "ln":
        return _logarithm(first, node)
    if function in _CIRCULAR and first.residue is not None:
        return _circular(function, first.residue, node)
    near = math.sqrt(first.near) if function == "sqrt" and first.near is not None and first.near >= 0 else None
    return _Value(_random(function, *(argument.residue for argument in arguments)), None, near)


def _always(value: Fraction) -> bool:
    return True


_DOMAINS: Mapping[str, Callable[[Fraction], bool]] = {
    "ln": lambda v: v > 0,
    "sqrt": lambda v: v >= 0,
    "arcsin": lambda v: abs(v) <= 1,
    "arccos": lambda v: abs(v) <= 1,
    "arcsec": lambda v: abs(v) >= 1,
    "arccsc": lambda v: abs(v) >= 1,
    "arccosh": lambda v: v >= 1,
    "arctanh": lambda v: abs(v) < 1,
    "arccoth": lambda v: abs(v) > 1,
    "arcsech": lambda v: 0 < v <= 1,
    "arccsch": lambda v: v != 0,
    "coth": lambda v: v != 0,
    "csch": lambda v: v != 0,
    "factorial": lambda v: v >= 0 and v.denominator == 1,
}
"""Where a function has a real value, as far as the argument is known exactly."""
_REASONS = {"ln": "logarithm", "coth": "pole", "csch": "pole", "arccsch": "pole"}
_HALF = Fraction(1, 2)
_POLES: Mapping[str, Fraction] = {"tan": _HALF, "sec": _HALF, "cot": Fraction(0), "csc": Fraction(0)}
"""The multiples of π, up to whole ones, where a function has no value."""
_ZEROS: Mapping[str, Fraction] = {"sin": Fraction(0), "tan": Fraction(0), "cos": _HALF, "cot": _HALF}
_CIRCULAR = frozenset(("sin", "cos", "tan", "sec", "csc", "cot"))


def _exact(function: str, value: Fraction, node: Call) -> Fraction | None:
    """The exact value of the few functions that have one at a fraction."""
    match function:
        case "abs":
            return abs(value)
        case "factorial":
            if value > _LARGEST_FACTORIAL:
                raise SenseError("large", node)
            return Fraction(math.factorial(int(value)))
        case "sqrt":
            above, below = math.isqrt(value.numerator), math.isqrt(value.denominator)
            return Fraction(above, below) if Fraction(above * above, below * below) == value else None
        case "ln" if value == 1:
            return Fraction(0)
        case "cos" | "cosh" | "sec" | "sech" if value == 0:
            return Fraction(1)
        case "sin" | "sinh" | "tanh" | "arcsin" | "arctan" | "arcsinh" | "arctanh" if value == 0:
            return Fraction(0)
    return None


def _exp(first: _Value, node: Call) -> _Value:
    if first.exact == 0:
        return _exactly(Fraction(1), node)
    if first.near is not None and abs(first.near) > LARGEST_EXPONENT:
        raise SenseError("large", node)
    near = None if first.near is None else math.exp(first.near) if first.near < 700 else math.inf
    return _Value(None if first.residue is None else _random("exp", first.residue), None, near)


def _logarithm(first: _Value, node: Call) -> _Value:
    if first.residue == 0:
        raise SenseError("logarithm", node)
    if first.residue == _random("constant", "e"):
        return _exactly(Fraction(1), node)
    near = math.log(first.near) if first.near is not None and 0 < first.near < math.inf else None
    return _Value(_random("ln", first.residue), None, near)


def _circular(function: str, angle: int, node: Call) -> _Value:
    """The circular functions of one angle, as fractions of t: they satisfy sin² + cos² = 1."""
    t = _random("angle", angle)
    unit = pow(1 + t * t, -1, PRIME)
    sine, cosine = 2 * t * unit % PRIME, (1 - t * t) * unit % PRIME
    above, below = {
        "sin": (sine, 1),
        "cos": (cosine, 1),
        "tan": (sine, cosine),
        "cot": (cosine, sine),
        "sec": (1, cosine),
        "csc": (1, sine),
    }[function]
    return _Value(above * pow(below, -1, PRIME) % PRIME)
