"""What a typed answer means: a frozen tree that keeps the structure exactly as it was read.

Nothing is simplified: ``2x·x`` stays a product of three factors and ``x/2`` a quotient, so the preview can show what
was understood. Subtraction is a sum with a `Negative` term. Equality of nodes is equality of structure.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tutor.words import Message

Span = tuple[int, int]
"""Start and end in the typed text, in code points."""


@dataclass(frozen=True, slots=True)
class Number:
    """A literal, read exactly: ``0.1`` is one tenth. `digits`, how it was typed with a decimal point, tells which."""

    value: Fraction = field(compare=False)
    digits: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A variable as the exercise declares it, ``x``, ``x1``, ``eta``; its shape tells scalar, vector or matrix."""

    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    """``pi``, ``e`` (Euler's number) or ``i`` (only where complex numbers are allowed)."""

    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    """A minus sign before an operand."""

    operand: "Expr"


@dataclass(frozen=True, slots=True)
class Sum:
    """Two or more terms."""

    terms: tuple["Expr", ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Two or more factors. Between matrices it is the matrix product, in this order."""

    factors: tuple["Expr", ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    """A fraction."""

    numerator: "Expr"
    denominator: "Expr"


@dataclass(frozen=True, slots=True)
class Power:
    """A base raised to an exponent."""

    base: "Expr"
    exponent: "Expr"


@dataclass(frozen=True, slots=True)
class Call:
    """A named function of its arguments, by its canonical English name.

    Elementary: sqrt, exp, ln, abs, sin … arccoth, sigmoid, relu, max, min, sign.
    Vectors: dot, hadamard, hadamard_division, transpose, diag, sum, norm; ``identity``, ``ones`` and ``zeros`` take
    their size (none: the size the context gives).
    """

    function: str
    arguments: tuple["Expr", ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of entries. ``[a, b]`` is one row of two, ``[a; b]`` two rows of one."""

    rows: tuple[tuple["Expr", ...], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A condition: `operator` is one of ``<``, ``<=``, ``>``, ``>=``, ``==``, ``!=``; ``and`` and ``or`` join two."""

    operator: str
    left: "Expr"
    right: "Expr"


@dataclass(frozen=True, slots=True)
class Indicator:
    """``[z > 0]``: 1 where the condition holds, 0 elsewhere."""

    condition: Comparison


@dataclass(frozen=True, slots=True)
class Cases:
    """A piecewise value: the first branch whose condition holds; a condition of None is “otherwise” and comes last."""

    branches: tuple[tuple["Expr", Comparison | None], ...]


Expr = (
    Number
    | Symbol
    | Constant
    | Negative
    | Sum
    | Product
    | Quotient
    | Power
    | Call
    | Matrix
    | Comparison
    | Indicator
    | Cases
)


@dataclass(frozen=True, slots=True)
class Tree:
    """A typed answer that was understood.

    `notices` say how something ambiguous was read (a decimal comma, ``1/2x``); `alternatives` are the other readings,
    so that the judge can say “only the other reading is right” instead of “wrong”. `label` is the left side the learner
    typed and the reader set aside (``f'(x) =``), if any. `at` is the place of the answer itself; `entries` are those of
    its entries, row by row, where it is written out as a row, a column or a matrix.
    """

    expr: Expr
    text: str
    notices: tuple[Message, ...] = ()
    alternatives: tuple[Expr, ...] = ()
    label: str | None = None
    at: Span | None = None
    entries: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A typed answer that was not understood: where, and how to mend it. Never counts as an attempt."""

    text: str
    at: Span
    message: Message


def children(expr: Expr) -> tuple[Expr, ...]:
    """The direct parts of a node, left to right."""
    return _PARTS[type(expr)](expr)


def _none(_: Expr) -> tuple[Expr, ...]:
    return ()


_PARTS: Mapping[type, Callable[[Any], tuple[Expr, ...]]] = {
    Number: _none,
    Symbol: _none,
    Constant: _none,
    Negative: lambda node: (node.operand,),
    Sum: lambda node: node.terms,
    Product: lambda node: node.factors,
    Call: lambda node: node.arguments,
    Quotient: lambda node: (node.numerator, node.denominator),
    Power: lambda node: (node.base, node.exponent),
    Comparison: lambda node: (node.left, node.right),
    Matrix: lambda node: tuple(entry for row in node.rows for entry in row),
    Indicator: lambda node: (node.condition,),
    Cases: lambda node: tuple(part for branch in node.branches for part in branch if part is not None),
}


def walk(expr: Expr) -> Iterator[Expr]:
    """Every node of a tree, parents first."""
    pending = [expr]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(children(node)))


def distinct(*trees: Expr) -> Iterator[Expr]:
    """Every node object of some trees once, however many places it stands in."""
    seen: set[int] = set()
    pending = list(trees)
    while pending:
        node = pending.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            pending.extend(_PARTS[type(node)](node))


def symbols(expr: Expr) -> frozenset[str]:
    """The names of the variables that occur."""
    return frozenset(node.name for node in distinct(expr) if isinstance(node, Symbol))


def substitute(expr: Expr, values: Mapping[str, Expr]) -> Expr:
    """The tree with trees in the place of symbols, all at once: what is put in is not looked at again."""
    if isinstance(expr, Symbol):
        return values.get(expr.name, expr)
    return rebuild(expr, lambda part: substitute(part, values))


def rebuild(expr: Expr, of: Callable[[Expr], Expr]) -> Expr:
    """The same node with every direct part replaced by what `of` makes of it; the node itself where nothing changed."""
    if isinstance(expr, Indicator):
        return Indicator(_condition(expr.condition, of))
    if isinstance(expr, Cases):
        return Cases(tuple((of(value), test and _condition(test, of)) for value, test in expr.branches))
    parts = children(expr)
    made = tuple(map(of, parts))
    return expr if all(map(operator.is_, made, parts)) else _FROM_PARTS[type(expr)](expr, made)


_FROM_PARTS: Mapping[type, Callable[[Any, tuple[Expr, ...]], Expr]] = {
    Negative: lambda node, parts: Negative(*parts),
    Sum: lambda node, parts: Sum(parts),
    Product: lambda node, parts: Product(parts),
    Quotient: lambda node, parts: Quotient(*parts),
    Power: lambda node, parts: Power(*parts),
    Call: lambda node, parts: Call(node.function, parts),
    Comparison: lambda node, parts: Comparison(node.operator, *parts),
    Matrix: lambda node, parts: Matrix(tuple(zip(*[iter(parts)] * len(node.rows[0]), strict=True))),
}


def _condition(test: Comparison, of: Callable[[Expr], Expr]) -> Comparison:
    return Comparison(test.operator, of(test.left), of(test.right))
