"""The value of a tree over any table of functions: balls, floats, fractions, or arrays handed in by the caller.

No code is generated from text: `compiled` turns every node into a closure over the operations of the table.
"""

import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from tutor.answers.exact import rational
from tutor.answers.tables import JOINING, OPERATORS, Table, Value
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
    children,
)

Values = Mapping[str, Value]
Closure = Callable[[Values], Value]


def compiled(expr: Expr, table: Table) -> Closure:
    """A function of the values of the symbols, which raises what `values.evaluate` does.

    A node object that stands in several places of the tree is computed once a call.
    """
    shared = _shared(expr)
    closure = _Compiler(table, shared).of(expr)
    return (lambda values: closure(Remembering(values))) if shared else closure


class Remembering(dict[str, Value]):
    """The values of the symbols at one point, and what was computed from them by closures made `Together`."""

    __slots__ = ("memo",)

    def __init__(self, values: Values) -> None:
        super().__init__(values)
        self.memo: dict[int, Value] = {}


class Together:
    """Closures of several trees that share nodes: whatever stands in more than one is computed once a point.

    The closures take `Remembering` values only.
    """

    def __init__(self, table: Table) -> None:
        self._compiler = _Compiler(table, _Everything())

    def of(self, expr: Expr) -> Closure:
        """The closure of one tree; see `compiled`."""
        return self._compiler.of(expr)


class _Everything(frozenset[int]):
    def __contains__(self, _: object) -> bool:
        return True


def _shared(expr: Expr) -> frozenset[int]:
    seen: set[int] = set()
    twice: set[int] = set()
    pending = [expr]
    while pending:
        node = pending.pop()
        parts = children(node)
        if id(node) not in seen:
            seen.add(id(node))
            pending.extend(parts)
        elif parts:
            twice.add(id(node))
    return frozenset(twice)


class _Compiler:
    def __init__(self, table: Table, shared: frozenset[int]) -> None:
        self.table = table
        self.shared = shared
        self.made: dict[int, tuple[Expr, Closure]] = {}  # with the node, so that its id stays its own

    def of(self, expr: Expr) -> Closure:
        if isinstance(expr, Symbol):
            return operator.itemgetter(expr.name)
        if id(expr) not in self.shared or isinstance(expr, Number):
            return _MAKERS[type(expr)](self, expr)
        known = self.made.get(id(expr))
        if known is None:
            known = self.made[id(expr)] = expr, _once(id(expr), _MAKERS[type(expr)](self, expr))
        return known[1]

    def number(self, expr: Number) -> Closure:
        number, value = self.table.number, expr.value
        if value.denominator == 1:
            whole = number(value)
            return lambda values: whole
        return lambda values: number(value)

    def constant(self, expr: Constant) -> Closure:
        value = self.table.constants[expr.name]
        return lambda values: value()

    def negative(self, expr: Negative) -> Closure:
        negate, inner = self.table.negate, self.of(expr.operand)
        return lambda values: negate(inner(values))

    def sum(self, expr: Sum) -> Closure:
        return self._fold(self.table.add, expr.terms)

    def product(self, expr: Product) -> Closure:
        return self._fold(self.table.multiply, expr.factors)

    def _fold(self, combine: Callable[[Value, Value], Value], parts: tuple[Expr, ...]) -> Closure:
        first, *rest = [self.of(part) for part in parts]
        if len(rest) == 1:
            second = rest[0]
            return lambda values: combine(first(values), second(values))

        def folded(values: Values) -> Value:
            total = first(values)
            for part in rest:
                total = combine(total, part(values))
            return total

        return folded

    def quotient(self, expr: Quotient) -> Closure:
        divide, above, below = self.table.divide, self.of(expr.numerator), self.of(expr.denominator)
        return lambda values: divide(above(values), below(values))

    def power(self, expr: Power) -> Closure:
        times = self.of(expr.exponent)
        if expr.base == Constant("e"):
            exp = self.table.functions["exp"]
            return lambda values: exp(times(values))
        power, base, exact = self.table.power, self.of(expr.base), rational(expr.exponent)
        return lambda values: power(base(values), times(values), exact)

    def call(self, expr: Call) -> Closure:
        function = self.table.functions[expr.function]
        arguments = [self.of(argument) for argument in expr.arguments]
        if len(arguments) == 1:
            inner = arguments[0]
            return lambda values: function(inner(values))
        return lambda values: function(*[argument(values) for argument in arguments])

    def comparison(self, expr: Comparison) -> Closure:
        compare, symbol, left, right = self.table.compare, expr.operator, self.of(expr.left), self.of(expr.right)
        if symbol in JOINING:
            join = OPERATORS[symbol]
            return lambda values: join(left(values), right(values))
        return lambda values: compare(symbol, left(values), right(values))

    def indicator(self, expr: Indicator) -> Closure:
        return self.cases(Cases(((_ONE, expr.condition), (_ZERO, None))))

    def cases(self, expr: Cases) -> Closure:
        choose = self.table.choose
        pairs = [(None if test is None else self.of(test), self.of(value)) for value, test in expr.branches]

        def chosen(values: Values) -> Value:
            return choose([(test and _bind(test, values), _bind(value, values)) for test, value in pairs])

        return chosen

    def matrix(self, expr: Matrix) -> Closure:
        raise KeyError("matrix")


_ZERO, _ONE = Number(Fraction(0), "0"), Number(Fraction(1), "1")

_MAKERS: Mapping[type, Callable[[_Compiler, Any], Closure]] = {
    Number: _Compiler.number,
    Constant: _Compiler.constant,
    Negative: _Compiler.negative,
    Sum: _Compiler.sum,
    Product: _Compiler.product,
    Quotient: _Compiler.quotient,
    Power: _Compiler.power,
    Call: _Compiler.call,
    Matrix: _Compiler.matrix,
    Comparison: _Compiler.comparison,
    Indicator: _Compiler.indicator,
    Cases: _Compiler.cases,
}


def _bind(closure: Closure, values: Values) -> Callable[[], Value]:
    return lambda: closure(values)


def _once(key: int, closure: Closure) -> Callable[[Any], Value]:
    """A closure that looks up what it computed from the same values before."""

    def remembered(values: Remembering) -> Value:
        memo = values.memo
        if key not in memo:
            memo[key] = closure(values)
        return memo[key]

    return remembered
