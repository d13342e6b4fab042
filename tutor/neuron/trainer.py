"""A descent that runs by itself on a thread, at a speed one can change, and that can be looked at meanwhile."""

import threading
import time
from dataclasses import dataclass

import numpy as np

from tutor.neuron.check import Check, check
from tutor.neuron.data import Dataset
from tutor.neuron.history import History
from tutor.neuron.model import Gradient, gradient
from tutor.neuron.training import Example, Fate, Step, advance, examples, rate_limit, start

SLICE = 0.004
"""Seconds of work between two moments in which others may use the interpreter."""
BREATH = 0.002


@dataclass(frozen=True, slots=True)
class Change:
    """At step `number` these examples (counted from 1) became active or inactive."""

    number: int
    woken: tuple[int, ...]
    slept: tuple[int, ...]


class Trainer:
    """One data set being learnt, paused at its start.

    `step` is the last finite step and `fate` what became of the descent. Both, and `history`, may be read at any moment
    from any thread; `rate` (η) and `speed` (steps per second) may be set at any moment.
    """

    def __init__(self, data: Dataset, speed: float, gradient: Gradient = gradient) -> None:
        self.data = data
        self.rate = data.rate
        self.speed = speed
        self._gradient = gradient
        self._lock = threading.Condition()
        self._closed = False
        self._playing = False
        self.fate: Fate = "learning"
        self.reset()
        self._thread = threading.Thread(target=self._run, name="trainer", daemon=True)
        self._thread.start()

    @property
    def limit(self) -> float:
        """The learning rate below which descent contracts while all examples are active."""
        return rate_limit(self.data.X)

    @property
    def playing(self) -> bool:
        """Whether steps are being made; false as soon as no further step can change anything."""
        return self._playing

    def play(self) -> None:
        """Make steps, at `speed`, until told otherwise."""
        with self._lock:
            self.fate = self.step.fate
            self._playing = self.fate == "learning"
            self._lock.notify()

    def pause(self) -> None:
        """Make no further step."""
        with self._lock:
            self._playing = False

    def advance(self, steps: int = 1) -> None:
        """Make some steps now, in the calling thread."""
        with self._lock:
            self._advance(steps)

    def reset(self) -> None:
        """Go back to the start of the data set, with the learning rate of the moment."""
        with self._lock:
            self._playing = False
            self.change: Change | None = None
            self.step: Step = start(self.data, self._gradient)
            self.fate = self.step.fate
            self.history = History()
            self.history.add(self.step)

    def examples(self) -> list[Example]:
        """Every example at the step of the moment."""
        return examples(self.data, self.step)

    def check(self) -> Check:
        """Compare the gradient with the definition of the derivative, at the step of the moment."""
        step = self.step
        return check(self.data.X, self.data.y, step.w, step.b, self._gradient)

    def close(self) -> None:
        """End the thread."""
        with self._lock:
            self._closed = True
            self._lock.notify()
        self._thread.join()

    def _run(self) -> None:
        with self._lock:
            while not self._closed:
                self._lock.wait_for(lambda: self._playing or self._closed)
                self._play()

    def _play(self) -> None:
        """Steps fall due with time; a machine that cannot keep up drops them instead of running late."""
        due, before = 1.0, time.monotonic()
        while self._playing and not self._closed:
            self._advance(int(due), before + SLICE)
            due -= int(due)
            self._lock.wait(max(BREATH, min(0.05, (1 - due) / self.speed)))
            now = time.monotonic()
            due, before = due + self.speed * (now - before), now

    def _advance(self, steps: int, deadline: float = float("inf")) -> None:
        for _ in range(steps):
            following = advance(self.data, self.step, self.rate, self._gradient)
            self.fate = following.fate
            if self.fate == "diverged":
                self._playing = False
                return
            if np.any(following.m != self.step.m):
                self.change = _change(self.step, following)
            self.step = following
            self.history.add(following)
            if self.fate != "learning":
                self._playing = False
                return
            if time.monotonic() > deadline:
                return


def _change(before: Step, after: Step) -> Change:
    woken = np.flatnonzero(after.m & ~before.m) + 1
    slept = np.flatnonzero(before.m & ~after.m) + 1
    return Change(after.number, tuple(woken.tolist()), tuple(slept.tolist()))
