"""LaTeX source → tokens. Limits first: nothing else ever sees an overlong text or a control character."""

import re
import unicodedata
from typing import NamedTuple

from tutor.typeset.errors import TypesetError
from tutor.typeset.widths import joins

MAX_LENGTH = 4000
_TOKEN = re.compile(
    r"\\(?P<command>[a-zA-Z]+|.|$)|(?P<space>\s+)|(?P<nothing>%[^\n]*\n?|[\uFE00-\uFE0F])|(?P<character>.)", re.DOTALL
)
"""Comments are nothing, and so are the signs that choose between the looks (and widths) of a character."""
_FORBIDDEN = frozenset({"Cc", "Cf", "Cs"})


class Token(NamedTuple):
    """A command (its name without the backslash) or a character (with the marks that combine with it), or the end."""

    kind: str
    """``command``, ``character`` or ``end``."""
    text: str
    offset: int
    spaced: bool
    """Whether white space stands before it."""


def tokens(source: str) -> list[Token]:
    """The tokens of a source and an ``end``; comments and white space are gone.

    Raises:
        TypesetError: the source is longer than `MAX_LENGTH` or holds a control character.
    """
    _check(source)
    found: list[Token] = []
    spaced = False
    for match in _TOKEN.finditer(source):
        kind = match.lastgroup or ""
        if kind == "space":
            spaced = True
        elif kind != "nothing":
            text = match[kind]
            if text > "\x7f" and kind == "character" and _continues(found, text):
                base = found.pop()
                found.append(base._replace(text=unicodedata.normalize("NFC", base.text + text)))
            else:
                found.append(Token(kind, text, match.start(), spaced))
            spaced = False
    found.append(Token("end", "", len(source), spaced))
    return found


def _continues(found: list[Token], character: str) -> bool:
    """Whether a character melts into the one before it, even across a space, which mathematics ignores."""
    return bool(found) and found[-1].kind == "character" and joins(found[-1].text, character)


def _check(source: str) -> None:
    if len(source) > MAX_LENGTH:
        raise TypesetError("typeset.too_long", MAX_LENGTH, limit=MAX_LENGTH)
    if "".join(source.split()).isprintable():
        return
    for offset, character in enumerate(source):
        if unicodedata.category(character) in _FORBIDDEN and not character.isspace():
            raise TypesetError("typeset.bad_character", offset, character=f"U+{ord(character):04X}")
