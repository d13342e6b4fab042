"""A question and everything around its answer: input, what was understood, verdict, hints, solution."""

from dataclasses import dataclass
from time import monotonic
from typing import Any, cast

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from tutor.answers import Verdict
from tutor.course.question import Question
from tutor.ui.judging import Circumstances, judged, recorded
from tutor.ui.keys import keys
from tutor.ui.prose import set_line
from tutor.ui.session import Session
from tutor.ui.verdicts import SIGNS
from tutor.ui.widgets.fields import Field, field, prompt
from tutor.ui.widgets.prose import Prose
from tutor.ui.widgets.response import Response
from tutor.words import Message as Word

SEEN = 4
"""Rows of what is new that show at least, when the question leaves it no room."""


class Exercise(Vertical):
    """Asks one `Question` at a time; serves the exercises of a lesson and the problems of practice alike.

    `repeatable` tells that another question like this one can be asked for. What was typed, the hints seen and whether
    the solution was looked at are its `state`, which the screen keeps.
    """

    BINDINGS = keys(
        ("f3,h", "hint", "hint"),
        ("f4,s", "solution", "solution"),
        ("f5,a", "another", "another"),
    )

    solved: reactive[bool] = reactive(False, toggle_class="-solved", bindings=True)
    rung: reactive[int] = reactive(0, bindings=True)
    shown: reactive[bool] = reactive(False, bindings=True)

    @dataclass
    class Judged(Message):
        """An answer was judged; its verdict shows."""

        exercise: "Exercise"
        verdict: Verdict

    @dataclass
    class Recorded(Message):
        """The log has the answer (see `Store.trouble`), and knows what is done now."""

        exercise: "Exercise"

    @dataclass
    class Continued(Message):
        """The learner goes on after a right answer."""

        exercise: "Exercise"

    @dataclass
    class AnotherWanted(Message):
        """The learner asks for another question like this one."""

        exercise: "Exercise"

    def __init__(
        self,
        question: Question,
        session: Session,
        *,
        heading: str = "",
        repeatable: bool = False,
        generator: int | None = None,
        state: dict[str, Any] | None = None,
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        self.question = question
        self.heading = heading
        self.repeatable = repeatable
        self._session = session
        self._generator = generator
        self._state = state or {}
        self.seed: int = self._state.get("seed", 0)
        self.ready = False
        self._since = monotonic()
        self._judging = False

    def compose(self) -> ComposeResult:
        """Question, input, understanding; verdict and help come when there are any."""
        yield Prose(self._asked(), classes="asked")
        answer = field(self.question, self._state.get("text", ""), self._session.say)
        answer.add_class("field")
        self._field, self._response = cast(Field, answer), Response(self.question.task, self._session)
        yield answer
        yield self._response

    async def on_mount(self) -> None:
        """Stand as it was left."""
        self.solved = self.question.id in self._session.store.done()
        for _ in range(min(self._state.get("hints", 0), len(self.question.hints))):
            await self.action_hint()
        if self._state.get("solution"):
            await self.action_solution()
        self._response.follow(self.typed, self._field.lead)
        self.ready = True

    @property
    def state(self) -> dict[str, Any] | None:
        """What to keep of it, or None when there is nothing."""
        state = {"text": self.typed, "hints": self.rung, "solution": self.shown, "seed": self.seed}
        return state if any(state.values()) else None

    @property
    def typed(self) -> str:
        """The answer as it stands."""
        return self._field.text

    def focus_answer(self) -> None:
        """Put the cursor where the answer goes."""
        self._field.begin()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key is there while it has something to show."""
        if action == "hint":
            return self.rung < len(self.question.hints) and not self.shown
        if action == "solution":
            return bool(self.question.solution) and not self.shown
        return self.repeatable if action == "another" else True

    def watch_solved(self) -> None:
        """The heading says whether it is done."""
        for asked in self.query(".asked").results(Prose):
            asked.source = self._asked()

    def _asked(self) -> str:
        """The heading, with a sign when it is done, and the question."""
        sign = f"  {SIGNS['right']} {self._session.say('ui.exercise.done')}" if self.solved else ""
        return f"## {self.heading}{sign}\n\n{prompt(self.question)}"

    @on(Input.Changed)
    @on(OptionList.OptionHighlighted)
    def _answer_changed(self, event: Input.Changed | OptionList.OptionHighlighted) -> None:
        event.stop()
        self._response.follow(self.typed, self._field.lead)
        if self.has_focus_within:
            self._bring_into_view(self._response)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _submitted(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        event.stop()
        text = self.typed
        if not text.strip():
            self._response.judge(Verdict("unreadable", "empty", Word("read.empty")))
        if self._judging or not text.strip():
            return
        if verdict := self._response.verdict:
            if verdict.outcome == "right":
                self.post_message(self.Continued(self))
            return
        self._judging = True
        seconds, self._since = monotonic() - self._since, monotonic()
        self._judge(self.question, text, Circumstances(self.rung, self.shown, seconds, self._generator))

    @work(thread=True, exit_on_error=False, group="judge")
    def _judge(self, question: Question, text: str, how: Circumstances) -> None:
        """The verdict first; the screen says "saved" once that is so."""
        verdict = judged(self._session, question, text)
        self.app.call_from_thread(self._judged, question, text, verdict)
        saved = recorded(self._session, question, text, verdict, how)
        self.app.call_from_thread(self._recorded, verdict, saved)

    def _judged(self, question: Question, text: str, verdict: Verdict) -> None:
        self._judging = False
        if question is not self.question or not self.is_attached:
            return
        self._field.remember(text)
        self.solved = self.solved or verdict.outcome == "right"
        if text == self.typed:
            self._response.judge(verdict)
            self._bring_into_view(self._response)
        self.post_message(self.Judged(self, verdict))

    def _recorded(self, verdict: Verdict, saved: bool) -> None:
        if self.is_attached and verdict is self._response.verdict:
            self._response.judge(verdict, saved)
        self.post_message(self.Recorded(self))

    async def action_hint(self) -> None:
        """The next rung."""
        say = self._session.say
        title = say("ui.exercise.hint", number=self.rung + 1, total=len(self.question.hints))
        await self._help(title, self.question.hints[self.rung])
        self.rung += 1

    async def action_solution(self) -> None:
        """The worked solution, also after success."""
        self.shown = True
        await self._help(self._session.say("ui.exercise.solution"), "\n\n".join(self.question.solution))

    async def _help(self, title: str, source: str) -> None:
        entry = Prose(source, classes="help")
        await self.mount(Static(set_line(f"**{title}**"), classes="rung"), entry)
        if self.ready:
            self._bring_into_view(entry)

    def _bring_into_view(self, widget: Widget) -> None:
        self.call_after_refresh(self.call_after_refresh, self._show_with_question, widget)

    def _show_with_question(self, widget: Widget) -> None:
        """Show a widget, and above it as much of the question as there is room for."""
        column = self.parent
        if not isinstance(column, VerticalScroll):
            return
        height, here = column.scrollable_content_region.height, column.scroll_offset.y
        top = self.virtual_region.y + self.gutter.top
        first, bottom = top + widget.virtual_region.y, top + widget.virtual_region.bottom
        if first < here or bottom > here + height:
            column.scroll_to(y=max(min(top - self.gutter.top, bottom - height), first + SEEN - height), animate=False)

    def action_another(self) -> None:
        """Another question like this one."""
        self.post_message(self.AnotherWanted(self))

    async def ask(self, question: Question, heading: str | None = None, seed: int = 0) -> None:
        """Ask another question in the same place."""
        self.question, self.seed = question, seed
        self.heading = self.heading if heading is None else heading
        self._state = {}
        self._since = monotonic()
        self.rung, self.shown = 0, False
        await self.recompose()
        self.solved = False
        self.focus_answer()
