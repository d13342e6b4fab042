"""A long descent in bounded memory: what is kept is exact, and nothing that happened falls outside the envelope."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.neuron.history import GRAIN, History
from tutor.neuron.training import Step


def step(number: int, cost: float) -> Step:
    nothing = np.zeros(1)
    return Step(number, cost, nothing, 0.0, nothing, 0.0, nothing > 0, "learning")


def filled(costs: list[float]) -> History:
    history = History()
    for number, cost in enumerate(costs):
        history.add(step(number, cost))
    return history


@given(st.integers(1, 5000), st.integers(0, 2**32 - 1))
def test_the_envelope_holds_every_cost_and_nothing_else(steps: int, seed: int) -> None:
    costs = np.random.default_rng(seed).normal(size=steps).tolist()
    stretches = filled(costs).stretches
    ends = [*(stretch.first.number for stretch in stretches[1:]), steps]
    for stretch, end in zip(stretches, ends, strict=True):
        among = costs[stretch.first.number : end]
        assert (stretch.low, stretch.high) == (min(among), max(among))
        assert len(among) <= max(1, stretch.first.number / GRAIN)


@pytest.mark.parametrize("steps", [1, 2, 2 * GRAIN])
def test_the_beginning_is_kept_step_by_step(steps: int) -> None:
    assert [kept.number for kept in filled([1.0] * steps).kept()] == list(range(steps))


def test_memory_grows_with_the_logarithm() -> None:
    assert len(filled([1.0] * (GRAIN * 2**6)).stretches) == GRAIN * 7


def test_the_last_step_is_kept_once() -> None:
    numbers = [kept.number for kept in filled([1.0] * 1000).kept()]
    assert numbers[-1] == 999
    assert len(set(numbers)) == len(numbers)
