"""Gradient descent, one frozen step after another."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tutor.neuron.data import Dataset
from tutor.neuron.model import Gradient, Mask, Matrix, Vector, affine, cost, gradient, mask, relu

Fate = Literal["learning", "dead", "resting", "diverged", "undefined"]
"""What a step says of those that follow: they go on; they cannot (every z_i ≤ 0, so the gradient is 0 for ever); they
need not (the gradient is 0 to rounding); they must not (the cost is no longer finite); they cannot be known (the
gradient has no value there, as one's own may not)."""

REST = 1e-13


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Where the neuron is after `number` updates: cost, `w` (n), `b`, the gradient there, `dw` (n) and `db`, and which
    examples are active, `m` (N).
    """

    number: int
    cost: float
    w: Vector
    b: float
    dw: Vector
    db: float
    m: Mask
    fate: Fate

    @property
    def active(self) -> int:
        """How many examples have z_i > 0."""
        return int(np.count_nonzero(self.m))


@dataclass(frozen=True, slots=True)
class Example:
    """One example as the neuron sees it at a step."""

    x: tuple[float, ...]
    y: float
    z: float
    a: float
    e: float
    active: bool


def observe(data: Dataset, number: int, w: Vector, b: float, gradient: Gradient = gradient) -> Step:
    """The step at these parameters."""
    with np.errstate(over="ignore", invalid="ignore"):
        C = cost(data.X, data.y, w, b)
        dw, db = gradient(data.X, data.y, w, b)
        m = mask(affine(data.X, w, b))
    return Step(number, C, w, b, dw, db, m, _fate(C, dw, db, m))


def start(data: Dataset, gradient: Gradient = gradient) -> Step:
    """Step 0, at the start of the data set."""
    return observe(data, 0, data.w, data.b, gradient)


def advance(data: Dataset, at: Step, rate: float, gradient: Gradient = gradient) -> Step:
    """The next step: w − η (∂C/∂w)ᵀ and b − η ∂C/∂b, both gradients taken before either is updated (I132)."""
    with np.errstate(over="ignore", invalid="ignore"):
        w = at.w - rate * at.dw
        b = at.b - rate * at.db
    return observe(data, at.number + 1, w, b, gradient)


def train(data: Dataset, rate: float, gradient: Gradient = gradient) -> Iterator[Step]:
    """Steps 0, 1, 2, …; the last one, if any, is the one that diverged or has no gradient."""
    step = start(data, gradient)
    yield step
    while step.fate not in ("diverged", "undefined"):
        step = advance(data, step, rate, gradient)
        yield step


def examples(data: Dataset, at: Step) -> list[Example]:
    """Every example at a step, in the order of the data set."""
    z = affine(data.X, at.w, at.b)
    a = relu(z)
    columns = data.X.tolist(), data.y.tolist(), z.tolist(), a.tolist(), (a - data.y).tolist(), at.m.tolist()
    return [Example(tuple(x), *rest) for x, *rest in zip(*columns, strict=True)]


def rate_limit(X: Matrix) -> float:
    """2 / λ_max of H = (2/N) X̂ᵀX̂, X̂ = [X, 1]: below this rate descent contracts while all are active (L18)."""
    augmented = np.column_stack([X, np.ones(len(X))])
    hessian = 2 / len(X) * augmented.T @ augmented
    return float(2 / np.linalg.eigvalsh(hessian)[-1])


def _fate(C: float, dw: Vector, db: float, m: Mask) -> Fate:
    steepest = float(np.abs(np.append(dw, db)).max())
    if not math.isfinite(C):
        return "diverged"
    if not math.isfinite(steepest):
        return "undefined"
    if steepest > REST:
        return "learning"
    return "resting" if m.any() else "dead"
