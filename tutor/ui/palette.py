"""The palette of commands, in the language of the moment."""

from textual.command import CommandList, CommandPalette
from textual.content import Content
from textual.fuzzy import Matcher
from textual.system_commands import SystemCommandsProvider
from textual.widgets.option_list import Option

from tutor.ui.search import folded
from tutor.ui.session import Session


class Unaccented(Matcher):
    """Finds what is typed with or without accents."""

    def match(self, candidate: str) -> float:
        """How well a command fits."""
        return super().match(folded(candidate))

    def highlight(self, candidate: str) -> Content:
        """The command with the letters that fit."""
        return Content(candidate, list(super().highlight(folded(candidate)).spans))


class Commands(SystemCommandsProvider):
    """The commands of the app."""

    def matcher(self, user_input: str, case_sensitive: bool = False) -> Matcher:
        """What tells which commands are meant."""
        return Unaccented(folded(user_input), match_style=self.match_style, case_sensitive=case_sensitive)


class Palette(CommandPalette):
    """Textual's palette; what it says itself, it says in the learner's language."""

    def __init__(self, session: Session) -> None:
        super().__init__([Commands], placeholder=session.say("ui.palette"), id="--command-palette")
        self._none = session.say("ui.palette.none")

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Textual's own says it in English."""
        self._stop_no_matches_countdown()
        if search_value:
            self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, self._say_none)
        else:
            self._list_visible = False

    def _say_none(self) -> None:
        self.query_one(CommandList).add_option(Option(Content(self._none), disabled=True, id=self._NO_MATCHES))
        self._list_visible = True
