r"""Lengths as room on the screen: ``\hspace{1em}``, ``\kern-2pt``."""

import re

from tutor.typeset.lexer import Token
from tutor.typeset.nodes import Node, Space
from tutor.typeset.parser import Parser

_CELLS_PER_UNIT = {
    "em": 2.0,
    "ex": 1.0,
    "mu": 1 / 9,
    "pt": 0.2,
    "cm": 5.0,
    "mm": 0.5,
    "in": 12.0,
    "pc": 2.4,
    "px": 0.15,
}
_LENGTH = re.compile(r"\s*([+-]?\s*(?:\d+\.?\d*|\.\d+))\s*([a-z]{2})")
_WIDEST = 40


def length(parser: Parser, at: Token) -> Node:
    """A length as whole cells, never negative and never more than a screen would hold."""
    parser.meets("*")
    if parser.ahead.text == "{":
        found = _LENGTH.match(parser.raw(at))
        return Space(_cells(found) if found else 1)
    found = _LENGTH.match(parser.source, parser.ahead.offset)
    if found is None:
        raise parser.fail("missing_argument", at, command=parser.written(at))
    while parser.ahead.offset < found.end() and parser.ahead.kind != "end":
        parser.take()
    return Space(_cells(found))


def is_length(text: str) -> bool:
    """Whether a text is a length and nothing else."""
    return _LENGTH.fullmatch(text) is not None


def _cells(found: re.Match[str]) -> int:
    size = float(found[1].replace(" ", "")) * _CELLS_PER_UNIT.get(found[2], 2.0)
    return round(max(0.0, min(float(_WIDEST), size)))
