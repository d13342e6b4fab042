"""An answer typed faster than the app reads it stands as it was typed."""

import pytest
from textual import events
from textual.app import App, ComposeResult

from tutor.ui.widgets.answer import Answer


class Host(App[None]):
    """Nothing but an answer."""

    def compose(self) -> ComposeResult:
        yield Answer()


@pytest.mark.parametrize(
    ("keys", "stands"),
    [
        (["x", "1", "backspace", "2"], "x2"),
        (["a", "c", "left", "b"], "abc"),
        (["b", "home", "a", "end", "c"], "abc"),
    ],
)
async def test_keys_that_arrive_together_keep_their_order(keys: list[str], stands: str) -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.query_one(Answer).focus()
        await pilot.pause()
        for key in keys:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        assert app.query_one(Answer).value == stands
