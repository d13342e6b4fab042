"""A page over the screen: help, the formula sheet, the result of a search. Any way out closes it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from tutor.course import LessonError
from tutor.ui.keys import key_name, keys
from tutor.ui.session import Session
from tutor.ui.widgets.keybar import KeyBar
from tutor.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from tutor.ui.screen import TutorScreen


class Page(ModalScreen[None]):
    """Markdown to read and close. What takes long to write is made away from the screen."""

    CSS_PATH = "page.tcss"
    BINDINGS = keys(("escape,q,enter,f1,f6", "dismiss", "close"))

    def __init__(self, session: Session, write: Callable[[], str]) -> None:
        super().__init__()
        self._session = session
        self._write = write

    def compose(self) -> ComposeResult:
        """The text and the key that closes it."""
        yield VerticalScroll(id="sheet")
        yield KeyBar(self._session)

    def on_mount(self) -> None:
        """Write it."""
        self.query_one("#sheet").focus()
        self._fill()

    @work(thread=True, exit_on_error=False)
    def _fill(self) -> None:
        source = self._write()
        self.app.call_from_thread(self._show, source)

    def _show(self, source: str) -> None:
        if self.is_attached:
            self.query_one("#sheet").mount(Prose(source))


def help_page(session: Session, screen: "TutorScreen") -> Page:
    """The keys that work on a screen now or in a moment, and its habits in a few sentences."""
    say = session.say
    lines = [f"# {say('ui.help.title')}", say(screen.HELP_CODE), f"## {say('ui.help.keys')}"]
    lines += _key_table(session, screen)
    lines += [say("ui.help.everywhere")]
    source = "\n\n".join(lines)
    return Page(session, lambda: source)


def _key_table(session: Session, screen: "TutorScreen") -> list[str]:
    """Every binding of ours along the way from the focus to the app, the keys of an action together."""
    found: dict[str, list[str]] = {}
    for node in (*screen.walk_children(with_self=True), screen.app):
        for key, binding in node._bindings:
            if binding.description.startswith("ui.key."):
                names = found.setdefault(binding.description, [])
                if key_name(key) not in names:
                    names.append(key_name(key))
    rows = [f"| `{'` `'.join(names)}` | {session.say(code)} |" for code, names in found.items()]
    return ["\n".join(["| | |", "|---|---|", *rows])]


def formula_page(session: Session) -> Page:
    """The summaries of all lessons, one below the other."""

    def write() -> str:
        parts = [f"# {session.say('ui.formulas.title')}"]
        for entry in session.index.lessons:
            try:
                lesson = session.lesson(entry.id)
            except LessonError:
                continue
            if lesson.summary:
                parts += [f"## {entry.number} · {lesson.title}", "\n".join(f"- {line}" for line in lesson.summary)]
        return "\n\n".join(parts)

    return Page(session, write)
