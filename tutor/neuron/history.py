"""A descent of any length in bounded memory, fine enough to draw on a linear axis and on a logarithmic one."""

from collections.abc import Iterator
from dataclasses import dataclass

from tutor.neuron.training import Step

GRAIN = 256


@dataclass(slots=True)
class Stretch:
    """Consecutive steps kept as their `first`, and the lowest and highest cost among them."""

    first: Step
    low: float
    high: float


class History:
    """The steps so far. A stretch is never longer than 1/`GRAIN` of the number of its first step, so the first
    2 · `GRAIN` steps are all kept, and each doubling of the number of steps adds only `GRAIN` stretches.
    """

    def __init__(self) -> None:
        self.stretches: list[Stretch] = []
        self.last: Step | None = None

    def add(self, step: Step) -> None:
        """Append the next step."""
        if self.last is None or _begins_stretch(step.number):
            self.stretches.append(Stretch(step, step.cost, step.cost))
        else:
            stretch = self.stretches[-1]
            stretch.low = min(stretch.low, step.cost)
            stretch.high = max(stretch.high, step.cost)
        self.last = step

    def kept(self) -> Iterator[Step]:
        """The first step of every stretch, and the last step of all, as they stand when the first one is asked for."""
        last, stretches = self.last, self.stretches[:]
        yield from (stretch.first for stretch in stretches)
        if last is not None and last.number > stretches[-1].first.number:
            yield last


def _begins_stretch(number: int) -> bool:
    """Stretches of 1 step below 2 · GRAIN, of 2 from there to 4 · GRAIN, of 4 to 8 · GRAIN, …"""
    return number % (1 << max(0, (number // GRAIN).bit_length() - 1)) == 0
