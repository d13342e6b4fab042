"""A widget of styled characters that repaints only what has changed."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tutor.ui.dots import Cell, Row


class Rows(Widget, can_focus=False):
    """Shows the rows of cells in `shown`; a part ``curve`` is styled by the component class ``rows--curve``."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"rows--{part}" for part in ("curve", "axis", "line", "on", "off", "name", "value", "good", "bad")
    }
    DEFAULT_CSS = """
    Rows {
        & .rows--curve { color: $accent; }
        & .rows--axis { color: $quiet; }
        & .rows--line { color: $accent; }
        & .rows--on { color: $foreground; text-style: bold; }
        & .rows--off { color: $quiet; }
        & .rows--name { color: $quiet; }
        & .rows--value { color: $foreground; }
        & .rows--good { color: $success; }
        & .rows--bad { color: $error; text-style: bold; }
    }
    """
    ALLOW_SELECT = False

    class Resized(Message):
        """There is more room, or less: it is time to show other rows."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.shown: Sequence[Row] = ()

    def on_resize(self) -> None:
        """Ask for rows that fit."""
        self.post_message(self.Resized())

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; only the stretch of each row that differs is painted again."""
        before, self.shown = self.shown, rows
        if len(before) != len(rows):
            self.refresh()
            return
        changed = [(y, difference(old, new)) for y, (old, new) in enumerate(zip(before, rows, strict=True))]
        regions = [Region(start, y, end - start, 1) for y, (start, end) in changed if end > start]
        if regions:
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        """One row, blank where there is none."""
        width = self.size.width
        if y >= len(self.shown):
            return Strip.blank(width, self.rich_style)
        segments = [
            Segment(text, self.get_component_rich_style(f"rows--{part}") if part else self.rich_style)
            for part, text in runs(self.shown[y])
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return "\n".join("".join(map(itemgetter(0), row)).rstrip() for row in self.shown)


def difference(old: Row, new: Row) -> tuple[int, int]:
    """Where two rows differ: from the first cell to past the last one; an empty stretch when they are equal."""
    if old == new:
        return 0, 0
    length = max(len(old), len(new))
    padded = [row + [(" ", "")] * (length - len(row)) for row in (old, new)]
    differs = [place for place, (before, after) in enumerate(zip(*padded, strict=True)) if before != after]
    return (differs[0], differs[-1] + 1) if differs else (0, 0)


def runs(row: Row) -> Iterator[tuple[str, str]]:
    """The parts of a row with their text. A blank goes with what stands before it: fewer changes of style to send."""
    shown = ""

    def part(cell: Cell) -> str:
        nonlocal shown
        if cell[0] != " ":
            shown = cell[1]
        return shown

    for name, run in groupby(row, key=part):
        yield name, "".join(map(itemgetter(0), run))
