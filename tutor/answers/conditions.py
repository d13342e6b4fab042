"""Comparisons, and the values that depend on them: ``{0 if z <= 0; x if z > 0}``, with braces or without."""

from collections.abc import Iterator
from contextlib import contextmanager

from tutor.answers.parser import Parser
from tutor.answers.tables import JOINING
from tutor.answers.tokens import COMPARISONS, SEPARATORS, ReadError
from tutor.answers.tree import Cases, Comparison, Expr, Indicator

Branch = tuple[Expr, Comparison | None]

_ONE_WAY = (frozenset(("<", "<=")), frozenset((">", ">=")))


def comparison(parser: Parser, left: Expr) -> Comparison:
    """A condition whose first side is read: comparisons, two-sided ones too, joined by “and” and “or”."""
    found = _both(parser, left)
    while _accept(parser, "or"):
        found = Comparison("or", found, _both(parser, parser.expression()))
    return found


def _both(parser: Parser, left: Expr) -> Comparison:
    found = _one(parser, left)
    while _accept(parser, "and"):
        found = Comparison("and", found, _one(parser, parser.expression()))
    return found


def _one(parser: Parser, left: Expr) -> Comparison:
    """``z > 0``, ``0 < z < 1``, or a condition in brackets, which is read already."""
    if isinstance(left, Indicator) and parser.token.kind not in COMPARISONS:
        return left.condition
    if parser.token.kind not in COMPARISONS and parser.token.kind != "=":
        raise ReadError("condition", parser.token.at)
    first, middle = parser.advance().kind, parser.expression()
    found = Comparison("==" if first == "=" else first, left, middle)
    if parser.token.kind not in COMPARISONS:
        return found
    if not any({first, parser.token.kind} <= way for way in _ONE_WAY):
        raise ReadError("chain", parser.token.at)
    second = parser.advance().kind
    return Comparison("and", found, Comparison(second, middle, parser.expression()))


def is_compared(parser: Parser, left: Expr) -> bool:
    """Whether what is read is the first side of a condition that goes on."""
    kind = parser.token.kind
    return kind in COMPARISONS or (kind in JOINING and isinstance(left, Indicator))


def condition(parser: Parser) -> Comparison:
    """A comparison, in brackets or not."""
    return comparison(parser, parser.expression())


def cases(parser: Parser, closer: str, begun: Branch | None = None) -> Expr:
    """Branches up to the closer, the first perhaps read; a value alone is itself, a condition alone its indicator."""
    branches: list[Branch] = []
    while True:
        branch = begun if begun and not branches else _branch(parser, closer, first=not branches)
        if not isinstance(branch, tuple):
            return branch
        branches.append(branch)
        while _accept(parser, "otherwise"):
            branches.append(_otherwise(parser))
        if branches[-1][1] is None or parser.token.kind not in SEPARATORS:
            break
        parser.advance()
        if parser.token.kind == closer:
            break
    return Cases(tuple(branches))


def _otherwise(parser: Parser) -> Branch:
    """The value after “otherwise”; with a condition of its own it is one more case."""
    _accept(parser, ",", ":")
    value = parser.expression()
    return value, condition(parser) if _accept(parser, "if") else None


def _branch(parser: Parser, closer: str, first: bool) -> Branch | Expr:
    if _accept(parser, "otherwise"):
        return _otherwise(parser)
    if _accept(parser, "if"):
        return _after_its_condition(parser, condition(parser))
    value = parser.expression()
    if not is_compared(parser, value):
        follows = parser.token.kind in ("if", "otherwise", ",", ":")
        return (value, _condition_after(parser)) if follows or not first else value
    tested = comparison(parser, value)
    if parser.token.kind == closer and first:
        return Indicator(tested)
    return _after_its_condition(parser, tested)


def _after_its_condition(parser: Parser, tested: Comparison) -> Branch:
    """The value that comes after its condition: ``z > 0: x``, ``if z > 0 then x``."""
    if not _accept(parser, ",", ":", "then"):
        raise parser.unexpected()
    return parser.expression(), tested


def _condition_after(parser: Parser) -> Comparison | None:
    """The condition after a value: after ``if``, a comma or both; None where it is left out or says “otherwise”."""
    comma = _accept(parser, ",", ":")
    if _accept(parser, "otherwise"):
        return None
    return condition(parser) if _accept(parser, "if") or comma else None


def open_cases(parser: Parser, value: Expr) -> Expr:
    """Cases without braces, ``0 si z <= 0, x si z > 0``: the first value is read and the current token is ``if``."""
    with blaming(parser, parser.token.start):
        parser.advance()
        return cases(parser, "end", (value, condition(parser)))


def conditional(parser: Parser) -> Expr:
    """Cases that begin with their condition, ``si z > 0: x; si no: 0``; the ``if`` is read."""
    return cases(parser, "end", _after_its_condition(parser, condition(parser)))


@contextmanager
def blaming(parser: Parser, start: int) -> Iterator[None]:
    """What goes wrong after an ``if`` is no condition: the message says so, from the ``if`` on."""
    try:
        yield
    except ReadError as problem:
        if problem.message.code == "read.unclosed":
            raise
        raise ReadError("condition", (start, problem.at[1])) from None


def row_of_cases(parser: Parser) -> Branch:
    r"""A row of a LaTeX cases environment: ``x & z > 0``, ``x, & \text{if } z > 0,``."""
    value = parser.expression()
    _accept(parser, ",")
    _accept(parser, "&")
    _accept(parser, ":")
    test = None
    if not _accept(parser, "otherwise") and parser.token.kind not in ("finish", "\\\\"):
        _accept(parser, "if")
        test = condition(parser)
    _accept(parser, ",", ";", "·")
    return value, test


def _accept(parser: Parser, *kinds: str) -> bool:
    if parser.token.kind in kinds:
        parser.advance()
        return True
    return False
