"""What every screen has: a title line, its body, the keys that work now, and a word when the terminal is too small."""

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tutor.ui.session import Session
from tutor.ui.widgets.keybar import KeyBar
from tutor.ui.widgets.title import TitleBar
from tutor.words import Lang

SMALLEST = (60, 18)


class TooSmall(Static):
    """Stands in for a screen that has no room."""

    ALLOW_SELECT = False


class TutorScreen(Screen[None]):
    """Base of the modes. A subclass yields its widgets in `body` and says its words again in `speak`.

    `HELP_CODE` is the code of its help text (Markdown).
    """

    HELP_CODE = ""
    AUTO_FOCUS = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.spoken: Lang = session.lang

    def compose(self) -> ComposeResult:
        """The frame around the body."""
        yield TitleBar(self.session)
        yield from self.body()
        yield KeyBar(self.session)
        yield TooSmall()

    def body(self) -> ComposeResult:
        """The widgets between the title line and the keys."""
        yield from ()

    def leave(self) -> None:
        """Keep where the learner is; called often, and before the app ends."""

    async def speak(self) -> None:
        """Say everything again, in a language that has changed; the place of the reader stays."""
        await self.recompose()

    async def catch_up(self) -> None:
        """Speak the language of the moment if this screen still speaks another, and show what the store says."""
        if self.spoken != self.session.lang:
            self.spoken = self.session.lang
            await self.speak()
            self.query_one(KeyBar).refresh()
        self.title_bar.check()
        self.refresh_bindings()

    @property
    def title_bar(self) -> TitleBar:
        """The top line."""
        return self.query_one(TitleBar)

    def on_screen_suspend(self) -> None:
        """Another screen takes over."""
        self.leave()

    async def on_screen_resume(self) -> None:
        """Coming back, something may have changed elsewhere."""
        await self.catch_up()

    def on_resize(self, event: events.Resize) -> None:
        """Say what is missing when there is no room."""
        width, height = SMALLEST
        say = self.session.say("ui.small", width=width, height=height, columns=event.size.width, rows=event.size.height)
        self.query_one(TooSmall).update(Content(say))
