"""Steps as comma-separated values: what ``tutor train --headless`` prints and the lab exports."""

from collections.abc import Iterable
from typing import TextIO

from tutor.neuron.training import Step


def write(steps: Iterable[Step], file: TextIO) -> None:
    """A header and a line a step, floats in full: ``step,cost,w1,…,b,dw1,…,db``."""
    for position, step in enumerate(steps):
        if position == 0:
            print(*_header(len(step.w)), sep=",", file=file)
        print(step.number, *map(repr, _numbers(step)), sep=",", file=file)


def _header(inputs: int) -> list[str]:
    every = range(1, inputs + 1)
    return ["step", "cost", *(f"w{j}" for j in every), "b", *(f"dw{j}" for j in every), "db"]


def _numbers(step: Step) -> list[float]:
    return [step.cost, *step.w.tolist(), float(step.b), *step.dw.tolist(), float(step.db)]
