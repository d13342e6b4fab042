"""``Piecewise((x, z > 0), (0, True))`` and ``piecewise(z > 0, x, 0)``: how computer algebra systems write cases."""

from collections.abc import Sequence

from tutor.answers.brackets import CLOSERS
from tutor.answers.conditions import comparison, is_compared
from tutor.answers.parser import Parser
from tutor.answers.tokens import SEPARATORS, ReadError
from tutor.answers.tree import Cases, Comparison, Expr, Span

Part = Expr | None
"""A value, a condition, or None for ``True`` and “otherwise”."""


def piecewise(parser: Parser) -> Cases:
    """Cases from values and conditions by turns, whichever comes first, in brackets of their own or not."""
    start = parser.token.start
    parts = parser.enclosed(CLOSERS[parser.token.kind], lambda: _parts(parser))
    at = start, parser.previous.end
    branches = [_branch(parts[place : place + 2], at) for place in range(0, len(parts), 2)]
    if any(test is None for _, test in branches[:-1]):
        raise ReadError("condition", at)
    return Cases(tuple(branches))


def _branch(pair: Sequence[Part], at: Span) -> tuple[Expr, Comparison | None]:
    value, test = sorted(pair, key=_is_test) if len(pair) == 2 else (pair[0], None)
    if value is None or isinstance(value, Comparison) or not (test is None or isinstance(test, Comparison)):
        raise ReadError("condition", at)
    return value, test


def _is_test(part: Part) -> bool:
    return part is None or isinstance(part, Comparison)


def _parts(parser: Parser) -> list[Part]:
    """The parts of a list, those of the brackets in it among them."""
    found = _part(parser)
    while parser.token.kind in SEPARATORS:
        parser.advance()
        found += _part(parser)
    return found


def _part(parser: Parser) -> list[Part]:
    if parser.token.kind == "otherwise":
        parser.advance()
        return [None]
    if parser.token.kind in CLOSERS:
        closer = CLOSERS[parser.token.kind]
        inner = parser.nested(lambda: parser.enclosed(closer, lambda: _parts(parser)), parser.token.at)
        if parser.token.kind in (*SEPARATORS, *CLOSERS.values()) or len(inner) > 1 or _is_test(inner[0]):
            return inner
        parser.given = inner[0]
    node = parser.expression()
    return [comparison(parser, node) if is_compared(parser, node) else node]
