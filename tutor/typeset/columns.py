r"""The columns of an array: ``{r@{\,}c|l}``, and arrays that are equations in disguise."""

from typing import NamedTuple

from tutor.typeset.lexer import Token
from tutor.typeset.nodes import EMPTY, Node, Row, Space, Symbol, items
from tutor.typeset.parser import Parser

MAX_COLUMNS = 200

Rows = list[tuple[Node, ...]]


class Columns(NamedTuple):
    """A letter (l, c, r) for each column and a bar for each rule; what stands before a column in every row."""

    letters: str
    separators: dict[int, Node]

    def separated(self, rows: Rows) -> Rows:
        """Rows with the separators as cells of their own."""
        return [self._separated(cells) for cells in rows] if self.separators else rows

    def _separated(self, cells: tuple[Node, ...]) -> tuple[Node, ...]:
        found: list[Node] = []
        for place in range(len(cells) + 1):
            found += [self.separators[place]] if place in self.separators else []
            found += cells[place : place + 1]
        return tuple(found)


def columns_of(parser: Parser, at: Token) -> Columns:
    """The braced argument that names the columns. Widths and styles of columns are passed over."""
    opening = parser.ahead
    if not parser.meets("{"):
        raise parser.fail("missing_argument", at, command=parser.written(at))
    parser.descend()
    letters = ""
    separators: dict[int, Node] = {}
    count = 0
    while not parser.meets("}"):
        token = parser.take()
        if token.kind == "end":
            raise parser.fail("unclosed", opening, opening="{")
        new = _letters(parser, token)
        if token.text in ("@", "!") and (node := _visible(parser.group(token))) is not None:
            separators[count] = node
            new = "c"
        else:
            count += len(new.replace("|", ""))
        letters += new
        if len(letters) > MAX_COLUMNS:
            raise parser.fail("too_many_cells", token, limit=MAX_COLUMNS)
    parser.depth -= 1
    return Columns(letters, separators)


def _letters(parser: Parser, token: Token) -> str:
    """The columns that one token of the argument stands for."""
    if token.kind != "character":
        return ""
    if token.text in "lcrLCR|":
        return token.text.lower()
    if token.text in "pmb":
        parser.raw(token)
        return "l"
    if token.text in "<>":
        parser.group(token)
    if token.text == "*":
        times = parser.raw(token)
        return columns_of(parser, token).letters * (min(int(times), MAX_COLUMNS + 1) if times.isdecimal() else 1)
    return ""


def _visible(node: Node) -> Node | None:
    return node if any(not isinstance(part, Space) for part in items(node)) else None


def alignment(parser: Parser) -> str:
    """The letter of ``[r]`` after a matrix; empty without one and for ``[t]``."""
    asked = parser.optional()
    return asked.text if isinstance(asked, Symbol) and asked.text in "lcr" else ""


def as_equations(rows: Rows) -> Rows | None:
    """Rows ``y & = & x`` as pairs ``y``, ``= x``; None when the middle column holds anything but relations."""
    if all(len(cells) == 2 and items(cells[1]) and _is(items(cells[1])[0], "rel") for cells in rows):
        return rows
    relations = [_only(cells[1]) for cells in rows if len(cells) > 1]
    if max(map(len, rows)) != 3 or not any(_is(sign, "rel") for sign in relations):
        return None
    if not all(sign == EMPTY or _is(sign, "rel") or _is(sign, "inner") for sign in relations):
        return None
    return [(cells[0], _side(cells)) if len(cells) > 1 else cells for cells in rows]


def _side(cells: tuple[Node, ...]) -> Node:
    sign = _only(cells[1])
    value = items(cells[2]) if len(cells) > 2 else ()
    return Row((Space(2), EMPTY, *value) if sign == EMPTY else (sign, *value))


def _only(cell: Node) -> Node:
    """A cell without the spaces around its one sign."""
    parts = [part for part in items(cell) if not isinstance(part, Space)]
    return parts[0] if len(parts) == 1 else Row(tuple(parts))


def _is(node: Node, atom: str) -> bool:
    return isinstance(node, Symbol) and node.atom == atom
