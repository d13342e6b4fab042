"""Gradients given as formulas, and what a gradient has to do with the true one."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.neuron import NAMES
from tutor.neuron.data import load
from tutor.neuron.kinship import kinship, unmasked
from tutor.neuron.model import Gradient, Matrix, Vector, gradient
from tutor.neuron.training import start
from tutor.neuron.written import OPERATIONS, Array, letters, written

Values = Mapping[str, Array]


def of_weight(j: int) -> Any:
    return lambda values: 2 * values["e"] * values["m"] * values[f"x{j}"]


def of_bias(values: Values) -> Any:
    return 2 * values["e"] * values["m"]


@pytest.mark.parametrize("name", NAMES)
def test_the_formulas_of_the_course_are_the_gradient(name: str) -> None:
    data = load(name)
    own = written([of_weight(j + 1) for j in range(len(data.w))], of_bias)
    for seed in range(20):
        rng = np.random.default_rng(seed)
        at = data.X, data.y, rng.normal(size=len(data.w)), float(rng.normal())
        np.testing.assert_allclose(own(*at)[0], gradient(*at)[0], atol=1e-12)
        assert own(*at)[1] == pytest.approx(gradient(*at)[1], abs=1e-12)


def test_the_letters_on_d() -> None:
    D = load("D")
    values = letters(D.X, D.y, D.w, D.b)
    found = {name: np.asarray(value).tolist() for name, value in values.items()}
    assert found == {
        "z": [2, -1, 4],
        "a": [2, 0, 4],
        "u": [2, 0, 4],
        "y": [1, 2, 1],
        "e": [1, -2, 3],
        "v": [-1, 2, -3],
        "m": [1, 0, 1],
        "x1": [2, 1, 3],
        "x2": [1, 3, 0],
        "w1": 1,
        "w2": -1,
        "b": 1,
        "N": 3,
    }


def test_pieces_are_chosen_example_by_example() -> None:
    z = np.array([-1.0, 0.0, 2.0])
    where = OPERATIONS["where"]
    assert where([(lambda: z > 0, lambda: 1.0), (None, lambda: z)]).tolist() == [-1, 0, 1]
    assert np.isnan(where([(lambda: z > 5, lambda: 1.0)])).all()


def test_a_gradient_without_a_value_is_told_apart_from_a_divergence() -> None:
    D = load("D")
    for formula in (lambda values: np.divide(1.0, values["y"] - 1), lambda values: np.sqrt(values["v"])):
        for own in (written([formula, of_bias], of_bias), written([of_bias, of_bias], formula)):
            assert start(D, own).fate == "undefined"


def test_without_its_mask_a_neuron_is_not_dead_while_it_still_moves() -> None:
    D = load("D")
    asleep = type(D)("D", D.X, D.y, np.array([-1.0, -1.0]), -1.0, D.rate)
    assert start(asleep).fate == "dead"
    assert start(asleep, unmasked).fate == "learning"


def scaled(factor: float, of: Gradient = gradient) -> Gradient:
    def own(X: Matrix, y: Vector, w: Vector, b: float) -> tuple[Vector, float]:
        dw, db = of(X, y, w, b)
        return factor * dw, factor * db

    return own


@pytest.mark.parametrize("name", NAMES)
@given(factor=st.floats(-50, 50))
def test_a_multiple_is_known_by_its_factor(name: str, factor: float) -> None:
    for one in kinship(load(name), scaled(factor)):
        assert (one.kin, one.factor) == ("true", pytest.approx(factor, abs=1e-9))
        assert one.right == (abs(factor - 1) <= 1e-9)
        assert one.slope * factor <= 0


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_multiple_is_known_by_its_kind(name: str) -> None:
    data = load(name)
    for own, kin in (
        (unmasked, "unmasked"),
        (lambda X, y, w, b: (w * 0 + 1, 2.0), "constant"),
        (lambda X, y, w, b: (w + 1, b), "stranger"),
        (lambda X, y, w, b: (w * np.nan, np.inf), "stranger"),
    ):
        assert [one.kin for one in kinship(data, own)] == [kin, kin]
        assert not any(one.right for one in kinship(data, own))


def test_each_part_is_known_on_its_own() -> None:
    def own(X: Matrix, y: Vector, w: Vector, b: float) -> tuple[Vector, float]:
        return gradient(X, y, w, b)[0], -unmasked(X, y, w, b)[1]

    dw, db = kinship(load("D"), own)
    assert dw.right
    assert (db.kin, db.factor) == ("unmasked", pytest.approx(-1))
    assert db.slope > 0
