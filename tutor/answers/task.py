"""What is asked, in the grammar of the answers: all the judge needs to know of an exercise or a problem."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["expression", "choice", "shape", "line"]
Shape = tuple[int | str, ...]
"""() a number, (n,) a column of n components, (m, n) a matrix; a letter stands for any size."""


@dataclass(frozen=True, slots=True)
class Task:
    """An answer to be judged.

    `expected` is the right answer: an expression in the answer grammar, a choice letter, a shape ``2x3``, or for a
    find-the-mistake task ``line: right line``. `names` are the variables the learner may use, `shapes` those that are
    not scalars. `links` are the named nodes of a chain, innermost first and ending in ``y`` (``("u1", "x^2"), ("y",
    "sin(u1)")``); with `function` and `wrt` they are what mistakes are recognised from. `wrong` holds declared wrong
    answers by mistake id. `layout` tells that row or column is the question itself, so a transposed answer is wrong and
    not almost right. `choices` are the letters of a choice. `positive` names stand for positive numbers, `complex` lets
    all of them be complex, and in the ``single-letter`` dialect every letter is a variable of its own.
    """

    expected: str
    kind: Kind = "expression"
    names: tuple[str, ...] = ()
    shapes: Mapping[str, Shape] = field(default_factory=dict)
    function: str | None = None
    wrt: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    wrong: Mapping[str, str] = field(default_factory=dict)
    layout: bool = False
    positive: frozenset[str] = frozenset()
    choices: tuple[str, ...] = ()
    complex: bool = False
    dialect: Literal["standard", "single-letter"] = "standard"
