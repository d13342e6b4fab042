"""A lesson: text to read at a comfortable measure, with its exercises where they belong."""

from asyncio import Lock
from itertools import chain
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.course import Entry, LessonError
from tutor.course.instance import question
from tutor.course.lesson import Exercise as ExerciseBlock
from tutor.course.lesson import Heading, Lesson
from tutor.ui.keys import keys
from tutor.ui.pages import exercise_headings, page
from tutor.ui.prose import set_line
from tutor.ui.screen import TutorScreen
from tutor.ui.session import Session
from tutor.ui.visible import visible
from tutor.ui.widgets.door import Door
from tutor.ui.widgets.exercise import Exercise
from tutor.ui.widgets.find import Find
from tutor.ui.widgets.listing import Listing
from tutor.ui.widgets.prose import Prose
from tutor.ui.widgets.reading import Reading

KEPT_EVERY = 3.0
"""Seconds between two looks at what should be remembered."""

LOOKED_AT = 20
"""Seeds among which another question is looked for that is not the same by chance."""


class LessonScreen(TutorScreen):
    """Reading has the focus on the text; answering has it on an input. Escape goes back one step."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["lesson.tcss", "../widgets/exercise.tcss"]
    HELP_CODE = "ui.lesson.help"
    BINDINGS = keys(
        ("enter,tab", "answer", "answer"),
        ("tab", "app.focus_next", "next_field", False),
        ("space", "go_on", "go_on"),
        ("escape", "stop_search", "leave_search"),
        ("escape", "read", "read"),
        ("escape", "app.mode('home')", "home"),
        ("c", "outline", "outline"),
        ("slash", "search", "search"),
        ("greater_than_sign", "turn(1)", "next"),
        ("less_than_sign", "turn(-1)", "previous", False),
        ("t", "term", "term", False),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.lesson: Lesson | None = None
        self.name_of_lesson = ""
        self._showing = Lock()

    def body(self) -> ComposeResult:
        """The outline beside the text; the search line below."""
        with Horizontal(id="page"):
            yield Listing(id="outline", markup=False)
            yield Reading(self.session, "text")
        yield Find(self.session)

    def on_mount(self) -> None:
        """What is typed is kept every few seconds."""
        self.set_interval(KEPT_EVERY, self.leave)

    @property
    def text(self) -> Reading:
        """The column of text."""
        return self.query_one("#text", Reading)

    async def open(self, name: str, exercise: str | None = None) -> None:
        """Show a lesson where it was left, or at an exercise."""
        if name == self.name_of_lesson and self.lesson is not None and exercise is None:
            return
        self.leave()
        await self._show(name, self.session.kept(f"lesson:{name}") or {}, exercise)

    async def speak(self) -> None:
        """The same lesson in the other language, at the same block."""
        if self.name_of_lesson:
            place = self.text.place
            self._keep_exercises()
            await self._show(self.name_of_lesson, place)

    async def _show(self, name: str, place: dict[str, Any], exercise: str | None = None) -> None:
        """One lesson after another, though keys come faster; what is on the way to the first screenful is not drawn."""
        async with self._showing:
            with self.app.batch_update():
                await self._change(name, place, exercise)

    async def _change(self, name: str, place: dict[str, Any], exercise: str | None) -> None:
        self.name_of_lesson, self.lesson = name, None
        self.spoken = self.session.lang
        await self.text.clear()
        self.query_one("#outline", OptionList).clear_options()
        self.session.keep("lesson", name)
        entry = self.session.index.by_id[name]
        try:
            self.lesson = self.session.lesson(name)
        except LessonError as error:
            await self._show_problems(entry, error)
        else:
            await self._show_text(self.lesson, place, exercise)
        self._show_title()
        self.refresh_bindings()

    async def _show_problems(self, entry: Entry, error: LessonError) -> None:
        """Which file and line, and the way to the other lessons."""
        said = "\n".join(visible(problem.said(self.session.lang)) for problem in error.problems)
        head = self.session.say("ui.lesson.broken", title=entry.title[self.session.lang])
        await self.text.mount(Prose(f"# {head}"), Static(Content(f"✗ {said}").stylize("$error")), *self._doors())
        self.query(Door).first().focus()

    async def _show_text(self, lesson: Lesson, place: dict[str, Any], exercise: str | None) -> None:
        numbers = {block.id: n for n, block in enumerate(lesson.blocks) if isinstance(block, ExerciseBlock)}
        blocks = chain(page(lesson.blocks, self.session, place.get("steps", {})), self._doors())
        if exercise in numbers:
            await self.text.show(blocks, numbers[exercise])
        else:
            await self.text.show(blocks, place.get("block", 0), place.get("row", 0), place.get("top", 0))
        wanted = exercise or (place.get("answering") and place.get("exercise"))
        answering = next((block for block in self.text.exercises if block.name == wanted), None)
        if answering:
            answering.focus_answer()
        else:
            self.text.focus(scroll_visible=False)
        self._show_outline(lesson)

    def _doors(self) -> list[Widget]:
        """The way on, at the end of the text."""
        doors: list[Widget] = []
        for step, code in ((1, "ui.lesson.next"), (-1, "ui.lesson.previous")):
            if (entry := self._neighbour(step)) is not None:
                words = self.session.say(code, title=entry.title[self.session.lang])
                doors.append(Door(words, f"app.lesson({entry.id!r})"))
        return [*doors, Door(self.session.say("ui.lesson.home"), "app.mode('home')")]

    def _neighbour(self, step: int) -> Entry | None:
        lessons = self.session.index.lessons
        number = (
            next((place for place, entry in enumerate(lessons) if entry.id == self.name_of_lesson), -len(lessons))
            + step
        )
        return lessons[number] if 0 <= number < len(lessons) else None

    def _show_outline(self, lesson: Lesson) -> None:
        options, done = [], self.session.store.done()
        headings = exercise_headings(lesson.blocks, self.session)
        for number, block in enumerate(lesson.blocks):
            if isinstance(block, Heading) and block.level > 1:
                options.append(Option(set_line(block.text), str(number)))
            elif isinstance(block, ExerciseBlock):
                sign = "●" if block.key in done else "○"
                words = Content.assemble(("  " + sign, "$accent"), f" {headings[block.id]}")
                options.append(Option(words, str(number)))
        outline = self.query_one("#outline", OptionList)
        outline.clear_options().add_options(options)

    def _show_title(self) -> None:
        entry = self.session.index.by_id[self.name_of_lesson]
        done = self.session.store.done()
        dots = "".join("●" if f"{entry.id}/{name}" in done else "○" for name in entry.exercises)
        self.title_bar.left = f"{entry.number} · {entry.title[self.session.lang]}"
        self.title_bar.right = f"{dots.count('●')}/{len(dots)} {dots}" if dots else ""

    def leave(self) -> None:
        """Keep the place, the drafts and the hints seen."""
        if self.lesson is not None and self.text.settled:
            self.session.keep(f"lesson:{self.name_of_lesson}", self.text.place)
            self._keep_exercises()

    def _keep_exercises(self) -> None:
        for exercise in self.query(Exercise):
            if exercise.ready:
                self.session.keep(f"exercise:{exercise.question.id}", exercise.state)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape leaves the search, then the answer, then the lesson; enter and tab answer while one reads."""
        reading = self.focused is None or self.focused is self.text
        match action:
            case "stop_search":
                return self.query_one(Find).is_open
            case "read":
                return not reading
            case "answer":
                return reading and self.text.exercise_at_hand is not None
            case "go_on":
                return reading
            case "turn":
                return (
                    self.name_of_lesson in self.session.index.by_id
                    and self._neighbour(int(str(parameters[0]))) is not None
                )
        return True

    def action_answer(self) -> None:
        """Go to the exercise at hand."""
        if exercise := self.text.exercise_at_hand:
            exercise.focus_answer()
            exercise.scroll_visible(animate=False)

    def action_go_on(self) -> None:
        """The next step of a worked example in view, else the next page."""
        self.text.go_on()

    def action_read(self) -> None:
        """Back to the text."""
        self.remove_class("-outline")
        self.text.focus(scroll_visible=False)

    async def action_turn(self, step: int) -> None:
        """The next lesson, or the previous one."""
        if entry := self._neighbour(step):
            await self.open(entry.id)

    def action_outline(self) -> None:
        """Go to the table of contents; on a narrow screen it comes and goes."""
        self.toggle_class("-outline")
        outline = self.query_one("#outline", OptionList)
        top = self.text.place["block"]
        outline.highlighted = max(0, sum(int(option.id or 0) <= top for option in outline.options) - 1)
        if self.has_class("-outline") or self.has_class("-wide"):
            outline.focus()
        else:
            self.action_read()

    @on(OptionList.OptionSelected, "#outline")
    async def _outline_chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_read()
        await self.text.show_block(int(event.option_id or 0))

    @on(Exercise.Recorded)
    def _exercise_recorded(self, event: Exercise.Recorded) -> None:
        self.title_bar.check()
        self._show_title()
        if self.lesson is not None and event.exercise.solved:
            self._show_outline(self.lesson)
        self.leave()

    @on(Exercise.Continued)
    def _exercise_continued(self, event: Exercise.Continued) -> None:
        """On with the reading, the next block at the top."""
        self.action_read()
        self.text.go_on_from(event.exercise)

    @on(Exercise.AnotherWanted)
    async def _another_wanted(self, event: Exercise.AnotherWanted) -> None:
        if self.lesson is None:
            return
        block = next(each for each in self.lesson.exercises if each.id == event.exercise.name)
        asked, first = event.exercise.question, event.exercise.seed + 1
        seeds = range(first, first + LOOKED_AT)
        seed = next((seed for seed in seeds if question(block, seed).prompt != asked.prompt), first)
        await event.exercise.ask(question(block, seed), seed=seed)

    async def action_show_term(self, name: str) -> None:
        """What a term means, in place."""
        await self.text.show_term(name)

    async def action_term(self) -> None:
        """What the next term in view means."""
        await self.text.next_term()

    def action_search(self) -> None:
        """Look for words in the text."""
        self.query_one(Find).open()
        self.refresh_bindings()

    def action_stop_search(self) -> None:
        """Back to the text, where one was before."""
        self.query_one(Find).go_back()

    @on(Find.Found)
    def _found(self, event: Find.Found) -> None:
        """Which place of how many."""
        self.title_bar.right = self.session.say("ui.lesson.found", number=event.number, total=event.total)

    @on(Find.Ended)
    def _search_ended(self) -> None:
        self._show_title()
        self.action_read()
