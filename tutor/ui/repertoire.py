"""The one gate to a terminal that lacks signs: whatever a widget draws goes through it, cell by cell."""

import unicodedata
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tutor.typeset import Glyphs
from tutor.typeset.glyphs import lacks, shown

_PAIRS = """
    ● * ○ . ✓ + ✗ x ▸ > ▶ > ▲ ^ ▼ v ◀ < • - · - … . × x − - – - — - ¿ ? ¡ ! « " » " ‹ < › > ↑ ^ ↓ v ← < → > ⏎ < ␣ _
    ▎ | ▌ | ▐ | ▏ | ▊ | ▕ | │ | ┃ | ┊ | ║ | ─ - ━ - ┄ - ═ = █ # ▁ _ ▂ _ ▃ _ ▄ _ ▅ # ▆ # ▇ # ▀ " ▔ - ■ # ▪ - ≤ < ≥ >
    ≠ # ≈ ~ ≡ = ⇒ > ∈ e ∂ d ∞ 8 ′ ' ⊙ * ┌ + ┐ + └ + ┘ + ├ + ┤ + ┬ + ┴ + ┼ + ╭ + ╮ + ╰ + ╯ + ╱ / ╲ \\
"""
_SIGNS = dict(zip(_PAIRS.split()[::2], _PAIRS.split()[1::2], strict=True))
"""What stands in for the signs of the screens, each as wide as the sign: formulas have long been laid out by then."""


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


@lru_cache(maxsize=4096)
def replaced(text: str, glyphs: Glyphs) -> str:
    """A text in the characters of a repertoire, in as many cells."""
    apart = unicodedata.normalize("NFC", text)
    return "".join(_sign(character, glyphs) if lacks(character, glyphs) else character for character in apart)


def _sign(character: str, glyphs: Glyphs) -> str:
    width = cell_len(character)
    sign = _SIGNS.get(character) or shown(character, glyphs)
    return sign if cell_len(sign) == width else "?" * width
