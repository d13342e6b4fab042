r"""``\begin … \end``: matrices, cases, aligned equations."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from tutor.typeset.columns import MAX_COLUMNS, Columns, alignment, as_equations, columns_of
from tutor.typeset.lengths import is_length
from tutor.typeset.lexer import Token
from tutor.typeset.nodes import EMPTY, Grid, GridKind, Node, Row, Space, Text, items, row
from tutor.typeset.parser import Parser
from tutor.typeset.texts import prose, words

MAX_CELLS = 2000
_ROW_ENDS = ("\\", "cr", "tabularnewline", "newline")
_RULES = ("hline", "toprule", "midrule", "bottomrule", "hdashline")
_REMARKS = ("intertext", "shortintertext")
_LENGTHS = ("dimexpr", "jot", "baselineskip", "smallskipamount", "medskipamount", "bigskipamount")


class Environment(NamedTuple):
    """How an environment is set: its kind, brackets and column letters, and whether it names its columns."""

    kind: GridKind
    left: str = ""
    right: str = ""
    column: str = "c"
    spec: bool = False


_MATRICES = {"matrix": "", "pmatrix": "()", "bmatrix": "[]", "Bmatrix": "{}", "vmatrix": "||", "Vmatrix": "‖‖"}
_EQUATIONS = """
    aligned align split flalign equation displaymath math subequations dmath alignedat alignat xalignat
