"""Number, column, row or matrix: as much of a shape as reading needs (a dot between columns is their dot product)."""

from collections.abc import Mapping
from functools import reduce
from typing import Literal

from tutor.answers.task import Shape
from tutor.answers.tree import (
    Call,
    Cases,
    Comparison,
    Expr,
    Indicator,
    Matrix,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)

Kind = Literal["number", "column", "row", "matrix"]

_NUMBERS = frozenset(("dot", "norm", "sum", "det", "trace"))
_COLUMNS = frozenset(("ones", "zeros", "unit", "cross"))
_MATRICES = frozenset(("identity", "diag", "jacobian"))
_FLIPPED: Mapping[Kind, Kind] = {"number": "number", "column": "row", "row": "column", "matrix": "matrix"}
_TIMES: Mapping[tuple[Kind, Kind], Kind] = {
    ("matrix", "column"): "column",
    ("row", "matrix"): "row",
    ("row", "column"): "number",
}


def kind_of(expr: Expr, shapes: Mapping[str, Shape]) -> Kind:
    """What an expression is, as far as its parts tell; where they contradict each other, anything."""
    match expr:
        case Symbol(name):
            return _of_shape(shapes.get(name, ()))
        case Matrix(rows):
            return _of_shape((len(rows), len(rows[0])))
        case Negative(inner) | Quotient(inner, _) | Power(inner, _):
            return kind_of(inner, shapes)
        case Sum(parts):
            return _common(tuple(kind_of(part, shapes) for part in parts))
        case Product(parts):
            return reduce(_times, (kind_of(part, shapes) for part in parts))
        case Indicator(condition):
            return kind_of(condition, shapes)
        case Comparison(_, left, right):
            return _common((kind_of(left, shapes), kind_of(right, shapes)))
        case Cases(branches):
            return _common(tuple(kind_of(value, shapes) for value, _ in branches))
        case Call(function, arguments):
            return _of_call(function, tuple(kind_of(argument, shapes) for argument in arguments))
    return "number"


def _of_shape(shape: Shape) -> Kind:
    if len(shape) == 1:
        return "column"
    if len(shape) != 2 or shape == (1, 1):
        return "number"
    return "column" if shape[1] == 1 else "row" if shape[0] == 1 else "matrix"


def _of_call(function: str, arguments: tuple[Kind, ...]) -> Kind:
    if function in _NUMBERS:
        return "number"
    if function in _COLUMNS:
        return "column"
    if function in _MATRICES:
        return "matrix"
    if function == "grad":
        return "row"
    if function == "transpose":
        return _FLIPPED[arguments[0]]
    return _common(arguments)


def _common(kinds: tuple[Kind, ...]) -> Kind:
    return next((kind for kind in kinds if kind != "number"), "number")


def _times(left: Kind, right: Kind) -> Kind:
    if left == "number" or right == "number":
        return right if left == "number" else left
    return _TIMES.get((left, right), "matrix")
