"""Steps as comma-separated values: what ``tutor train --headless`` prints and the lab exports."""

from tutor.neuron.training import Step


def header(inputs: int) -> str:
    """The names of the columns for a number of inputs: ``step,cost,w1,…,b,dw1,…,db``."""
    every = range(1, inputs + 1)
    return ",".join(["step", "cost", *(f"w{j}" for j in every), "b", *(f"dw{j}" for j in every), "db"])


def line(step: Step) -> str:
    """One step, every float in full."""
    numbers = [step.cost, *step.w.tolist(), step.b, *step.dw.tolist(), step.db]
    return ",".join([str(step.number), *map(repr, numbers)])
