"""A shape: two small boxes, rows × columns."""

import re

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tutor.ui.widgets.answer import Answer

_CROSS = re.compile(r"\s*[x×*,]\s*", re.IGNORECASE)


class Side(Answer):
    """One box. A cross typed after something goes on to the next box; backspace in an empty one goes back."""

    async def _on_key(self, event: events.Key) -> None:
        """Cross from box to box."""
        rows, columns = self.query_ancestor(ShapeAnswer).query(Side)
        if self is rows and self.value and event.character in tuple("xX×*, "):
            crossed: Side | None = columns
        else:
            crossed = rows if self is columns and not self.value and event.key == "backspace" else None
        if crossed is None:
            await super()._on_key(event)
        else:
            crossed.focus()
            event.stop()
            event.prevent_default()


class ShapeAnswer(Horizontal):
    """Rows × columns; a whole shape in the first box (``2x3``, pasted) is one as well."""

    lead = 0

    def __init__(self, text: str, place: str) -> None:
        super().__init__()
        rows, columns = (*_CROSS.split(text, maxsplit=1), "")[:2]
        self._rows, self._columns = Side(rows), Side(columns)
        self._place = place

    def compose(self) -> ComposeResult:
        """The boxes and what they are for."""
        yield self._rows
        yield Static("×", classes="times")
        yield self._columns
        yield Static(self._place, classes="place", markup=False)

    @property
    def text(self) -> str:
        """The shape as typed."""
        rows, columns = self._rows.value.strip(), self._columns.value.strip()
        return f"{rows}x{columns}" if columns else rows

    def begin(self) -> None:
        """The first box, or the second once the first is filled."""
        rows, columns = self._rows, self._columns
        (columns if rows.value and not _CROSS.search(rows.value) else rows).begin()

    def remember(self, text: str) -> None:
        """Two boxes have no history."""

    @on(Input.Submitted)
    def _on_with_columns(self, event: Input.Submitted) -> None:
        """Enter after the rows goes on to the columns."""
        rows, columns = self._rows, self._columns
        if event.input is rows and not columns.value and not _CROSS.search(rows.value):
            event.stop()
            columns.focus()
