"""Ball arithmetic (python-flint): intervals that surely hold the true value; disjoint ones prove a difference.

Functions are real: the root of a negative number has no value, but an odd root of one has (``(-8)^(1/3)`` is -2).
"""

import operator
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

from flint import acb, arb, ctx, fmpq, fmpz

from tutor.answers.tables import OPERATORS, Table, UndecidedError, UndefinedError, with_derived

PRECISIONS = (128, 512, 2048)


@contextmanager
def precision(bits: int) -> Iterator[None]:
    """Compute with this many bits inside the block."""
    before = ctx.prec
    ctx.prec = bits
    try:
        yield
    finally:
        ctx.prec = before


def ball(value: Fraction) -> arb:
    """The ball around an exact number; a whole or dyadic one has radius 0."""
    if value.denominator == 1:
        return arb(fmpz(value.numerator))
    return arb(fmpq(value.numerator, value.denominator))


def box(real: Fraction, imaginary: Fraction = Fraction(0)) -> acb:
    """The complex ball around an exact number."""
    return acb(ball(real), ball(imaginary))


def tight(value: Any) -> bool:
    """Whether a ball is narrow enough for an agreement to mean something."""
    return bool(value.is_finite()) and (value.rel_one_accuracy_bits() > 50 or value.is_exact())


def _within(lower: Callable[[arb], bool | None], function: Callable[[arb], arb]) -> Callable[[arb], arb]:
    """A function with a domain: `lower` says True inside, False outside, None where the ball straddles the border."""

    def guarded(u: arb) -> arb:
        inside = lower(u)
        if inside:
            return function(u)
        raise UndefinedError if inside is False else UndecidedError

    return guarded


def _border(inside: Callable[[arb], bool], outside: Callable[[arb], bool]) -> Callable[[arb], bool | None]:
    return lambda u: True if inside(u) else False if outside(u) else None


_positive = _border(lambda u: u > 0, lambda u: u <= 0)
_not_negative = _border(lambda u: u >= 0, lambda u: u < 0)
_unit = _border(lambda u: bool(abs(u) <= 1), lambda u: bool(abs(u) > 1))
_open_unit = _border(lambda u: bool(abs(u) < 1), lambda u: bool(abs(u) >= 1))
_from_one = _border(lambda u: u >= 1, lambda u: u < 1)


def _divide(above: Any, below: Any) -> Any:
    if below.is_zero():
        raise UndefinedError
    return above / below


def _power(base: arb, exponent: arb, exact: Fraction | None) -> arb:
    if exact is None:
        whole = exponent.unique_fmpz() if exponent.is_exact() else None
        if whole is None:
            return _general_power(base, exponent)
        exact = Fraction(int(whole))
    if exact.denominator == 1:
        if exact <= 0 and base.is_zero():
            raise UndefinedError
        return base ** fmpz(exact.numerator)
    if base.is_zero() and exact > 0:
        return base
    if base < 0 and exact.denominator % 2 and exact.denominator < 2**31:
        root = -((-base).root(exact.denominator))
        return root ** fmpz(exact.numerator)
    if exact.denominator == 2 and _not_negative(base):
        return base.sqrt() ** fmpz(exact.numerator)
    return _general_power(base, ball(exact))


def _general_power(base: arb, exponent: arb) -> arb:
    if base > 0:
        return (exponent * base.log()).exp()
    if base.is_zero() and exponent > 0:
        return base
    raise UndefinedError if base <= 0 and not exponent.contains_integer() else UndecidedError


def _compare(symbol: str, left: arb, right: arb) -> bool:
    if symbol in ("==", "!="):
        same = (left - right).is_zero()
        if same or not left.overlaps(right):
            return bool(same == (symbol == "=="))
        raise UndecidedError
    if OPERATORS[symbol](left, right):
        return True
    if OPERATORS[_OPPOSITE[symbol]](left, right):
        return False
    raise UndecidedError


_OPPOSITE = {"<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def _greatest(*values: arb) -> arb:
    result = values[0]
    for value in values[1:]:
        result = result.max(value)
    return result


def _least(*values: arb) -> arb:
    result = values[0]
    for value in values[1:]:
        result = result.min(value)
    return result


def _factorial(u: arb) -> arb:
    if u.is_integer() and u < 0:
        raise UndefinedError
    return (u + 1).gamma()


_ANALYTIC = {
    "exp": "exp",
    "sin": "sin",
    "cos": "cos",
    "tan": "tan",
    "arctan": "atan",
    "sinh": "sinh",
    "cosh": "cosh",
    "tanh": "tanh",
    "arcsinh": "asinh",
}
_BRANCHED = {"ln": "log", "sqrt": "sqrt", "arcsin": "asin", "arccos": "acos", "arccosh": "acosh", "arctanh": "atanh"}
_DOMAINS = {
    "ln": _positive,
    "sqrt": _not_negative,
    "arcsin": _unit,
    "arccos": _unit,
    "arccosh": _from_one,
    "arctanh": _open_unit,
}

BALLS = Table(
    number=ball,
    constants={"pi": arb.pi, "e": arb.const_e},
    functions=with_derived(
        {
            **{name: operator.methodcaller(method) for name, method in _ANALYTIC.items()},
            **{name: _within(_DOMAINS[name], operator.methodcaller(method)) for name, method in _BRANCHED.items()},
            "abs": abs,
            "sign": operator.methodcaller("sgn"),
            "max": _greatest,
            "min": _least,
            "factorial": _factorial,
        },
        _divide,
    ),
    power=_power,
    divide=_divide,
    compare=_compare,
)
"""Real values."""


def _complex_power(base: acb, exponent: acb, exact: Fraction | None) -> acb:
    if exact is not None and exact.denominator == 1:
        if exact <= 0 and base.is_zero():
            raise UndefinedError
        return base ** fmpz(exact.numerator)
    return base**exponent


def _complex_compare(symbol: str, left: acb, right: acb) -> bool:
    if not (left.imag.is_zero() and right.imag.is_zero()):
        raise UndecidedError
    return _compare(symbol, left.real, right.real)


BOXES = Table(
    number=box,
    constants={"pi": lambda: acb(arb.pi()), "e": lambda: acb(arb.const_e()), "i": lambda: acb(0, 1)},
    functions=with_derived(
        {
            **{name: operator.methodcaller(method) for name, method in (_ANALYTIC | _BRANCHED).items()},
            "abs": lambda u: acb(abs(u)),
            "conj": operator.methodcaller("conjugate"),
            "sign": operator.methodcaller("sgn"),
            "max": lambda *us: acb(_greatest(*[_real(u) for u in us])),
            "min": lambda *us: acb(_least(*[_real(u) for u in us])),
            "factorial": lambda u: (u + 1).gamma(),
        },
        _divide,
    ),
    power=_complex_power,
    divide=_divide,
    compare=_complex_compare,
)
"""Complex values, principal branches."""


def _real(value: acb) -> arb:
    if not value.imag.is_zero():
        raise UndecidedError
    return value.real
