"""Functions of a value in a finite field: where they have none, where they are exact, where they follow a law."""

import math
from collections.abc import Callable, Mapping
from fractions import Fraction

from tutor.answers.residues import (
    LARGEST_EXPONENT,
    NOTHING,
    PRIME,
    SenseError,
    Value,
    exactly,
    random_residue,
)
from tutor.answers.tree import Call

_LARGEST_FACTORIAL = 500


def value_of_call(function: str, arguments: list[Value], node: Call, complex: bool) -> Value:
    """The value of a function.

    Raises:
        SenseError: it has none there, or one too large.
    """
    first = arguments[0] if arguments else NOTHING
    if function == "exp":
        return _exp(first, node)
    if first.exact is not None and len(arguments) == 1:
        if not complex and not _DOMAINS.get(function, _always)(first.exact):
            raise SenseError(_REASONS.get(function, "domain") if not first.exact else "domain", node)
        exact = _exact(function, first.exact, node)
        if exact is not None:
            return exactly(exact, node)
    if first.turns is not None and first.turns % 1 == _POLES.get(function):
        raise SenseError("pole", node)
    if first.turns is not None and first.turns % 1 == _ZEROS.get(function):
        return exactly(Fraction(0), node)
    if any(argument.residue is None for argument in arguments) or not arguments:
        return NOTHING
    if function == "ln":
        return _logarithm(first, node)
    if function in _CIRCULAR and first.residue is not None:
        return _circular(function, first.residue, node)
    near = math.sqrt(first.near) if function == "sqrt" and first.near is not None and first.near >= 0 else None
    return Value(random_residue(function, *(argument.residue for argument in arguments)), None, near)


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
        case "sqrt" if value >= 0:
            above, below = math.isqrt(value.numerator), math.isqrt(value.denominator)
            return Fraction(above, below) if Fraction(above * above, below * below) == value else None
        case "ln" if value == 1:
            return Fraction(0)
        case "cos" | "cosh" | "sec" | "sech" if value == 0:
            return Fraction(1)
        case "sin" | "sinh" | "tanh" | "arcsin" | "arctan" | "arcsinh" | "arctanh" if value == 0:
            return Fraction(0)
    return None


def _exp(first: Value, node: Call) -> Value:
    if first.exact == 0:
        return exactly(Fraction(1), node)
    if first.near is not None and abs(first.near) > LARGEST_EXPONENT:
        raise SenseError("large", node)
    near = None if first.near is None else math.exp(first.near) if first.near < 700 else math.inf
    return Value(None if first.residue is None else random_residue("exp", first.residue), None, near)


def _logarithm(first: Value, node: Call) -> Value:
    if first.residue == 0:
        raise SenseError("logarithm", node)
    if first.residue == random_residue("constant", "e"):
        return exactly(Fraction(1), node)
    near = math.log(first.near) if first.near is not None and 0 < first.near < math.inf else None
    return Value(random_residue("ln", first.residue), None, near)


def _circular(function: str, angle: int, node: Call) -> Value:
    """The circular functions of one angle, as fractions of t: they satisfy sin² + cos² = 1."""
    t = random_residue("angle", angle)
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
    return Value(above * pow(below, -1, PRIME) % PRIME)
