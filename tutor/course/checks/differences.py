"""Derivatives held against central differences, in so many bits that nothing but a mistake makes a difference."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice

from tutor.answers.balls import BALLS, ball, precision
from tutor.answers.derivatives import derive
from tutor.answers.dims import Dims
from tutor.answers.entries import expand
from tutor.answers.evaluation import Closure, compiled
from tutor.answers.grids import grid
from tutor.answers.points import Point, sample
from tutor.answers.tables import UndecidedError, UndefinedError
from tutor.answers.tree import Call, Expr, Symbol, symbols, walk
from tutor.course.checks.truth import shown

_STEP = Fraction(1, 2**80)
_BITS = 512
_POINTS = 6
_SMALL = Fraction(1, 10**24)


def disagreement(statement: Expr, dims: Mapping[str, Dims], positive: frozenset[str]) -> str | None:
    """The point where a derivative in a statement is not the limit of the difference quotients; None when all agree."""
    for function, name in _derivatives(statement, dims):
        point = _differs(function, derive(function, name), name, positive)
        if point is not None:
            return shown(point)
    return None


def _derivatives(statement: Expr, dims: Mapping[str, Dims]) -> Iterator[tuple[Expr, str]]:
    """Each scalar function that is differentiated somewhere in a statement, with the variable."""
    for node in walk(statement):
        if isinstance(node, Call) and node.function in ("diff", "grad", "jacobian"):
            function, variables = (grid(expand(part, dims)) for part in node.arguments[:2])
            names = [entry.name for row in variables for entry in row if isinstance(entry, Symbol)]
            yield from ((entry, name) for row in function for entry in row for name in names)


def _differs(function: Expr, slope: Expr, name: str, positive: frozenset[str]) -> Point | None:
    value, derivative = compiled(function, BALLS), compiled(slope, BALLS)
    names = sorted(symbols(function) | symbols(slope) | {name})
    for point in islice(sample(names, positive), _POINTS):
        with precision(_BITS):
            try:
                gap = _quotient(value, point, name) - derivative(_balls(point))
            except (UndefinedError, UndecidedError, ArithmeticError):
                continue
            if gap.is_finite() and abs(gap) > ball(_SMALL) * (1 + abs(derivative(_balls(point)))):
                return point
    return None


def _quotient(value: Closure, point: Point, name: str) -> object:
    above, below = ({**point, name: point[name] + step} for step in (_STEP, -_STEP))
    return (value(_balls(above)) - value(_balls(below))) / ball(2 * _STEP)


def _balls(point: Point) -> dict[str, object]:
    return {name: ball(value) for name, value in point.items()}
