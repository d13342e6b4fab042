"""A displayed formula read as it stands: sides that the answer grammar understands must agree among themselves.

The claim below a formula is written apart from it; this catches a slip in the formula that the claim does not repeat.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from tutor.answers import Names, Unreadable, judge, read
from tutor.answers.tree import Expr, symbols
from tutor.course.lesson import Formula
from tutor.words import Message, Tex

_APART = re.compile(r"\\q?quad|\\(?:Rightarrow|Longrightarrow|to|text\{[^{}]*\})(?![a-z])|\\\\(?![a-z])")
_EQUALS = re.compile(r"(?<!\\l)(?<!\\g)=")


def check(formula: Formula) -> Iterator[Message]:
    """Neighbouring sides that speak of the same variables and differ."""
    claim = formula.claim
    names = Names((*claim.names, *claim.shapes), claim.shapes, lists=True)
    for part in _APART.split(formula.latex):
        sides = [(side.strip(), _read(side, names)) for side in _EQUALS.split(part)]
        for (left, one), (right, other) in pairwise(sides):
            if one is None or other is None or symbols(one) != symbols(other):
                continue
            verdict = judge(one, other, shapes=claim.shapes, positive=claim.positive)
            if verdict.outcome == "wrong":
                yield Message("course.sides-differ", {"left": Tex(left), "right": Tex(right)})


def _read(side: str, names: Names) -> Expr | None:
    """The tree of a side; none for what is no expression, as a derivative written with a prime."""
    if "'" in side:
        return None
    tree = read(side.strip().rstrip(",;."), names)
    return None if isinstance(tree, Unreadable) else tree.expr
