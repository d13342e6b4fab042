"""Descent on the reference facts of the last lesson."""

from fractions import Fraction
from itertools import islice, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.neuron.data import Dataset, load
from tutor.neuron.model import Matrix, Vector, gradient
from tutor.neuron.training import Step, advance, rate_limit, start, train


def run(data: Dataset, rate: float, steps: int) -> list[Step]:
    return list(islice(train(data, rate), steps + 1))


def started_at(data: Dataset, w: list[float], b: float) -> Dataset:
    return Dataset(data.name, data.X, data.y, np.array(w), b, data.rate)


def test_one_step_on_d() -> None:
    step = run(load("D"), 0.03, 1)[1]
    assert step.w == pytest.approx([39 / 50, -51 / 50], rel=1e-15)
    assert step.b == pytest.approx(23 / 25, rel=1e-15)
    assert step.cost == pytest.approx(float(Fraction(3883, 1250)), rel=1e-15)


def test_the_road_of_d() -> None:
    steps = run(load("D"), 0.03, 2000)
    expected = {0: 4.666667, 1: 3.106400, 10: 1.588903, 50: 1.412797, 100: 0.035132, 1000: 0.020114, 2000: 0.014949}
    assert {number: round(steps[number].cost, 6) for number in expected} == expected


def test_the_sleeping_example_wakes_at_step_84() -> None:
    active = [step.active for step in run(load("D"), 0.03, 200)]
    assert active == [2] * 84 + [3] * 117


def test_too_large_a_rate_kills_the_neuron_in_one_step() -> None:
    first, second, *later = run(load("D"), 0.2, 50)
    assert first.fate == "learning"
    for step in (second, *later):
        assert (step.fate, step.active, step.cost) == ("dead", 0, 2.0)
        assert (step.dw.tolist(), step.db) == ([0, 0], 0)


def test_a_rate_that_puts_two_examples_to_sleep_sticks() -> None:
    last = run(load("D"), 0.12, 200)[-1]
    assert last.cost == pytest.approx(5 / 3, abs=1e-12)
    assert (last.fate, last.active) == ("resting", 1)


def test_the_exact_fit_of_d_is_at_rest() -> None:
    step = start(started_at(load("D"), [1, 1], -2))
    assert (step.cost, step.fate, step.active) == (0, "resting", 3)


def test_the_largest_rate_of_d() -> None:
    assert rate_limit(load("D").X) == pytest.approx(0.147222, abs=5e-7)


def test_the_neuron_recovers_its_teacher() -> None:
    steps = run(load("grid"), 0.1, 1000)
    expected = {0: 1.577000, 1: 1.388568, 10: 0.289908, 100: 0.002285}
    assert {number: round(steps[number].cost, 6) for number in expected} == expected
    assert all(after.cost <= before.cost for before, after in pairwise(steps[:101]))
    assert steps[-1].w == pytest.approx([2, -1], abs=1e-3)
    assert steps[-1].b == pytest.approx(0.5, abs=1e-3)


@pytest.mark.parametrize(("w", "b"), [([0.0, 0.0], 0.0), ([0.5, 0.5], -2.0)])
def test_a_neuron_born_dead_never_moves(w: list[float], b: float) -> None:
    for step in run(started_at(load("grid"), w, b), 0.1, 20):
        assert (step.w.tolist(), step.b, step.fate) == (w, b, "dead")


@pytest.mark.parametrize(("name", "steps"), [("D", 60), ("grid", 15)])
def test_uphill_the_cost_grows_at_every_step(name: str, steps: int) -> None:
    def uphill(X: Matrix, y: Vector, w: Vector, b: float) -> tuple[Vector, float]:
        dw, db = gradient(X, y, w, b)
        return -dw, -db

    data = load(name)
    costs = [step.cost for step in islice(train(data, data.rate, uphill), steps)]
    assert all(after > before for before, after in pairwise(costs))


def test_divergence_ends_the_descent_with_a_reason() -> None:
    steps = run(load("random"), 10, 10_000)
    assert len(steps) < 1000
    assert [step.fate for step in steps[-2:]] == ["learning", "diverged"]
    assert np.isfinite(steps[-2].cost)


def test_both_gradients_are_taken_before_either_update() -> None:
    data = load("D")
    before = start(data)
    after = advance(data, before, 0.03)
    assert after.b == before.b - 0.03 * before.db


@given(st.sampled_from(["D", "hinge", "grid", "random"]), st.integers(0, 2**32 - 1))
def test_a_small_enough_step_goes_downhill(name: str, seed: int) -> None:
    data = load(name, seed)
    here = start(data)
    if here.fate == "learning":
        assert advance(data, here, 1e-9 * data.rate).cost <= here.cost
