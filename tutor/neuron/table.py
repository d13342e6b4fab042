"""Steps as comma-separated values: what ``tutor train --headless`` prints and the lab exports."""

from itertools import count
from pathlib import Path

from tutor.neuron.history import History
from tutor.neuron.training import Step


def header(inputs: int) -> str:
    """The names of the columns for a number of inputs: ``step,cost,w1,…,b,dw1,…,db``."""
    every = range(1, inputs + 1)
    return ",".join(["step", "cost", *(f"w{j}" for j in every), "b", *(f"dw{j}" for j in every), "db"])


def line(step: Step) -> str:
    """One step, every float in full."""
    numbers = [step.cost, *step.w.tolist(), step.b, *step.dw.tolist(), step.db]
    return ",".join([str(step.number), *map(repr, numbers)])


def save(history: History, name: str, folder: Path) -> Path:
    """Write the kept steps to a new file ``lab-<name>-<number>.csv`` of a folder, made if need be.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = next(path for number in count(1) if not (path := folder / f"lab-{name}-{number}.csv").exists())
    steps = list(history.kept())
    lines = [header(len(steps[0].w)), *map(line, steps)]
    with path.open("x", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
    return path
