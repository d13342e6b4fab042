"""Small letters of Unicode: which scripts can stay in the row of their base, as in xᵢ²."""

from collections.abc import Mapping

from tutor.typeset.nodes import Node, Row, Space, Symbol, Text


def small(node: Node, table: Mapping[str, str]) -> str | None:
    """A whole script in small characters; None where even one of them has no small form."""
    match node:
        case Symbol(text) | Text(text):
            letters = [table.get(letter) for letter in text]
            return None if None in letters else "".join(letter for letter in letters if letter)
        case Row(parts) if parts:
            pieces = [small(part, table) for part in parts]
            return None if None in pieces else "".join(piece for piece in pieces if piece)
        case Space(cells):
            return "" if cells <= 1 else None
        case _:
            return None
