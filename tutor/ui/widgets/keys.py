"""The bottom line: the keys that do something now, each one also a place to click."""

from textual.app import RenderResult
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from tutor.ui.session import Session

NAMES = {
    "enter": "⏎",
    "escape": "esc",
    "space": "␣",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "slash": "/",
    "question_mark": "?",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "plus": "+",
    "minus": "-",
    "comma": ",",
    "full_stop": ".",
    "pageup": "pgup",
    "pagedown": "pgdn",
}


def key_name(key: str) -> str:
    """How a key is written: ``enter`` → ⏎, ``f1`` → F1."""
    if key in NAMES:
        return NAMES[key]
    return key.upper() if key[:1] == "f" and key[1:].isdigit() else key


class KeyBar(Static):
    """Reads the active bindings of its screen; drops from the middle what does not fit, never the last (help, quit)."""

    DEFAULT_CSS = "KeyBar { dock: bottom; height: 1; padding: 0 1; color: $quiet; background: $background; }"
    ALLOW_SELECT = False
    LAST = 2

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
        while len(items) > self.LAST + 1 and sum(len(item) + 2 for item in items) - 2 > room:
            items.pop(-1 - self.LAST)
        return Content("  ").join(items)

    def _entries(self) -> list[tuple[str, str]]:
        """Each action once, by its first key, with the code of its description."""
        seen: dict[str, tuple[str, str]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.action not in seen:
                seen[binding.action] = (binding.key, binding.description)
        return list(seen.values())

    def _item(self, key: str, code: str) -> Content:
        click = Style.from_meta({"@click": f"app.simulate_key({key!r})"})
        label = Content.assemble((key_name(key), "bold $accent"), f" {self._session.say(code)}")
        return label.stylize(click)
