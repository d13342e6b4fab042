"""What the lab says of a descent, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tutor.ui.widgets.plot import NUMBERED
from tutor.words import Message

if TYPE_CHECKING:
    from tutor.neuron.trainer import Trainer

RESIDUE = 1e-9
"""A smaller cost is a fit."""


def comment(trainer: Trainer) -> Message | None:
    """What is to be said of a descent: what became of it, else which examples last woke or slept, else how to go on."""
    step, change = trainer.step, trainer.change
    off = len(step.m) - step.active
    if trainer.fate == "dead":
        return Message("lab.dead")
    if trainer.fate == "diverged":
        return Message("lab.diverged", {"rate": f"{trainer.rate:g}", "limit": f"{trainer.limit:.3g}"})
    if trainer.fate == "resting":
        stuck = off > 0 and step.cost > RESIDUE
        return Message("lab.resting.stuck" if stuck else "lab.resting", {"cost": latex_number(step.cost), "n": off})
    if change is not None and len(step.m) <= NUMBERED:
        which = change.woken or change.slept
        code = "lab.woken" if change.woken else "lab.slept"
        return Message(code, {"step": change.number, "n": len(which), "which": _listed(which)})
    if step.number == 0:
        return Message("lab.hint.D" if trainer.data.name == "D" else "lab.hint")
    return None


def _listed(numbers: Sequence[int]) -> str | Message:
    *first, last = map(str, numbers)
    return Message("lab.and", {"first": ", ".join(first), "last": last}) if first else last


def latex_number(value: float) -> str:
    r"""A number to four digits: ``1.667``, ``7.71 \cdot 10^{-30}``."""
    mantissa, e, exponent = f"{value:.4g}".partition("e")
    return f"{mantissa} \\cdot 10^{{{int(exponent)}}}" if e else mantissa
