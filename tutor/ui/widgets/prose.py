"""A block of a text: prose that wraps, formulas that do not, as one light widget."""

from collections.abc import Sequence

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.selection import Selection
from textual.widget import Widget

from tutor.ui.copying import copied
from tutor.ui.keys import keys
from tutor.ui.prose import set_lines
from tutor.ui.search import occurrences

Occurrences = list[list[tuple[int, int, int]]]


class Prose(Widget, can_focus=False):
    """Markdown with formulas, set for the width it gets.

    What is wider than the room (a formula on a narrow terminal) makes the block focusable and scrolls sideways. Copying
    a formula gives its LaTeX.
    """

    DEFAULT_CSS = "Prose { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }"
    BINDINGS = keys(("left", "shift(-8)", "shift", False), ("right", "shift(8)", "shift", False))
    STEP = 8

    source: reactive[str] = reactive("", layout=True)
    shift: reactive[int] = reactive(0)
    found: reactive[str] = reactive("")
    """Words to mark."""
    found_at: reactive[int | None] = reactive(None)
    """Which of them the reader is at."""

    def __init__(self, source: str, *, name: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, classes=classes)
        self.set_reactive(Prose.source, source)

    def lines(self, width: int | None = None) -> tuple[Content, ...]:
        """The lines at a width, or at the width it has."""
        return set_lines(self.source, width or self.content_size.width)

    def render(self) -> RenderResult:
        """The lines, moved sideways when they had no room."""
        lines = self.lines()
        if self.found:
            lines = _marked(lines, self.occurrences(self.found), self.found_at)
        return Content("\n").join([line[self.shift :] for line in lines] if self.shift else lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as lines."""
        return len(self.lines(width))

    def occurrences(self, words: str) -> Occurrences:
        """Where words stand on its lines."""
        return occurrences(words, [line.plain for line in self.lines()])

    def on_resize(self, event: events.Resize) -> None:
        """What does not fit can be reached."""
        self.can_focus = self._overflow() > 0
        self.shift = min(self.shift, self._overflow())

    def _overflow(self) -> int:
        return max(0, max((line.cell_length for line in self.lines()), default=0) - self.content_size.width)

    def action_shift(self, columns: int) -> None:
        """Look further to the right or left."""
        self.shift = max(0, min(self.shift + columns, self._overflow()))

    def on_mouse_scroll_right(self) -> None:
        """The wheel moves what is too wide."""
        self.action_shift(self.STEP)

    def on_mouse_scroll_left(self) -> None:
        """And back."""
        self.action_shift(-self.STEP)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text with the LaTeX of its formulas."""
        return copied(self.lines(), selection.get_span), "\n"


def _marked(lines: Sequence[Content], found: Occurrences, at: int | None) -> tuple[Content, ...]:
    """Lines with what was found; the one the reader is at stands out among them."""
    marked = list(lines)
    for number, parts in enumerate(found):
        for line, start, end in parts:
            marked[line] = marked[line].stylize("bold reverse" if number == at else "underline $warning", start, end)
    return tuple(marked)
