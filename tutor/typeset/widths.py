"""How wide text is in a terminal."""

from functools import lru_cache

from wcwidth import wcswidth, wcwidth


@lru_cache(maxsize=4096)
def cells(text: str) -> int:
    """How many cells a text takes in a terminal."""
    if text.isascii():
        return len(text)
    width = wcswidth(text)
    return width if width >= 0 else sum(max(0, wcwidth(character)) for character in text)


def joins(before: str, character: str) -> bool:
    """Whether a character melts into the text before it: combining marks, emoji modifiers, Korean vowels."""
    return cells(before + character) < cells(before) + max(1, cells(character))
