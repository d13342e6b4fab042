"""Everything between an opener and its closer: groups, rows, columns, matrices, conditions, bars."""

import re
from collections.abc import Callable, Mapping, Sequence

from tutor.answers.characters import describe
from tutor.answers.conditions import cases, comparison, is_compared, open_cases
from tutor.answers.parser import TWO, Parser
from tutor.answers.tokens import SEPARATORS, ReadError, Token
from tutor.answers.tree import Call, Expr, Indicator, Matrix, Number, Product, Span

CLOSERS = {"(": ")", "[": "]", "{": "}"}
_PROSE = tuple(f"read.{code}" for code in ("unknown", "character", "dot", "quotes", "condition", "unexpected"))


_TEST = re.compile(r"[<>=≤≥≠]|\\[lgn](?:eq?|t)(?![A-Za-z])|\b(?:if|si|otherwise|else)\b")


def _is_tested(text: str, start: int) -> bool:
    """Whether a condition stands before the brace that begins at `start` is closed: these are cases and no list."""
    depth = 1
    for end in range(start, len(text)):
        depth += (text[end] == "{") - (text[end] == "}")
        if depth == 0:
            return _TEST.search(text, start, end) is not None
    return False


def round_bracket(parser: Parser) -> Expr:
    """A group, a condition ``(z > 0)``, or where a list is expected a row ``(a, b)``."""

    def inside() -> Expr:
        node, literal = _entry(parser)
        if is_compared(parser, node):
            return Indicator(comparison(parser, node))
        if parser.token.kind == "if":
            return open_cases(parser, node)
        if parser.token.kind in SEPARATORS and parser.names.rows:
            return _matrix(parser, node, literal)
        return _unwrapped(node)

    return parser.enclosed(")", inside)


def angle_bracket(parser: Parser) -> Expr:
    """A row ``<a, b>`` or ``⟨a, b⟩``, where a list is expected; of two vectors it is their dot product."""
    token = parser.token
    if not (parser.names.rows or parser.names.shaped):
        raise parser.missing() if token.kind == "<" else parser.unexpected()
    row = parser.enclosed(">" if token.kind == "<" else "⟩", lambda: _matrix(parser, parser.expression()))
    vectors = row.rows[0] if len(row.rows) == 1 else ()
    is_dot = len(vectors) == 2 and all(parser.kind_of(vector) == "column" for vector in vectors)
    return Call("dot", vectors) if is_dot else row


def arguments(parser: Parser, none: bool = False) -> tuple[list[Expr], list[Span]]:
    """The arguments of a function, in any bracket, and the places of the commas; `none` where there may be none."""
    commas: list[Span] = []

    def inside() -> list[Expr]:
        if none and parser.token.kind in CLOSERS.values():
            return []
        found = [_argument(parser)]
        while parser.token.kind in SEPARATORS:
            commas.append(parser.advance().at)
            found.append(_argument(parser))
        return found

    return parser.enclosed(CLOSERS[parser.token.kind], inside), commas


def _argument(parser: Parser) -> Expr:
    node = parser.expression()
    return Indicator(comparison(parser, node)) if is_compared(parser, node) else node


def brace(parser: Parser) -> Expr:
    """Cases ``{0 if z <= 0; x if z > 0}``, or a LaTeX group."""
    opener = parser.token

    def inside() -> Expr:
        if parser.token.kind == "}":
            raise ReadError("nothing", (opener.start, parser.token.end))
        if parser.names.lists and not _is_tested(parser.lexer.text, opener.end):
            node, literal = _entry(parser)
            return _matrix(parser, node, literal) if parser.token.kind in SEPARATORS else _unwrapped(node)
        return cases(parser, "}")

    try:
        return parser.enclosed("}", inside)
    except ReadError as problem:
        raise _blamed(parser, opener, problem) from None


_LISTS: Mapping[str, Callable[[Parser], Expr]] = {"(": round_bracket, "{": brace}
"""Brackets that hold a row where one is expected."""


# square brackets


def square_bracket(parser: Parser) -> Expr:
    """A row ``[a, b]``, a column ``[a; b]``, a matrix, a condition ``[z > 0]``, or a group ``[x + 1]``."""
    opener = parser.token
    try:
        return _unwrapped(_bracket(parser))
    except ReadError as problem:
        raise _blamed(parser, opener, problem) from None


def _bracket(parser: Parser) -> Expr:
    """A bracket as typed: ``[x]`` is a matrix of one entry here."""

    def inside() -> Expr:
        if parser.token.kind == "]":
            raise ReadError("nothing", (parser.previous.start, parser.token.end))
        first, literal = _entry(parser)
        if is_compared(parser, first):
            return Indicator(comparison(parser, first))
        return _matrix(parser, first, literal)

    return parser.enclosed("]", inside)


def _entry(parser: Parser) -> tuple[Expr, bool]:
    """An entry, and whether it is nothing but a bracket, so that ``[[a, b], [c, d]]`` can be put together."""
    kind, start = parser.token.kind, parser.token.start
    read = _bracket if kind == "[" else _LISTS.get(kind) if parser.names.rows else None
    if read is None:
        return parser.expression(), False
    node = parser.placed(parser.nested(lambda: read(parser), parser.token.at), start)
    if parser.token.kind in (",", ";", *CLOSERS.values()):
        return node, isinstance(node, Matrix)
    parser.given = _unwrapped(node)
    return parser.expression(), False


