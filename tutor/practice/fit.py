"""Whether a candidate is worth asking: every link counts, it is defined, small, its mistakes visible."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from math import prod

from tutor.answers import show
from tutor.answers.evaluation import UndecidedError, UndefinedError, compiled, rational
from tutor.answers.floats import FLOATS
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


def values(expr: Expr, wrt: str, ends: tuple[float, float]) -> tuple[float, ...] | None:
    """A fingerprint: values at four places of an interval to nine digits, None when there are none."""
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
    kinds = [_kind(node.expr) for node in graph.nodes]
    pairs = list(zip(kinds[1:], kinds, strict=False))
    numbers = [_coefficient(factor) for factor in graph.factors]
    cancelled = abs(prod(numbers)) == 1 and any(abs(number) != 1 for number in numbers)
    return not _CANCELLING & {*pairs} and pairs[0] != ("ln", "power") and not cancelled


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


def _coefficient(expr: Expr) -> Fraction:
    match expr:
        case Number(value):
            return value
        case Negative(operand):
            return -_coefficient(operand)
        case Product(factors):
            return prod((_coefficient(factor) for factor in factors), start=Fraction(1))
        case Quotient(above, below):
            return _coefficient(above) / _coefficient(below)
    return Fraction(1)
