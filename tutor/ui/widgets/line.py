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
        number, line = (whole[1], whole[2]) if whole else (text, "") if text.isdecimal() else ("", text)
        self._number = Choices(lines, number, form="{}. ")
        self._line = Answer(line, placeholder=place)
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The lines, and the input below."""
        yield self._number
        yield self._line

    @property
    def lead(self) -> int:
        """The number and its colon stand in front of what is typed."""
        return len(self._prefix)

    @property
    def _prefix(self) -> str:
        number, typed = self._number.text, self._line.value
        return f"{number}: " if number and typed.strip() and not _WHOLE.fullmatch(typed) else ""

    @property
    def text(self) -> str:
        """The number picked and the line typed."""
        return self._prefix + (self._line.value or self._number.text)

    def begin(self) -> None:
        """The lines first; once one is picked, its correction."""
        (self._line if self._number.text or not self._lines else self._number).begin()

    def remember(self, text: str) -> None:
        """Keep what was typed in the history."""
        self._line.remember(self._line.value)

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        """On with the right line."""
        event.stop()
        self._line.focus()
