"""The algebra of boxes: rectangles of styled text with a baseline, put beside and above one another.

Every row of a box is exactly `width` cells wide, so that boxes can be joined without looking inside.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tutor.typeset.nodes import Style
from tutor.typeset.widths import cells


class Run(NamedTuple):
    """Text in one style. `mark` is ``highlight``, ``cancel`` or a colour when it stands out, else empty."""

    text: str
    style: Style = "plain"
    mark: str = ""


Line = tuple[Run, ...]


class Box(NamedTuple):
    """Rows of `width` cells; `baseline` is the row that aligns with the neighbours'."""

    rows: tuple[Line, ...]
    width: int
    baseline: int

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def below(self) -> int:
        """The rows under the baseline."""
        return len(self.rows) - 1 - self.baseline


NOTHING = Box(((),), 0, 0)


@lru_cache(maxsize=4096)
def text_box(text: str, style: Style = "plain") -> Box:
    """One row of text."""
    return Box(((Run(text, style),),), cells(text), 0) if text else NOTHING


@lru_cache(maxsize=1024)
def blank(width: int, height: int = 1, baseline: int = 0) -> Box:
    """Empty room."""
    return Box((_room(width),) * height, width, baseline)


@lru_cache(maxsize=1024)
def _room(width: int) -> Line:
    return (Run(" " * width),) if width else ()


def beside(boxes: Sequence[Box]) -> Box:
    """Boxes from left to right, on one baseline."""
    if len(boxes) == 1:
        return boxes[0]
    above = below = width = 0
    if all(len(box.rows) == 1 for box in boxes):
        return Box((tuple(run for box in boxes for run in box.rows[0]),), sum(box.width for box in boxes), 0)
    for box in boxes:
        above = max(above, box.baseline)
        below = max(below, len(box.rows) - 1 - box.baseline)
        width += box.width
    rows: list[list[Run]] = [[] for _ in range(above + below + 1)]
    for box in boxes:
        shift = above - box.baseline
        room = _room(box.width)
        for place, line in enumerate(rows):
            line.extend(box.rows[place - shift] if 0 <= place - shift < len(box.rows) else room)
    return Box(tuple(map(tuple, rows)), width, above)


def widen(box: Box, width: int, align: str = "c") -> Box:
    """A box with room at its sides: content at the left, the centre or the right."""
    spare = width - box.width
    if spare <= 0:
        return box
    left = {"l": 0, "c": spare // 2, "r": spare}[align]
    before, after = _room(left), _room(spare - left)
    return Box(tuple(before + line + after for line in box.rows), width, box.baseline)


def heighten(box: Box, above: int, below: int) -> Box:
    """A box with empty rows, so that at least `above` rows stand over its baseline and `below` under it."""
    more, under = max(0, above - box.baseline), max(0, below - box.below)
    if not more and not under:
        return box
    room = _room(box.width)
    return Box((room,) * more + box.rows + (room,) * under, box.width, box.baseline + more)


def stack(boxes: Sequence[Box], base: int, align: str = "c", gap: int = 0) -> Box:
    """Boxes from top to bottom with `gap` rows between; the baseline is that of the box number `base`."""
    width = max(box.width for box in boxes)
    rows: list[Line] = []
    baseline = 0
    for number, box in enumerate(boxes):
        if number and gap:
            rows.extend([_room(width)] * gap)
        if number == base:
            baseline = len(rows) + box.baseline
        rows.extend(widen(box, width, align).rows)
    return Box(tuple(rows), width, baseline)


def repeated(text: str, width: int) -> Box:
    """A horizontal line of a one-cell character."""
    return text_box(text * width)


def column(texts: Sequence[str], baseline: int) -> Box:
    """One character (or several of equal width) to a row."""
    return Box(tuple((Run(text),) for text in texts), cells(texts[0]), baseline)


def marked(box: Box, mark: str) -> Box:
    """A box whose text stands out."""
    return box._replace(
        rows=tuple(tuple(run if run.text.isspace() else run._replace(mark=mark) for run in line) for line in box.rows)
    )


def merged(line: Line) -> Line:
    """A row with neighbours of one style joined."""
    runs: list[Run] = []
    written = ""
    look: tuple[Style, str] = ("plain", "")
    for text, style, mark in line:
        if (style, mark) == look:
            written += text
        elif text:
            if written:
                runs.append(Run(written, *look))
            written, look = text, (style, mark)
    return (*runs, Run(written, *look)) if written else tuple(runs)
