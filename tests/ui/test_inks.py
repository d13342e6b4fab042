"""Terminals of few colours."""

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tutor.ui.inks import Inks
from tutor.ui.theme import THEMES

SYSTEMS = pytest.mark.parametrize("system", ["standard", "256"])


def inked(style: str, system: str) -> Style:
    (drawn,) = Inks(system).apply([Segment("✗", Style.parse(style))], Color(0, 0, 0))
    assert drawn.text == "✗"
    assert drawn.style is not None
    return drawn.style


@pytest.fixture(params=["dark", "light"])
def drawn(request: pytest.FixtureRequest) -> dict[str, str]:
    """The colours of a theme as they come to the screen."""
    theme = THEMES[request.param]
    return theme.to_color_system().generate() | theme.variables


@SYSTEMS
def test_what_the_themes_tell_apart_stays_apart(drawn: dict[str, str], system: str) -> None:
    inks = {inked(drawn[role], system).color for role in ("foreground", "accent", "warning", "error")}
    assert len(inks) == 4
    assert all(ink.number is not None for ink in inks if ink)


@SYSTEMS
def test_a_word_is_never_drawn_in_the_colour_of_its_ground(drawn: dict[str, str], system: str) -> None:
    for ground in ("background", "panel", "block-cursor-background"):
        for word in ("foreground", "accent", "success", "warning", "error", "quiet"):
            style = inked(f"{drawn[word]} on {drawn[ground]}", system)
            assert style.color != style.bgcolor


@SYSTEMS
def test_the_rest_of_a_style_stays(system: str) -> None:
    assert inked("bold italic #123456", system) == Style.parse("bold italic #123456")


def test_grounds_have_no_tint_of_their_own_among_256_colours() -> None:
    for theme in THEMES.values():
        for ground in (theme.background, theme.panel):
            ink = inked(f"on {ground}", "256").bgcolor
            assert ink is not None
            assert len(set(ink.get_truecolor())) == 1
