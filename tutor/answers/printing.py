"""A tree as text that can be typed: it reads back to the same tree."""

from collections.abc import Callable, Mapping
from typing import Any

from tutor.answers.tables import JOINING
from tutor.answers.tree import (
    Call,
    Cases,
    Comparison,
    Constant,
    Expr,
    Indicator,
    Matrix,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)

_SUM, _TERM, _PRODUCT, _POWER, _ATOM = range(5)
"""How tightly a node holds together."""


def show(expr: Expr) -> str:
    """The expression as typable text, products written with ``*``; `read` gives the same tree back."""
    return _WRITERS[type(expr)](expr)


def level(expr: Expr) -> int:
    """How tightly a node holds together when it is written on one line."""
    match expr:
        case Comparison():
            return _SUM - 1
        case Sum():
            return _SUM
        case Negative():
            return _TERM
        case Number(value) if value < 0:
            return _TERM
        case Product() | Quotient():
            return _PRODUCT
        case Number(value, digits) if not digits and value.denominator != 1:
            return _PRODUCT
        case Power():
            return _POWER
        case Call("transpose" | "factorial", _):
            return _POWER
    return _ATOM


def _above(expr: Expr, least: int) -> str:
    text = show(expr)
    return text if level(expr) >= least else f"({text})"


def _number(expr: Number) -> str:
    if expr.digits:
        return expr.digits
    return str(expr.value)


def _sum(expr: Sum) -> str:
    text = _above(expr.terms[0], _TERM)
    for term in expr.terms[1:]:
        if isinstance(term, Negative):
            text += f" - {_above(term.operand, _PRODUCT)}"
        else:
            text += f" + {_above(term, _PRODUCT)}"
    return text


def _product(expr: Product) -> str:
    first = expr.factors[0]
    head = show(first) if isinstance(first, Quotient) else _above(first, _POWER)
    return "*".join((head, *(_above(factor, _POWER) for factor in expr.factors[1:])))


def _quotient(expr: Quotient) -> str:
    return f"{_above(expr.numerator, _PRODUCT)}/{_above(expr.denominator, _POWER)}"


def _power(expr: Power) -> str:
    exponent = _above(expr.exponent, _POWER)
    if exponent.startswith("{"):
        exponent = f"({exponent})"
    return f"{_above(expr.base, _ATOM)}^{exponent}"


def _call(expr: Call) -> str:
    if expr.function == "transpose" and not isinstance(expr.arguments[0], Number):  # 1^T is the row of ones
        return f"{_above(expr.arguments[0], _ATOM)}^T"
    if expr.function == "identity" and not expr.arguments:
        return "I"
    if expr.function == "unit":
        return f"e_{show(expr.arguments[0])}"
    return f"{expr.function}({', '.join(show(argument) for argument in expr.arguments)})"


def _matrix(expr: Matrix) -> str:
    rows = [", ".join(_entry(entry) for entry in row) for row in expr.rows]
    return f"[[{rows[0]}]]" if len(rows) == 1 and len(expr.rows[0]) == 1 else f"[{'; '.join(rows)}]"


def _entry(expr: Expr) -> str:
    return f"({show(expr)})" if isinstance(expr, Matrix) else show(expr)


def _comparison(expr: Comparison) -> str:
    if expr.operator in JOINING:
        return f"{_joined(expr.left, expr.operator)} {expr.operator} {_joined(expr.right, '')}"
    return f"{_above(expr.left, _SUM)} {expr.operator} {_above(expr.right, _SUM)}"


def _joined(expr: Expr, operator: str) -> str:
    """One of two joined conditions, in brackets unless the grammar gives it back without."""
    plain = isinstance(expr, Comparison) and (expr.operator not in JOINING or expr.operator == operator)
    return show(expr) if plain else f"({show(expr)})"


def _indicator(expr: Indicator) -> str:
    return f"[{show(expr.condition)}]"


def _cases(expr: Cases) -> str:
    branches = (
        f"{show(value)} otherwise" if condition is None else f"{show(value)} if {show(condition)}"
        for value, condition in expr.branches
    )
    return f"{{{'; '.join(branches)}}}"


_WRITERS: Mapping[type, Callable[[Any], str]] = {
    Number: _number,
    Symbol: lambda expr: expr.name,
    Constant: lambda expr: expr.name,
    Negative: lambda expr: f"-{_above(expr.operand, _PRODUCT)}",
    Sum: _sum,
    Product: _product,
    Quotient: _quotient,
    Power: _power,
    Call: _call,
    Matrix: _matrix,
    Comparison: _comparison,
    Indicator: _indicator,
    Cases: _cases,
}
