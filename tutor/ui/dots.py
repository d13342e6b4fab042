"""Drawing finer than a character: a grid of dots, several to a cell, as the terminal can show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.typeset import BLOCK, UNICODE, Glyphs

Cell = tuple[str, str]
"""A character and the name of its part, which gives it a style."""
Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Dots:
    """How a terminal shows dots: the weight of each dot of a cell (rows from the top), the sign of each sum of weights.

    `on` and `off` mark an example that is active or not, `minus` is the sign of negative numbers; `fancy` tells whether
    superscripts and mathematical signs can be shown.
    """

    weights: tuple[tuple[int, ...], ...]
    signs: Sequence[str]
    on: str
    off: str
    minus: str
    fancy: bool

    @property
    def across(self) -> int:
        """Dots across a cell."""
        return len(self.weights[0])

    @property
    def down(self) -> int:
        """Dots down a cell."""
        return len(self.weights)


BRAILLE = Dots(
    ((1, 8), (2, 16), (4, 32), (64, 128)),
    [" ", *map(chr, range(0x2801, 0x2900))],
    on="●",
    off="○",
    minus="−",
    fancy=True,
)
HALVES = Dots(((1,), (2,)), " ▀▄█", on="•", off="○", minus="-", fancy=False)
ASCII = Dots(((1,), (2,)), " '.:", on="O", off="o", minus="-", fancy=False)


def dots_of(glyphs: Glyphs) -> Dots:
    """The dots of a terminal that shows formulas with these glyphs."""
    return {UNICODE.name: BRAILLE, BLOCK.name: HALVES}.get(glyphs.name, ASCII)


class Canvas:
    """`width` × `height` cells to draw dots on; dot (0, 0) is at the bottom left. What is drawn outside is not seen."""

    def __init__(self, width: int, height: int, dots: Dots) -> None:
        self.dots = dots
        self.width, self.height = width, height
        self.across, self.down = width * dots.across, height * dots.down
        self._sums = [[0] * width for _ in range(height)]
        self._parts = [[""] * width for _ in range(height)]
        self._marks: dict[tuple[int, int], Cell] = {}

    def dot(self, x: int, y: int, part: str) -> None:
        """Draw one dot."""
        if 0 <= x < self.across and 0 <= y < self.down:
            row, below = divmod(self.down - 1 - y, self.dots.down)
            column, right = divmod(x, self.dots.across)
            self._sums[row][column] |= self.dots.weights[below][right]
            self._parts[row][column] = part

    def column(self, x: int, low: int, high: int, part: str) -> None:
        """Draw the dots of a column from `low` to `high`."""
        for y in range(max(low, 0), min(high, self.down - 1) + 1):
            self.dot(x, y, part)

    def line(self, x0: int, y0: int, x1: int, y1: int, part: str) -> None:
        """Draw a connected line, `x0` ≤ `x1`: in every column the dots halfway to its neighbours."""
        if x1 <= x0:
            self.column(x0, min(y0, y1), max(y0, y1), part)
            return
        slope = (y1 - y0) / (x1 - x0)
        for x in range(max(x0, 0), min(x1, self.across - 1) + 1):
            ends = (y0 + slope * (max(x - 0.5, x0) - x0), y0 + slope * (min(x + 0.5, x1) - x0))
            self.column(x, round(min(ends)), round(max(ends)), part)

    def mark(self, x: int, y: int, sign: str, part: str) -> None:
        """Put a character on the cell of a dot; the first one there stays."""
        if 0 <= x < self.across and 0 <= y < self.down:
            self._marks.setdefault((x // self.dots.across, (self.down - 1 - y) // self.dots.down), (sign, part))

    def rows(self) -> list[Row]:
        """What was drawn, from the top."""
        rows: list[Row] = [
            [(self.dots.signs[total], part) for total, part in zip(sums, parts, strict=True)]
            for sums, parts in zip(self._sums, self._parts, strict=True)
        ]
        for (column, row), cell in self._marks.items():
            rows[row][column] = cell
        return rows
