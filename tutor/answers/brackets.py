"""Everything between an opener and its closer: groups, rows, columns, matrices, conditions, cases, bars, LaTeX groups."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from tutor.answers.kinds import kind_of
from tutor.answers.lexer import Problem, Token
from tutor.answers.tree import Call, Cases, Comparison, Expr, Indicator, Matrix, Number, Power, Product, Quotient, Span

if TYPE_CHECKING:
    from tutor.answers.grammar import Parser

T = TypeVar("T")
Branch = tuple[Expr, Comparison | None]

COMPARISONS = frozenset(("<", "<=", ">", ">=", "==", "!="))
_SEPARATORS = frozenset((",", ";"))
_CLOSERS = {"(": ")", "[": "]", "{": "}"}


def enclosed(parser: Parser, closer: str, read: Callable[[], T]) -> T:
    """What stands between the current token, an opener, and its closer."""
    parser.openers.append((parser.token.start, parser.token.end))
    in_bars, parser.in_bars = parser.in_bars, False
    parser.advance()
    found = read()
    parser.in_bars = in_bars
    parser.expect(closer)
    return found


# round brackets


def round_bracket(parser: Parser) -> Expr:
    """A group, a condition ``(z > 0)``, or where a list is expected a row ``(a, b)``."""

    def inside() -> Expr:
        node = parser.expression()
        if parser.token.kind in COMPARISONS:
            return Indicator(comparison(parser, node))
        if parser.token.kind in _SEPARATORS and parser.names.lists:
            return _matrix(parser, [(node, False)])
        return node

    return enclosed(parser, ")", inside)


def arguments(parser: Parser) -> tuple[list[Expr], list[Span]]:
    """The arguments of a function, in any bracket, and the places of the commas between them."""
    commas: list[Span] = []

    def inside() -> list[Expr]:
        found: list[Expr] = []
        if parser.token.kind in _CLOSERS.values() and parser.names.matrices:
            return found
        found.append(parser.expression())
        while parser.token.kind in _SEPARATORS:
            comma = parser.advance()
            commas.append((comma.start, comma.end))
            found.append(parser.expression())
        if parser.token.kind in COMPARISONS and len(found) == 1:
            return [Indicator(comparison(parser, found[0]))]
        return found

    return enclosed(parser, _CLOSERS[parser.token.kind], inside), commas


# square brackets


def square_bracket(parser: Parser) -> Expr:
    """A row ``[a, b]``, a column ``[a; b]``, a matrix, a condition ``[z > 0]``, or a group ``[x + 1]``."""
    opener = parser.token
    try:
        return _unwrapped(_bracket(parser))
    except Problem as problem:
        raise _blamed(parser, opener, problem) from None


def _bracket(parser: Parser) -> Expr:
    """A bracket as typed: ``[x]`` is a matrix of one entry here."""

    def inside() -> Expr:
        first = _entry(parser)
        if parser.token.kind in COMPARISONS:
            return Indicator(comparison(parser, first[0]))
        return _matrix(parser, [first])

    return parser.nested(lambda: enclosed(parser, "]", inside), (parser.token.start, parser.token.end))


def _entry(parser: Parser) -> tuple[Expr, bool]:
    """An entry, and whether it is nothing but a bracket, so that ``[[a, b], [c, d]]`` can be put together."""
    if parser.token.kind != "[":
        return parser.expression(), False
    literal = _bracket(parser)
    if parser.token.kind in (",", ";", "]"):
        return literal, isinstance(literal, Matrix)
    parser.given = _unwrapped(literal)
    return parser.expression(), False


def _matrix(parser: Parser, first: list[tuple[Expr, bool]]) -> Matrix:
    """The rows of a bracket whose first entries are read."""
    rows = [first]
    while parser.token.kind in _SEPARATORS:
        separator = parser.advance()
        if separator.kind == ";":
            rows.append([])
        rows[-1].append(_entry(parser))
        if separator.kind == ";":
            continue
    if len(rows) == 1 and all(literal for _, literal in rows[0]):
        entries = [entry for entry, _ in rows[0] if isinstance(entry, Matrix)]
        if all(len(entry.rows) == 1 for entry in entries):
            return _rectangular(parser, [entry.rows[0] for entry in entries])
    return _rectangular(parser, [tuple(_unwrapped(entry) for entry, _ in row) for row in rows])


def _rectangular(parser: Parser, rows: list[tuple[Expr, ...]]) -> Matrix:
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            at = (parser.openers[-1][0], parser.token.end)
            raise Problem("ragged", at, row=number, n=len(row), first=len(rows[0]))
    return Matrix(tuple(rows))


def _unwrapped(node: Expr) -> Expr:
    """``[x + 1]`` alone is a group."""
    if (
        isinstance(node, Matrix)
        and len(node.rows) == 1
        and len(node.rows[0]) == 1
        and not isinstance(node.rows[0][0], Matrix)
    ):
        return node.rows[0][0]
    return node


def _blamed(parser: Parser, opener: Token, problem: Problem) -> Problem:
    """Where numbers are expected, prose and markup in brackets is no row: the bracket itself is what cannot be read."""
    code, (start, end) = problem.message.code, problem.at
    word = code.startswith("read.unknown") and end - start > 1
    at_once = code == "read.operand" and start == opener.end
    if parser.names.matrices or not (word or at_once or code in ("read.character", "read.dot", "read.quotes")):
        return problem
    return Problem("bracket", (opener.start, end), why=problem.message)


def one(parser: Parser, number: Number) -> Expr:
    """``1[z > 0]`` is the indicator; before any other bracket the 1 is a factor."""
    if parser.token.kind == "_":
        parser.advance()
    bracket = {"[": square_bracket, "{": brace, "(": round_bracket}.get(parser.token.kind)
    if bracket is None:
        raise Problem("character", (parser.previous.start, parser.previous.end), character="_ (U+005F)")
    node = bracket(parser)
    return node if isinstance(node, Indicator) else Product((number, node))


# conditions and cases


def comparison(parser: Parser, left: Expr) -> Comparison:
    """A comparison whose left side is read."""
    operator = parser.advance().kind
    right = parser.expression()
    if parser.token.kind in COMPARISONS:
        raise Problem("chain", (parser.token.start, parser.token.end))
    return Comparison(operator, left, right)


def condition(parser: Parser) -> Comparison:
    """A comparison, in brackets or not."""
    left = parser.expression()
    if isinstance(left, Indicator) and parser.token.kind not in COMPARISONS:
        return left.condition
    if parser.token.kind not in COMPARISONS:
        raise Problem("condition", (parser.token.start, parser.token.end))
    return comparison(parser, left)


def brace(parser: Parser) -> Expr:
    """Cases ``{0 if z <= 0; x if z > 0}``, or a LaTeX group."""
    opener = parser.token
    inside = Token("start", 0, 0)

    def read() -> Expr:
        nonlocal inside
        inside = parser.token
        if inside.kind == "}":
            raise Problem("nothing", (opener.start, inside.end))
        if inside.kind == "begin":
            return _cases_environment(parser)
        return cases(parser, "}")

    try:
        parser.openers.append((opener.start, opener.end))
        in_bars, parser.in_bars = parser.in_bars, False
        parser.advance()
        node = read()
        parser.in_bars = in_bars
        if inside.kind == "begin" and parser.token.kind != "}":
            parser.openers.pop()
            return node
        parser.expect("}")
        return node
    except Problem as problem:
        raise (problem if inside.kind == "begin" else _blamed(parser, opener, problem)) from None


def cases(parser: Parser, closer: str) -> Expr:
    """Branches up to the closer; one value without a condition is a group."""
    branches: list[Branch] = []
    while True:
        branch = _branch(parser, closer, first=not branches)
        if isinstance(branch, tuple):
            branches.append(branch)
        else:
            return branch
        if parser.token.kind == "otherwise":
            parser.advance()
            branches.append((parser.expression(), None))
        if branches[-1][1] is None or parser.token.kind not in _SEPARATORS:
            break
        parser.advance()
        if parser.token.kind == closer:
            break
    return Cases(tuple(branches))


def _branch(parser: Parser, closer: str, first: bool) -> Branch | Expr:
    if parser.token.kind == "otherwise":
        parser.advance()
        if parser.token.kind in (",", ":"):
            parser.advance()
        return parser.expression(), None
    value = parser.expression()
    if parser.token.kind in COMPARISONS:
        tested = comparison(parser, value)
        if parser.token.kind == closer and first:
            return Indicator(tested)
        if parser.token.kind not in (":", ","):
            raise parser.unexpected()
        parser.advance()
        return parser.expression(), tested
    return finished_branch(parser, value, first)


def finished_branch(parser: Parser, value: Expr, first: bool) -> Branch | Expr:
    """The branch whose value is read: its condition follows, after ``if`` or a comma."""
    if parser.token.kind in (",", ":"):
        parser.advance()
        if parser.token.kind not in ("if", "otherwise"):
            return value, condition(parser)
    if parser.token.kind == "otherwise":
        parser.advance()
        return value, None
    if parser.token.kind == "if":
        parser.advance()
        return value, condition(parser)
    return value if first else (value, None)


def open_cases(parser: Parser, value: Expr) -> Expr:
    """Cases without braces, ``0 si z <= 0, x si z > 0``: the first value is read and the current token is ``if``."""
    start = parser.token.start
    try:
        parser.advance()
        branches: list[Branch] = [(value, condition(parser))]
        if parser.token.kind == "otherwise" or parser.token.kind in _SEPARATORS:
            if parser.token.kind in _SEPARATORS:
                parser.advance()
            rest = cases(parser, "end")
            branches.extend(rest.branches if isinstance(rest, Cases) else ((rest, None),))
        return Cases(tuple(branches))
    except Problem as problem:
        if problem.message.code == "read.unclosed":
            raise
        raise Problem("condition", (start, problem.at[1])) from None


# bars


def bars(parser: Parser) -> Expr:
    """An absolute value; ``||x||`` of a vector is its norm."""
    parser.openers.append((parser.token.start, parser.token.end))
    in_bars, parser.in_bars = parser.in_bars, True
    parser.advance()
    if parser.token.kind == "end":
        raise parser.unexpected()
    double = parser.token.kind == "|" and parser.token.start == parser.previous.end
    node = parser.expression()
    parser.in_bars = in_bars
    adjoining = parser.previous.kind == "|" and parser.previous.end == parser.token.start
    parser.expect("|")
    if double and adjoining and isinstance(node, Call) and node.function == "abs":
        if kind_of(node.arguments[0], parser.names.shapes) != "number":
            _skip_norm_index(parser)
            return Call("norm", node.arguments)
    return Call("abs", (node,))


def norm(parser: Parser) -> Expr:
    """``‖x‖``, with a 2 below or without."""
    token = parser.token
    if not parser.names.matrices:
        raise Problem("character", (token.start, token.end), character=f"{token.text} (U+2016)")
    in_norm, parser.in_norm = parser.in_norm, True
    node = enclosed(parser, "‖", parser.expression)
    parser.in_norm = in_norm
    _skip_norm_index(parser)
    return Call("norm", (node,))


def _skip_norm_index(parser: Parser) -> None:
    if parser.token.kind == "_":
        place = (parser.token.start, parser.token.end)
        parser.advance()
        index = subscript(parser)
        if index != Number(Fraction(2), "2"):
            raise Problem("norm", place)


def subscript(parser: Parser) -> Expr:
    """What stands below, in braces or as one token: the base of ``log_2``."""
    if parser.token.kind in ("{", "("):
        return enclosed(parser, _CLOSERS[parser.token.kind], parser.expression)
    if parser.token.kind not in ("number", "variable", "constant"):
        raise parser.missing()
    return parser.primary()


# LaTeX


def _groups(parser: Parser, count: int) -> list[Expr]:
    """The arguments of a LaTeX command, the current token: groups in braces or one character each (``\\frac12``)."""
    found: list[Expr] = []
    parser.lexer.single = True
    parser.advance()
    for left in range(count - 1, -1, -1):
        if parser.token.kind == "{":
            parser.lexer.single = False
            parser.openers.append((parser.token.start, parser.token.end))
            in_bars, parser.in_bars = parser.in_bars, False
            parser.advance()
            found.append(parser.expression())
            parser.in_bars, parser.lexer.single = in_bars, left > 0
            parser.expect("}")
        else:
            parser.lexer.single = left > 0
            found.append(parser.primary())
    parser.lexer.single = False
    return found


def fraction(parser: Parser) -> Expr:
    """``\\frac{a}{b}``."""
    above, below = _groups(parser, 2)
    return Quotient(above, below)


def latex_root(parser: Parser) -> Expr:
    """``\\sqrt{x}``, ``\\sqrt[n]{x}``, ``\\sqrt(x)``."""
    after = parser.lexer.text[parser.lexer.place :].lstrip()
    if after.startswith("("):
        parser.advance()
        return parser.applied("sqrt", parser.previous.start)
    if after.startswith("["):
        parser.advance()
        return indexed_root(parser)
    return Call("sqrt", tuple(_groups(parser, 1)))


def indexed_root(parser: Parser) -> Expr:
    """``[n]{x}`` after a root; without a second bracket the first one holds the argument."""
    index = enclosed(parser, "]", parser.expression)
    if parser.token.kind not in ("{", "("):
        return Call("sqrt", (index,))
    argument = arguments(parser)[0][0]
    if index == Number(Fraction(2), "2"):
        return Call("sqrt", (argument,))
    return Power(argument, Quotient(Number(Fraction(1), "1"), index))


def environment(parser: Parser) -> Expr:
    """A LaTeX matrix, determinant or cases."""
    name = parser.token.text
    if name in ("cases", "dcases", "rcases"):
        return _cases_environment(parser)
    matrix = _rectangular(parser, _cells(parser, lambda: parser.expression()))
    return Call("det", (matrix,)) if name == "vmatrix" else matrix


def _cells(parser: Parser, read: Callable[[], T]) -> list[tuple[T, ...]]:
    def inside() -> list[tuple[T, ...]]:
        rows: list[list[T]] = [[read()]]
        while parser.token.kind in ("&", "\\\\"):
            if parser.advance().kind == "\\\\":
                if parser.token.kind == "finish":
                    break
                rows.append([])
            rows[-1].append(read())
        return [tuple(row) for row in rows]

    parser.openers.append((parser.token.start, parser.token.end))
    in_bars, parser.in_bars = parser.in_bars, False
    parser.advance()
    rows = inside()
    parser.in_bars = in_bars
    if parser.token.kind != "finish":
        raise parser.unexpected()
    parser.openers.append((parser.token.start, parser.token.end))
    parser.openers.pop()
    parser.openers.pop()
    parser.advance()
    return rows


def _cases_environment(parser: Parser) -> Expr:
    branches: list[Branch] = []

    def row() -> Branch:
        value = parser.expression()
        if parser.token.kind == ",":
            parser.advance()
        if parser.token.kind == "&":
            parser.advance()
        if parser.token.kind in ("finish", "\\\\"):
            return value, None
        if parser.token.kind not in ("if", "otherwise"):
            return value, condition(parser)
        branch = finished_branch(parser, value, first=False)
        assert isinstance(branch, tuple)
        return branch

    branches = [branch for cells in _cells(parser, row) for branch in cells]
    return Cases(tuple(branches))


def is_indicator(node: Expr) -> bool:
    """Whether a bracket held a condition."""
    return isinstance(node, Indicator)
