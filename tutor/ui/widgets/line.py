"""Find the mistake: the numbered lines to pick from, then the right line to type."""

import re
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList

from tutor.course.question import Choice
from tutor.ui.widgets.answer import Answer
from tutor.ui.widgets.choices import Choices

_WHOLE = re.compile(r"\s*(\d{1,3})\s*:\s*(.*)", re.DOTALL)
"""A whole answer: the number of the line and the line."""


class LineAnswer(Vertical):
    """The answer is ``2: right line``; it may also be typed as a whole."""

    def __init__(self, lines: Sequence[Choice], text: str, place: str) -> None:
        super().__init__()
        whole = _WHOLE.fullmatch(text)
        self._lines = lines
        self._number, self._line = (whole[1], whole[2]) if whole else ("", text)
        if text.isdecimal():
            self._number, self._line = text, ""
        self._place = place

    def compose(self) -> ComposeResult:
        """The lines, and the input below."""
        yield Choices(self._lines, self._number, form="{}. ")
        yield Answer(self._line, placeholder=self._place)

    @property
    def lead(self) -> int:
        """The number and its colon stand in front of what is typed."""
        return len(self._prefix)

    @property
    def _prefix(self) -> str:
        number, typed = self.query_one(Choices).text, self.query_one(Answer).value
        return f"{number}: " if number and typed.strip() and not _WHOLE.fullmatch(typed) else ""

    @property
    def text(self) -> str:
        """The number picked and the line typed."""
        return self._prefix + (self.query_one(Answer).value or self.query_one(Choices).text)

    def begin(self) -> None:
        """The lines first; once one is picked, its correction."""
        picked = self.query_one(Choices)
        (self.query_one(Answer) if picked.text or not self._lines else picked).begin()

    def remember(self, text: str) -> None:
        """Keep what was typed in the history."""
        self.query_one(Answer).remember(self.query_one(Answer).value)

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        """On with the right line."""
        event.stop()
        self.query_one(Answer).focus()
