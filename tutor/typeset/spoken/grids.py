"""Matrices, cases and systems of equations in words."""

from tutor.typeset.application import solid
from tutor.typeset.nodes import Grid, Node, Row, Symbol, Text, aligned_pairs
from tutor.typeset.spoken import Lexicon
from tutor.typeset.spoken.voice import say


def say_grid(node: Grid, words: Lexicon) -> str:
    if node.kind == "cases":
        return words.phrases["cases"].format(body="; ".join(_case(cells, words) for cells in node.rows))
    if node.kind in ("aligned", "stack"):
        body = "; ".join(", ".join(say(pair, words) for pair in aligned_pairs(cells)) for cells in node.rows)
        return words.phrases["system"].format(body=body) if node.left or node.right else body
    rows, columns = len(node.rows), max(map(len, node.rows))
    lines = [_line(cells, words) for cells in node.rows]
    if columns == 1 and rows > 1:
        text = words.phrases["column_vector"].format(rows=rows, body="; ".join(lines))
    elif rows == 1:
        text = words.phrases["row_vector"].format(columns=columns, body=lines[0])
    else:
        numbered = [words.phrases["row"].format(number=number, body=text) for number, text in enumerate(lines, 1)]
        text = words.phrases["matrix"].format(rows=rows, columns=columns, body="; ".join(numbered))
    return words.phrases["determinant"].format(matrix=text) if node.left == "|" else text


def _line(cells: tuple[Node, ...], words: Lexicon) -> str:
    """The cells of a row; a row of nothing but dots is said once."""
    said = [say(cell, words) or words.phrases["empty"] for cell in cells]
    return said[0] if len(set(said)) == 1 and said[0] == words.signs["⋮"] else ", ".join(said)


def _case(cells: tuple[Node, ...], words: Lexicon) -> str:
    value, *conditions = (say(_without_comma(cell), words) for cell in cells)
    condition = " ".join(conditions)
    if not condition:
        return value
    spoken = isinstance(solid(cells[1])[0], Text) if solid(cells[1]) else False
    condition = condition.rstrip(".,; ")
    return f"{value} {condition}" if spoken else words.phrases["case"].format(value=value, condition=condition)


def _without_comma(cell: Node) -> Node:
    parts = solid(cell)
    return Row(tuple(parts[:-1])) if parts and parts[-1] in (Symbol(",", "punct"), Symbol(";", "punct")) else cell
