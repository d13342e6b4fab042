"""Which plain bars are brackets: ``|x|`` and ``‖w‖``, but not the bar of ``P(A|B)``."""

from dataclasses import replace

from tutor.typeset.application import text_of
from tutor.typeset.nodes import Fenced, Node, Row, Scripts, Symbol, items
from tutor.typeset.spacing import edges

_BARS = ("|", "‖")


def fenced(node: Node) -> Node:
    """A row in which the bars that stand for brackets, two by two inside other brackets, are fences."""
    parts = items(node)
    if not any(map(_is_bar, parts)):
        return node
    return Row(_fenced(parts, _pairs(parts), 0, len(parts)))


def _is_bar(node: Node) -> bool:
    return text_of(node) in _BARS and "rel" not in edges(node)


def _fenced(parts: tuple[Node, ...], pairs: dict[int, int], start: int, end: int) -> tuple[Node, ...]:
    found: list[Node] = []
    place = start
    while place < end:
        close = pairs.get(place, end)
        if close >= end:
            found.append(parts[place])
            place += 1
            continue
        closing, sign = parts[close], text_of(parts[place])
        fence = Fenced(sign, Row(_fenced(parts, pairs, place + 1, close)), sign)
        found.append(replace(closing, base=fence) if isinstance(closing, Scripts) else fence)
        place = close + 1
    return tuple(found)


def _pairs(parts: tuple[Node, ...]) -> dict[int, int]:
    """Where each bracket of bars opens and closes. Between other brackets an odd bar pairs with none."""
    pairs: dict[int, int] = {}
    groups: list[list[int]] = [[]]
    for place, part in enumerate(parts):
        if _is_bar(part):
            groups[-1].append(place)
        elif edges(part) == ("open", "open"):
            groups.append([])
        elif edges(part) == ("close", "close") and len(groups) > 1:
            pairs |= _paired(groups.pop(), parts)
    for group in groups:
        pairs |= _paired(group, parts)
    return pairs


def _paired(places: list[int], parts: tuple[Node, ...]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for sign in _BARS:
        alike = [place for place in places if text_of(parts[place]) == sign]
        if len(alike) % 2 == 0 and all(isinstance(parts[place], Symbol) for place in alike[::2]):
            pairs |= zip(alike[::2], alike[1::2], strict=True)
    return pairs
