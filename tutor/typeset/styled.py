"""One line with the styles of its letters: vectors bold, variables italic."""

from dataclasses import fields, is_dataclass, replace
from itertools import groupby
from typing import Any

from tutor.typeset.boxes import Run
from tutor.typeset.glyphs import UNICODE, Glyphs
from tutor.typeset.nodes import Node, Scripts, Style, Symbol
from tutor.typeset.oneline import line

_FIRST: dict[Style, int] = {"bold": 0x1D400, "italic": 0x1D608}
"""Where a style has its alphabet among the mathematical letters of Unicode: capitals, then small letters."""
_LETTERS: dict[str, tuple[str, Style]] = {
    chr(first + place): (letter, style)
    for style, first in _FIRST.items()
    for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
}
_LETTERS |= {chr(0x1D7CE + digit): (str(digit), "bold") for digit in range(10)}
_MARKED = {found: mark for mark, found in _LETTERS.items()}


def styled_line(node: Node, *, glyphs: Glyphs = UNICODE) -> tuple[Run, ...]:
    """The text of `line` in runs. Scripts stay plain, and so does a line for a terminal with few signs."""
    text = line(node, glyphs=glyphs)
    marked = line(_mark(node), glyphs=glyphs)
    if "".join(_LETTERS.get(character, (character,))[0] for character in marked) != text:
        return (Run(text, "plain"),)
    found = [_LETTERS.get(character, (character, "plain")) for character in marked]
    return tuple(
        Run("".join(letter for letter, _ in run), style) for style, run in groupby(found, key=lambda each: each[1])
    )


def _mark(part: Any) -> Any:
    """A tree with styled letters in the place of the plain ones; a d remains what differentials are known by."""
    match part:
        case Symbol(text, _, style):
            return replace(part, text=text if text == "d" else _MARKED.get((text, style), text))
        case Scripts():
            return replace(part, base=_mark(part.base))
        case tuple():
            return tuple(map(_mark, part))
        case _ if is_dataclass(part) and not isinstance(part, type):
            return replace(part, **{field.name: _mark(getattr(part, field.name)) for field in fields(part)})
        case _:
            return part
