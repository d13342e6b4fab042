"""What a neuron learns from: named data sets in ``assets/``, and random ones made from a seed."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tutor.neuron.model import Matrix, Vector, relu
from tutor.paths import assets_dir

RANDOM = "random"


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Examples and where descent starts: `X` (N × n), `y` (N), `w` (n), `b`, and a learning rate that suits them."""

    name: str
    X: Matrix
    y: Vector
    w: Vector
    b: float
    rate: float

    def __post_init__(self) -> None:
        for array in (self.X, self.y, self.w):
            array.setflags(write=False)


@dataclass(frozen=True, slots=True)
class _Start:
    w: tuple[float, ...]
    b: float
    rate: float


_STARTS = {
    "D": _Start(w=(1.0, -1.0), b=1.0, rate=0.03),
    "hinge": _Start(w=(0.25,), b=1.0, rate=0.1),
    "grid": _Start(w=(0.5, 0.5), b=0.1, rate=0.1),
}
"""The data sets that are files. D is the course's own; the other two were made by a teacher neuron, which fits exactly:
hinge by w = 1.5, b = −0.75, grid by w = (2, −1), b = 0.5."""


def load(name: str, seed: int | None = None) -> Dataset:
    """The data set of one of `tutor.neuron.NAMES`. A seed draws the start, and for ``random`` the examples too.

    Raises:
        KeyError: there is no such data set.
    """
    if name == RANDOM:
        return random_dataset(seed or 0)
    start = _STARTS[name]
    X, y = read(assets_dir() / f"{name}.csv")
    w, b = (np.array(start.w), start.b) if seed is None else _random_start(np.random.default_rng(seed), X.shape[1])
    return Dataset(name, X, y, w, b, start.rate)


def read(path: Path) -> tuple[Matrix, Vector]:
    """X and y of a CSV file: a header, then one example a row, the target last."""
    with path.open(encoding="utf-8", newline="") as file:
        _header, *rows = csv.reader(file)
    table = np.array(rows, dtype=float)
    return table[:, :-1].copy(), table[:, -1].copy()


def random_dataset(seed: int, *, examples: int = 24, inputs: int = 1, noise: float = 0.1) -> Dataset:
    """What a random teacher neuron says about random inputs, with a little noise: no neuron fits it exactly."""
    rng = np.random.default_rng(seed)
    X = rng.uniform(-2, 2, size=(examples, inputs))
    teacher = rng.choice([-1, 1], size=inputs) * rng.uniform(0.5, 2, size=inputs)
    y = relu(X @ teacher + rng.uniform(-1, 1)) + noise * rng.normal(size=examples)
    w, b = _random_start(rng, inputs)
    return Dataset(RANDOM, X, y, w, b, rate=0.1)


def _random_start(rng: np.random.Generator, inputs: int) -> tuple[Vector, float]:
    """Small weights and a bias that starts some examples on whatever the weights: a neuron should not be born dead."""
    return rng.normal(scale=0.5, size=inputs), 1.0
