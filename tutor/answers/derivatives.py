"""The derivative of a tree, lightly tidied: a small table of rules, held against SymPy by the tests.

ReLU's derivative at its kink is 0, the convention of the course (I111).
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from tutor.answers.tidying import ONE, TIDY, TWO, ZERO, Builder, add, divide, multiply, negate, power, subtract
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
    distinct,
)

Instead = Callable[[Expr], Expr | None]
"""A derivative to be taken instead of the right one, for the nodes it does not answer with None."""


Of = Callable[[Expr], Expr]
"""The derivative of a part."""


class DerivativeError(ValueError):
    """The tree holds something the rules do not know: a matrix operation, a comparison."""


def derive(expr: Expr, name: str, instead: Instead | None = None, make: Builder = TIDY) -> Expr:
    """The derivative with respect to a variable, every other one held constant.

    Args:
        expr: a scalar tree, or a matrix of them (derived entry by entry).
        name: the variable.
        instead: asked first at every node; what it answers replaces the rule there (this is how mistakes are made).
        make: how the parts of the derivative are put together.

    Raises:
        DerivativeError: a node has no rule.
    """
    return _Derivation(name, instead, make).of(expr)


class _Derivation:
    """The derivatives of the parts of a tree, each taken once."""

    __slots__ = ("_instead", "_known", "make", "name")

    def __init__(self, name: str, instead: Instead | None, make: Builder) -> None:
        self.name, self.make = name, make
        self._instead = instead
        self._known: dict[int, tuple[Expr, Expr]] = {}  # with the part, so that its id stays its own

    def of(self, expr: Expr) -> Expr:
        known = self._known.get(id(expr))
        if known is None:
            replaced = self._instead(expr) if self._instead else None
            if replaced is None:
                rule = _NODES.get(type(expr))
                if rule is None:
                    raise DerivativeError(type(expr).__name__)
                replaced = rule(expr, self)
            known = self._known[id(expr)] = expr, replaced
        return known[1]


def _sum(node: Sum, slopes: _Derivation) -> Expr:
    return slopes.make.add(*map(slopes.of, node.terms))


def _matrix(node: Matrix, slopes: _Derivation) -> Expr:
    return Matrix(tuple(tuple(map(slopes.of, row)) for row in node.rows))


def _cases(node: Cases, slopes: _Derivation) -> Expr:
    return Cases(tuple((slopes.of(value), condition) for value, condition in node.branches))


@lru_cache(maxsize=1024)
def local(function: str, u: Expr) -> Expr:
    """The derivative of a named function at `u`, without the inner derivative.

    Raises:
        DerivativeError: the function has none here.
    """
    rule = _RULES.get(function)
    if rule is None:
        raise DerivativeError(function)
    return rule(u)


def depends(expr: Expr, name: str) -> bool:
    """Whether a variable occurs in a tree."""
    return any(isinstance(node, Symbol) and node.name == name for node in distinct(expr))


def _product(node: Product, slopes: _Derivation) -> Expr:
    factors, make = node.factors, slopes.make
    return make.add(
        *[
            make.multiply(*factors[:place], slope, *factors[place + 1 :])
            for place, slope in enumerate(map(slopes.of, factors))
            if slope != ZERO
        ]
    )


def _quotient(node: Quotient, slopes: _Derivation) -> Expr:
    above, below, make = node.numerator, node.denominator, slopes.make
    up, down = slopes.of(above), slopes.of(below)
    if down == ZERO:
        return make.divide(up, below)
    square = make.power(below, TWO)
    if up == ZERO:
        return negate(make.divide(make.multiply(above, down), square))
    return make.divide(make.add(make.multiply(up, below), negate(make.multiply(above, down))), square)


def _power(node: Power, slopes: _Derivation) -> Expr:
    base, exponent, make = node.base, node.exponent, slopes.make
    slope, growth = slopes.of(base), slopes.of(exponent)
    by_base: Expr = ZERO
    if slope != ZERO:
        by_base = make.multiply(exponent, make.power(base, subtract(exponent, ONE)), slope)
    if growth == ZERO:
        return by_base
    log = ONE if base == Constant("e") else Call("ln", (base,))
    return make.add(by_base, make.multiply(node, log, growth))


def _call(node: Call, derivation: _Derivation) -> Expr:
    function, arguments = node.function, node.arguments
    slopes = [derivation.of(argument) for argument in arguments]
    if all(slope == ZERO for slope in slopes):
        return ZERO
    if function in ("max", "min"):
        return _extreme(function, list(arguments), slopes)
    if len(arguments) != 1:
        raise DerivativeError(function)
    return derivation.make.multiply(local(function, arguments[0]), slopes[0])


def _extreme(function: str, arguments: list[Expr], slopes: list[Expr]) -> Expr:
    symbol = ">" if function == "max" else "<"
    if len(arguments) == 2 and ZERO in arguments:
        place = 1 - arguments.index(ZERO)
        return multiply(Indicator(Comparison(symbol, arguments[place], ZERO)), slopes[place])
    best, slope = arguments[0], slopes[0]
    for argument, own in zip(arguments[1:], slopes[1:], strict=True):
        slope = Cases(((own, Comparison(symbol, argument, best)), (slope, None)))
        best = Call(function, (best, argument))
    return slope


_NODES: Mapping[type, Callable[[Any, _Derivation], Expr]] = {
    **dict.fromkeys((Number, Constant, Indicator), lambda node, slopes: ZERO),
    Symbol: lambda node, slopes: ONE if node.name == slopes.name else ZERO,
    Negative: lambda node, slopes: negate(slopes.of(node.operand)),
    Sum: _sum,
    Product: _product,
    Quotient: _quotient,
    Power: _power,
    Call: _call,
    Matrix: _matrix,
    Cases: _cases,
}


def _square(u: Expr) -> Expr:
    return power(u, TWO)


def _call1(function: str) -> Callable[[Expr], Expr]:
    return lambda u: Call(function, (u,))


_sin, _cos, _tan, _sec, _csc, _cot = map(_call1, ("sin", "cos", "tan", "sec", "csc", "cot"))
_sinh, _cosh, _tanh, _sech, _csch, _coth = map(_call1, ("sinh", "cosh", "tanh", "sech", "csch", "coth"))
_sqrt, _abs, _sigmoid = map(_call1, ("sqrt", "abs", "sigmoid"))


def _one_over(below: Expr) -> Expr:
    return divide(ONE, below)


_RULES: Mapping[str, Callable[[Expr], Expr]] = {
    "sqrt": lambda u: _one_over(multiply(TWO, _sqrt(u))),
    "exp": lambda u: Call("exp", (u,)),
    "ln": _one_over,
    "abs": lambda u: divide(u, _abs(u)),
    "sign": lambda u: ZERO,
    "relu": lambda u: Indicator(Comparison(">", u, ZERO)),
    "sigmoid": lambda u: multiply(_sigmoid(u), subtract(ONE, _sigmoid(u))),
    "sin": _cos,
    "cos": lambda u: negate(_sin(u)),
    "tan": lambda u: _square(_sec(u)),
    "sec": lambda u: multiply(_sec(u), _tan(u)),
    "csc": lambda u: negate(multiply(_csc(u), _cot(u))),
    "cot": lambda u: negate(_square(_csc(u))),
    "arcsin": lambda u: _one_over(_sqrt(subtract(ONE, _square(u)))),
    "arccos": lambda u: negate(_one_over(_sqrt(subtract(ONE, _square(u))))),
    "arctan": lambda u: _one_over(add(_square(u), ONE)),
    "arccot": lambda u: negate(_one_over(add(_square(u), ONE))),
    "arcsec": lambda u: _one_over(multiply(_abs(u), _sqrt(subtract(_square(u), ONE)))),
    "arccsc": lambda u: negate(_one_over(multiply(_abs(u), _sqrt(subtract(_square(u), ONE))))),
    "sinh": _cosh,
    "cosh": _sinh,
    "tanh": lambda u: _square(_sech(u)),
    "sech": lambda u: negate(multiply(_sech(u), _tanh(u))),
    "csch": lambda u: negate(multiply(_csch(u), _coth(u))),
    "coth": lambda u: negate(_square(_csch(u))),
    "arcsinh": lambda u: _one_over(_sqrt(add(_square(u), ONE))),
    "arccosh": lambda u: _one_over(_sqrt(subtract(_square(u), ONE))),
    "arctanh": lambda u: _one_over(subtract(ONE, _square(u))),
    "arccoth": lambda u: _one_over(subtract(ONE, _square(u))),
    "arcsech": lambda u: negate(_one_over(multiply(u, _sqrt(subtract(ONE, _square(u)))))),
    "arccsch": lambda u: negate(_one_over(multiply(_abs(u), _sqrt(add(_square(u), ONE))))),
}


def gradient(expr: Expr, names: tuple[str, ...]) -> Matrix:
    """The row of partial derivatives of a scalar tree."""
    return Matrix((tuple(derive(expr, name) for name in names),))


def jacobian(functions: tuple[Expr, ...], names: tuple[str, ...]) -> Matrix:
    """One row a function, one column a variable (numerator layout)."""
    return Matrix(tuple(tuple(derive(function, name) for name in names) for function in functions))
