"""What a step costs (cost, gradient, mask) for several sizes, and how many steps a second a trainer makes."""

import statistics
import time
import timeit

import numpy as np

from tutor.neuron.data import Dataset, load
from tutor.neuron.model import gradient
from tutor.neuron.trainer import Trainer
from tutor.neuron.training import advance, start

SIZES = [(3, 2), (100, 2), (1000, 10), (100_000, 10)]
SECONDS = 3.0


def problem(examples: int, inputs: int) -> Dataset:
    """Random data of a size."""
    rng = np.random.default_rng(0)
    table, w = rng.normal(size=(examples, inputs)), rng.normal(size=inputs)
    return Dataset("bench", table, np.maximum(0.0, table @ w), 0.5 * w, 0.1, 0.01)


def main() -> None:
    """Measure and print the tables."""
    print(f"{'N × n':>14}  {'gradient µs':>12}  {'advance µs':>12}")
    for examples, inputs in SIZES:
        data = problem(examples, inputs)
        here = start(data)
        runs = max(3, 200_000 // examples)
        columns = [
            microseconds(lambda d=data: gradient(d.X, d.y, d.w, d.b), min(runs, 2000)),
            microseconds(lambda d=data, h=here: advance(d, h, d.rate), min(runs, 2000)),
        ]
        print(f"{examples:>10} × {inputs}  {columns[0]:12.1f}  {columns[1]:12.1f}")
    trainer = Trainer(load("D"), speed=1e9)
    trainer.play()
    time.sleep(SECONDS)
    trainer.pause()
    print(f"trainer thread on D, flat out: {trainer.step.number / SECONDS:.0f} steps/s")
    trainer.close()


def microseconds(call: object, runs: int) -> float:
    """Median of five repetitions."""
    return statistics.median(timeit.repeat(call, number=runs, repeat=5)) / runs * 1e6  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
