"""Sixteen colours: what a theme mixes becomes one that the terminal names. The nearest of them would all be greys."""

from functools import lru_cache

from rich.color import Color as Ink
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from tutor.ui.theme import DARK, LIGHT

_DARK = """
    background black  panel black  foreground bright_white  accent cyan  success green  warning yellow  error bright_red
    quiet white  rule bright_black  block-cursor-background blue  block-cursor-foreground bright_white
"""
_LIGHT = """
    background bright_white  panel white  foreground black  accent blue  success blue  warning magenta  error red
    quiet bright_black  rule white  block-cursor-background white  block-cursor-foreground black
"""


def _inks(theme: Theme, table: str) -> dict[ColorTriplet, Ink]:
    names = table.split()
    mixed = (theme.variables.get(role) or getattr(theme, role) for role in names[::2])
    triplets = (ColorTriplet(*Color.parse(each).rgb) for each in mixed)
    return dict(zip(triplets, map(Ink.parse, names[1::2]), strict=True))


INKS = _inks(DARK, _DARK) | _inks(LIGHT, _LIGHT)
"""Of each colour of the themes, the one that stands in for it."""
NEAR = 9
"""How far a colour on the screen may be from that of the theme, all parts together: mixing rounds."""


class Inks(LineFilter):
    """Draws with the colours a terminal of sixteen names; colours that are no theme's own are left to Rich."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text in other colours."""
        return [Segment(text, style and _inked(style), control) for text, style, control in segments]


@lru_cache(maxsize=1024)
def _inked(style: Style) -> Style:
    return style + Style(color=_ink(style.color), bgcolor=_ink(style.bgcolor))


def _ink(color: Ink | None) -> Ink | None:
    if color is None or color.triplet is None:
        return None
    distance, mixed = min((_apart(mixed, color.triplet), mixed) for mixed in INKS)
    return INKS[mixed] if distance <= NEAR else None


def _apart(one: ColorTriplet, other: ColorTriplet) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))
