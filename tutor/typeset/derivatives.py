"""Which fractions are derivatives: ``∂C/∂w``, ``dy/dx``, ``d/dx``, ``∂²f/∂x∂y``."""

from dataclasses import replace
from typing import NamedTuple

from tutor.typeset.nodes import Fraction, Marked, Node, Operator, Row, Scripts, Space, Symbol, Text, items, row

_SIGNS = ("d", "∂")


class Derivative(NamedTuple):
    """A derivative read off a fraction: `of` is None when it is an operator waiting for what follows."""

    partial: bool
    order: Node | None
    of: Node | None
    by: tuple[Node, ...]


def derivative(node: Node) -> Derivative | None:
    """The derivative that a fraction writes, or None when it is an ordinary fraction."""
    if not isinstance(node, Fraction) or not node.bar:
        return None
    upper, lower = _parts(node.numerator), _parts(node.denominator)
    if not upper or len(lower) < 2:
        return None
    sign, order = _differential(upper[0])
    if sign is None or _differential(lower[0])[0] != sign:
        return None
    by = _variables(lower, sign)
    if by is None:
        return None
    by = tuple(_without_order(variable, order) for variable in by)
    return Derivative(sign == "∂", order, row(upper[1:]) if len(upper) > 1 else None, by)


def _parts(node: Node) -> list[Node]:
    """The parts of a row without spaces, with marks and inner groups opened."""
    found: list[Node] = []
    for part in items(node):
        if isinstance(part, Row):
            found += _parts(part)
        elif isinstance(part, Marked) and isinstance(part.body, Row):
            found += _parts(part.body)
        elif not isinstance(part, Space):
            found.append(part)
    return found


def _differential(node: Node) -> tuple[str | None, Node | None]:
    """The sign of a differential and its order: ``∂``, ``d²``."""
    if isinstance(node, Scripts) and node.sub is None:
        sign, _ = _differential(node.base)
        return sign, node.sup
    if isinstance(node, Symbol | Text) and node.text in _SIGNS:
        return node.text, None
    return None, None


def _without_order(variable: Node, order: Node | None) -> Node:
    """The variable of ``∂x²``, whose exponent is the order of the derivative."""
    if order is None or not isinstance(variable, Scripts) or variable.sup != order:
        return variable
    return variable.base if variable.sub is None else replace(variable, sup=None)


def _variables(parts: list[Node], sign: str) -> tuple[Node, ...] | None:
    """What is differentiated by: each sign is followed by one thing (``∂x ∂y``, ``∂x²``)."""
    groups: list[list[Node]] = []
    for part in parts:
        if _differential(part) == (sign, None):
            groups.append([])
        else:
            groups[-1].append(part)
    if not all(groups) or any(isinstance(part, Operator | Fraction) for group in groups for part in group):
        return None
    return tuple(row(group) for group in groups)
