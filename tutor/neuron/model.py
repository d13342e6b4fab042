"""One neuron, its cost and its gradient, in the letters of the course.

======  ===========================================  ========
symbol  meaning                                      shape
======  ===========================================  ========
``X``   inputs, one example a row                    N × n
``y``   targets                                      N
``w``   weights                                      n
``b``   bias                                         a number
``z``   affine output, z = Xw + b                    N
``a``   activation, a = max(0, z)                    N
``e``   error, e = a − y                             N
``m``   mask, m = [z > 0], so ReLU′(0) is taken as 0  N
======  ===========================================  ========
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]
Matrix: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]
Gradient: TypeAlias = Callable[[Matrix, Vector, Vector, float], tuple[Vector, float]]
"""From X, y, w, b to ∂C/∂w (n) and ∂C/∂b, as `gradient`; a learner's own has the same shape."""


def affine(X: Matrix, w: Vector, b: float) -> Vector:
    """Affine output z = Xw + b (N), that is z_i = w·x_i + b (I098)."""
    return X @ w + b


def relu(z: Vector) -> Vector:
    """Activation a = max(0, z) (N), element by element (I109, I118)."""
    return np.maximum(0.0, z)


def mask(z: Vector) -> Mask:
    """Mask m = [z > 0] (N): the derivative of ReLU, with 0 at z = 0 by convention (I109)."""
    return z > 0


def cost(X: Matrix, y: Vector, w: Vector, b: float) -> float:
    """C = (1/N) Σ e_i² (a number), the mean squared error (I117)."""
    e = relu(affine(X, w, b)) - y
    return float(np.mean(e**2))


def gradient(X: Matrix, y: Vector, w: Vector, b: float) -> tuple[Vector, float]:
    """∂C/∂w = (2/N) (e ⊙ m)ᵀ X (n, a row on paper) and ∂C/∂b = (2/N) Σ e_i m_i (a number).

    The formulas of I129 and I115 with the mask they leave out: an inactive example has an error but no slope.
    """
    N = len(y)
    z = affine(X, w, b)
    e = relu(z) - y
    m = mask(z)
    dw = 2 / N * (e * m) @ X
    db = 2 / N * np.sum(e * m)
    return dw, float(db)
