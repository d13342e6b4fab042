"""Few colours: what a theme mixes becomes one that the terminal has. The nearest are greys of 16, and pink of 256."""

from collections.abc import Iterator
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
    background black 233  panel black 235  foreground bright_white 253  accent cyan 110  success green 108
    warning yellow 179  error bright_red 174  quiet white 246  rule bright_black 238
    block-cursor-background blue 237  block-cursor-foreground bright_white 231
"""
_LIGHT = """
    background bright_white 231  panel white 255  foreground black 235  accent blue 24  success blue 22
    warning magenta 94  error red 124  quiet bright_black 241  rule white 251
    block-cursor-background white 253  block-cursor-foreground black 16
"""
"""Of each role the name of its colour among sixteen, and its number among 256."""


def _inks(theme: Theme, table: str) -> Iterator[tuple[ColorTriplet, dict[str, Ink]]]:
    cells = table.split()
    for role, name, number in zip(cells[::3], cells[1::3], cells[2::3], strict=True):
        mixed = Color.parse(theme.variables.get(role) or getattr(theme, role))
        yield ColorTriplet(*mixed.rgb), {"standard": Ink.parse(name), "256": Ink.parse(f"color({number})")}


INKS = {**dict(_inks(DARK, _DARK)), **dict(_inks(LIGHT, _LIGHT))}
"""Of each colour of the themes, those that stand in for it, by the colour system of the terminal."""
NEAR = 9
"""How far a colour on the screen may be from that of the theme, all parts together: mixing rounds."""


class Inks(LineFilter):
    """Draws with the colours a terminal has; those that are no theme's own are left to Rich."""

    def __init__(self, system: str) -> None:
        super().__init__()
        self._system = system

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text in other colours."""
        return [Segment(text, style and _inked(style, self._system), control) for text, style, control in segments]


@lru_cache(maxsize=1024)
def _inked(style: Style, system: str) -> Style:
    return style + Style(color=_ink(style.color, system), bgcolor=_ink(style.bgcolor, system))


def _ink(color: Ink | None, system: str) -> Ink | None:
    if color is None or color.triplet is None:
        return None
    distance, mixed = min((_apart(mixed, color.triplet), mixed) for mixed in INKS)
    return INKS[mixed][system] if distance <= NEAR else None


def _apart(one: ColorTriplet, other: ColorTriplet) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))
