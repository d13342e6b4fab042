"""Rounded decimals: an answer like ``7.33`` for ``22/3`` is almost right."""

from fractions import Fraction

from tutor.answers.balls import BALLS, precision
from tutor.answers.tree import Expr, Negative, Number, symbols
from tutor.answers.values import evaluate

FEWEST_FIGURES = 3


def is_rounding(typed: Expr, exact: Expr) -> bool:
    """Whether a typed decimal of three or more figures is the exact number, correctly rounded to those figures."""
    sign = 1
    while isinstance(typed, Negative):
        typed, sign = typed.operand, -sign
    if not isinstance(typed, Number) or "." not in typed.digits or symbols(exact):
        return False
    if len(typed.digits.replace(".", "").lstrip("0")) < FEWEST_FIGURES:
        return False
    places = len(typed.digits.partition(".")[2])
    try:
        with precision(256):
            error = evaluate(exact, {}, BALLS) - BALLS.number(sign * typed.value)
            return bool(abs(error) <= BALLS.number(Fraction(1, 2 * 10**places)))
    except (ArithmeticError, KeyError):
        return False
