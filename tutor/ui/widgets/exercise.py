"""A question and everything around its answer: input, what was understood, verdict, hints, solution."""

from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from tutor.answers import Verdict, mark
from tutor.course.question import Question
from tutor.progress import Attempt
from tutor.ui.keys import keys
from tutor.ui.preview import complaint, preview
from tutor.ui.prose import set_line, set_lines
from tutor.ui.session import Session
from tutor.ui.widgets.answer import Answer
from tutor.ui.widgets.choices import Choices
from tutor.ui.widgets.prose import Prose
from tutor.words import Message as Word

SIGNS = {"right": "✓", "almost": "≈", "wrong": "✗", "unreadable": "^", "unsure": "?"}
COLOURS = {"right": "$success", "almost": "$warning", "wrong": "$error", "unreadable": "$warning", "unsure": "$warning"}


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
    judging: reactive[bool] = reactive(False)

    @dataclass
    class Judged(Message):
        """An answer was judged, and recorded when it counts."""

        exercise: "Exercise"
        typed: str
        verdict: Verdict

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
        self._verdict: Verdict | None = None
        self._judged_text = ""
        self._saved = True

    def compose(self) -> ComposeResult:
        """Question, input, understanding; verdict and help come when there are any."""
        yield Prose(self._asked(), classes="asked")
        if self.question.task.kind == "choice":
            yield Choices(self.question.choices)
        else:
            kind = self.question.task.kind
            place = self._session.say(f"ui.exercise.place.{kind}")
            yield Answer(self._state.get("text", ""), placeholder=place)
        yield Static(classes="preview", markup=False)

    async def on_mount(self) -> None:
        """Stand as it was left."""
        self.solved = self.question.id in self._session.store.done()
        for _ in range(min(self._state.get("hints", 0), len(self.question.hints))):
            await self.action_hint()
        if self._state.get("solution"):
            await self.action_solution()
        self.ready = True

    @property
    def state(self) -> dict[str, Any] | None:
        """What to keep of it, or None when there is nothing."""
        state = {"text": self.typed, "hints": self.rung, "solution": self.shown, "seed": self.seed}
        return state if any(state.values()) else None

    @property
    def typed(self) -> str:
        """The answer as it stands."""
        if self.question.task.kind == "choice":
            return self.query_one(Choices).letter
        return self.query_one(Answer).value

    def focus_answer(self) -> None:
        """Put the cursor where the answer goes."""
        self.query_one("Answer, Choices").focus()

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
        return f"## {self.heading}{sign}\n\n{self.question.prompt}"

    def on_resize(self, _event: events.Resize) -> None:
        """What stands below the answer is set for the width."""
        if self.question.task.kind != "choice":
            self._show_preview(self.typed)
        self._show_verdict()

    @on(Input.Changed)
    def _text_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._judged_text:
            self._clear_verdict()
        self._show_preview(event.value)

    def _show_preview(self, text: str) -> None:
        say = self._session.say
        width = max(20, self.content_size.width - 4)
        shown = preview(self.question.task, text, width, say("ui.exercise.read"), self._session.tell)
        understood = self.query_one(".preview", Static)
        understood.update(shown)
        if self.has_focus_within:
            self._bring_into_view(understood)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _submitted(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        event.stop()
        text = self.typed
        if self.judging or not text.strip():
            return
        if text == self._judged_text and self._verdict is not None:
            if self._verdict.outcome == "right":
                self.post_message(self.Continued(self))
            return
        self.judging = True
        self._judge(self.question, text, self._attempt_so_far())

    def _attempt_so_far(self) -> dict[str, Any]:
        seconds, self._since = monotonic() - self._since, monotonic()
        return {
            "hints": self.rung,
            "solution_seen": self.shown,
            "seconds": seconds,
            "generator": self._generator,
        }

    @work(thread=True, exit_on_error=False, group="judge")
    def _judge(self, question: Question, text: str, circumstances: dict[str, Any]) -> None:
        """Judge and record away from the screen, so that neither algebra nor a slow disk can freeze it."""
        verdict = self._marked(question, text)
        saved = True
        if verdict.counts or verdict.outcome == "unsure":
            attempt = Attempt(
                question.id,
                text,
                verdict.outcome,
                verdict.because,
                datetime.now(UTC),
                verdict.mistakes,
                **circumstances,
            )
            saved = self._session.store.record(attempt)
        self.app.call_from_thread(self._judged, question, text, verdict, saved)

    def _marked(self, question: Question, text: str) -> Verdict:
        """The verdict at once; proved only where it would be none. A failure of ours is never the learner's."""
        try:
            verdict = mark(question.task, text)
            if verdict.outcome == "unsure" and self._session.prover is not None:
                verdict = mark(question.task, text, prover=self._session.prover)
        except Exception as error:
            self.log.error(error)
            return Verdict("unsure", "failed", Word("ui.exercise.failed"))
        return verdict

    def _judged(self, question: Question, text: str, verdict: Verdict, saved: bool) -> None:
        self.judging = False
        if question is not self.question:
            return
        self._verdict, self._judged_text = verdict, text
        for answer in self.query(Answer):
            answer.remember(text)
        self.solved = self.solved or verdict.outcome == "right"
        self._saved = saved
        self._show_verdict()
        self._bring_into_view(self._below("verdict"))
        self.post_message(self.Judged(self, text, verdict))

    def _show_verdict(self) -> None:
        verdict = self._verdict
        if verdict is None:
            return
        say, tell = self._session.say, self._session.tell
        width = max(20, self.content_size.width - 4)
        word = say(f"ui.verdict.{verdict.outcome}")
        reason = "" if verdict.outcome == "unreadable" else tell(verdict.message)
        lines = list(set_lines(f"{word}. {reason}", width - 2))
        lines[0] = lines[0].stylize(f"bold {COLOURS[verdict.outcome]}", 0, len(word))
        for notice in verdict.notices:
            lines += [line.stylize_before("$quiet") for line in set_lines(tell(notice), width - 2)]
        if verdict.outcome == "unreadable" and verdict.at:
            self.query_one(".preview", Static).update(complaint(*verdict.at, verdict.message, width, tell))
        sign = Content.styled(f"{SIGNS[verdict.outcome]} ", f"bold {COLOURS[verdict.outcome]}")
        marked = [(Content("  ") if number else sign) + line for number, line in enumerate(lines)]
        self._below("verdict").update(Content("\n").join([*marked, *self._afterwards(verdict)]))

    def _below(self, name: str) -> Static:
        """The widget of a kind below what was understood, made when it is first needed."""
        for found in self.query(f".{name}").results(Static):
            return found
        made = Static(classes=name, markup=False)
        self.mount(made, after=".preview")
        return made

    def _afterwards(self, verdict: Verdict) -> list[Content]:
        """Whether it was saved, and the key that goes on."""
        say = self._session.say
        words = []
        if verdict.counts:
            words.append(
                Content.styled(
                    say("ui.saved" if self._saved else "ui.not_saved"), "$quiet" if self._saved else "$error"
                )
            )
        if verdict.outcome == "right":
            words.append(Content.styled(f"⏎ {say('ui.exercise.continue')}", "$quiet"))
        return [Content("  ") + Content.styled(" · ", "$quiet").join(words)] if words else []

    def _clear_verdict(self) -> None:
        if self._verdict is not None:
            self._verdict, self._judged_text = None, ""
            self.query(".verdict").remove()

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
        self.call_after_refresh(widget.scroll_visible, animate=False)

    def action_another(self) -> None:
        """Another question like this one."""
        self.post_message(self.AnotherWanted(self))

    async def ask(self, question: Question, heading: str | None = None, seed: int = 0) -> None:
        """Ask another question in the same place."""
        self.question, self.seed = question, seed
        self.heading = self.heading if heading is None else heading
        self._state, self._verdict, self._judged_text = {}, None, ""
        self._since = monotonic()
        self.rung, self.shown = 0, False
        await self.recompose()
        self.solved = False
        self.focus_answer()