def open_row(parser: Parser, first: Expr) -> Expr:
    """A row without brackets, ``2x, 2y``, where a list is expected; its first entry is read."""
    return _matrix(parser, first)


def _matrix(parser: Parser, first: Expr, literal: bool = False) -> Matrix:
    """The rows of a bracket whose first entry is read; bracketed rows are put together."""
    start = parser.openers[-1][0] if parser.openers else 0
    rows = [[(first, literal)]]
    while parser.token.kind in SEPARATORS:
        if parser.advance().kind == ";":
            rows.append([])
        rows[-1].append(_entry(parser))
    at = (start, parser.token.end)
    if rows == [[(first, True)]]:
        return Matrix(((first,),))
    if len(rows) == 1:
        inner = [
            entry.rows[0] for entry, alone in rows[0] if alone and isinstance(entry, Matrix) and len(entry.rows) == 1
        ]
        if len(inner) == len(rows[0]):
            return rectangular(inner, at)
    return rectangular([tuple(_unwrapped(entry) if alone else entry for entry, alone in row) for row in rows], at)


def rectangular(rows: Sequence[tuple[Expr, ...]], at: Span) -> Matrix:
    """A matrix of rows of one length."""
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            raise ReadError("ragged", at, row=number, n=len(row), first=len(rows[0]))
    return Matrix(tuple(rows))


def _unwrapped(node: Expr) -> Expr:
    """``[x + 1]`` alone is a group, and so is the outer bracket of ``[[x]]``."""
    if isinstance(node, Matrix) and len(node.rows) == len(node.rows[0]) == 1:
        return node.rows[0][0]
    return node


def _blamed(parser: Parser, opener: Token, problem: ReadError) -> ReadError:
    """Where numbers are expected, prose and markup in brackets is no row: the bracket itself is what cannot be read."""
    code, (start, end) = problem.message.code, problem.at
    separators = "<>=≤≥≠&" if code == "read.condition" else "<>=≤≥≠&,;"
    alone = not any(mark in separators for mark in parser.lexer.text[opener.end : start])
    at_once = code == "read.operand" and start == opener.end
    if parser.names.matrices or not alone or not (at_once or code.startswith(_PROSE)):
        return problem
    return ReadError("bracket", (opener.start, end), why=problem.message)


def one(parser: Parser, number: Number) -> Expr:
    """``1[z > 0]`` and ``1_{z > 0}`` are the indicator; before any other bracket the 1 is a factor."""
    below = parser.token.kind == "_"
    if below:
        parser.advance()
    start = parser.token.start
    bracket = {"[": square_bracket, "{": brace, "(": round_bracket}.get(parser.token.kind)
    if bracket is None:
        raise ReadError("character", parser.previous.at, character=describe("_"))
    node = bracket(parser)
    if below and not isinstance(node, Indicator):
        raise ReadError("condition", (start, parser.previous.end))
    return node if isinstance(node, Indicator) else Product((number, node))


# bars


def bars(parser: Parser) -> Expr:
    """An absolute value; ``|A|`` of a matrix is its determinant and ``||x||`` of a vector its norm."""
    parser.openers.append(parser.token.at)
    in_bars, parser.in_bars = parser.in_bars, True
    parser.advance()
    if parser.token.kind == "end":
        raise parser.unexpected()
    doubled = parser.token.kind == "|" and parser.token.start == parser.previous.end
    node = parser.expression()
    parser.in_bars = in_bars
    doubled = doubled and parser.previous.kind == "|" and parser.previous.end == parser.token.start
    parser.expect("|")
    inner = node.arguments[0] if isinstance(node, Call) and node.function in ("abs", "det") else None
    if doubled and inner is not None and parser.kind_of(inner) != "number":
        _skip_norm_index(parser)
        return Call("norm", (inner,))
    return Call("det" if parser.kind_of(node) == "matrix" else "abs", (node,))


def norm(parser: Parser) -> Expr:
    """``‖x‖``, with a 2 below or without."""
    token = parser.token
    if not parser.names.matrices:
        raise ReadError("character", token.at, character=describe("‖"))
    in_norm, parser.in_norm = parser.in_norm, True
    node = parser.enclosed("‖", parser.expression)
    parser.in_norm = in_norm
    _skip_norm_index(parser)
    return Call("norm", (node,))


def _skip_norm_index(parser: Parser) -> None:
    if parser.token.kind == "_":
        at = parser.advance().at
        if subscript(parser) != TWO:
            raise ReadError("norm", at)


def subscript(parser: Parser) -> Expr:
    """What stands below, in brackets or as one token: the base of ``log_2``."""
    if parser.token.kind in ("{", "("):
        return parser.enclosed(CLOSERS[parser.token.kind], parser.expression)
    if parser.token.kind not in ("number", "variable", "constant"):
        raise parser.missing()
    return parser.primary()
