r"""Prose with formulas in it: ``words $x^2$ more``. Prices stay prices, and ``\$`` is a dollar."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tutor.typeset.errors import TypesetError
from tutor.typeset.glyphs import UNICODE, Glyphs
from tutor.typeset.oneline import line
from tutor.typeset.reading import parse

_FORMULA = re.compile(r"(?<!\\)\$(?=[^\s$])((?:[^$\\]|\\.)*?)(?<!\s)\$(?!\d)", re.DOTALL)
"""As markdown-it's dollarmath without spaces and digits: nothing blank just inside, no digit right after."""


class Segment(NamedTuple):
    """A stretch of prose: words as they are to be shown, or the LaTeX of a formula, and its place in the source."""

    kind: Literal["text", "formula"]
    text: str
    offset: int


def prose(text: str) -> tuple[Segment, ...]:
    """Split prose into words and formulas, in order; empty stretches are left out."""
    return tuple(segment for segment in _segments(text) if segment.text)


def _segments(text: str) -> Iterator[Segment]:
    end = 0
    for match in _FORMULA.finditer(text):
        yield Segment("text", _unescaped(text[end : match.start()]), end)
        yield Segment("formula", match[1], match.start(1))
        end = match.end()
    yield Segment("text", _unescaped(text[end:]), end)


def _unescaped(text: str) -> str:
    return text.replace(r"\$", "$")


def plain(text: str, *, glyphs: Glyphs = UNICODE) -> str:
    """Prose as plain text, each formula on one line; a formula that cannot be read stays as its source."""
    return "".join(_flat(segment, glyphs) for segment in prose(text))


def _flat(segment: Segment, glyphs: Glyphs) -> str:
    if segment.kind == "text":
        return segment.text
    try:
        return line(parse(segment.text), glyphs=glyphs)
    except TypesetError:
        return segment.text
