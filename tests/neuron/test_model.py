"""The formulas of the course as code: on the course's own numbers, against the definition, as laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.neuron import NAMES, model
from tutor.neuron.check import at_a_kink, check, numeric_gradient
from tutor.neuron.data import load
from tutor.neuron.model import Matrix, Vector

Problem = tuple[Matrix, Vector, Vector, float]


def random_problem(seed: int) -> Problem:
    """1 to 11 examples of 1 to 5 inputs, none of them at a kink."""
    rng = np.random.default_rng(seed)
    while True:
        N, n = rng.integers(1, 12), rng.integers(1, 6)
        X, y, w, b = rng.normal(size=(N, n)), rng.normal(size=N), rng.normal(size=n), float(rng.normal())
        if np.abs(model.affine(X, w, b)).min() > 1e-3:
            return X, y, w, b


problems = st.integers(0, 2**32 - 1).map(random_problem)


def test_the_numbers_of_the_course() -> None:
    D = load("D")
    z = model.affine(D.X, D.w, D.b)
    assert z.tolist() == [2, -1, 4]
    assert model.relu(z).tolist() == [2, 0, 4]
    assert model.mask(z).tolist() == [True, False, True]
    assert model.cost(D.X, D.y, D.w, D.b) == pytest.approx(14 / 3, rel=1e-15)
    dw, db = model.gradient(D.X, D.y, D.w, D.b)
    assert dw == pytest.approx([22 / 3, 2 / 3], rel=1e-15)
    assert db == pytest.approx(8 / 3, rel=1e-15)


def test_at_the_kink_the_convention_is_zero() -> None:
    assert model.mask(np.array([-1.0, 0.0, 1.0])).tolist() == [False, False, True]


@given(problems)
def test_the_gradient_is_the_one_of_the_definition(problem: Problem) -> None:
    assert check(*problem).discrepancy < 1e-8


@given(problems)
def test_the_gradient_is_the_product_of_the_jacobians(problem: Problem) -> None:
    X, y, w, b = problem
    N = len(y)
    z = model.affine(X, w, b)
    v = y - model.relu(z)
    to_z = (2 / N * v) @ -np.eye(N) @ np.diag(model.mask(z).astype(float))
    dw, db = model.gradient(X, y, w, b)
    np.testing.assert_allclose(to_z @ X, dw, atol=1e-12)
    np.testing.assert_allclose(to_z @ np.ones(N), db, atol=1e-12)


@given(problems, st.floats(-100, 100))
def test_an_inactive_example_has_no_say_in_the_gradient(problem: Problem, target: float) -> None:
    X, y, w, b = problem
    off = ~model.mask(model.affine(X, w, b))
    moved = np.where(off, target, y)
    np.testing.assert_array_equal(model.gradient(X, y, w, b)[0], model.gradient(X, moved, w, b)[0])
    assert model.gradient(X, y, w, b)[1] == model.gradient(X, moved, w, b)[1]


@given(problems)
def test_where_all_are_active_it_is_linear_regression(problem: Problem) -> None:
    X, y, w, b = problem
    b += float(1 - model.affine(X, w, b).min())
    residual = X @ w + b - y
    dw, db = model.gradient(X, y, w, b)
    np.testing.assert_allclose(dw, 2 * np.mean(residual[:, None] * X, axis=0), atol=1e-10)
    np.testing.assert_allclose(db, 2 * np.mean(residual), atol=1e-10)


def without_mask(X: Matrix, y: Vector, w: Vector, b: float) -> tuple[Vector, float]:
    e = model.relu(model.affine(X, w, b)) - y
    return 2 / len(y) * e @ X, float(2 * np.mean(e))


def line_235(X: Matrix, y: Vector, w: Vector, b: float) -> tuple[Vector, float]:
    z = model.affine(X, w, b)
    return -2 * ((z - y) * model.mask(z)) @ X, model.gradient(X, y, w, b)[1]


@pytest.mark.parametrize("wrong", [without_mask, line_235])
def test_the_check_tells_a_wrong_gradient(wrong: model.Gradient) -> None:
    D = load("D")
    assert check(D.X, D.y, D.w, D.b, wrong).discrepancy > 0.1


def test_at_a_kink_the_definition_has_no_answer() -> None:
    grid = load("grid")
    zero = np.zeros(2)
    assert at_a_kink(grid.X, zero, 0.0)
    half = numeric_gradient(grid.X, grid.y, zero, 0.0)
    assert half[1] == pytest.approx(-np.mean(grid.y), rel=1e-4)
    assert model.gradient(grid.X, grid.y, zero, 0.0)[1] == 0


@pytest.mark.parametrize("name", NAMES)
def test_no_data_set_starts_at_a_kink_or_dead(name: str) -> None:
    data = load(name)
    assert not at_a_kink(data.X, data.w, data.b)
    assert model.mask(model.affine(data.X, data.w, data.b)).any()
