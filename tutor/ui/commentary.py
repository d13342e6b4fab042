"""What the lab says of a descent, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tutor.ui.own import Own
from tutor.ui.widgets.plot import NUMBERED
from tutor.words import Message

if TYPE_CHECKING:
    from tutor.neuron.trainer import Trainer
    from tutor.ui.own import Unfit

RESIDUE = 1e-9
"""A smaller cost is a fit."""
NEARLY_ALL = 0.9


def comment(trainer: Trainer, own: Own | Unfit | None = None) -> Message | None:
    """What is to be said of a descent: what became of it, else which examples last woke or slept, else how to go on.

    Of a wrong gradient of one's own it is what is wrong with it, all the time.
    """
    step, change = trainer.step, trainer.change
    if isinstance(own, Own) and not own.right:
        wrong = own.verdict
        return wrong if trainer.fate == "learning" else Message(f"lab.own.fate.{trainer.fate}", {"verdict": wrong})
    if own is not None and step.number == 0:
        return own.verdict if isinstance(own, Own) else _unfit(own)
    off = len(step.m) - step.active
    if trainer.fate == "dead":
        return Message("lab.dead")
    if trainer.fate == "diverged":
        return Message("lab.diverged", {"rate": f"{trainer.rate:g}", "limit": f"{trainer.limit:.3g}"})
    if trainer.fate == "resting":
        code = "lab.resting.stuck" if _stuck(trainer) else "lab.resting"
        return Message(code, {"cost": latex_number(step.cost), "n": off})
    if change is not None and len(step.m) <= NUMBERED:
        which = change.woken or change.slept
        code = "lab.woken" if change.woken else "lab.slept"
        return Message(code, {"step": change.number, "n": len(which), "which": _listed(which)})
    if step.number == 0:
        return Message("lab.hint.D" if trainer.data.name == "D" else "lab.hint")
    return None


def _unfit(own: Unfit) -> Message:
    where = Message(f"lab.own.where.{own.part}")
    return Message("lab.own.unfit", {"where": where, "reason": own.reason.message})


def _stuck(trainer: Trainer) -> bool:
    """Whether what is left of the cost lies with examples that have no say."""
    squares = [(example.e**2, example.active) for example in trainer.examples()]
    silent = sum(square for square, active in squares if not active)
    return trainer.step.cost > RESIDUE and silent > NEARLY_ALL * sum(square for square, _ in squares)


def _listed(numbers: Sequence[int]) -> str | Message:
    *first, last = map(str, numbers)
    return Message("lab.and", {"first": ", ".join(first), "last": last}) if first else last


def latex_number(value: float) -> str:
    r"""A number to four digits: ``1.667``, ``7.71 \cdot 10^{-30}``."""
    mantissa, e, exponent = f"{value:.4g}".partition("e")
    return f"{mantissa} \\cdot 10^{{{int(exponent)}}}" if e else mantissa
