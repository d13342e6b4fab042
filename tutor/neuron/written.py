"""A gradient written in letters: what each letter is for every example, and the mean of what is written over them.

Formulas come as functions of the letters' values, made with `OPERATIONS`; who reads them is not known here.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tutor.neuron.model import Gradient, Matrix, Vector, affine, mask, relu

Array = NDArray[np.float64]
Formula = Callable[[Mapping[str, Array]], Any]
"""From the value of every letter to what a formula gives: a number an example (N), or one for all of them."""


def letters(X: Matrix, y: Vector, w: Vector, b: float) -> dict[str, Array]:
    """What each letter is: x1, x2, … z, a (or u), y, e, v and m for every example (N); w1, w2, … b and N for all."""
    z = affine(X, w, b)
    a = relu(z)
    own = {"z": z, "a": a, "u": a, "y": y, "e": a - y, "v": y - a, "m": mask(z).astype(float)}
    inputs = {f"x{j}": column for j, column in enumerate(X.T, start=1)}
    weights = {f"w{j}": weight for j, weight in enumerate(w, start=1)}
    return {**own, **inputs, **weights, "b": np.float64(b), "N": np.float64(len(y))}


def written(dw: Sequence[Formula], db: Formula) -> Gradient:
    """The gradient whose entries are the means of these formulas over the examples."""

    def gradient(X: Matrix, y: Vector, w: Vector, b: float) -> tuple[Vector, float]:
        with np.errstate(all="ignore"):
            values = letters(X, y, w, b)
            *slopes, slope = (float(np.mean(formula(values))) for formula in (*dw, db))
        return np.array(slopes), slope

    return gradient


def where(branches: Sequence[tuple[Callable[[], Any] | None, Callable[[], Any]]]) -> Any:
    """For every example the value of its first branch whose condition holds; without any it is no number."""
    rest: Any = np.nan
    for condition, value in reversed(branches):
        rest = value() if condition is None else np.where(condition(), value(), rest)
    return rest


OPERATIONS: Mapping[str, Callable[..., Any]] = {
    **{name: getattr(np, name) for name in ("sqrt", "exp", "abs", "sign", "sin", "cos", "tan", "sinh", "cosh", "tanh")},
    **{name: getattr(np, name) for name in ("arcsin", "arccos", "arctan", "arcsinh", "arccosh", "arctanh")},
    "ln": np.log,
    "max": lambda *us: reduce(np.maximum, us),
    "min": lambda *us: reduce(np.minimum, us),
    "conj": np.conjugate,
    "mean": np.mean,
    "divide": np.divide,
    "power": np.float_power,
    "where": where,
}
"""Functions of one value an example, by their names in a formula; where one is undefined it is no number."""
