"""The lab in numbers: a descent's step, its gradient beside the numeric one, and every example."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tutor.ui.axes import cells, number
from tutor.ui.dots import Dots, Row

if TYPE_CHECKING:
    from tutor.neuron.check import Check
    from tutor.neuron.trainer import Trainer
    from tutor.neuron.training import Example

Say = Callable[..., str]
Field = tuple[str, Sequence[str], str]
"""A name, ways to write a value (the fullest first) and the part of the value."""

WIDTHS = (0.44, 0.27, 0.29)
DIGITS = (4, 3, 2, 1)
SHOWN_WEIGHTS = 3
COLUMN = 7
FINE = 1e-6
"""A right gradient and a central difference agree better than this."""


def readout(trainer: Trainer, check: Check | None, width: int, dots: Dots, say: Say) -> list[Row]:
    """Four rows of three fields; the gradient stands below the parameters, and the numeric gradient below both."""
    step = trainer.step
    d, eta, difference = ("∂{}/∂{}", "η", "Δ{}/2h") if dots.fancy else ("@{}/@{}", "eta", "D{}/2h")
    running = ("▶" if dots.fancy else ">") if trainer.playing else ("■" if dots.fancy else "#")
    speed = say("lab.speed.most") if trainer.speed > 1e5 else say("lab.speed", speed=f"{trainer.speed:g}")

    def show(value: float) -> Sequence[str]:
        return [number(value, dots, digits) for digits in DIGITS]

    def shown(values: Sequence[float], ends: str) -> Sequence[str]:
        return _listed(values, ends, dots)

    fields: list[list[Field]] = [
        [
            (say("lab.step"), [str(step.number)], "on"),
            ("C", show(step.cost), "on"),
            (say("lab.active"), [say("lab.of", active=step.active, N=len(step.m))], "value"),
        ],
        [("w", shown(step.w.tolist(), "()"), "value"), ("b", show(step.b), "value"), (eta, show(trainer.rate), "on")],
        [
            (d.format("C", "w"), shown(step.dw.tolist(), "[]"), "value"),
            (d.format("C", "b"), show(step.db), "value"),
            (running, [speed], "value"),
        ],
    ]
    if check is not None:
        good = check.discrepancy < FINE
        sign = ("✓" if good else "✗") if dots.fancy else ("ok" if good else "!")
        verdict = say("lab.kink") if check.at_a_kink else f"{number(check.discrepancy, dots, 1)} {sign}"
        numeric = difference.format("C")
        fields.append(
            [
                (numeric, shown(check.dw.tolist(), "[]"), "value"),
                (numeric, show(check.db), "value"),
                (say("lab.error"), [verdict], "good" if good or check.at_a_kink else "bad"),
            ]
        )
    return [_row(row, width, dots) for row in fields]


def _listed(values: Sequence[float], ends: str, dots: Dots) -> list[str]:
    """The first of some numbers, with fewer and fewer digits, then fewer of them; one stands without brackets."""
    if len(values) == 1:
        return [number(values[0], dots, digits) for digits in DIGITS]
    more = "…" if dots.fancy else "..."
    ways = []
    for many in range(min(SHOWN_WEIGHTS, len(values)), 0, -1):
        for digits in DIGITS:
            some = [number(value, dots, digits) for value in values[:many]] + [more] * (len(values) > many)
            ways.append(ends[0] + ", ".join(some) + ends[1])
    return ways


def _row(fields: Sequence[Field], width: int, dots: Dots) -> Row:
    """Fields side by side: of each value the first way to write it that leaves a gap before the next one."""
    row: Row = []
    for (name, ways, part), share, indent, gap in zip(fields, WIDTHS, (5, 5, 0), (1, 1, 0), strict=True):
        row += cells(name.ljust(indent) + " ", "name")
        room = int(width * share) - max(len(name), indent) - 1
        value = next((way for way in ways if len(way) <= room - gap), ways[-1])
        row += [*cells(value, part)[:room], *cells(" " * (room - len(value)), "")]
    return row


def table(examples: Sequence[Example], width: int, height: int, dots: Dots) -> list[Row]:
    """Each example: is it active, inputs, target, affine output, activation, error; an inactive one is quiet."""
    inputs = max(1, width - 5 - 4 * COLUMN)
    rows = [cells(f"{'i':>3}  {'x':^{inputs}}" + "".join(f"{letter:>{COLUMN}}" for letter in "yzae"), "name")]
    room = height - 1 if len(examples) < height else height - 2
    for position, example in enumerate(examples[:room], start=1):
        x = ", ".join(number(value, dots, 3) for value in example.x)
        x = f"({x})" if len(example.x) > 1 else x
        line = f"{position:>3} {dots.on if example.active else dots.off}{x[:inputs]:^{inputs}}"
        line += "".join(f"{_fixed(value, dots):>{COLUMN}}" for value in (example.y, example.z, example.a, example.e))
        rows.append(cells(line, "value" if example.active else "off"))
    if room < len(examples):
        rows.append(cells("  …" if dots.fancy else "...", "off"))
    return rows


def _fixed(value: float, dots: Dots) -> str:
    """A number of a table: three decimals as long as they have room."""
    if abs(value) < 10:
        return f"{value:.3f}".replace("-", dots.minus)
    shown = [number(value, dots, digits) for digits in (4, 3, 2, 1)]
    return next((text for text in shown if len(text) < COLUMN), shown[-1])
