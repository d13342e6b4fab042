"""A descent that runs by itself on a thread, at a speed one can change, and that can be looked at meanwhile."""

import threading
import time

from tutor.neuron import model
from tutor.neuron.check import Check, check
from tutor.neuron.data import Dataset
from tutor.neuron.descent import Change, Descent
from tutor.neuron.history import History
from tutor.neuron.model import Gradient
from tutor.neuron.training import Example, Fate, Step, examples, rate_limit

SLICE = 0.004
"""Seconds of work between two moments in which others may use the interpreter."""
BREATH = 0.002


class Trainer:
    """One data set being learnt, paused at its start.

    All that it shows may be read at any moment from any thread; `rate` (η) and `speed` (steps per second) may be set at
    any moment. With a gradient of one's own the true one goes `beside` it, step by step from the same start.
    """

    def __init__(self, data: Dataset, speed: float, gradient: Gradient = model.gradient) -> None:
        self.data = data
        self.rate = data.rate
        self.speed = speed
        self._gradient = gradient
        self._lock = threading.Condition()
        self._closed = False
        self._playing = False
        self.reset()
        self._thread = threading.Thread(target=self._run, name="trainer", daemon=True)
        self._thread.start()

    @property
    def step(self) -> Step:
        """The last finite step."""
        return self._descent.step

    @property
    def fate(self) -> Fate:
        """What became of the descent."""
        return self._descent.fate

    @property
    def change(self) -> Change | None:
        """Which examples last became active or inactive."""
        return self._descent.change

    @property
    def history(self) -> History:
        """The steps so far."""
        return self._descent.history

    @property
    def beside(self) -> History | None:
        """The steps that the true gradient makes, where another one is at work."""
        return self._true.history if self._true else None

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
            self._descent.fate = self.step.fate
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
            self._descent = Descent(self.data, self._gradient)
            own = self._gradient is not model.gradient
            self._true = Descent(self.data, model.gradient) if own else None

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
            if self._descent.advance(self.rate) and self._true and self._true.fate != "diverged":
                self._true.advance(self.rate)
            if self.fate != "learning":
                self._playing = False
                return
            if time.monotonic() > deadline:
                return
