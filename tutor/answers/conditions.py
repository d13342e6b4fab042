"""Comparisons, and the values that depend on them: ``{0 if z <= 0; x if z > 0}``, with braces or without."""

from tutor.answers.parser import Parser
from tutor.answers.tokens import COMPARISONS, SEPARATORS, ReadError
from tutor.answers.tree import Cases, Comparison, Expr, Indicator

Branch = tuple[Expr, Comparison | None]


def comparison(parser: Parser, left: Expr) -> Comparison:
    """A comparison whose left side is read."""
    operator = parser.advance().kind
    right = parser.expression()
    if parser.token.kind in COMPARISONS:
        raise ReadError("chain", parser.token.at)
    return Comparison(operator, left, right)


def condition(parser: Parser) -> Comparison:
    """A comparison, in brackets or not."""
    left = parser.expression()
    if parser.token.kind in COMPARISONS:
        return comparison(parser, left)
    if isinstance(left, Indicator):
        return left.condition
    raise ReadError("condition", parser.token.at)


def cases(parser: Parser, closer: str) -> Expr:
    """Branches up to the closer; a value alone is itself, and a condition alone its indicator."""
    branches: list[Branch] = []
    while True:
        branch = _branch(parser, closer, first=not branches)
        if not isinstance(branch, tuple):
            return branch
        branches.append(branch)
        if _accept(parser, "otherwise"):
            branches.append((parser.expression(), None))
        if branches[-1][1] is None or parser.token.kind not in SEPARATORS:
            break
        parser.advance()
        if parser.token.kind == closer:
            break
    return Cases(tuple(branches))


def _branch(parser: Parser, closer: str, first: bool) -> Branch | Expr:
    if _accept(parser, "otherwise"):
        _accept(parser, ",", ":")
        return parser.expression(), None
    value = parser.expression()
    if parser.token.kind not in COMPARISONS:
        follows = parser.token.kind in ("if", "otherwise", ",", ":")
        return (value, _condition_after(parser)) if follows or not first else value
    tested = comparison(parser, value)
    if parser.token.kind == closer and first:
        return Indicator(tested)
    if not _accept(parser, ",", ":"):
        raise parser.unexpected()
    return parser.expression(), tested


def _condition_after(parser: Parser) -> Comparison | None:
    """The condition after a value: after ``if``, a comma or both; None where it is left out or says “otherwise”."""
    comma = _accept(parser, ",", ":")
    if _accept(parser, "otherwise"):
        return None
    return condition(parser) if _accept(parser, "if") or comma else None


def _accept(parser: Parser, *kinds: str) -> bool:
    if parser.token.kind in kinds:
        parser.advance()
        return True
    return False


def open_cases(parser: Parser, value: Expr) -> Expr:
    """Cases without braces, ``0 si z <= 0, x si z > 0``: the first value is read and the current token is ``if``."""
    start = parser.token.start
    try:
        parser.advance()
        branches: list[Branch] = [(value, condition(parser))]
        if parser.token.kind == "otherwise" or _accept(parser, *SEPARATORS):
            rest = cases(parser, "end")
            branches.extend(rest.branches if isinstance(rest, Cases) else ((rest, None),))
        return Cases(tuple(branches))
    except ReadError as problem:
        if problem.message.code == "read.unclosed":
            raise
        raise ReadError("condition", (start, problem.at[1])) from None


def row_of_cases(parser: Parser) -> Branch:
    r"""A row of a LaTeX cases environment: ``x & z > 0``, ``x, & \text{if } z > 0``."""
    value = parser.expression()
    _accept(parser, ",")
    _accept(parser, "&")
    if _accept(parser, "otherwise") or parser.token.kind in ("finish", "\\\\"):
        return value, None
    _accept(parser, "if")
    return value, condition(parser)
