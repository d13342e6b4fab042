"""LaTeX source → tokens. Limits first: nothing else ever looks at a text that is too long or holds control characters."""

import re
import unicodedata
from typing import NamedTuple

from tutor.typeset.errors import TypesetError

MAX_LENGTH = 4000
_TOKEN = re.compile(r"\\([a-zA-Z]+|.|$)|%[^\n]*\n?|\s+|.", re.DOTALL)
_FORBIDDEN = frozenset({"Cc", "Cf", "Cs"})


class Token(NamedTuple):
    """A command (`name` without its backslash), a character (with the marks that combine with it) or a space."""

    kind: str
    """``command``, ``character``, ``space`` or ``end``."""
    text: str
    offset: int


def tokens(source: str) -> list[Token]:
    """The tokens of a source and an ``end``; comments are gone.

    Raises:
        TypesetError: the source is longer than `MAX_LENGTH` or holds a control character.
    """
    _check(source)
    found: list[Token] = []
    for match in _TOKEN.finditer(source):
        text, offset = match[0], match.start()
        if text[0] == "\\":
            found.append(Token("command", match[1], offset))
        elif text[0] == "%":
            continue
        elif text[0].isspace():
            found.append(Token("space", " ", offset))
        elif found and found[-1].kind == "character" and unicodedata.combining(text):
            base = found.pop()
            found.append(base._replace(text=unicodedata.normalize("NFC", base.text + text)))
        else:
            found.append(Token("character", text, offset))
    found.append(Token("end", "", len(source)))
    return found


def _check(source: str) -> None:
    if len(source) > MAX_LENGTH:
        raise TypesetError("typeset.too_long", MAX_LENGTH, limit=MAX_LENGTH)
    if source.isascii() and source.isprintable():
        return
    for offset, character in enumerate(source):
        if unicodedata.category(character) in _FORBIDDEN and not character.isspace():
            raise TypesetError("typeset.bad_character", offset, character=f"U+{ord(character):04X}")
