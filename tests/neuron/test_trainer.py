"""The descent that runs by itself."""

import time
from collections.abc import Callable, Iterator
from itertools import islice

import pytest

from tutor.neuron.data import load
from tutor.neuron.descent import Change
from tutor.neuron.model import Matrix, Vector, gradient
from tutor.neuron.trainer import Trainer
from tutor.neuron.training import train


@pytest.fixture
def make() -> Iterator[Callable[..., Trainer]]:
    trainers: list[Trainer] = []

    def build(name: str = "D", **options: object) -> Trainer:
        trainers.append(Trainer(load(name), speed=1e9, **options))  # type: ignore[arg-type]
        return trainers[-1]

    yield build
    for trainer in trainers:
        trainer.close()


def wait_until(condition: Callable[[], bool]) -> None:
    """For what another thread does; generous, since nothing here measures time."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.001)


def test_it_makes_the_steps_of_the_descent(make: Callable[..., Trainer]) -> None:
    trainer = make()
    trainer.advance(100)
    expected = list(islice(train(trainer.data, 0.03), 101))
    assert [step.cost for step in trainer.history.kept()] == [step.cost for step in expected]
    assert trainer.step.w.tolist() == expected[-1].w.tolist()


def test_it_plays_and_pauses(make: Callable[..., Trainer]) -> None:
    trainer = make()
    assert trainer.step.number == 0
    trainer.play()
    wait_until(lambda: trainer.step.number > 1000)
    trainer.pause()
    stopped = trainer.step.number
    trainer.advance()
    assert trainer.step.number == stopped + 1
    assert not trainer.playing


def test_reset_returns_to_the_same_start(make: Callable[..., Trainer]) -> None:
    trainer = make()
    trainer.rate = 0.05
    trainer.advance(200)
    trainer.reset()
    assert (trainer.step.number, trainer.step.w.tolist(), trainer.step.b) == (0, [1, -1], 1)
    assert [step.number for step in trainer.history.kept()] == [0]
    assert (trainer.change, trainer.rate) == (None, 0.05)


def test_it_notes_which_example_wakes(make: Callable[..., Trainer]) -> None:
    trainer = make()
    trainer.advance(100)
    assert trainer.change == Change(84, woken=(2,), slept=())


def test_a_dead_neuron_stops_playing(make: Callable[..., Trainer]) -> None:
    trainer = make()
    trainer.rate = 0.2
    trainer.play()
    wait_until(lambda: not trainer.playing)
    assert (trainer.step.number, trainer.step.cost, trainer.fate) == (1, 2, "dead")
    assert trainer.change == Change(1, woken=(), slept=(1, 3))
    trainer.play()
    assert not trainer.playing


def test_divergence_leaves_the_last_finite_step(make: Callable[..., Trainer]) -> None:
    trainer = make("random")
    trainer.rate = 10
    trainer.advance(10_000)
    assert trainer.fate == "diverged"
    assert trainer.step.cost < float("inf")
    assert all(stretch.high < float("inf") for stretch in trainer.history.stretches)
    diverged = trainer.step.number
    trainer.rate = 0.01
    trainer.play()
    wait_until(lambda: not trainer.playing or trainer.step.number > diverged + 100)
    assert trainer.fate != "diverged"


def test_the_gradient_is_a_parameter(make: Callable[..., Trainer]) -> None:
    def without_mask(X: Matrix, y: Vector, w: Vector, b: float) -> tuple[Vector, float]:
        e = gradient(X, y, w, b)[0] * 0 + 1
        return e, 0.0

    trainer = make(gradient=without_mask)
    trainer.advance()
    assert trainer.step.w == pytest.approx([1 - 0.03, -1 - 0.03])
    assert trainer.check().discrepancy > 0.1


def test_the_true_gradient_goes_beside_another_one(make: Callable[..., Trainer]) -> None:
    def uphill(X: Matrix, y: Vector, w: Vector, b: float) -> tuple[Vector, float]:
        dw, db = gradient(X, y, w, b)
        return -dw, -db

    assert make().beside is None
    trainer, right = make(gradient=uphill), make()
    trainer.advance(100)
    right.advance(100)
    assert trainer.beside is not None
    assert [step.cost for step in trainer.beside.kept()] == [step.cost for step in right.history.kept()]
    assert trainer.step.cost > 100 * right.step.cost
    trainer.reset()
    assert [step.number for step in trainer.beside.kept()] == [0]


def test_the_true_gradient_waits_for_one_that_blew_up(make: Callable[..., Trainer]) -> None:
    trainer = make(gradient=lambda X, y, w, b: (-w * 1e9, -b))
    trainer.advance(1000)
    assert trainer.fate == "diverged"
    trainer.advance()
    assert trainer.beside is not None
    assert trainer.beside.last is not None
    assert trainer.beside.last.number == trainer.step.number < 1000


def test_the_right_gradient_passes_its_check(make: Callable[..., Trainer]) -> None:
    trainer = make("grid")
    check = trainer.check()
    assert check.discrepancy < 1e-9
    assert not check.at_a_kink
    assert [*check.dw, check.db] == pytest.approx([*trainer.step.dw, trainer.step.db], abs=1e-8)


def test_a_gradient_is_right_however_far_the_descent_has_flown(make: Callable[..., Trainer]) -> None:
    trainer = make("random")
    trainer.rate = 10
    while trainer.fate != "diverged":
        check = trainer.check()
        assert check.at_a_kink or check.discrepancy < 1e-6
        trainer.advance()


def test_examples_as_the_neuron_sees_them(make: Callable[..., Trainer]) -> None:
    seen = make().examples()
    assert [(example.x, example.y, example.z, example.a, example.e, example.active) for example in seen] == [
        ((2, 1), 1, 2, 2, 1, True),
        ((1, 3), 2, -1, 0, -2, False),
        ((3, 0), 1, 4, 4, 3, True),
    ]
