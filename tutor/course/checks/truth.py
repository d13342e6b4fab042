"""Whether a comparison of scalar trees holds at exact points, by ball arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tutor.answers.balls import BALLS, ball, precision
from tutor.answers.compare import Domain, compare
from tutor.answers.evaluation import compiled
from tutor.answers.exact import EXACT
from tutor.answers.kinks import boundary_points, kinks
from tutor.answers.points import Point, sample
from tutor.answers.tables import UndecidedError, UndefinedError
from tutor.answers.tree import Comparison, Expr, symbols
from tutor.answers.values import evaluate

_MANY = 48
"""Points at which an inequality is tried."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the balls say: a `doubt` (``false`` at a point, ``undecided``), or the `pair` that is left for SymPy."""

    doubt: str | None = None
    at: str = ""
    pair: tuple[Expr, Expr] | None = None


def truth(statement: Expr, domain: Domain) -> Finding:
    """Whether a comparison of scalars holds."""
    if not isinstance(statement, Comparison):
        return Finding("undecided")
    if statement.operator in ("==", "!="):
        return _equality(statement, domain)
    return _inequality(statement, domain.positive)


def _equality(statement: Comparison, domain: Domain) -> Finding:
    evidence = compare(statement.left, statement.right, domain)
    if statement.operator == "!=":
        return Finding(None if evidence.finding == "different" else "false")
    if evidence.finding == "different":
        return Finding("false", shown(evidence.at or {}))
    if evidence.boundary and _both_have_values(statement, evidence.boundary):
        return Finding("false", shown(evidence.boundary))
    if evidence.finding == "unknown":
        return Finding("undecided")
    return Finding(pair=None if statement.left == statement.right else (statement.left, statement.right))


def _both_have_values(statement: Comparison, point: Point) -> bool:
    """On a kink a claim is about points where both sides mean something: ``max(0, h)/h`` is not about h = 0."""
    try:
        for side in (statement.left, statement.right):
            evaluate(side, point, EXACT)
    except UndefinedError:
        return False
    return True


def _inequality(statement: Comparison, positive: frozenset[str]) -> Finding:
    """True at every point that can be decided, of which there must be some."""
    names = sorted(symbols(statement))
    places = kinks(statement)
    points = [point for point, _ in zip(sample(names, positive), range(_MANY), strict=False)]
    held, holds = 0, compiled(statement, BALLS)
    for point in [*points, *boundary_points(places, names)]:
        try:
            with precision(128):
                if not holds({name: ball(value) for name, value in point.items()}):
                    return Finding("false", shown(point))
        except (UndefinedError, UndecidedError, ArithmeticError):
            continue
        held += 1
    return Finding() if held else Finding("undecided")


def shown(point: Mapping[str, Fraction]) -> str:
    """A point in words: ``x = 1/2, y = -3``."""
    return ", ".join(f"{name} = {value.limit_denominator(1000)}" for name, value in sorted(point.items()))
