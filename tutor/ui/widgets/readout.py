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
Field = tuple[str, str, str]
"""A name, a value and the part of the value."""

WIDTHS = (0.4, 0.3, 0.3)
SHOWN_WEIGHTS = 3
COLUMN = 7
FINE = 1e-6
"""A right gradient and a central difference agree better than this."""


def readout(trainer: Trainer, check: Check | None, width: int, dots: Dots, say: Say) -> list[Row]:
    """Four rows of three fields; the gradient stands below the parameters, and the numeric gradient below both."""
    step = trainer.step
    d, eta, difference = ("∂{}/∂{}", "η", "Δ{}/2h") if dots.fancy else ("d{}/d{}", "eta", "D{}/2h")
    running = ("▶" if dots.fancy else ">") if trainer.playing else ("■" if dots.fancy else "#")
    speed = say("lab.speed.most") if trainer.speed > 1e5 else say("lab.speed", speed=f"{trainer.speed:g}")

    def show(value: float) -> str:
        return number(value, dots)

    def shown(values: Sequence[float], ends: str) -> str:
        if len(values) == 1:
            return show(values[0])
        some = [show(value) for value in values[:SHOWN_WEIGHTS]] + ["…"] * (len(values) > SHOWN_WEIGHTS)
        return ends[0] + ", ".join(some) + ends[1]

    fields: list[list[Field]] = [
        [
            (say("lab.step"), str(step.number), "on"),
            ("C", show(step.cost), "on"),
            (say("lab.active"), say("lab.of", active=step.active, N=len(step.m)), "value"),
        ],
        [("w", shown(step.w.tolist(), "()"), "value"), ("b", show(step.b), "value"), (eta, show(trainer.rate), "on")],
        [
            (d.format("C", "w"), shown(step.dw.tolist(), "[]"), "value"),
            (d.format("C", "b"), show(step.db), "value"),
            (running, speed, "value"),
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
                (say("lab.error"), verdict, "good" if good or check.at_a_kink else "bad"),
            ]
        )
    return [_row(row, width, dots) for row in fields]


def _row(fields: Sequence[Field], width: int, dots: Dots) -> Row:
    names = (5, 5, 0)
    row: Row = []
    for (name, value, part), share, indent in zip(fields, WIDTHS, names, strict=True):
        row += cells(name.ljust(indent) + " ", "name")
        field = cells(value, part)
        room = int(width * share) - max(len(name), indent) - 1
        if len(field) > room:
            field = [*field[: max(0, room - 2)], *cells("… " if dots.fancy else ". ", part)]
        row += [*field[:room], *cells(" " * (room - len(field)), "")]
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
