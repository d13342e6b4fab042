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


@pytest.fixture(params=["dark", "light"])
def drawn(request: pytest.FixtureRequest) -> dict[str, str]:
    """The colours of a theme as they come to the screen."""
    theme = THEMES[request.param]
    return theme.to_color_system().generate() | theme.variables


def test_what_the_themes_tell_apart_stays_apart(drawn: dict[str, str]) -> None:
    inks = {inked(drawn[role]).color for role in ("foreground", "accent", "warning", "error")}
    assert len(inks) == 4
    assert all(ink.is_system_defined for ink in inks if ink)


def test_a_word_is_never_drawn_in_the_colour_of_its_ground(drawn: dict[str, str]) -> None:
    for ground in ("background", "panel", "block-cursor-background"):
        for word in ("foreground", "accent", "success", "warning", "error", "quiet"):
            style = inked(f"{drawn[word]} on {drawn[ground]}")
            assert style.color != style.bgcolor


def test_the_rest_of_a_style_stays() -> None:
    assert inked("bold italic #123456") == Style.parse("bold italic #123456")
