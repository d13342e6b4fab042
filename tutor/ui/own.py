"""A gradient of the learner's own: from two typed formulas to what trains the neuron, and what is to be said of it.

Nothing here needs a screen. The letters stand for one example and the mean is taken over all of them; ``sum`` adds up
over the examples, so that ``2 e m x`` and ``2/N sum(e_i m_i x_i)`` are the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from tutor.answers import Expr, Task, Unreadable, compiled, latex, read
from tutor.answers.dims import ShapeError, as_dims, described
from tutor.answers.entries import expand
from tutor.answers.grids import dims_of, grid
from tutor.answers.tables import Table, with_derived
from tutor.answers.task_trees import answer_names
from tutor.answers.tree import Call, Product, Symbol, rebuild, walk
from tutor.words import Message, Tex

if TYPE_CHECKING:
    from tutor.neuron.data import Dataset
    from tutor.neuron.kinship import Kinship
    from tutor.neuron.model import Gradient

Part = Literal["w", "b"]
PARTS: tuple[Part, Part] = ("w", "b")
TITLES = {"w": r"\frac{\partial C}{\partial \mathbf{w}}", "b": r"\frac{\partial C}{\partial b}"}

_NUMBERED = ("x", "e", "m", "z", "a", "u", "y", "v")
"""Letters with a value of their own for every example; ``x_i`` says no more than ``x``."""
_ABSENT = ("factorial",)
"""Functions that arrays do not have."""
_EXPECTED = {"w": "[0, 0]", "b": "0"}
"""Of the kind that is asked for: where a row is, a list in round brackets is one."""


@dataclass(frozen=True, slots=True)
class Own:
    """What trains the neuron; the formulas as they were read, as LaTeX; what it has to do with the true gradient."""

    gradient: Gradient
    formulas: tuple[str, str]
    verdict: Message
    right: bool


@dataclass(frozen=True, slots=True)
class Unfit:
    """The formula of one part cannot be used."""

    part: Part
    reason: Unreadable


def task(part: Part, inputs: int) -> Task:
    """What is asked, as the reader needs it."""
    names = ("z", "e", "m", "a", "y", "v", "u", "b", "N", *(f"{letter}_i" for letter in _NUMBERED if letter != "x"))
    vectors = dict.fromkeys(("x", "w", "x_i"), (inputs,))
    return Task(_EXPECTED[part], names=names, shapes=vectors)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read: a tree of numbers for every entry, and how it is written as LaTeX."""

    entries: tuple[Expr, ...]
    latex: str


def own_gradient(texts: tuple[str, str], data: Dataset) -> Own | Unfit:
    """The gradient of two typed formulas, on a data set."""
    found = []
    for part, text in zip(PARTS, texts, strict=True):
        formula = read_part(part, text, data.X.shape[1])
        if isinstance(formula, Unreadable):
            return Unfit(part, formula)
        found.append(formula)
    from tutor.neuron.kinship import kinship
    from tutor.neuron.written import OPERATIONS, written

    (*dw, db), table = [entry for formula in found for entry in formula.entries], _table(OPERATIONS)
    gradient = written([compiled(entry, table) for entry in dw], compiled(db, table))
    kin = kinship(data, gradient)
    shown = found[0].latex, found[1].latex
    return Own(gradient, shown, verdict(kin, len(data.y)), all(one.right for one in kin))


def read_part(part: Part, text: str, inputs: int) -> Formula | Unreadable:
    """A typed formula of a neuron with this many inputs, or where and why it cannot be one."""
    asked = task(part, inputs)
    found = read(text, answer_names(asked))
    if isinstance(found, Unreadable):
        return found
    everywhere = 0, len(text)
    if any(isinstance(node, Call) and node.function in _ABSENT for node in walk(found.expr)):
        return Unreadable(text, everywhere, Message("lab.own.function"))
    try:
        value = expand(_about_one(found.expr), {name: as_dims(shape) for name, shape in asked.shapes.items()})
    except ShapeError as error:
        return Unreadable(text, everywhere, error.message)
    entries = tuple(entry for row in grid(value) for entry in row)
    if 1 not in (dims_of(value) or (1, 1)) or len(entries) != (inputs if part == "w" else 1):
        wanted = Message(f"lab.own.shape.{part}", {"found": described(dims_of(value)), "n": inputs})
        return Unreadable(text, everywhere, wanted)
    return Formula(entries, latex(found.expr, asked.shapes))


def _about_one(expr: Expr) -> Expr:
    """Without the subscripts that number the examples, and with N times the mean for a sum over them."""
    if isinstance(expr, Symbol):
        return Symbol(expr.name.removesuffix("_i"))
    if isinstance(expr, Call) and expr.function == "sum":
        return Product((Symbol("N"), Call("mean", tuple(map(_about_one, expr.arguments)))))
    return rebuild(expr, _about_one)


def _table(operations: Mapping[str, Callable[..., Any]]) -> Table:
    """The operations on the values of the neuron's letters, as the trees want them."""
    return Table(
        number=_float,
        constants={"pi": lambda: math.pi, "e": lambda: math.e},
        functions=with_derived(operations, operations["divide"]),
        power=lambda base, exponent, _exact: operations["power"](base, exponent),
        divide=operations["divide"],
        choose=operations["where"],
    )


def _float(value: Fraction) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.copysign(math.inf, value)


def verdict(kin: tuple[Kinship, Kinship], examples: int) -> Message:
    """What is to be said of a gradient: that it is right, or what first came to grief in it, and where."""
    faults = {part: _fault(one, examples) for part, one in zip(PARTS, kin, strict=True) if not one.right}
    if not faults:
        return Message("lab.own.right")
    fault = next(iter(faults.values()))
    where = "".join(part for part in PARTS if faults.get(part) == fault)
    factor = kin[PARTS.index(where[:1])].factor
    return Message(f"lab.own.{fault}", {"where": Message(f"lab.own.where.{where}"), "factor": Tex(f"{factor:.3g}")})


def _fault(kin: Kinship, examples: int) -> str:
    """The fault of one part by its last code; what makes the cost climb is said first."""
    if math.isnan(kin.slope):
        return "undefined"
    if kin.kin == "constant":
        return "constant"
    if kin.kin == "stranger":
        return "uphill" if kin.slope > 0 else "downhill"
    known = {0.0: "still", -1.0: "sign", 0.5: "half", examples: "sum", 1 / examples: "twice"}
    close = next((name for factor, name in known.items() if math.isclose(kin.factor, factor, abs_tol=1e-9)), None)
    if kin.kin == "unmasked" and kin.factor > 0:
        return "unmasked"
    return close or ("climbs" if kin.factor < 0 else "short" if kin.factor < 1 else "long")
