"""The bottom line: the keys that do something now, each one also a place to click."""

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from tutor.ui import terminal
from tutor.ui.keys import key_name
from tutor.ui.session import Session


class KeyBar(Static):
    """Reads the active bindings of its screen; drops from the middle what does not fit, never the last (help, quit)."""

    DEFAULT_CSS = "KeyBar { dock: bottom; height: 1; padding: 0 1; color: $quiet; background: $background; }"
    ALLOW_SELECT = False
    LAST = ("help", "quit")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def on_mount(self) -> None:
        """Follow the keys as they come and go."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> RenderResult:
        """The keys in their order, as many as fit."""
        items = [self._item(*entry) for entry in self._entries()]
        room = self.size.width
        while len(items) > len(self.LAST) and sum(len(item) + 2 for item in items) - 2 > room:
            items.pop(-1 - len(self.LAST))
        return Content("  ").join(items)

    def _entries(self) -> list[tuple[str, str, str]]:
        """Each action once: its plainest key (the last one named), how it is written, the code of its description."""
        seen: dict[str, tuple[str, str, str]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and not self._is_typed(binding.key):
                seen.pop(binding.action, None)
                name = binding.key_display or key_name(binding.key)
                seen[binding.action] = (binding.key, name, binding.description)
        last = [seen.pop(action) for action in self.LAST if action in seen]
        return [*seen.values(), *last]

    def _is_typed(self, key: str) -> bool:
        """Whether the widget in focus takes the key as a letter."""
        focused, name = self.screen.focused, key_name(key)
        return focused is not None and len(name) == 1 and name.isascii() and focused.check_consume_key(key, name)

    def _item(self, key: str, name: str, code: str) -> Content:
        words = terminal.spelled(self._session.say(code))
        label = Content.assemble((terminal.spelled(name), "bold $accent"), f" {words}")
        return label.stylize(Style.from_meta({"key": key}))

    def on_click(self, event: events.Click) -> None:
        """Clicking a key presses it."""
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)
