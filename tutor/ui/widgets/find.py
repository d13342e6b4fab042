"""The line in which one looks for words of the text above it."""

from dataclasses import dataclass

from textual.message import Message
from textual.widgets import Input

from tutor.ui.keys import keys
from tutor.ui.session import Session
from tutor.ui.widgets.reading import Reading


class Find(Input):
    """Goes from place to place of the text while it is open; escape goes back to where one was, tab stays."""

    BINDINGS = keys(
        ("enter,down", "find(1)", "found_next"),
        ("up", "find(-1)", "found_previous"),
        ("tab", "stay", "found_stay"),
    )

    @dataclass
    class Found(Message):
        """The reader is at a place of several that have the words, counted from 1."""

        number: int
        total: int

    class Ended(Message):
        """The search is over."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="find", compact=True, select_on_focus=False)
        self._session = session
        self._from = 0

    @property
    def is_open(self) -> bool:
        """Whether one is searching."""
        return self.has_class("-open")

    def open(self) -> None:
        """Look for other words, from here on."""
        self.placeholder = self._session.say("ui.lesson.find")
        self.value = ""
        self._from = self._text.scroll_offset.y
        self.add_class("-open")
        self.focus()

    def go_back(self) -> None:
        """End it where one was before."""
        self._text.scroll_to(y=self._from, animate=False)
        self.action_stay()

    def action_stay(self) -> None:
        """End it at what was found."""
        self.remove_class("-open")
        self._text.find("")
        self.post_message(self.Ended())

    @property
    def _text(self) -> Reading:
        return self.screen.query_one(Reading)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Go to the first place from here on."""
        event.stop()
        self.action_find(0)

    def action_find(self, step: int) -> None:
        """The next place or the previous one."""
        if self.value.strip():
            self.post_message(self.Found(*self._text.find(self.value, step)))
        else:
            self._text.find("")
