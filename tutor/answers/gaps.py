"""Cases that leave something out: ``{x if z > 0}`` says nothing of the other side."""

from collections.abc import Iterable

from tutor.answers.exact import EXACT
from tutor.answers.kinks import kinks
from tutor.answers.points import Point
from tutor.answers.tidying import ZERO
from tutor.answers.tree import Cases, Comparison, Expr, distinct
from tutor.answers.values import evaluate


def leaves_out(expr: Expr, point: Point) -> bool:
    """Whether some cases of a tree have none that holds at a point; an edge between two of them is not left out."""
    all_cases = [node for node in distinct(expr) if isinstance(node, Cases)]
    return any(_none_holds([test for _, test in cases.branches], point) for cases in all_cases)


def _none_holds(tests: Iterable[Comparison | None], point: Point) -> bool:
    try:
        return not any(test is None or evaluate(test, point, EXACT) or _on_its_edge(test, point) for test in tests)
    except ArithmeticError:
        return False


def _on_its_edge(test: Comparison, point: Point) -> bool:
    return any(evaluate(Comparison("==", kink, ZERO), point, EXACT) for kink in kinks(test))
