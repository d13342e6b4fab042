"""How wide text is in a terminal."""

import unicodedata
from functools import lru_cache

_MATHEMATICAL = (("\0", "\u10ff"), ("\u2010", "\u25ff"), ("\u27c0", "\u2aff"), ("\U0001d400", "\U0001d7ff"))
"""From Latin and Greek to general signs, braille and arrows, and the mathematical alphabets."""


@lru_cache(maxsize=4096)
def cells(text: str) -> int:
    """How many cells a text takes in a terminal."""
    if text.isascii() or all(map(plain, text)):
        return len(text)
    from wcwidth import wcswidth, wcwidth

    width = wcswidth(text)
    return width if width >= 0 else sum(max(0, wcwidth(character)) for character in text)


@lru_cache(maxsize=1024)
def plain(character: str) -> bool:
    """Whether it is a letter or sign of mathematics that takes one cell wherever it stands.

    The tables of wcwidth are slow to load, and stay unread for such text.
    """
    return (
        any(first <= character <= last for first, last in _MATHEMATICAL)
        and (character == " " or unicodedata.category(character)[0] in "LNPS")
        and unicodedata.east_asian_width(character) not in "WF"
    )


def joins(before: str, character: str) -> bool:
    """Whether a character melts into the text before it: combining marks, emoji modifiers, Korean vowels."""
    return cells(before + character) < cells(before) + max(1, cells(character))
