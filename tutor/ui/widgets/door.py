"""A line that leads somewhere: to the lab, to the next lesson."""

from textual.app import RenderResult
from textual.content import Content
from textual.widgets import Static

from tutor.ui.keys import keys


class Door(Static, can_focus=True):
    """Runs an action when it is clicked or entered."""

    DEFAULT_CSS = "Door { height: 1; width: auto; color: $accent; } Door:focus { text-style: bold reverse; }"
    ALLOW_SELECT = False
    BINDINGS = keys(("enter", "go", "open"))

    def __init__(self, words: str, action: str) -> None:
        super().__init__()
        self._words, self._action = words, action

    def render(self) -> RenderResult:
        """An arrow and where it leads."""
        return Content(f"▸ {self._words}")

    async def on_click(self) -> None:
        """Go there."""
        await self.action_go()

    async def action_go(self) -> None:
        """Go there."""
        await self.run_action(self._action)
