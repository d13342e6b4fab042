"""What a tree is evaluated with: tables of functions, and what they raise."""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

Value = Any
"""What the table computes with: ``arb``, ``float``, ``Fraction``, an array."""
Branches = Sequence[tuple[Callable[[], Any] | None, Callable[[], Value]]]

OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
    "and": operator.and_,
    "or": operator.or_,
}
JOINING = frozenset(("and", "or"))
"""Operators between two conditions."""


class UndefinedError(ArithmeticError):
    """The expression has no value there."""


class UndecidedError(ArithmeticError):
    """The table cannot tell, at this precision or at all."""


def first_that_holds(branches: Branches) -> Value:
    """The value of the first branch whose condition holds; the others are never computed.

    Raises:
        UndefinedError: no condition holds.
    """
    for condition, value in branches:
        if condition is None or condition():
            return value()
    raise UndefinedError


def _compare(symbol: str, left: Value, right: Value) -> Any:
    return OPERATORS[symbol](left, right)


@dataclass(frozen=True, slots=True)
class Table:
    """The operations a tree is evaluated with.

    `power` gets the exponent also as an exact fraction where it is a literal one. `functions` needs the primitives
    only; `with_derived` adds the rest. `choose` picks a branch of a `Cases`: an array table replaces it by a ``where``.
    """

    number: Callable[[Fraction], Value]
    constants: Mapping[str, Callable[[], Value]]
    functions: Mapping[str, Callable[..., Value]]
    power: Callable[[Value, Value, Fraction | None], Value]
    add: Callable[[Value, Value], Value] = operator.add
    multiply: Callable[[Value, Value], Value] = operator.mul
    divide: Callable[[Value, Value], Value] = operator.truediv
    negate: Callable[[Value], Value] = operator.neg
    compare: Callable[[str, Value, Value], Any] = _compare
    choose: Callable[[Branches], Value] = field(default=first_that_holds)


def with_derived(
    functions: Mapping[str, Callable[..., Value]], divide: Callable[[Value, Value], Value] = operator.truediv
) -> Mapping[str, Callable[..., Value]]:
    """Primitives (sqrt exp ln abs max, sin cos tan sinh cosh tanh and their inverses) and what follows from them."""
    f = functions
    return {
        "sec": lambda u: divide(1, f["cos"](u)),
        "csc": lambda u: divide(1, f["sin"](u)),
        "cot": lambda u: divide(f["cos"](u), f["sin"](u)),
        "sech": lambda u: divide(1, f["cosh"](u)),
        "csch": lambda u: divide(1, f["sinh"](u)),
        "coth": lambda u: divide(f["cosh"](u), f["sinh"](u)),
        "arcsec": lambda u: f["arccos"](divide(1, u)),
        "arccsc": lambda u: f["arcsin"](divide(1, u)),
        "arccot": lambda u: f["arctan"](divide(1, u)),
        "arcsech": lambda u: f["arccosh"](divide(1, u)),
        "arccsch": lambda u: f["arcsinh"](divide(1, u)),
        "arccoth": lambda u: f["arctanh"](divide(1, u)),
        "sigmoid": lambda u: divide(1, 1 + f["exp"](-u)),
        "relu": lambda u: f["max"](u, u - u),
        "conj": lambda u: u,
        **functions,
    }
