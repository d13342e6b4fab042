"""Where an answer is typed: one line with a history, and whatever was pasted cut to what an answer can be."""

from textual import events
from textual.widgets import Input

from tutor.ui.keys import keys
from tutor.ui.visible import visible

LONGEST = 300


class Answer(Input):
    """An input that remembers what was typed before; up and down go through it."""

    BINDINGS = keys(
        ("enter", "submit", "submit"),
        ("up", "history(-1)", "history", False),
        ("down", "history(1)", "history", False),
    )

    def __init__(self, value: str = "", placeholder: str = "") -> None:
        super().__init__(value, placeholder, max_length=LONGEST, select_on_focus=False, compact=True)
        self.history: list[str] = []
        self._place = 0

    lead = 0

    @property
    def text(self) -> str:
        """The answer as it stands."""
        return self.value

    def begin(self) -> None:
        """Put the cursor at the end."""
        self.cursor_position = len(self.value)
        self.focus(scroll_visible=False)

    def validate_value(self, value: str) -> str:
        """What a terminal would obey instead of showing becomes a sign that shows, one for one."""
        return visible(value)

    def on_unmount(self) -> None:
        """Let go of the screen: the signal that `Input` listens to would keep every input there ever was."""
        self.screen.text_selection_started_signal.unsubscribe(self)

    def remember(self, text: str) -> None:
        """Add a line to the history; the draft below it starts anew."""
        if text.strip() and (not self.history or self.history[-1] != text):
            self.history.append(text)
        self._place = len(self.history)

    def action_history(self, step: int) -> None:
        """Show what was typed before or after."""
        place = max(0, min(self._place + step, len(self.history)))
        if place != self._place:
            self._place = place
            self.value = self.history[place] if place < len(self.history) else ""
            self.cursor_position = len(self.value)

    async def _on_key(self, event: events.Key) -> None:
        """Keep keys in the order they came.

        A letter acts here and a binding only after bubbling up, so of keys that arrive together (a slow line, a
        terminal that pastes as typing) the letters would overtake the backspaces.
        """
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return
        await super()._on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Of several pasted lines the first with something on it is the answer; nothing is submitted."""
        lines = [line for line in event.text.splitlines() if line.strip()]
        if len(lines) > 1 or len(event.text) > LONGEST:
            event.prevent_default()
            event.stop()
            self.insert_text_at_cursor(lines[0][:LONGEST] if lines else "")
