"""Data sets: files, seeds, and that nobody can change them by accident."""

import numpy as np
import pytest

from tutor.neuron import NAMES
from tutor.neuron.data import load, random_dataset
from tutor.neuron.model import affine, relu


def test_d_is_the_one_of_the_course() -> None:
    D = load("D")
    assert D.X.tolist() == [[2, 1], [1, 3], [3, 0]]
    assert (D.y.tolist(), D.w.tolist(), D.b) == ([1, 2, 1], [1, -1], 1)


@pytest.mark.parametrize(("name", "w", "b"), [("hinge", [1.5], -0.75), ("grid", [2, -1], 0.5)])
def test_a_teacher_fits_its_own_data(name: str, w: list[float], b: float) -> None:
    data = load(name)
    assert relu(affine(data.X, np.array(w), b)).tolist() == data.y.tolist()


def test_there_are_sets_to_draw_with_one_input_and_with_two() -> None:
    assert {name: load(name).X.shape for name in NAMES} == {
        "D": (3, 2),
        "hinge": (17, 1),
        "grid": (25, 2),
        "random": (24, 1),
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_repeats_its_start_and_another_seed_has_another(name: str) -> None:
    once, again, other = load(name, 7), load(name, 7), load(name, 8)
    assert (once.w.tolist(), once.b) == (again.w.tolist(), again.b)
    assert once.w.tolist() != other.w.tolist()
    np.testing.assert_array_equal(once.X, again.X)


def test_a_seed_repeats_its_examples() -> None:
    np.testing.assert_array_equal(random_dataset(3).y, random_dataset(3).y)
    assert random_dataset(3).y.tolist() != random_dataset(4).y.tolist()


@pytest.mark.parametrize("name", NAMES)
def test_data_cannot_be_changed(name: str) -> None:
    data = load(name)
    for array in (data.X, data.y, data.w):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        load("E")
