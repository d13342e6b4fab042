"""One descent as it goes on: where it is, what became of it, and all that it was."""

from dataclasses import dataclass

import numpy as np

from tutor.neuron.data import Dataset
from tutor.neuron.history import History
from tutor.neuron.model import Gradient
from tutor.neuron.training import Fate, Step, advance, start


@dataclass(frozen=True, slots=True)
class Change:
    """At step `number` these examples (counted from 1) became active or inactive."""

    number: int
    woken: tuple[int, ...]
    slept: tuple[int, ...]


class Descent:
    """`step` is the last one with a value, `fate` what became of the descent, `change` the last change of examples."""

    def __init__(self, data: Dataset, gradient: Gradient) -> None:
        self._data, self._gradient = data, gradient
        self.step: Step = start(data, gradient)
        self.fate: Fate = self.step.fate
        self.change: Change | None = None
        self.history = History()
        self.history.add(self.step)

    def advance(self, rate: float) -> bool:
        """Make one step; false where there is none to make."""
        following = advance(self._data, self.step, rate, self._gradient)
        self.fate = following.fate
        if self.fate in ("diverged", "undefined"):
            return False
        if np.any(following.m != self.step.m):
            self.change = _change(self.step, following)
        self.step = following
        self.history.add(following)
        return True


def _change(before: Step, after: Step) -> Change:
    woken = np.flatnonzero(after.m & ~before.m) + 1
    slept = np.flatnonzero(before.m & ~after.m) + 1
    return Change(after.number, tuple(woken.tolist()), tuple(slept.tolist()))