"""

_PLACED = frozenset({"array", "tabular", "aligned", "alignedat", "gathered", "multlined", "IEEEeqnarray"})
"""They take the ``[t]`` that says where they stand beside the text, which changes nothing here."""

ENVIRONMENTS: dict[str, Environment] = {
    **{name: Environment("matrix", *pair) for name, pair in _MATRICES.items()},
    **{name.replace("m", "smallm", 1): Environment("matrix", *pair) for name, pair in _MATRICES.items()},
    "array": Environment("matrix", spec=True),
    "tabular": Environment("matrix", spec=True),
    "subarray": Environment("stack", spec=True),
    **dict.fromkeys(("cases", "dcases"), Environment("cases", "{", "", "l")),
    **dict.fromkeys(("rcases", "drcases"), Environment("cases", "", "}", "l")),
    **{name: Environment("aligned", column="rl", spec=name.endswith("at")) for name in _EQUATIONS.split()},
    "eqnarray": Environment("matrix", column="rcl"),
    "IEEEeqnarray": Environment("matrix", column="rcl", spec=True),
    **dict.fromkeys(("gather", "gathered"), Environment("aligned", column="c")),
    **dict.fromkeys(("multline", "multlined"), Environment("aligned", column="l")),
}


def environment(parser: Parser, at: Token) -> Node:
    r"""The body of ``\begin{name}``, which stands before the parser, as a grid."""
    place = parser.ahead
    name = parser.raw(at)
    found = ENVIRONMENTS.get(name.removesuffix("*"))
    if found is None:
        raise parser.fail("unknown_environment", place, name=name)
    asked = alignment(parser) if name in _PLACED or name.endswith("matrix*") else ""
    columns = columns_of(parser, at) if found.spec else Columns("", {})
    rows, rules = rows_until(parser, _words if name.startswith("tabular") else _formula)
    _end(parser, at, name)
    if found.kind == "aligned" and len(rows) == 1 and len(rows[0]) == 1 and not rules:
        return rows[0][0]
    if name.startswith("multline"):
        rows = [rows[0], *((_continued(cells[0]), *cells[1:]) for cells in rows[1:])]
    if asked and found.kind == "matrix":
        found = found._replace(column=asked)
    return grid(columns.separated(rows), found, columns.letters, rules)


def _continued(cell: Node) -> Node:
    """A line that goes on with the sum of the line before."""
    return Row((Space(2), EMPTY, *items(cell)))


def grid(rows: list[tuple[Node, ...]], how: Environment, letters: str = "", rules: tuple[int, ...] = ()) -> Grid:
    """Rows of cells as a grid with a letter for every column; a bare array of equations is aligned equations."""
    count = max(map(len, rows))
    if how.kind == "matrix" and not how.left and not rules and (equations := as_equations(rows)):
        rows, how, count = equations, ENVIRONMENTS["aligned"], 2
        letters = letters[:1] + letters[-1:] if len(letters) > 1 and "|" not in letters else ""
    elif how.kind == "aligned":
        letters = "l" if count == 1 and how.column == "rl" else ""
    letters += (how.column * count)[: max(0, count - len(letters.replace("|", "")))]
    return Grid(tuple(rows), _cut(letters, count), how.kind, how.left, how.right, rules)


def _cut(letters: str, count: int) -> str:
    """The letters of the columns that some row fills."""
    end = 0
    while end < len(letters) and (count or letters[end] == "|"):
        count -= letters[end] != "|"
        end += 1
    return letters[:end]


Cell = Callable[[Parser], Node]


def _formula(parser: Parser) -> Node:
    return row(parser.parts())


def _words(parser: Parser) -> Node:
    """A cell of a table is words, without the spaces at its ends."""
    found = list(items(prose(parser, ends=parser.ends)))
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if found and isinstance(part := found[end], Text):
            found[end : end + 1 or None] = [replace(part, text=strip(part.text))] if part.text.strip() else []
    return row(found)


def rows_until(parser: Parser, cell: Cell = _formula) -> tuple[list[tuple[Node, ...]], tuple[int, ...]]:
    """Cells and rows up to what ends them, which stays unread, and the rows that have a rule above."""
    rows: list[tuple[Node, ...]] = []
    rules: list[int] = []
    widest = 0
    while True:
        _between_rows(parser, rows, rules)
        cells = _cells(parser, cell)
        while parser.meets("&"):
            cells += _cells(parser, cell)
        rows.append(tuple(cells))
        widest = max(widest, len(cells))
        if len(rows) * widest > MAX_CELLS:
            raise parser.fail("too_many_cells", parser.ahead, limit=MAX_CELLS)
        if not any(parser.meets(end, "command") for end in _ROW_ENDS):
            break
        parser.meets("*")
        _row_space(parser)
    if len(rows) > 1 and len(rows[-1]) == 1 and rows[-1][0] == row([]):
        rows.pop()
    return rows, tuple(rules)


def _between_rows(parser: Parser, rows: list[tuple[Node, ...]], rules: list[int]) -> None:
    """Horizontal rules, and words between equations, which are a row of their own."""
    while (token := parser.ahead).kind == "command" and token.text in (*_RULES, *_REMARKS):
        parser.take()
        if token.text in _RULES:
            rules.append(len(rows))
        else:
            rows.append((EMPTY, words(parser, token, "plain")))


def _cells(parser: Parser, cell: Cell) -> list[Node]:
    r"""One cell, or those that ``\multicolumn`` spans: its text, and nothing in the others."""
    token = parser.ahead
    if not parser.meets("multicolumn", "command"):
        return [cell(parser)]
    count, _ = parser.raw(token), parser.raw(token)
    if not parser.meets("{"):
        raise parser.fail("missing_argument", token, command="\\multicolumn")
    found = cell(parser)
    if not parser.meets("}"):
        raise parser.fail("unclosed", token, opening="{")
    cell(parser)
    return [found, *[EMPTY] * (min(int(count), MAX_COLUMNS) - 1 if count.isdecimal() else 0)]


def _row_space(parser: Parser) -> None:
    r"""The ``[2ex]`` of ``\\[2ex]``; a bracket that is no length belongs to the next row."""
    if parser.ahead.text != "[":
        return
    start = end = parser.place + 1
    while parser.tokens[end].kind != "end" and parser.tokens[end].text not in "[]":
        end += 1
    inside = parser.tokens[start:end]
    known = any(token.kind == "command" and token.text in _LENGTHS for token in inside)
    if parser.tokens[end].text == "]" and (known or is_length("".join(map(parser.written, inside)))):
        parser.place = end + 1


def _end(parser: Parser, at: Token, name: str) -> None:
    token = parser.take()
    if token.kind == "end":
        raise parser.fail("unclosed", at, opening=f"\\begin{{{name}}}")
    if token.kind != "command" or token.text != "end":
        raise parser.fail("unexpected", token, found=parser.written(token))
    place = parser.ahead
    found = parser.raw(token)
    if found != name:
        raise parser.fail("wrong_end", place, expected=name, found=found)
