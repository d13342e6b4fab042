r"""Brackets two by two as fences, which grow by themselves: also those of an asked size, ``\bigl( … \bigr)``."""

from dataclasses import replace

from tutor.typeset.nodes import Delimiter, Fenced, Grid, Node, Scripts, row

_BARS = ("|", "‖")


def paired(nodes: list[Node]) -> list[Node]:
    """The parts of a group in which every two sized brackets that belong together are one fence."""
    if not any(map(_bracket, nodes)):
        return nodes
    done: list[Node] = []
    opened: list[int] = []
    for node in nodes:
        bracket = _bracket(node)
        if bracket and bracket.atom == "close" and opened:
            start = opened.pop()
            body = _with_bars(done[start + 1 :])
            done[start:] = [_fence(done[start], body, node)]
            continue
        if bracket and bracket.atom == "open":
            opened.append(len(done))
        done.append(node)
    return _with_bars(done)


def _bracket(node: Node) -> Delimiter | None:
    """The bracket of asked size that a part is, with or without scripts."""
    base = node.base if isinstance(node, Scripts) else node
    return base if isinstance(base, Delimiter) and base.size else None


def _fence(opening: Node, body: list[Node], closing: Node) -> Node:
    left, right = _bracket(opening), _bracket(closing)
    assert left is not None
    assert right is not None
    fence = Fenced(left.text, row(body), right.text)
    return replace(closing, base=fence) if isinstance(closing, Scripts) else fence


def _with_bars(nodes: list[Node]) -> list[Node]:
    r"""``\big| x \big|`` as a fence; a bar without a partner, or one that has scripts already, opens nothing."""
    for sign in _BARS:
        places = [place for place, node in enumerate(nodes) if _is_bar(node, sign)]
        pairs = list(zip(places[::2], places[1::2], strict=False))
        if len(places) % 2 == 0 and all(isinstance(nodes[start], Delimiter) for start, _ in pairs):
            for start, end in reversed(pairs):
                nodes[start : end + 1] = [_fence(nodes[start], nodes[start + 1 : end], nodes[end])]
    return nodes


def _is_bar(node: Node, sign: str) -> bool:
    bracket = _bracket(node)
    return bracket is not None and bracket.text == sign and bracket.atom == "ord"


def fence(left: str, body: Node, right: str) -> Node:
    """A body between growing brackets; a bare grid in brackets is simply a matrix (or cases)."""
    if isinstance(body, Grid) and not body.left and not body.right and body.kind != "stack":
        kind = "cases" if body.kind == "matrix" and left == "{" and not right else body.kind
        return replace(body, left=left, right=right, kind=kind)
    return Fenced(left, body, right)
