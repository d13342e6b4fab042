"""The two pictures of the lab: how the cost falls, and how the neuron fits its data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tutor.ui.axes import Axis, cells, cost_axis, framed, gutter_width, range_axis, steps_axis
from tutor.ui.dots import Canvas, Dots, Row
from tutor.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from tutor.neuron.history import History
    from tutor.neuron.training import Example

NUMBERED = 9
"""Up to this many examples are drawn as their number."""


Columns = dict[int, tuple[float, float, float]]
"""By column of dots the first, the lowest and the highest cost of its steps."""


def curve(
    history: History,
    width: int,
    height: int,
    dots: Dots,
    *,
    log_steps: bool,
    log_cost: bool,
    beside: History | None = None,
) -> list[Row]:
    """The cost over the steps: in every column of dots, the range of the costs of its steps; another one `beside`."""
    every = [*history.stretches, *(beside.stretches if beside else ())]
    last = history.last
    assert last is not None
    low, high = min(stretch.low for stretch in every), max(stretch.high for stretch in every)
    y = cost_axis(low, high, log_cost, max(2, height // 2))
    x = steps_axis(last.number, log_steps)
    canvas = Canvas(width - gutter_width(y, dots), height - 1, dots)
    if beside is not None:
        _dot_columns(canvas, _columns(beside, x, canvas), y)
    _draw_columns(canvas, _columns(history, x, canvas), y)
    return framed(canvas.rows(), dots, x, y)


def _columns(history: History, x: Axis, canvas: Canvas) -> Columns:
    stretches, last = history.stretches[:], history.last
    assert last is not None
    place = x.placer(canvas.across)
    columns: Columns = {}
    for stretch in stretches:
        at = max(0, place(stretch.first.number))
        first, lowest, highest = columns.get(at, (stretch.first.cost, stretch.low, stretch.high))
        columns[at] = (first, min(lowest, stretch.low), max(highest, stretch.high))
    columns.setdefault(max(0, place(last.number)), (last.cost, last.cost, last.cost))
    return columns


def _draw_columns(canvas: Canvas, columns: Columns, y: Axis) -> None:
    """Each column's range, joined to the next one."""
    placed = y.placer(canvas.down)
    before: tuple[int, int] | None = None
    for at, (first, low, high) in columns.items():
        start, bottom, top = (max(0, placed(cost)) for cost in (first, low, high))
        canvas.column(at, bottom, top, "curve")
        if before is not None:
            canvas.line(*before, at, start, "curve")
        before = at, bottom if start - bottom > top - start else top


def _dot_columns(canvas: Canvas, columns: Columns, y: Axis) -> None:
    """A dot for the first cost of a column, then a gap."""
    placed, gap = y.placer(canvas.down), canvas.dots.across + 1
    free = 0
    for at, (first, _, _) in columns.items():
        if at >= free:
            canvas.dot(at, max(0, placed(first)), "off")
            free = at + gap


def line_fit(examples: Sequence[Example], w: float, b: float, width: int, height: int, dots: Dots) -> list[Row]:
    """One input: the examples (x, y) and the neuron max(0, wx + b)."""
    inputs = [example.x[0] for example in examples]
    canvas, x, y = _frame(inputs, [0.0, *(example.y for example in examples)], width, height, dots)
    heights = [y.place(max(0.0, w * x.value(at, canvas.across) + b), canvas.down) for at in range(canvas.across)]
    for at, (here, there) in enumerate(pairwise(heights)):
        canvas.line(at, here, at + 1, there, "line")
    _mark(canvas, x, y, [(example.x[0], example.y, example.active) for example in examples])
    return framed(canvas.rows(), dots, x, y)


def target_fit(examples: Sequence[Example], width: int, height: int, dots: Dots) -> list[Row]:
    """Any number of inputs: each activation over its target, and the diagonal on which they agree."""
    targets = [0.0, *(example.y for example in examples)]
    canvas, x, y = _frame(targets, [*targets, *(example.a for example in examples)], width, height, dots)
    low, high = max(x.low, y.low), min(x.high, y.high)
    ends = [(x.place(value, canvas.across), y.place(value, canvas.down)) for value in (low, high)]
    canvas.line(*ends[0], *ends[1], "line")
    _mark(canvas, x, y, [(example.y, example.a, example.active) for example in examples])
    return framed(canvas.rows(), dots, x, y)


def _frame(
    across: Iterable[float], up: Iterable[float], width: int, height: int, dots: Dots
) -> tuple[Canvas, Axis, Axis]:
    across, up = list(across), list(up)
    y = range_axis(min(up), max(up), max(3, height // 3))
    width -= gutter_width(y, dots)
    return Canvas(width, height - 1, dots), range_axis(min(across), max(across), max(3, width // 10)), y


def _mark(canvas: Canvas, x: Axis, y: Axis, points: Sequence[tuple[float, float, bool]]) -> None:
    dots = canvas.dots
    for number, (right, up, active) in enumerate(points, start=1):
        sign = str(number) if len(points) <= NUMBERED else (dots.on if active else dots.off)
        canvas.mark(x.place(right, canvas.across), y.place(up, canvas.down), sign, "on" if active else "off")


class CostPlot(Rows):
    """The cost, drawn as it falls."""

    log_steps = False
    log_cost = True

    def draw(self, history: History, dots: Dots, title: str, beside: History | None = None) -> None:
        """Draw a descent, dotted another one."""
        width, height = self.size
        if width >= 20 and height >= 4:
            axes = {"log_steps": self.log_steps, "log_cost": self.log_cost}
            self.show([cells(title, "name"), *curve(history, width, height - 1, dots, **axes, beside=beside)])


class FitPlot(Rows):
    """The data as the neuron sees it."""

    def draw(self, examples: Sequence[Example], w: Sequence[float], b: float, dots: Dots, title: str) -> None:
        """Draw the fit of one input as a line, of several as activation over target."""
        width, height = self.size
        if width >= 16 and height >= 4:
            room = width, height - 1, dots
            rows = line_fit(examples, w[0], b, *room) if len(w) == 1 else target_fit(examples, *room)
            self.show([cells(title, "name"), *rows])
