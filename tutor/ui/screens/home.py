"""Home: the course as a list, what is done and what comes next, and the way back to where one was."""

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tutor.course import Entry
from tutor.ui.keys import keys
from tutor.ui.screen import TutorScreen
from tutor.ui.search import folded
from tutor.ui.session import Session
from tutor.ui.visible import visible
from tutor.ui.widgets.listing import Listing

DONE, OPEN = "●", "○"
WIDEST = 100
ROOMY = 72
"""Columns from which titles and dots have room beside one another."""


@dataclass(frozen=True, slots=True)
class Row:
    """A lesson with what the log says of it."""

    entry: Entry
    done: frozenset[str]

    @property
    def dots(self) -> str:
        """One sign an exercise, in their order."""
        return "".join(DONE if f"{self.entry.id}/{name}" in self.done else OPEN for name in self.entry.exercises)

    @property
    def complete(self) -> bool:
        """Whether every exercise is done."""
        return bool(self.dots) and OPEN not in self.dots

    @property
    def begun(self) -> bool:
        """Whether some exercise is done."""
        return DONE in self.dots


class HomeScreen(TutorScreen):
    """The list of lessons. Needs only the index and the log: no lesson is opened to paint it."""

    HELP_CODE = "ui.home.help"
    AUTO_FOCUS = "#lessons"
    BINDINGS = keys(
        ("p", "app.mode('practice')", "practice"),
        ("l", "app.mode('lab')", "lab"),
        ("slash", "search", "search"),
        ("escape", "leave_search", "leave_search"),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._wanted = ""
        self._columns = 0

    def body(self) -> ComposeResult:
        """The lessons; the search line comes when it is asked for."""
        with Vertical(id="column"):
            yield Listing(id="lessons", markup=False)

    async def catch_up(self) -> None:
        """What was answered meanwhile shows."""
        await super().catch_up()
        self.show_lessons()

    async def speak(self) -> None:
        """Titles and placeholders in the other language; the highlighted lesson stays."""
        for search in self.query("#search").results(Input):
            search.placeholder = self.session.say("ui.home.search")

    def on_resize(self, _event: events.Resize) -> None:
        """The list is set for its width."""
        if self.size.width != self._columns:
            self.show_lessons()

    def show_lessons(self) -> None:
        """Fill the list and the title line."""
        if not self.size.width:
            return
        self._columns = self.size.width
        done = self.session.store.done()
        rows = [Row(entry, done) for entry in self.session.index.lessons]
        last = self.session.kept("lesson")
        upcoming = next((row.entry.id for row in rows if not row.complete), None)
        options = self.query_one("#lessons", OptionList)
        highlighted = options.highlighted
        options.clear_options()
        options.add_options(self._problems())
        if rows and not self._wanted:
            options.add_option(self._continue(rows, last, upcoming))
            options.add_option(Option("", disabled=True))
        states = {row.entry.id: self._state(row, row.entry.id == upcoming) for row in rows}
        most = max((len(self._progress(row)) for row in rows), default=0), max(map(len, states.values()), default=0)
        options.add_options([self._option(row, states[row.entry.id], *most) for row in rows if self._matches(row)])
        if highlighted is not None and highlighted < options.option_count:
            options.highlighted = highlighted
        else:
            options.action_first()
        complete = sum(row.complete for row in rows)
        self.title_bar.left = "Cadena"
        self.title_bar.right = self.session.say("ui.home.done", done=complete, total=len(rows)) if rows else ""

    def _problems(self) -> list[Option]:
        """Which files of the course cannot be used, and where they are wrong."""
        problems = [problem for error in self.session.broken.values() for problem in error.problems[:2]]
        lines = [Content(f"✗ {visible(problem.said(self.session.lang))}").stylize("$error") for problem in problems]
        return [Option(line, disabled=True) for line in [*lines, Content("")]] if lines else []

    def _continue(self, rows: list[Row], last: str | None, upcoming: str | None) -> Option:
        """Where one left off; on the first day, where to begin."""
        by_id = {row.entry.id: row for row in rows}
        row = by_id.get(last or "") or by_id.get(upcoming or "") or rows[0]
        code = "ui.home.continue" if last in by_id else "ui.home.begin"
        place = self.session.kept(f"lesson:{row.entry.id}") or {}
        exercise = place.get("exercise")
        where = ""
        if exercise in row.entry.exercises:
            number = row.entry.exercises.index(exercise) + 1
            where = " · " + self.session.say("ui.home.exercise", number=number, total=len(row.entry.exercises))
        lead = Content.styled(f"{self.session.say(code)} ▸ ", "bold $accent")
        room = max(20, self._room - lead.cell_length - len(where))
        title = Content.styled(row.entry.title[self.session.lang], "bold").truncate(room, ellipsis=True)
        return Option(Content.assemble(lead, title, where), f"continue:{row.entry.id}")

    def _option(self, row: Row, state: str, dots: int, states: int) -> Option:
        """Number, title, a dot an exercise, a word; the last two in columns of their own."""
        tail = Content.assemble((f"{self._progress(row):<{dots}}  ", "$accent"), (f"{state:<{states}}", "$quiet"))
        room = self._room - tail.cell_length
        title = Content(f"{row.entry.number:>3}  {row.entry.title[self.session.lang]}").truncate(
            room - 1, ellipsis=True
        )
        return Option(Content.assemble(title, " " * (room - title.cell_length), tail), row.entry.id)

    @property
    def _room(self) -> int:
        """The columns of an option, the scrollbar left out."""
        return min(self.size.width, WIDEST) - 7

    def _progress(self, row: Row) -> str:
        """A dot an exercise; where titles need the room, two numbers."""
        return row.dots if self._room >= ROOMY else f"{row.dots.count(DONE)}/{len(row.dots)}"

    def _state(self, row: Row, upcoming: bool) -> str:
        if row.entry.id in self.session.broken:
            return "✗ " + self.session.say("ui.home.state.broken")
        if row.complete:
            return self.session.say("ui.home.state.done")
        if upcoming:
            return self.session.say("ui.home.state.next")
        return self.session.say("ui.home.state.begun") if row.begun else ""

    def _matches(self, row: Row) -> bool:
        text = folded(" ".join((*row.entry.title.values(), row.entry.id)))
        return all(word in text for word in folded(self._wanted).split())

    @on(OptionList.OptionSelected, "#lessons")
    async def _lesson_chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is not None:
            await self.app.run_action(f"app.lesson({event.option_id.removeprefix('continue:')!r})")

    @on(Input.Changed, "#search")
    def _search_changed(self, event: Input.Changed) -> None:
        self._wanted = event.value
        self.show_lessons()

    @on(Input.Submitted, "#search")
    def _search_done(self) -> None:
        self.query_one("#lessons").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leaving the search makes sense while one searches."""
        return bool(self.query("#search")) if action == "leave_search" else True

    async def action_search(self) -> None:
        """Look for a lesson by its words."""
        if not self.query("#search"):
            search = Input(id="search", placeholder=self.session.say("ui.home.search"), select_on_focus=False)
            await self.query_one("#column").mount(search, before="#lessons")
        self.query_one("#search").focus()

    async def action_leave_search(self) -> None:
        """All lessons again."""
        self._wanted = ""
        await self.query("#search").remove()
        self.show_lessons()
        self.query_one("#lessons").focus()
