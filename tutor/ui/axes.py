"""Axes that hold still: their ends snap to round numbers, so that a growing curve mostly only grows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from tutor.ui.dots import Dots, Row

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
        share = (self._scale(value) - self._scale(self.low)) / (self._scale(self.high) - self._scale(self.low))
        return round(max(-2.0, min(3.0, share)) * (size - 1))

    def value(self, place: int, size: int) -> float:
        """The value at a dot of a linear axis."""
        return self.low + (self.high - self.low) * place / (size - 1)

    def _scale(self, value: float) -> float:
        return math.log10(max(value, LEAST)) if self.log else value


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
    """Round numbers that hold a range, with at most `most` ticks."""
    if not high > low:
        low, high = low - 1, low + 1
    step = nice((high - low) / max(1, most - 1))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Axis(first * step, last * step, False, [k * step for k in range(first, last + 1)])


def nice(value: float) -> float:
    """The least of 1, 2, 5, 10 times a power of ten that is not less."""
    power: float = 10.0 ** math.floor(math.log10(value))
    return next((factor * power for factor in (1, 2, 5) if factor * power >= value * (1 - 1e-9)), 10 * power)


def number(value: float, dots: Dots, digits: int = 4) -> str:
    """A number to some significant digits, as people write it: −0.25, 2·10⁻⁹."""
    if not math.isfinite(value):
        return "∞" if dots.fancy else "inf"
    written = f"{value:.{digits}g}"
    mantissa, e, exponent = written.partition("e")
    if not dots.fancy or not e:
        return mantissa.replace("-", dots.minus) + (f"e{int(exponent)}" if e else "")
    power = "10" + str(int(exponent)).translate(_SUPERSCRIPTS)
    factor = "" if mantissa == "1" else mantissa.replace("-", dots.minus) + "·"
    return factor + power


def framed(rows: list[Row], dots: Dots, x: Axis, y: Axis, x_name: str) -> list[Row]:
    """A drawing with the ticks of its axes: labels on the left, and below with the name of the horizontal axis."""
    height, width = len(rows), len(rows[0])
    labels = {height - 1 - y.place(tick, height): _label(tick, y, dots) for tick in y.ticks}
    gutter = gutter_width(y, dots)
    side = "│" if dots.fancy else "|"
    framed_rows: list[Row] = [
        [*cells(labels.get(number, "").rjust(gutter - 1), "axis"), (side, "axis"), *row]
        for number, row in enumerate(rows)
    ]
    below = [" "] * width
    end = width - len(x_name) - 1
    below[end + 1 :] = x_name
    for tick in x.ticks:
        label = _label(tick, x, dots)
        start = min(max(0, x.place(tick, width) - len(label) // 2), end - len(label))
        if not any(character != " " for character in below[max(0, start - 1) : start + len(label) + 1]):
            below[start : start + len(label)] = label
    return [*framed_rows, [*cells(" " * gutter, "axis"), *cells("".join(below), "axis")]]


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
