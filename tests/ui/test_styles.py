"""Styles: each read once for a theme, and a screen that was away while the theme changed takes it up."""

from collections import Counter
from typing import Any

import pytest
from textual.color import Color
from textual.css import stylesheet


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[Any, ...]]:
    """How often each source of styles is read."""
    times: Counter[tuple[Any, ...]] = Counter()
    textual = stylesheet.parse

    def counting(scope: str, css: str, read_from: Any, **how: Any) -> Any:
        times[read_from, scope, how.get("tie_breaker")] += 1
        return textual(scope, css, read_from, **how)

    monkeypatch.setattr(stylesheet, "parse", counting)
    return times


async def test_no_style_is_read_twice_however_many_screens_are_opened(sit, read) -> None:
    async with sit() as learner:
        for mode in ("lesson('first')", "mode('practice')", "mode('lab')", "help", "mode('home')", "lesson('second')"):
            await learner.app.run_action(f"app.{mode}")
            await learner.press()
        assert any("lab.tcss" in source[0][0] for source in read)
        assert {source[0]: times for source, times in read.items() if times > 1} == {}


async def test_a_screen_that_was_away_comes_back_in_the_new_theme(sit) -> None:
    async with sit() as learner:
        await learner.app.run_action("app.lesson('first')")
        await learner.press()
        dark = learner.app.screen.styles.background
        await learner.app.run_action("app.mode('home')")
        learner.app.action_theme("light")
        await learner.press()
        await learner.app.run_action("app.lesson('first')")
        await learner.press()
        light = learner.app.screen.styles.background
        assert dark == Color.parse("#15171c")
        assert light == Color.parse(learner.app.available_themes["cadena-light"].background or "")
