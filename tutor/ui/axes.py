"""Axes that hold still: their ends snap to round numbers, so that a growing curve mostly only grows."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tutor.ui.dots import Cell, Dots, Row

FIRST_SPAN = 100
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
LEAST = 1e-300


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`, linear or logarithmic, with the values that are written beside it."""

    low: float
    high: float
    log: bool = False
    ticks: Sequence[float] = field(default=())

    def place(self, value: float, size: int) -> int:
        """Which of `size` dots a value falls on; outside the axis the number is below 0 or not below `size`."""
        return self.placer(size)(value)

    def placer(self, size: int) -> Callable[[float], int]:
        """`place` for many values."""
        scale = _decimal if self.log else float
        low = scale(self.low)
        dots = (size - 1) / (scale(self.high) - low)
        return lambda value: round(max(-2.0 * size, min(3.0 * size, (scale(value) - low) * dots)))

    def value(self, place: int, size: int) -> float:
        """The value at a dot of a linear axis."""
        return self.low + (self.high - self.low) * place / (size - 1)


def steps_axis(last: int, log: bool) -> Axis:
    """From the start to beyond the last step; the range doubles, or grows by a decade."""
    if log:
        decades = max(2, math.ceil(math.log10(max(last, 1))))
        return Axis(1, 10**decades, True, [10**k for k in range(decades + 1)])
    doublings = max(0, math.ceil(math.log2(max(last, 1) / FIRST_SPAN)))
    span = FIRST_SPAN * 2**doublings
    return Axis(0, span, False, [0, span // 4, span // 2, span * 3 // 4, span])


def cost_axis(low: float, high: float, log: bool, most: int) -> Axis:
    """Whole decades around all costs, or from 0 to a round number; at most `most` ticks."""
    if not log:
        return range_axis(0, high, most)
    if high <= 0:
        low = high = 1.0
    top = math.ceil(math.log10(max(high, LEAST)))
    bottom = min(top - 1, math.floor(math.log10(low if low > 0 else max(high, LEAST) * 1e-3)))
    stride = max(1, math.ceil((top - bottom) / max(1, most - 1)))
    return Axis(10.0**bottom, 10.0**top, True, [10.0**k for k in range(top, bottom - 1, -stride)])


def range_axis(low: float, high: float, most: int) -> Axis:
    """Round numbers around a range: ticks at most `most`, ends at a quarter of their distance."""
    if not high - low > LEAST:
        low, high = low - 1, low + 1
    step = nice((high - low) / max(1, most - 1))
    first, last = math.floor(low / step * 4 + 1e-9), math.ceil(high / step * 4 - 1e-9)
    ticks = [k * step for k in range(math.ceil(first / 4), last // 4 + 1)]
    return Axis(first * step / 4, last * step / 4, False, ticks)


def nice(value: float) -> float:
    """The least of 1, 2, 5, 10 times a power of ten that is not less."""
    power: float = 10.0 ** math.floor(math.log10(value))
    return next((factor * power for factor in (1, 2, 5) if factor * power >= value * (1 - 1e-9)), 10 * power)


def number(value: float, dots: Dots, digits: int = 4) -> str:
    """A number to some significant digits, as people write it: −0.25, 2·10⁻⁹."""
    if math.isnan(value):
        return "?"
    if not math.isfinite(value):
        return "∞" if dots.fancy else "inf"
    written = f"{value:.{digits}g}"
    mantissa, e, exponent = written.partition("e")
    if not dots.fancy or not e:
        return mantissa.replace("-", dots.minus) + (f"e{int(exponent)}" if e else "")
    power = "10" + str(int(exponent)).translate(_SUPERSCRIPTS)
    factor = "" if mantissa == "1" else mantissa.replace("-", dots.minus) + "·"
    return factor + power


def framed(rows: list[Row], dots: Dots, x: Axis, y: Axis) -> list[Row]:
    """A drawing with the ticks of its axes, on the left and in one more row below."""
    height, width, gutter = len(rows), len(rows[0]), gutter_width(y, dots)
    labels = {height - 1 - y.place(tick, height): _label(tick, y, dots) for tick in y.ticks}
    side: Cell = ("│" if dots.fancy else "|", "axis")
    left = [cells(labels.get(number, "").rjust(gutter - 1), "axis") for number in range(height)]
    below = cells(" " * gutter + _below(x, width, dots), "axis")
    return [*([*label, side, *row] for label, row in zip(left, rows, strict=True)), below]


def _below(x: Axis, width: int, dots: Dots) -> str:
    """The labels of a horizontal axis, each below its tick; one that would touch another is left out."""
    line = " " * width
    for tick in (*x.ticks[:1], *x.ticks[:0:-1]):
        label = _label(tick, x, dots)
        start = min(max(0, x.place(tick, width) - len(label) // 2), width - len(label))
        if not line[max(0, start - 1) : start + len(label) + 1].strip():
            line = line[:start] + label + line[start + len(label) :]
    return line


def gutter_width(y: Axis, dots: Dots) -> int:
    """Columns that the labels of a vertical axis and its line take."""
    return max(len(_label(tick, y, dots)) for tick in y.ticks) + 1


def cells(text: str, part: str) -> Row:
    """A text as cells of one part."""
    return [(character, part) for character in text]


def _label(tick: float, axis: Axis, dots: Dots) -> str:
    if axis.log and tick != 1:
        exponent = round(math.log10(tick))
        return "10" + str(exponent).translate(_SUPERSCRIPTS) if dots.fancy else f"1e{exponent}"
    return number(tick, dots, 6)


def _decimal(value: float) -> float:
    return math.log10(max(value, LEAST))
