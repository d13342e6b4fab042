"""The one gate to a terminal that lacks signs: whatever a widget draws goes through it, cell by cell."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tutor.typeset import UNICODE, Glyphs
from tutor.typeset.glyphs import collide, lacks, shown

_PAIRS = """
    ● * ○ . ✓ + ✗ x ▸ > ▶ > ▲ ^ ▼ v ◀ < • - · - … . × x − - – - — - ¿ ? ¡ ! « " » " ‹ < › > ↑ ^ ↓ v ← < → > ⏎ < ␣ _
    ▎ | ▌ | ▐ | ▏ | ▊ | ▕ | │ | ┃ | ┊ | ║ | ─ - ━ - ┄ - ═ = █ # ▁ _ ▄ _ ▀ " ▔ - ■ # ▪ - ≤ < ≥ >
    ≠ # ≈ ~ ≡ = ⇒ > ∈ e ∞ 8 ′ ' ⊙ * ┌ + ┐ + └ + ┘ + ├ + ┤ + ┬ + ┴ + ┼ + ╭ + ╮ + ╰ + ╯ + ╱ / ╲ \\
"""
_SIGNS = dict(zip(_PAIRS.split()[::2], _PAIRS.split()[1::2], strict=True)) | dict.fromkeys("▂▃▅▆▇", " ")
"""What stands in for the signs of the screens, each as wide as the sign: formulas have long been laid out by then."""
_WIDER = "… ... ≤ <= ≥ >= ≠ != ≈ ~= ⇒ => ∈ in ∞ oo ⊙ (*) ← <- → -> ± +- ¼ 1/4 ½ 1/2 ¾ 3/4"
_SPELLED = _SIGNS | {"¿": "", "¡": ""} | dict(zip(_WIDER.split()[::2], _WIDER.split()[1::2], strict=True))
"""What stands in for them where nothing has been laid out yet, as wide as it takes."""
_RAISED = {sign: plain for plain, sign in UNICODE.superscripts.items() if plain != sign}
_RUNS = " ─━═"
"""What gives way in a picture where there is more than one of it."""


class Repertoire(LineFilter):
    """Draws what a repertoire of glyphs lacks with what it has: letters without accents, ``?`` for the unknown."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(enabled=glyphs.charset is not None)
        self._glyphs = glyphs

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, as wide as before."""
        return [
            segment if segment.text.isascii() else Segment(replaced(segment.text, self._glyphs), *segment[1:])
            for segment in segments
        ]


def spelled(text: str, glyphs: Glyphs) -> str:
    """Words in the characters of a repertoire, before they are laid out: ``η`` is ``eta``."""
    return text if glyphs.charset is None or text.isascii() else "".join(_words(text, glyphs))


def spelled_row(row: str, glyphs: Glyphs) -> str:
    """A row of a picture: what grows takes room from the margin, else from the next gap, so that columns stand."""
    if glyphs.charset is None or row.isascii():
        return row
    drawn, owed = "", 0
    for character, word in zip(row, (word or " " for word in _words(row, glyphs)), strict=True):
        owed += cell_len(word) - cell_len(character)
        if owed and not drawn.strip() and len(drawn) >= owed:
            drawn, owed = drawn[owed:], 0
        if owed and character in _RUNS and drawn.endswith(word):
            owed -= 1
        else:
            drawn += word
    return drawn


def _words(text: str, glyphs: Glyphs) -> Iterator[str]:
    """What each character becomes: x² is ``x^2``; a word keeps a blank before a letter."""
    for before, character, after in zip(f" {text[:-1]}", text, f"{text[1:]} ", strict=True):
        word = character
        if lacks(character, glyphs):
            word = _SPELLED.get(character, shown(_RAISED.get(character, character), glyphs))
            if character in _RAISED and before not in _RAISED:
                word = f"^{word}"
        yield f"{word} " if collide(character, after, glyphs) and len(word) > 1 else word


@lru_cache(maxsize=4096)
def replaced(text: str, glyphs: Glyphs) -> str:
    """A text in the characters of a repertoire, in as many cells."""
    apart = unicodedata.normalize("NFC", text)
    return "".join(_sign(character, glyphs) if lacks(character, glyphs) else character for character in apart)


def _sign(character: str, glyphs: Glyphs) -> str:
    width = cell_len(character)
    sign = _SIGNS.get(character) or shown(character, glyphs)
    if sign.isalpha():
        sign = sign[:width]
    return sign if cell_len(sign) == width else "?" * width
