"""What a gradient has to do with the true one: the same, a multiple of it, that of another formula, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tutor.neuron.data import Dataset
from tutor.neuron.model import Gradient, Matrix, Vector, affine, gradient, relu

Kin = Literal["true", "unmasked", "constant", "stranger"]
CLOSE = 1e-9
POINTS = 24


@dataclass(frozen=True, slots=True)
class Kinship:
    """One part of a gradient, ∂C/∂w or ∂C/∂b, is everywhere `factor` times what its `kin` gives.

    A constant and a stranger have no factor; `slope` is the rate at which a step along the part changes the cost where
    the descent starts: below 0 it still falls.
    """

    kin: Kin
    factor: float
    slope: float

    @property
    def right(self) -> bool:
        """Whether it is the true gradient."""
        return self.kin == "true" and abs(self.factor - 1) <= CLOSE


def unmasked(X: Matrix, y: Vector, w: Vector, b: float) -> tuple[Vector, float]:
    """The gradient without its mask (I115, I129 as they stand): inactive examples pull as well."""
    e = relu(affine(X, w, b)) - y
    return 2 / len(y) * e @ X, float(2 * np.mean(e))


KINDRED: Mapping[Kin, Gradient] = {"true": gradient, "unmasked": unmasked}


def kinship(data: Dataset, own: Gradient) -> tuple[Kinship, Kinship]:
    """That of ∂C/∂w and that of ∂C/∂b, found from their values at points around the start of a data set."""
    n = data.X.shape[1]
    with np.errstate(all="ignore"):
        mine = _sampled(data, own)
        kindred = {kin: _sampled(data, each) for kin, each in KINDRED.items()}
        dw, db = (
            _kinship(mine[:, part], {kin: theirs[:, part] for kin, theirs in kindred.items()})
            for part in (slice(0, n), slice(n, n + 1))
        )
    return dw, db


def _sampled(data: Dataset, gradient: Gradient) -> Matrix:
    """The values of a gradient (POINTS × (n + 1)) at the start, and at points drawn around it, the same every time."""
    rng = np.random.default_rng(0)
    parameters = [(data.w, data.b)]
    parameters += [(data.w + rng.normal(size=len(data.w)), data.b + float(rng.normal())) for _ in range(POINTS - 1)]
    return np.array([np.append(*gradient(data.X, data.y, w, b)) for w, b in parameters])


def _kinship(mine: Matrix, kindred: Mapping[Kin, Matrix]) -> Kinship:
    slope = -float(mine[0] @ kindred["true"][0])
    if not np.isfinite(mine).all():
        return Kinship("stranger", np.nan, slope)
    for kin, theirs in kindred.items():
        factor = float(np.vdot(theirs, mine) / np.vdot(theirs, theirs))
        if np.abs(mine - factor * theirs).max() <= CLOSE * max(1.0, float(np.abs(mine).max())):
            return Kinship(kin, factor, slope)
    return Kinship("constant" if np.ptp(mine, axis=0).max() == 0 else "stranger", np.nan, slope)
