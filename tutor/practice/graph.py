"""A calculation as a graph of named nodes, and its derivative put together from the derivatives of the edges."""

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.answers import derive, substitute
from tutor.answers.tidying import ONE, add, multiply
from tutor.answers.tree import Expr, Negative, Number, Symbol, children, symbols


@dataclass(frozen=True, slots=True)
class Node:
    """A named step, in terms of the variable and of earlier nodes: ``u1 = x^2``."""

    name: str
    expr: Expr


@dataclass(frozen=True, slots=True)
class Edge:
    """The derivative of a node with respect to one that it is made of: ``dy/du1 = cos(u1)``."""

    over: str
    under: str
    slope: Expr


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes from the innermost to the last, which is ``y``.

    `function` is ``y`` in terms of `wrt` alone; `factors` are the slopes of the edges from ``y`` down, in terms of
    `wrt` alone; `answer` is the derivative: for every path from `wrt` to ``y`` the product of its slopes, tidied.
    """

    nodes: tuple[Node, ...]
    wrt: str
    edges: tuple[Edge, ...]
    function: Expr
    factors: tuple[Expr, ...]
    answer: Expr


def differentiate(nodes: Sequence[Node], wrt: str) -> Graph:
    """The graph of these nodes; each may use `wrt` and the nodes before it."""
    whole: dict[str, Expr] = {}
    edges: list[Edge] = []
    factors: list[Expr] = []
    total: dict[str, Expr] = {wrt: ONE}
    for node in nodes:
        under = [name for name in (wrt, *whole) if name in symbols(node.expr)]
        slopes = [derive(node.expr, name) for name in under]
        in_wrt = [substitute(slope, whole) for slope in slopes]
        edges += [Edge(node.name, name, slope) for name, slope in zip(under, slopes, strict=True)]
        factors += in_wrt
        total[node.name] = add(*(multiply(slope, total[name]) for name, slope in zip(under, in_wrt, strict=True)))
        whole[node.name] = substitute(node.expr, whole)
    last = nodes[-1].name
    return Graph(tuple(nodes), wrt, tuple(edges), whole[last], tuple(reversed(factors)), total[last])


def structure(graph: Graph) -> str:
    """The shape of the nodes with the numbers erased: two problems that differ in numbers alone have the same."""
    return "; ".join(_shape(node.expr) for node in graph.nodes)


def _shape(expr: Expr) -> str:
    match expr:
        case Number():
            return "#"
        case Symbol(name):
            return name
        case Negative(operand):
            return f"-{_shape(operand)}"
        case _:
            name = getattr(expr, "function", type(expr).__name__)
            return f"{name}({','.join(_shape(part) for part in children(expr))})"
