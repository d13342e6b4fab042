"""LaTeX with arguments: fractions, roots, environments."""

from collections.abc import Callable
from typing import TypeVar

from tutor.answers.brackets import arguments, rectangular
from tutor.answers.conditions import row_of_cases
from tutor.answers.latex_input import CASES
from tutor.answers.parser import ONE, TWO, Parser
from tutor.answers.tree import Call, Cases, Expr, Power, Quotient

T = TypeVar("T")

_IN_A_BRACE = frozenset(("array", "matrix", "aligned"))
"""Environments that hold cases after a brace."""


def _groups(parser: Parser, count: int) -> list[Expr]:
    r"""The arguments of a command, the current token: groups in braces, or one character each (``\frac12``)."""
    found: list[Expr] = []
    parser.lexer.single = True
    parser.advance()
    for left in range(count - 1, -1, -1):

        def argument(more: bool = left > 0) -> Expr:
            node = parser.expression()
            parser.lexer.single = more
            return node

        if parser.token.kind == "{":
            parser.lexer.single = False
            found.append(parser.enclosed("}", argument))
        else:
            parser.lexer.single = left > 0
            found.append(parser.primary())
    parser.lexer.single = False
    return found


def fraction(parser: Parser) -> Expr:
    r"""``\frac{a}{b}``."""
    above, below = _groups(parser, 2)
    return Quotient(above, below)


def root(parser: Parser) -> Expr:
    r"""``\sqrt{x}``, ``\sqrt[n]{x}``, ``\sqrt(x)``."""
    after = parser.lexer.text[parser.lexer.place :].lstrip()
    if after.startswith("("):
        parser.advance()
        return Call("sqrt", (arguments(parser)[0][0],))
    if after.startswith("["):
        parser.advance()
        return indexed_root(parser)
    return Call("sqrt", tuple(_groups(parser, 1)))


def indexed_root(parser: Parser) -> Expr:
    """``[n]{x}`` after a root; without a second bracket the first one holds the argument."""
    index = parser.enclosed("]", parser.expression)
    if parser.token.kind not in ("{", "("):
        return Call("sqrt", (index,))
    return root_of(arguments(parser)[0][0], index)


def root_of(argument: Expr, index: Expr) -> Expr:
    """A root as it is kept: the square root as a function, any other as a power."""
    if index == TWO:
        return Call("sqrt", (argument,))
    return Power(argument, Quotient(ONE, index))


def environment(parser: Parser) -> Expr:
    """A matrix, a determinant or cases; cases are also an array after a brace."""
    token = parser.token
    if token.text in CASES or (token.text in _IN_A_BRACE and parser.previous.kind == "{"):
        return _cases(parser)
    rows = rectangular(_cells(parser, parser.expression), token.at)
    return Call("det", (rows,)) if token.text == "vmatrix" else rows


def _cases(parser: Parser) -> Expr:
    rows = _cells(parser, lambda: row_of_cases(parser))
    branches = tuple(branch for cells in rows for branch in cells)
    return branches[0][0] if len(branches) == 1 and branches[0][1] is None else Cases(branches)


def _cells(parser: Parser, read: Callable[[], T]) -> list[tuple[T, ...]]:
    def inside() -> list[tuple[T, ...]]:
        rows: list[list[T]] = [[read()]]
        while parser.token.kind in ("&", ",", "\\\\"):
            if parser.advance().kind == "\\\\":
                if parser.token.kind == "finish":
                    break
                rows.append([])
            rows[-1].append(read())
        return [tuple(row) for row in rows]

    return parser.enclosed("finish", inside)
