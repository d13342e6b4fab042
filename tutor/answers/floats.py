"""Plain floats, for what needs no proof: where a kink lies, which mistake explains a value."""

import math
from collections.abc import Callable
from fractions import Fraction

from tutor.answers.tables import Table, UndecidedError, UndefinedError, with_derived


def _real(function: Callable[..., float]) -> Callable[..., float]:
    def guarded(*arguments: float) -> float:
        try:
            return function(*arguments)
        except ValueError:
            raise UndefinedError from None
        except OverflowError:
            raise UndecidedError from None

    return guarded


def _divide(above: float, below: float) -> float:
    if below == 0:
        raise UndefinedError
    return above / below


def _power(base: float, exponent: float, exact: Fraction | None) -> float:
    if base == 0 and exponent <= 0:
        raise UndefinedError
    try:
        if base < 0 and exact is not None and exact.denominator % 2:
            sign = -1.0 if exact.numerator % 2 else 1.0
            return sign * float((-base) ** exponent)
        return math.pow(base, exponent)
    except ValueError:
        raise UndefinedError from None
    except OverflowError:
        raise UndecidedError from None


FLOATS = Table(
    number=float,
    constants={"pi": lambda: math.pi, "e": lambda: math.e},
    functions=with_derived(
        {
            "sqrt": _real(math.sqrt),
            "exp": _real(math.exp),
            "ln": _real(math.log),
            "abs": abs,
            "sin": _real(math.sin),
            "cos": _real(math.cos),
            "tan": _real(math.tan),
            "arcsin": _real(math.asin),
            "arccos": _real(math.acos),
            "arctan": math.atan,
            "sinh": _real(math.sinh),
            "cosh": _real(math.cosh),
            "tanh": math.tanh,
            "arcsinh": math.asinh,
            "arccosh": _real(math.acosh),
            "arctanh": _real(math.atanh),
            "max": lambda *us: max(us),
            "min": lambda *us: min(us),
            "sign": lambda u: float((u > 0) - (u < 0)),
            "factorial": _real(lambda u: math.gamma(u + 1)),
        },
        _divide,
    ),
    power=_power,
    divide=_divide,
)
