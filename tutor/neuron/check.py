"""Is a gradient right? The definition of the derivative answers, without any rule of calculus."""

from dataclasses import dataclass

import numpy as np

from tutor.neuron.model import Gradient, Matrix, Vector, affine, cost, gradient

STEP = 2.0**-18
"""h of the difference quotient for parameters up to 1: near the cube root of the rounding error, where a central
difference is most exact."""


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """The numeric gradient, `dw` (n) and `db`, and the largest difference between it and the gradient in question,
    relative to the steepest slope (at least 1).

    At a kink there is no derivative, and the two may differ though both are right.
    """

    dw: Vector
    db: float
    discrepancy: float
    at_a_kink: bool


def check(X: Matrix, y: Vector, w: Vector, b: float, gradient: Gradient = gradient) -> Check:
    """Hold a gradient against the numeric one."""
    dw, db = numeric_gradient(X, y, w, b)
    given, found = np.append(*gradient(X, y, w, b)), np.append(dw, db)
    discrepancy = float(np.abs(given - found).max() / max(1.0, np.abs(found).max()))
    return Check(dw, db, discrepancy, at_a_kink(X, w, b))


def numeric_gradient(X: Matrix, y: Vector, w: Vector, b: float) -> tuple[Vector, float]:
    """Central differences (C(p + h) − C(p − h)) / 2h for every weight (n) and the bias (a number)."""
    h = _step(w, b)
    dw = np.array([(cost(X, y, w + h * d, b) - cost(X, y, w - h * d, b)) / (2 * h) for d in np.eye(len(w))])
    db = (cost(X, y, w, b + h) - cost(X, y, w, b - h)) / (2 * h)
    return dw, db


def at_a_kink(X: Matrix, w: Vector, b: float) -> bool:
    """Whether the differences straddle some z_i = 0: there C need have no derivative to compare with."""
    reach = _step(w, b) * np.maximum(1.0, np.abs(X).max(axis=1))
    return bool(np.any(np.abs(affine(X, w, b)) <= reach))


def _step(w: Vector, b: float) -> float:
    """The h for these parameters: it grows with them, to stand above their rounding errors."""
    return STEP * max(1.0, float(np.abs(w).max()), abs(b))
