"""A terminal of sixteen colours."""

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tutor.ui.inks import Inks
from tutor.ui.theme import THEMES


def inked(style: str) -> Style:
    (drawn,) = Inks().apply([Segment("✗", Style.parse(style))], Color(0, 0, 0))
    assert drawn.text == "✗"
    assert drawn.style is not None
    return drawn.style


@pytest.mark.parametrize("name", ["dark", "light"])
def test_what_the_themes_tell_apart_stays_apart(name: str) -> None:
    theme = THEMES[name]
    inks = {inked(str(mixed)).color for mixed in (theme.foreground, theme.accent, theme.warning, theme.error)}
    assert len(inks) == 4
    assert all(ink.is_system_defined for ink in inks if ink)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_word_is_never_drawn_in_the_colour_of_its_ground(name: str) -> None:
    theme = THEMES[name]
    words = [theme.foreground, theme.accent, theme.success, theme.warning, theme.error, theme.variables["quiet"]]
    for ground in (theme.background, theme.panel, theme.variables["block-cursor-background"]):
        for word in words:
            drawn = inked(f"{word} on {ground}")
            assert drawn.color != drawn.bgcolor


def test_the_rest_of_a_style_stays() -> None:
    assert inked("bold italic #123456") == Style.parse("bold italic #123456")
