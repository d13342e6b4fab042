r"""``\begin … \end``: matrices, cases, aligned equations."""

from typing import NamedTuple

from tutor.typeset.lexer import Token
from tutor.typeset.nodes import Grid, GridKind, Node, row
from tutor.typeset.parser import Parser

MAX_CELLS = 2000
_ROW_ENDS = ("\\", "cr", "tabularnewline", "newline")


class Environment(NamedTuple):
    """How an environment is set: its kind, brackets and column letters, and whether it names its columns."""

    kind: GridKind
    left: str = ""
    right: str = ""
    column: str = "c"
    spec: bool = False


ENVIRONMENTS: dict[str, Environment] = {
    "matrix": Environment("matrix"),
    "smallmatrix": Environment("matrix"),
    "pmatrix": Environment("matrix", "(", ")"),
    "bmatrix": Environment("matrix", "[", "]"),
    "Bmatrix": Environment("matrix", "{", "}"),
    "vmatrix": Environment("matrix", "|", "|"),
    "Vmatrix": Environment("matrix", "‖", "‖"),
    "psmallmatrix": Environment("matrix", "(", ")"),
    "bsmallmatrix": Environment("matrix", "[", "]"),
    "array": Environment("matrix", spec=True),
    "tabular": Environment("matrix", spec=True),
    "subarray": Environment("stack", spec=True),
    "cases": Environment("cases", "{", "", "l"),
    "dcases": Environment("cases", "{", "", "l"),
    "rcases": Environment("cases", "", "}", "l"),
    "alignedat": Environment("aligned", column="rl", spec=True),
    "alignat": Environment("aligned", column="rl", spec=True),
    **dict.fromkeys(("aligned", "align", "split", "flalign"), Environment("aligned", column="rl")),
    "eqnarray": Environment("aligned", column="rcl"),
    **dict.fromkeys(("gather", "gathered", "multline"), Environment("aligned", column="c")),
    **dict.fromkeys(("equation", "displaymath", "math"), Environment("aligned", column="rl")),
}


def environment(parser: Parser, at: Token) -> Node:
    r"""The body of ``\begin{name}``, which stands before the parser, as a grid."""
    place = parser.ahead
    name = parser.raw(at)
    found = ENVIRONMENTS.get(name.removesuffix("*"))
    if found is None:
        raise parser.fail("unknown_environment", place, name=name)
    parser.optional()
    columns = parser.raw(at) if found.spec else ""
    rows, rules = rows_until(parser)
    _end(parser, at, name)
    if found.kind == "aligned" and len(rows) == 1 and len(rows[0]) == 1 and not rules:
        return rows[0][0]
    return grid(rows, found.kind, found, _column_letters(columns), rules)


def grid(
    rows: list[tuple[Node, ...]],
    kind: GridKind,
    how: Environment | None = None,
    spec: str = "",
    rules: tuple[int, ...] = (),
) -> Grid:
    """Rows of cells as a grid with a letter for every column."""
    how = how or Environment(kind)
    count = max(map(len, rows))
    known = spec if kind != "aligned" else ""
    missing = count - len(known.replace("|", ""))
    letters = known + (how.column * count)[: max(0, missing)]
    return Grid(tuple(rows), letters, kind, how.left, how.right, rules)


def rows_until(parser: Parser) -> tuple[list[tuple[Node, ...]], tuple[int, ...]]:
    """Cells and rows up to what ends them, which stays unread, and the rows that have a rule above."""
    rows: list[tuple[Node, ...]] = []
    rules: list[int] = []
    widest = 0
    while True:
        while parser.meets("hline", "command"):
            rules.append(len(rows))
        cells = [row(parser.parts())]
        while parser.meets("&"):
            cells.append(row(parser.parts()))
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


def _row_space(parser: Parser) -> None:
    r"""The ``[2ex]`` of ``\\[2ex]``; a bracket that is no length belongs to the next row."""
    if parser.tokens[parser.place].text != "[":
        return
    end = parser.place + 1
    while parser.tokens[end].kind == "character" and parser.tokens[end].text not in "[]":
        end += 1
    if parser.tokens[end].text == "]" and parser.tokens[parser.place + 1].text in "-.0123456789":
        parser.place = end + 1


def _column_letters(spec: str) -> str:
    return "".join(letter for letter in spec if letter in "lcr|")


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
