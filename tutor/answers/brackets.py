"""Everything between an opener and its closer: groups, rows, columns, matrices, conditions, bars."""

from collections.abc import Sequence
from fractions import Fraction

from tutor.answers.characters import describe
from tutor.answers.conditions import cases, comparison
from tutor.answers.parser import Parser
from tutor.answers.tokens import COMPARISONS, SEPARATORS, ReadError, Token
from tutor.answers.tree import Call, Expr, Indicator, Matrix, Number, Product, Span

CLOSERS = {"(": ")", "[": "]", "{": "}"}
_PROSE = tuple(f"read.{code}" for code in ("unknown", "character", "dot", "quotes", "condition", "unexpected"))


def round_bracket(parser: Parser) -> Expr:
    """A group, a condition ``(z > 0)``, or where a list is expected a row ``(a, b)``."""

    def inside() -> Expr:
        node = parser.expression()
        if parser.token.kind in COMPARISONS:
            return Indicator(comparison(parser, node))
        if parser.token.kind in SEPARATORS and parser.names.rows:
            return _matrix(parser, node)
        return node

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
        found = [parser.expression()]
        while parser.token.kind in SEPARATORS:
            commas.append(parser.advance().at)
            found.append(parser.expression())
        if parser.token.kind in COMPARISONS and not commas:
            return [Indicator(comparison(parser, found[0]))]
        return found

    return parser.enclosed(CLOSERS[parser.token.kind], inside), commas


def brace(parser: Parser) -> Expr:
    """Cases ``{0 if z <= 0; x if z > 0}``, or a LaTeX group."""
    opener = parser.token

    def inside() -> Expr:
        if parser.token.kind == "}":
            raise ReadError("nothing", (opener.start, parser.token.end))
        return cases(parser, "}")

    try:
        return parser.enclosed("}", inside)
    except ReadError as problem:
        raise _blamed(parser, opener, problem) from None


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
        if parser.token.kind in COMPARISONS:
            return Indicator(comparison(parser, first))
        matrix = _matrix(parser, first, literal)
        if parser.names.matrices:
            _ask_about_blanks(parser, matrix)
        return matrix

    return parser.nested(lambda: parser.enclosed("]", inside), parser.token.at)


def _ask_about_blanks(parser: Parser, matrix: Matrix) -> None:
    """``[3y 3x]`` and ``[1 0; 0 1]`` are rows to some; ``[2 x; 3 y]`` is a column of products."""
    token, depth = parser.token, len(parser.openers)
    alone = len(matrix.rows) == len(matrix.rows[0]) == 1
    blanks = [at for deep, at in parser.blanks if deep == depth and at > parser.openers[-1][0]] if alone else []
    if token.kind == "number" and token.spaced:
        blanks.append(token.start)
    if blanks:
        raise ReadError("blanks", (blanks[0] - 1, blanks[0]))


def _entry(parser: Parser) -> tuple[Expr, bool]:
    """An entry, and whether it is nothing but a bracket, so that ``[[a, b], [c, d]]`` can be put together."""
    if parser.token.kind != "[":
        return parser.expression(), False
    node = _bracket(parser)
    if parser.token.kind in (",", ";", "]"):
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
    if parser.token.kind == "_":
        parser.advance()
    bracket = {"[": square_bracket, "{": brace, "(": round_bracket}.get(parser.token.kind)
    if bracket is None:
        raise ReadError("character", parser.previous.at, character=describe("_"))
    node = bracket(parser)
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
        if subscript(parser) != Number(Fraction(2), "2"):
            raise ReadError("norm", at)


def subscript(parser: Parser) -> Expr:
    """What stands below, in brackets or as one token: the base of ``log_2``."""
    if parser.token.kind in ("{", "("):
        return parser.enclosed(CLOSERS[parser.token.kind], parser.expression)
    if parser.token.kind not in ("number", "variable", "constant"):
        raise parser.missing()
    return parser.primary()
