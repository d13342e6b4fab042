"""The values of trees at one point, node by node: what is quickest for a tree that is looked at once or twice."""

from collections.abc import Callable, Mapping
from functools import partial, reduce
from typing import Any

from tutor.answers.exact import rational
from tutor.answers.tables import Table, Value
from tutor.answers.tidying import ONE, ZERO
from tutor.answers.tree import (
    Call,
    Cases,
    Comparison,
    Constant,
    Expr,
    Indicator,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)

Values = Mapping[str, Value]

_E = Constant("e")


def evaluate(expr: Expr, values: Values, table: Table) -> Value:
    """The value of a scalar tree, its symbols taken from `values`.

    Raises:
        UndefinedError: there is no value there (a division by zero, the logarithm of a negative number).
        UndecidedError: the table cannot tell.
        KeyError: a symbol, a function or an operation of matrices is in no table.
    """
    return ValuesAt(values, table).of(expr)


class ValuesAt:
    """The values of trees at one point; a node object that stands in several places is computed once."""

    __slots__ = ("_known", "_table", "_values")

    def __init__(self, values: Values, table: Table) -> None:
        self._values, self._table = values, table
        self._known: dict[int, tuple[Expr, Value]] = {}  # with the node, so that its id stays its own

    def of(self, expr: Expr) -> Value:
        """The value of one tree; see `evaluate`."""
        if type(expr) is Symbol:
            return self._values[expr.name]
        known = self._known.get(id(expr))
        if known is None:
            known = self._known[id(expr)] = expr, _RULES[type(expr)](self, expr)
        return known[1]

    def number(self, expr: Number) -> Value:
        return self._table.number(expr.value)

    def constant(self, expr: Constant) -> Value:
        return self._table.constants[expr.name]()

    def negative(self, expr: Negative) -> Value:
        return self._table.negate(self.of(expr.operand))

    def sum(self, expr: Sum) -> Value:
        return reduce(self._table.add, map(self.of, expr.terms))

    def product(self, expr: Product) -> Value:
        return reduce(self._table.multiply, map(self.of, expr.factors))

    def quotient(self, expr: Quotient) -> Value:
        return self._table.divide(self.of(expr.numerator), self.of(expr.denominator))

    def power(self, expr: Power) -> Value:
        if expr.base == _E:
            return self._table.functions["exp"](self.of(expr.exponent))
        return self._table.power(self.of(expr.base), self.of(expr.exponent), rational(expr.exponent))

    def call(self, expr: Call) -> Value:
        return self._table.functions[expr.function](*map(self.of, expr.arguments))

    def comparison(self, expr: Comparison) -> Value:
        return self._table.compare(expr.operator, self.of(expr.left), self.of(expr.right))

    def indicator(self, expr: Indicator) -> Value:
        return self.cases(Cases(((ONE, expr.condition), (ZERO, None))))

    def cases(self, expr: Cases) -> Value:
        of = self.of
        return self._table.choose(
            [(partial(of, test) if test else None, partial(of, value)) for value, test in expr.branches]
        )


_RULES: Mapping[type, Callable[[ValuesAt, Any], Value]] = {
    Number: ValuesAt.number,
    Constant: ValuesAt.constant,
    Negative: ValuesAt.negative,
    Sum: ValuesAt.sum,
    Product: ValuesAt.product,
    Quotient: ValuesAt.quotient,
    Power: ValuesAt.power,
    Call: ValuesAt.call,
    Comparison: ValuesAt.comparison,
    Indicator: ValuesAt.indicator,
    Cases: ValuesAt.cases,
}
