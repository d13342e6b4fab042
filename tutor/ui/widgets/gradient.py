"""Where a learner writes the gradient that is to train the neuron: two formulas, and how each one is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tutor.answers import Unreadable
from tutor.ui.formulas import inline
from tutor.ui.keys import keys
from tutor.ui.own import PARTS, TITLES, Part, read_part, task
from tutor.ui.preview import complaint, preview
from tutor.ui.prose import set_line
from tutor.ui.session import Session
from tutor.ui.widgets.answer import Answer


class Derivative(Answer):
    """The formula of one part."""

    BINDINGS = keys(("enter", "submit", "lab.train"))

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part


class GradientForm(Vertical):
    """Asks for ∂C/∂w and ∂C/∂b. Enter goes to what is still empty, and trains once both can be read."""

    BINDINGS = keys(("escape", "leave", "lab.back"))

    @dataclass
    class Written(Message):
        """Both parts can be read; without any the lab's own gradient is meant."""

        typed: tuple[str, str] | None

    class Left(Message):
        """Nothing is to change."""

    def __init__(self, session: Session, id: str) -> None:
        super().__init__(id=id)
        self._session = session
        self._inputs = 1
        self._refused: tuple[Part, Unreadable] | None = None

    def compose(self) -> ComposeResult:
        """What to write, the two parts, and below how the one at hand is read."""
        yield Static(classes="how", markup=False)
        for part in PARTS:
            with Horizontal():
                yield Static(inline(TITLES[part]) + " =", classes="title")
                yield Derivative(part)
        yield Static(classes="read", markup=False)

    def open(self, typed: Sequence[str], inputs: int) -> None:
        """Ask for the gradient of a neuron with this many inputs, beginning with what was typed before."""
        self._inputs = inputs
        for field, text in zip(self.query(Derivative), typed, strict=True):
            field.value = text
        self.query(Derivative).first().begin()
        self.say()

    @on(Input.Changed)
    @on(events.DescendantFocus)
    def say(self) -> None:
        """What to write, and how the part at hand is read."""
        self.query_one(".how", Static).update(set_line(self._session.say("lab.own.how")))
        field = self.screen.focused
        if isinstance(field, Derivative):
            self.query_one(".read", Static).update(self._reading_of(field))

    def _reading_of(self, field: Derivative) -> Content:
        room, tell = max(20, self.query_one(".read").content_size.width), self._session.tell
        if self._refused is not None:
            part, reason = self._refused
            if (part, reason.text) == (field.part, field.value):
                return complaint(*reason.at, reason.message, room, tell)
        return preview(task(field.part, self._inputs), field.value, room, tell)

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        fields = list(self.query(Derivative))
        if not any(field.value.strip() for field in fields):
            self.post_message(self.Written(None))
            return
        for field in fields:
            if not field.value.strip():
                field.begin()
                return
        for field in fields:
            found = read_part(field.part, field.value, self._inputs)
            if isinstance(found, Unreadable):
                self._refused = field.part, found
                field.begin()
                self.say()
                return
            field.remember(field.value)
        self.post_message(self.Written((fields[0].value, fields[1].value)))

    def action_leave(self) -> None:
        """Back to the numbers."""
        self.post_message(self.Left())
