"""Whether a candidate is worth asking: every link counts, it is small and defined, its mistakes can be told.

`CONDITIONS` are checked on every draw. `mistakes_show` takes ten times as long as all of them and depends on the tables
of a topic more than on a seed: the tests hold it over many seeds.
"""

from collections.abc import Callable, Iterator, Mapping

from tutor.answers import show
from tutor.answers.evaluation import compiled
from tutor.answers.exact import rational
from tutor.answers.floats import FLOATS
from tutor.answers.links import named_chain
from tutor.answers.mistakes import Slip, slips
from tutor.answers.tables import UndecidedError, UndefinedError
from tutor.answers.tree import Call, Expr, Negative, Number, Power, Product, Quotient, children, walk
from tutor.practice.graph import Graph

INTERVALS = ((0.3, 2.0), (0.3, 1.4))
"""A problem must be defined on all of one of these."""
LARGEST_VALUE = 1e6
LARGEST_INTEGER = 200
LONGEST = 60
MOST_OPERATIONS = 24
MOST_FRACTIONS = 2
FEWEST_MISTAKES = 6
"""Distinct wrong values that a problem has from level 2 on."""

Value = tuple[float, ...] | None
"""A fingerprint: values at four places of an interval to nine digits, None when there are none."""

_UNDIFFERENTIATED = "A11"
"""It gives the right value where a link is its own derivative, as ``c e^u`` is; there it is no mistake."""
_MARGIN = 0.05
"""How far a denominator stays from 0."""
_PARTS = 24
_POWERS = ("power", "sqrt", "reciprocal")
_CANCELLING = frozenset(
    {
        ("ln", "exp"),
        ("exp", "ln"),
        ("exp", "exp"),
        *((outer, inner) for outer in _POWERS for inner in (*_POWERS, "exp")),
    }
)
"""Functions that merge with the one inside them: the learner could do with one link less."""


def flaws(graph: Graph, level: int) -> Iterator[str]:
    """The conditions that a candidate does not meet, the quick ones first."""
    return (name for name, holds in CONDITIONS.items() if not holds(graph, level))


def is_fit(graph: Graph, level: int) -> bool:
    """Whether a candidate meets every condition."""
    return next(flaws(graph, level), None) is None


def interval(graph: Graph) -> tuple[float, float] | None:
    """The widest of the usual intervals on which every node has a moderate value and no denominator comes near 0."""
    return next((ends for ends in INTERVALS if _is_defined(graph, ends)), None)


def mistakes(graph: Graph) -> tuple[Slip, ...]:
    """The wrong answers that known mistakes lead to, those left out that have no value or the right one."""
    right, found = _values(graph)
    return tuple(slip for slip, value in found if value not in (None, right))


def mistakes_show(graph: Graph, level: int) -> bool:
    """Whether no known mistake has the right value and, from level 2 on, enough wrong values are distinct."""
    right, found = _values(graph)
    hidden = {slip.mistake for slip, value in found if value == right} - {_UNDIFFERENTIATED}
    return not hidden and (level < 2 or len({value for _, value in found} - {None, right}) >= FEWEST_MISTAKES)


def _values(graph: Graph) -> tuple[Value, list[tuple[Slip, Value]]]:
    """The value of the right answer, and of every wrong one that a known mistake leads to."""
    ends = interval(graph) or INTERVALS[0]
    chain = named_chain([(node.name, node.expr) for node in graph.nodes], graph.wrt)
    found = slips(graph.function, graph.wrt, chain)
    return _value(graph.answer, graph.wrt, ends), [(slip, _value(slip.answer, graph.wrt, ends)) for slip in found]


def _value(expr: Expr, wrt: str, ends: tuple[float, float]) -> Value:
    low, high = ends
    try:
        value = compiled(expr, FLOATS)
        return tuple(float(f"{value({wrt: low + (high - low) * part}):.9g}") for part in (0.13, 0.41, 0.67, 0.93))
    except (UndefinedError, UndecidedError):
        return None


def _no_link_is_trivial(graph: Graph, _: int) -> bool:
    slopes = [rational(edge.slope) for edge in graph.edges]
    exponents = [rational(node.exponent) for top in graph.nodes for node in walk(top.expr) if isinstance(node, Power)]
    return not {0, 1, -1} & {*slopes} and not {0, 1} & {*exponents}


def _no_link_is_hidden(graph: Graph, _: int) -> bool:
    """No two links merge, and no half of a root cancels the two of a square."""
    kinds = [_kind(node.expr) for node in graph.nodes]
    pairs = list(zip(kinds[1:], kinds, strict=False))
    halved = "sqrt" in kinds and any(_squares(node.expr) for node in graph.nodes[: kinds.index("sqrt")])
    return not _CANCELLING & {*pairs} and pairs[0] != ("ln", "power") and not halved


def _is_small(graph: Graph, _: int) -> bool:
    nodes = list(walk(graph.answer))
    return (
        max((node.value for node in nodes if isinstance(node, Number)), default=0) <= LARGEST_INTEGER
        and sum(isinstance(node, Quotient) for node in nodes) <= MOST_FRACTIONS
        and sum(max(1, len(children(node)) - 1) for node in nodes if children(node)) <= MOST_OPERATIONS
        and len(show(graph.answer)) <= LONGEST
    )


def _is_safe(graph: Graph, _: int) -> bool:
    return interval(graph) is not None


CONDITIONS: Mapping[str, Callable[[Graph, int], bool]] = {
    "trivial link": _no_link_is_trivial,
    "hidden link": _no_link_is_hidden,
    "too large": _is_small,
    "undefined": _is_safe,
}


def _is_defined(graph: Graph, ends: tuple[float, float]) -> bool:
    low, high = ends
    below = [node.denominator for top in graph.nodes for node in walk(top.expr) if isinstance(node, Quotient)]
    steps = [(node.name, compiled(node.expr, FLOATS)) for node in graph.nodes]
    signs: set[tuple[bool, ...]] = set()
    for part in range(_PARTS + 1):
        known = {graph.wrt: low + (high - low) * part / _PARTS}
        try:
            for name, step in steps:
                known[name] = step(known)
            depths = [compiled(expr, FLOATS)(known) for expr in below]
        except (UndefinedError, UndecidedError):
            return False
        if any(abs(depth) < _MARGIN for depth in depths) or any(
            abs(value) >= LARGEST_VALUE for value in known.values()
        ):
            return False
        signs.add(tuple(depth > 0 for depth in depths))
    return len(signs) == 1


def _kind(expr: Expr) -> str:
    """What a node does to what is inside it, numbers in front set aside."""
    match expr:
        case Negative(operand):
            return _kind(operand)
        case Product((Number(), factor)):
            return _kind(factor)
        case Power():
            return "power"
        case Quotient(Number(), _):
            return "reciprocal"
        case Call(function, _):
            return function
    return "other"


def _squares(expr: Expr) -> bool:
    return any(isinstance(node, Power) and rational(node.exponent) == 2 for node in walk(expr))
