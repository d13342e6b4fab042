"""A widget of styled characters that repaints only what has changed."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tutor.ui.dots import Row

GAP = 8
"""Cells that cost less to send again than moving over them."""


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

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.shown: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; only the stretches that differ are painted again."""
        before, self.shown = self.shown, rows
        if len(before) != len(rows):
            self.refresh()
            return
        regions = [
            Region(start, y, end - start, 1)
            for y, (old, new) in enumerate(zip(before, rows, strict=True))
            for start, end in differences(old, new)
        ]
        if regions:
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        """One row, blank where there is none."""
        width = self.size.width
        if y >= len(self.shown):
            return Strip.blank(width, self.rich_style)
        segments = [
            Segment(
                "".join(map(itemgetter(0), run)),
                self.get_component_rich_style(f"rows--{part}") if part else self.rich_style,
            )
            for part, run in groupby(self.shown[y], key=itemgetter(1))
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return "\n".join("".join(map(itemgetter(0), row)).rstrip() for row in self.shown)


def differences(old: Row, new: Row) -> list[tuple[int, int]]:
    """Where two rows differ: stretches from a first cell to past a last one, not nearer than `GAP` to each other."""
    if old == new:
        return []
    length = max(len(old), len(new))
    padded = [row + [(" ", "")] * (length - len(row)) for row in (old, new)]
    stretches: list[tuple[int, int]] = []
    for place, (before, after) in enumerate(zip(*padded, strict=True)):
        if before != after:
            near = bool(stretches) and place - stretches[-1][1] < GAP
            stretches.append((stretches.pop()[0] if near else place, place + 1))
    return stretches
