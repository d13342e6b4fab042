"""Practice: problems without end at every level, and rounds of ten with a result."""

from secrets import randbelow
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.types import CSSPathType

from tutor.practice import TOPICS, Answered, PracticeError, Problem, Result, draw_round, following, from_code
from tutor.practice.rounds import MEMORY, ROUND
from tutor.ui.keys import keys
from tutor.ui.screen import TutorScreen
from tutor.ui.session import Session
from tutor.ui.widgets.exercise import Exercise
from tutor.ui.widgets.prose import Prose
from tutor.words import Message, codes

TOPIC = "chain"
SEEDS = 36**6


class PracticeScreen(TutorScreen):
    """One problem at a time; the same widget as in a lesson asks it. A round counts, practice does not."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["practice.tcss", "../widgets/exercise.tcss"]
    HELP_CODE = "ui.practice.help"
    BINDINGS = keys(
        ("enter", "answer", "answer"),
        ("f7,v", "level", "level"),
        ("f8,k", "round", "round"),
        ("escape", "read", "read"),
        ("escape", "app.mode('home')", "home"),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        kept: dict[str, Any] = session.kept("practice") or {}
        self.level: int = session.options.get("level") or kept.get("level", min(TOPICS[TOPIC].levels))
        self.problem = _problem(session.options.get("code") or kept.get("code"))
        self.round: list[Answered] = [each for each in map(_unpacked, kept.get("round", ())) if each]
        self.finished: Result | None = None

    def body(self) -> ComposeResult:
        """A problem, or how the round went."""
        yield VerticalScroll(id="text")

    async def on_mount(self) -> None:
        """Go on with the problem that was there."""
        if self.problem is not None:
            self.level = self.problem.origin.level
        await self._ask(self.problem or self._fresh(), again=True)

    @property
    def text(self) -> VerticalScroll:
        """The column of text."""
        return self.query_one("#text", VerticalScroll)

    @property
    def place(self) -> int:
        """The problem of the round that is being asked, from 0."""
        return next((i for i, each in enumerate(self.round) if each.problem == self.problem), 0)

    def _fresh(self) -> Problem:
        """A problem unlike the ones seen lately."""
        seen = [problem for code in self.session.store.recent(MEMORY) if (problem := _problem(code))]
        return following(TOPIC, self.level, randbelow(SEEDS), seen[::-1])

    async def _ask(self, problem: Problem, again: bool = False) -> None:
        self.problem, self.finished = problem, None
        state = self.session.kept("practice.draft") if again else None
        if not isinstance(state, dict) or state.get("code") != problem.code:
            state = None
        await self.text.remove_children()
        question = problem.question(self.session.lang)
        heading = self.session.say("ui.practice.problem", code=problem.code)
        exercise = Exercise(
            question, self.session, heading=heading, repeatable=True, generator=problem.version, state=state
        )
        await self.text.mount(exercise)
        exercise.focus_answer()
        self._show_title()
        self.refresh_bindings()

    def _show_title(self) -> None:
        say = self.session.say
        self.title_bar.left = say("ui.practice.title", level=self.level)
        self.title_bar.right = (
            say("ui.practice.place", number=self.place + 1, total=len(self.round)) if self.round else ""
        )

    async def speak(self) -> None:
        """The same problem in the other language, with what was typed."""
        self.leave()
        if self.finished is not None:
            await self._show_result(self.finished)
        elif self.problem is not None:
            await self._ask(self.problem, again=True)

    def leave(self) -> None:
        """Keep the problem, the draft and the round."""
        if self.problem is None:
            return
        round_ = [_packed(each) for each in self.round]
        self.session.keep("practice", {"level": self.level, "code": self.problem.code, "round": round_})
        for exercise in self.query(Exercise):
            state = exercise.state
            self.session.keep("practice.draft", state and {**state, "code": self.problem.code})

    async def _next(self) -> None:
        """The next of the round, or its result; outside a round a fresh one."""
        if not self.round:
            await self._ask(self._fresh())
        elif self.place + 1 < len(self.round):
            await self._ask(self.round[self.place + 1].problem)
        else:
            await self._show_result(Result(tuple(self.round)))

    async def _show_result(self, result: Result) -> None:
        """How many, and what to look at again, with the codes by which the problems can be repeated."""
        say = self.session.say
        self.finished, self.round = result, []
        lines = [f"# {say('ui.practice.result', right=result.right, total=len(result.answered))}"]
        if result.missed:
            lines.append(say("ui.practice.missed"))
            lines.append("\n".join(f"- {self._missed(each)}" for each in result.missed))
        lines.append(say("ui.practice.again"))
        await self.text.remove_children()
        await self.text.mount(Prose("\n\n".join(lines)))
        self.text.focus()
        self._show_title()
        self.refresh_bindings()

    def _missed(self, each: Answered) -> str:
        prompt = each.problem.question(self.session.lang).prompt.replace("\n", " ")
        known = [f"mistake.{name}" for name in each.mistakes if f"mistake.{name}" in codes(self.session.lang)]
        return " · ".join([f"`{each.problem.code}`", prompt, *map(self.session.say, known[:1])])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape goes from the answer to the text and from there home."""
        reading = self.focused is None or self.focused is self.text
        match action:
            case "read":
                return not reading
            case "answer":
                return reading
            case "level":
                return not self.round
        return True

    async def action_answer(self) -> None:
        """Back to the answer; after a result, a fresh problem."""
        if self.finished is not None:
            await self._ask(self._fresh())
        for exercise in self.query(Exercise):
            exercise.focus_answer()

    def action_read(self) -> None:
        """Leave the input, so that letters are keys again."""
        self.text.focus()

    async def action_level(self) -> None:
        """The next level, and after the last one the first."""
        levels = sorted(TOPICS[TOPIC].levels)
        self.level = levels[(levels.index(self.level) + 1) % len(levels)]
        await self._ask(self._fresh())

    async def action_round(self) -> None:
        """Begin a round of ten; during a round, give it up."""
        if self.round:
            self.round = []
            await self._ask(self._fresh())
            return
        self.round = [Answered(problem) for problem in draw_round(TOPIC, self.level, randbelow(SEEDS), ROUND)]
        await self._ask(self.round[0].problem)

    @on(Exercise.Judged)
    def _judged(self, event: Exercise.Judged) -> None:
        if self.round and self.problem is not None:
            each = self.round[self.place]
            hints = 5 if event.exercise.shown else event.exercise.rung
            self.round[self.place] = Answered(each.problem, (*each.verdicts, event.verdict), max(each.hints, hints))

    @on(Exercise.Recorded)
    def _recorded(self) -> None:
        self.title_bar.check()
        self.leave()

    @on(Exercise.Continued)
    @on(Exercise.AnotherWanted)
    async def _go_on(self) -> None:
        await self._next()


def _problem(code: object) -> Problem | None:
    """The problem of a code that may be of an older version, or of a lesson."""
    try:
        return from_code(code) if isinstance(code, str) and "/" not in code else None
    except PracticeError:
        return None


def _packed(each: Answered) -> list[Any]:
    verdicts = [[verdict.outcome, list(verdict.mistakes)] for verdict in each.verdicts]
    return [each.problem.code, verdicts, each.hints]


def _unpacked(packed: list[Any]) -> Answered | None:
    from tutor.answers import Verdict

    code, verdicts, hints = packed
    problem = _problem(code)
    kept = tuple(Verdict(outcome, "kept", Message(""), mistakes=tuple(mistakes)) for outcome, mistakes in verdicts)
    return Answered(problem, kept, hints) if problem else None
