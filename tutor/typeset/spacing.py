"""How far apart neighbours stand: TeX's table of atom classes (The TeXbook, p. 170), in cells."""

from collections.abc import Iterator
from typing import NamedTuple

from tutor.typeset.nodes import (
    Atom,
    Boxed,
    Brace,
    Delimiter,
    Fenced,
    Fraction,
    Grid,
    Marked,
    Node,
    Operator,
    Phantom,
    Row,
    Scripts,
    Space,
    Symbol,
    Text,
    items,
)

Edge = Atom | str
_SPACED = {
    "ord": {"op", "bin", "rel", "inner"},
    "op": {"ord", "op", "rel", "inner", "unary"},
    "bin": {"ord", "op", "open", "inner", "unary"},
    "rel": {"ord", "op", "open", "inner", "punct", "unary"},
    "open": set[str](),
    "close": {"op", "bin", "rel", "inner"},
    "punct": {"ord", "op", "rel", "open", "close", "punct", "inner", "unary", "bin"},
    "inner": {"ord", "op", "bin", "rel", "open", "inner"},
    "unary": {"inner"},
    "stop": {"op", "bin", "rel", "inner"},
}
_SPACED_IN_SCRIPTS = {"unary": {"inner"}, "ord": {"op"}, "op": {"ord", "op"}, "close": {"op"}, "inner": {"op"}}
_BEFORE_UNARY = frozenset({"bin", "op", "rel", "open", "punct", "unary", "start"})

_BARS = (Symbol("|"), Symbol("‖"))
"""Signs that open where nothing stands before them: |−x|."""


class Placed(NamedTuple):
    """A node of a row, the classes of its two sides, and the cells before it."""

    node: Node
    left: str
    right: str
    gap: int


def edges(node: Node) -> tuple[str, str]:
    """The class of a node as its left and as its right neighbour see it."""
    match node:
        case Symbol(atom=atom) | Delimiter(atom=atom):
            return atom, atom
        case Operator():
            return "op", "op"
        case Scripts(base=base):
            return edges(base)
        case Fraction() | Brace() | Boxed():
            return "inner", "inner"
        case Fenced():
            return "open", "close"
        case Grid(kind=kind):
            return ("ord", "ord") if kind in ("aligned", "stack") else ("inner", "inner")
        case Marked(body) | Phantom(body) if isinstance(body, Row) and body.items:
            return edges(body.items[0])[0], edges(body.items[-1])[1]
        case Marked(body) | Phantom(body):
            return edges(body)
        case Row(parts) if len(parts) == 1:
            return edges(parts[0])
        case Row(parts) if parts:
            return _side(parts[0]), _side(parts[-1])
        case _:
            return "ord", "ord"


def _side(part: Node) -> str:
    """A group is an ordinary thing, but a bar at its end must not run into another."""
    return "inner" if isinstance(part, Fraction) else "ord"


def placed(node: Node, script: bool = False) -> Iterator[Placed]:
    """The parts of a row with the room between them; spaces are part of that room."""
    spaced = _SPACED_IN_SCRIPTS if script else _SPACED
    before, explicit = "start", 0
    parts = items(node)
    for place, part in enumerate(parts):
        if isinstance(part, Space):
            explicit += part.cells
            continue
        left, right = edges(part)
        if left == "bin" and (before in _BEFORE_UNARY or _ends_term(parts, place)):
            left = right = "unary"
        if before in _BEFORE_UNARY and part in _BARS:
            right = "open"
        natural = 1 if left in spaced.get(before, ()) and not _has_room(parts, place) else 0
        yield Placed(part, left, right, max(natural, explicit))
        before, explicit = right, 0
    if explicit:
        yield Placed(Row(()), "ord", "ord", explicit)


def _has_room(parts: tuple[Node, ...], place: int) -> bool:
    """Whether words bring the room between them and their neighbour: ``if `` before a sum."""
    part, before = parts[place], parts[place - 1]
    return (isinstance(part, Text) and part.text[:1] == " ") or (isinstance(before, Text) and before.text[-1:] == " ")


def _ends_term(parts: tuple[Node, ...], place: int) -> bool:
    """Whether nothing follows that a binary sign could join to what stands before it."""
    for part in parts[place + 1 :]:
        if not isinstance(part, Space):
            return edges(part)[0] in ("rel", "close", "punct")
    return True
