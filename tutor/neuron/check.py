"""Is a gradient right? The definition of the derivative answers, without any rule of calculus."""

import numpy as np

from tutor.neuron.model import Gradient, Matrix, Vector, affine, cost, gradient

STEP = 2.0**-18
"""h of the difference quotient, near the cube root of the rounding error, where a central difference is most exact."""


def numeric_gradient(X: Matrix, y: Vector, w: Vector, b: float, h: float = STEP) -> tuple[Vector, float]:
    """Central differences (C(p + h) − C(p − h)) / 2h for every weight (n) and the bias (a number)."""
    dw = np.array([(cost(X, y, w + h * d, b) - cost(X, y, w - h * d, b)) / (2 * h) for d in np.eye(len(w))])
    db = (cost(X, y, w, b + h) - cost(X, y, w, b - h)) / (2 * h)
    return dw, db


def discrepancy(X: Matrix, y: Vector, w: Vector, b: float, gradient: Gradient = gradient) -> float:
    """Largest difference between a gradient and the numeric one, relative to the largest slope (at least 1)."""
    given = np.append(*gradient(X, y, w, b))
    found = np.append(*numeric_gradient(X, y, w, b))
    return float(np.abs(given - found).max() / max(1.0, np.abs(found).max()))


def at_a_kink(X: Matrix, w: Vector, b: float, h: float = STEP) -> bool:
    """Whether the differences straddle some z_i = 0: there C need have no derivative to compare with."""
    reach = h * np.maximum(1.0, np.abs(X).max(axis=1))
    return bool(np.any(np.abs(affine(X, w, b)) <= reach))
