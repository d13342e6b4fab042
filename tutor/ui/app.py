"""The app: its modes, the keys that work everywhere, and how it is opened."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, ClassVar, Literal, get_args

from rich.text import Text
from textual import events, work
from textual.app import App, SystemCommand
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme
from textual.timer import Timer
from textual.types import CSSPathType

from tutor.course import LessonError
from tutor.ui import garbage, terminal
from tutor.ui.faults import note
from tutor.ui.keys import key_name, keys
from tutor.ui.screen import SMALLEST, TutorScreen
from tutor.ui.session import Session
from tutor.ui.styles import Styles
from tutor.ui.theme import THEMES
from tutor.ui.visible import visible
from tutor.words import LANGS, Lang

Mode = Literal["home", "lesson", "practice", "lab"]

HERE = Path(__file__).parent

SCREENS: dict[Mode, str] = {
    "home": "tutor.ui.screens.home:HomeScreen",
    "lesson": "tutor.ui.screens.lesson:LessonScreen",
    "practice": "tutor.ui.screens.practice:PracticeScreen",
    "lab": "tutor.ui.screens.lab:LabScreen",
}
"""The screen of each mode, imported when it is first shown."""

WIDTHS = [(0, "-tiny"), (SMALLEST[0], "-narrow"), (112, "-wide")]
HEIGHTS = [(0, "-short"), (SMALLEST[1], "-tall")]
"""From how many columns or rows on a screen has a class."""

WARM_UP_AFTER = 0.2
"""Seconds to the loading of what the first answer needs: late enough not to delay the first paint."""

IDLE = 0.7
"""Seconds without a key or the mouse after which there is time for what can wait."""


class TutorApp(App[int]):
    """The table of contents: four modes and one session."""

    TITLE = "Cadena"
    CSS_PATH: ClassVar[CSSPathType | None] = [HERE / "app.tcss", HERE / "screens" / "home.tcss"]
    """Home's styles among them: what a screen adds later has all styles read again, too slow for the first paint."""
    DEFAULT_MODE = "home"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS = keys(
        ("p", "mode('practice')", "practice", False),
        ("l", "mode('lab')", "lab", False),
        ("f6,f", "formulas", "formulas", False),
        ("f2", "language", "language"),
        ("f1,question_mark", "help", "help"),
        ("q", "quit", "quit"),
        ("ctrl+q", "quit", "quit_typing"),
        ("ctrl+c", "help_quit", "interrupt", False),
    )

    def __init__(self, session: Session, start: Mode = "home") -> None:
        super().__init__(driver_class=terminal.driver())
        self.stylesheet = Styles()
        self.session = session
        self._start: Mode = start
        self._idle: Timer | None = None
        self._disturbed = False
        self._shown: set[str] = set()
        self._gate: list[LineFilter] = [] if terminal.has_all_signs() else [_gate()]
        for mode in set(SCREENS) - {"home"}:
            self.add_mode(mode, partial(self._screen, mode))
        for theme in THEMES.values():
            self.register_theme(theme)
        self._dress(THEMES.get(session.kept("theme"), THEMES["dark"]))

    def _dress(self, theme: Theme) -> None:
        """Choose the first theme before any style is read: when it changes later, all of them are read again."""
        self.set_reactive(TutorApp.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)

    def _screen(self, mode: Mode) -> Screen[None]:
        self._shown.add(mode)
        screen: Screen[None] = resolve_name(SCREENS[mode])(self.session)
        return screen

    def get_default_screen(self) -> Screen[None]:
        """Home. For a screen that is a mode from the start, Textual would read all styles twice."""
        return self._screen("home")

    async def on_mount(self) -> None:
        """Go where the app was asked to start; what is slow to load comes after the first paint."""
        if (colours := self.console.color_system) in ("standard", "256") and not self.is_headless:
            self._gate.append(_inks(colours))
            self.set_class(True, "-few-colours", update=False)
        self.add_mode("home", self.get_default_screen)
        terminal.leave_on_signals(self)
        await self.switch_mode(self._start)
        self.set_timer(WARM_UP_AFTER, self._warm_up)
        self._idle = self.set_interval(IDLE, self._while_idle)

    async def on_event(self, event: events.Event) -> None:
        """Nobody is idle who presses a key."""
        if isinstance(event, events.InputEvent) and self._idle is not None:
            self._disturbed = True
            self._idle.reset()
        await super().on_event(event)

    @work(thread=True, exit_on_error=False)
    def _warm_up(self) -> None:
        """Load what the first lesson and the first verdict need, so that nobody waits for it."""
        import tutor.answers.marking
        import tutor.ui.screens.lesson  # noqa: F401 (the imports are the work)
        from tutor.answers import Prover
        from tutor.course.lesson import markdown
        from tutor.ui.prose import set_lines

        if (last := self.session.unread()) is not None:
            with suppress(LessonError):
                for block in self.session.lesson(last).blocks:
                    set_lines(markdown((block,)), self.size.width)
        prover = Prover()
        prover.start()
        self.session.prover = prover
        garbage.put_off()

    async def _while_idle(self) -> None:
        """What can wait, for as long as no key comes; the lesson screen first: it is where one goes from home."""
        if self.session.prover is None or self._idle is None:
            return
        self._disturbed = False
        if "lesson" not in self._shown and self.current_mode == "home" and len(self.screen_stack) == 1:
            self.call_later(self._set_up_lessons)
        elif self.session.unread() is not None:
            await self._read_lessons()
        else:
            garbage.collect()
            self._idle.pause()

    async def _set_up_lessons(self) -> None:
        """Show the lesson screen and leave it before anything is drawn."""
        with self.batch_update():
            await self.switch_mode("lesson")
            self.refresh_css()
            await self.switch_mode("home")

    async def _read_lessons(self) -> None:
        """Lesson after lesson, which also tells whether they are sound."""
        while not self._disturbed and (name := self.session.unread()) is not None:
            try:
                await asyncio.to_thread(self.session.lesson, name)
            except LessonError:
                if self.current_mode == "home" and isinstance(self.screen, TutorScreen):
                    await self.screen.catch_up()
        garbage.put_off()

    def exit(self, result: int | None = None, return_code: int = 0, message: Any = None) -> None:
        """End the app. The place of the screen that shows is kept first; the others kept theirs when they were left."""
        for screen in self.screen_stack:
            if isinstance(screen, TutorScreen):
                screen.leave()
        super().exit(result, return_code, message)

    def _fatal_error(self) -> None:
        """Our fault: a line to the learner, the rest to the log. Textual would print every variable."""
        error = self._exception or RuntimeError()
        said = self.session.say("ui.fault", name=type(error).__name__, log=str(note(error)))
        self._exit_renderables.append(Text(visible(said)))
        self._close_messages_no_wait()

    def on_unmount(self) -> None:
        """Leave nothing running and nothing unwritten."""
        garbage.as_usual()
        if self.session.prover is not None:
            self.session.prover.close()
        self.session.store.close()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Nothing is drawn that the terminal has no signs or colours for."""
        return [*super().get_line_filters(), *self._gate]

    def get_key_display(self, binding: object) -> str:
        """Keys as they are written on the bottom line."""
        return key_name(getattr(binding, "key", ""))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Not where one is already; ``ctrl+q`` is named only while letters are typed."""
        if action == "mode":
            return parameters != (self.current_mode,)
        return True

    async def action_mode(self, mode: Mode) -> None:
        """Show another mode as it was left."""
        await self.switch_mode(mode)

    async def action_lesson(self, lesson: str, exercise: str | None = None) -> None:
        """Read a lesson where it was left, or at one of its exercises."""
        from tutor.ui.screens.lesson import LessonScreen

        with self.batch_update():
            await self.switch_mode("lesson")
            if isinstance(self.screen, LessonScreen):
                await self.screen.open(lesson, exercise)

    def delay_update(self, delay: float = 0.01) -> None:
        """Textual waits 50 ms before it draws another mode; ours have what they show by then."""
        super().delay_update(delay)

    async def action_lab(self, data: str) -> None:
        """Open the lab on a data set."""
        from tutor.ui.screens.lab import LabScreen

        await self.switch_mode("lab")
        if isinstance(self.screen, LabScreen):
            await self.screen.open(data)

    async def action_language(self) -> None:
        """The next language; every screen keeps its place."""
        self.session.lang = LANGS[(LANGS.index(self.session.lang) + 1) % len(LANGS)]
        self.session.keep("lang", self.session.lang)
        if isinstance(self.screen, TutorScreen):
            await self.screen.catch_up()

    def action_theme(self, name: str) -> None:
        """Dark or light."""
        self.theme = THEMES[name].name
        self.session.keep("theme", name)

    async def action_help(self) -> None:
        """The keys and habits of this screen."""
        from tutor.ui.screens.page import help_page

        if isinstance(self.screen, TutorScreen):
            await self.push_screen(help_page(self.session, self.screen))

    async def action_formulas(self) -> None:
        """The formula sheet of the course."""
        from tutor.ui.screens.page import formula_page

        if isinstance(self.screen, TutorScreen):
            await self.push_screen(formula_page(self.session))

    def action_command_palette(self) -> None:
        """The palette, asking in the language of the moment."""
        from tutor.ui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(self.session))

    def action_help_quit(self) -> None:
        """``ctrl+c`` does not quit; it says what does."""
        self.notify(self.session.say("ui.quit.how"), markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands of the palette, in the language of the moment."""
        say = self.session.say
        for mode in get_args(Mode):
            if mode not in ("lesson", self.current_mode):
                yield SystemCommand(
                    say(f"ui.mode.{mode}"), say(f"ui.mode.{mode}.about"), partial(self.switch_mode, mode)
                )
        for name in THEMES:
            yield SystemCommand(say(f"ui.theme.{name}"), say("ui.theme.about"), partial(self.action_theme, name))
        for action in ("language", "formulas", "help", "quit"):
            title = say(f"ui.key.{action}").capitalize()
            yield SystemCommand(title, say(f"ui.{action}.about"), partial(self.run_action, action))


def _gate() -> LineFilter:
    from tutor.ui.repertoire import Repertoire

    return Repertoire(terminal.glyphs())


def _inks(colours: str) -> LineFilter:
    from tutor.ui.inks import Inks

    return Inks(colours)


def run(start: Mode = "home", lang: Lang | None = None, theme: str | None = None, **options: Any) -> int:
    """Open the app on the terminal; its exit code is 0, or 128 + the signal that ended it.

    `options` are for the screen it starts with (a problem's code, a data set).
    """
    session = Session.resume(lang)
    session.options = options
    if theme in THEMES:
        session.keep("theme", theme)
    app = TutorApp(session, start)
    app.run()
    return app.return_code or 0


def preview(path: Path, lang: Lang) -> int:
    """Show one lesson and read it again whenever its folder changes; its exercises are not recorded for good."""
    from tutor.ui.previewing import PreviewApp

    app = PreviewApp(path, lang)
    app.run()
    return app.return_code or 0
