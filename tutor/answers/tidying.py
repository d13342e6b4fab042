"""Light tidying of trees: numbers folded, zeros and ones dropped, equal bases joined; nothing expanded or factored."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from tutor.answers.exact import EXACT, rational
from tutor.answers.tables import OPERATORS
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
    rebuild,
)


def number(value: int | Fraction) -> Expr:
    """The tree of an exact number, written as a person writes it: ``-3``, ``1/2``."""
    value = Fraction(value)
    if value < 0:
        return Negative(number(-value))
    if value.denominator == 1:
        return _literal(value.numerator)
    return Quotient(_literal(value.numerator), _literal(value.denominator))


def _literal(value: int) -> Number:
    return Number(Fraction(value), str(value))


ZERO, ONE, TWO = _literal(0), _literal(1), _literal(2)


def negate(expr: Expr) -> Expr:
    """The opposite, without a double sign."""
    return ZERO if expr == ZERO else expr.operand if isinstance(expr, Negative) else Negative(expr)


def subtract(left: Expr, right: Expr) -> Expr:
    """A difference."""
    return add(left, negate(right))


def add(*parts: Expr) -> Expr:
    """A sum: flat, its numbers joined and standing last."""
    constant = Fraction(0)
    terms: list[Expr] = []
    for part in _terms(parts):
        value = rational(part)
        if value is None:
            terms.append(part)
        else:
            constant += value
    if constant:
        terms.append(number(constant))
    if not terms:
        return ZERO
    return terms[0] if len(terms) == 1 else Sum(tuple(terms))


def _terms(parts: Iterable[Expr]) -> Iterable[Expr]:
    for part in parts:
        if isinstance(part, Sum):
            yield from _terms(part.terms)
        else:
            yield part


def multiply(*parts: Expr) -> Expr:
    """A product: flat, its sign in front, the number first, powers of one base joined, denominators gathered."""
    factors = _Factors()
    for part in parts:
        factors.take(part)
    return factors.product()


def divide(above: Expr, below: Expr) -> Expr:
    """A quotient, with the same tidying as `multiply`."""
    return multiply(above, Quotient(ONE, below))


@dataclass(slots=True)
class _Factors:
    coefficient: Fraction = Fraction(1)
    above: dict[Expr, list[Expr]] = field(default_factory=dict)
    below: dict[Expr, list[Expr]] = field(default_factory=dict)

    def take(self, part: Expr) -> None:
        value = rational(part)
        match part:
            case _ if value is not None:
                self.coefficient *= value
            case Negative(operand):
                self.coefficient = -self.coefficient
                self.take(operand)
            case Product(factors):
                for factor in factors:
                    self.take(factor)
            case Quotient(numerator, denominator):
                self.take(numerator)
                self.take_below(denominator)
            case Power(base, exponent):
                self.above.setdefault(base, []).append(exponent)
            case _:
                self.above.setdefault(part, []).append(ONE)

    def take_below(self, part: Expr) -> None:
        value = rational(part)
        match part:
            case _ if value:
                self.coefficient /= value
            case Negative(operand):
                self.coefficient = -self.coefficient
                self.take_below(operand)
            case Product(factors):
                for factor in factors:
                    self.take_below(factor)
            case Power(base, exponent):
                self.below.setdefault(base, []).append(exponent)
            case _:
                self.below.setdefault(part, []).append(ONE)

    def product(self) -> Expr:
        if self.coefficient == 0:
            return ZERO
        size = abs(self.coefficient)
        top = _joined(size.numerator, self.above)
        bottom = _joined(size.denominator, self.below)
        result = top if bottom == ONE else Quotient(top, bottom)
        return Negative(result) if self.coefficient < 0 else result


def _joined(coefficient: int, bases: dict[Expr, list[Expr]]) -> Expr:
    powers = [power(base, add(*exponents)) for base, exponents in bases.items()]
    factors = sorted((factor for factor in powers if factor != ONE), key=_rank)
    if coefficient != 1 or not factors:
        factors.insert(0, _literal(coefficient))
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def _rank(factor: Expr) -> int:
    """Variables before sums before functions, as in ``2x(x + 1) cos(x^2)``."""
    base = factor.base if isinstance(factor, Power) else factor
    return 0 if isinstance(base, Number | Symbol | Constant) else 2 if isinstance(base, Call) else 1


def power(base: Expr, exponent: Expr) -> Expr:
    """A power; exponents 0 and 1 vanish."""
    if exponent == ZERO or base == ONE:
        return ONE
    if exponent == ONE:
        return base
    folded = rational(Power(base, exponent))
    return Power(base, exponent) if folded is None else number(folded)


@dataclass(frozen=True, slots=True)
class Builder:
    """How sums, products and the like are put together."""

    add: Callable[..., Expr]
    multiply: Callable[..., Expr]
    divide: Callable[[Expr, Expr], Expr]
    power: Callable[[Expr, Expr], Expr]


def _plain_sum(*terms: Expr) -> Expr:
    kept = [term for term in terms if term != ZERO]
    return Sum(tuple(kept)) if len(kept) > 1 else kept[0] if kept else ZERO


def _plain_product(*factors: Expr) -> Expr:
    kept = [factor for factor in factors if factor != ONE]
    return ZERO if ZERO in kept else Product(tuple(kept)) if len(kept) > 1 else kept[0] if kept else ONE


def _plain_quotient(above: Expr, below: Expr) -> Expr:
    return ZERO if above == ZERO else above if below == ONE else Quotient(above, below)


def _plain_power(base: Expr, exponent: Expr) -> Expr:
    return base if exponent == ONE else Power(base, exponent)


TIDY = Builder(add, multiply, divide, power)
PLAIN = Builder(_plain_sum, _plain_product, _plain_quotient, _plain_power)
"""Zeros and ones dropped and nothing else: for trees that are only evaluated."""


def tidy(expr: Expr) -> Expr:
    """The same value, tidied from the leaves up."""
    match expr:
        case Negative(operand):
            return multiply(number(-1), tidy(operand))
        case Sum(terms):
            return add(*[tidy(term) for term in terms])
        case Product(factors):
            return multiply(*[tidy(factor) for factor in factors])
        case Quotient(above, below):
            return divide(tidy(above), tidy(below))
        case Power(base, exponent):
            return power(tidy(base), tidy(exponent))
        case _:
            return _decided(rebuild(expr, tidy))


_CHOOSING = frozenset({"abs", "max", "min", "relu", "sign"})


def _decided(expr: Expr) -> Expr:
    """What choices between exact numbers come to: ``max(0, -7)``, ``[3 > 0]``, the branch that holds."""
    match expr:
        case Call(name, arguments) if name in _CHOOSING:
            values = [rational(argument) for argument in arguments]
            return expr if None in values else number(EXACT.functions[name](*values))
        case Indicator(condition) if (holds := _holds(condition)) is not None:
            return ONE if holds else ZERO
        case Cases(branches):
            return _first(branches, expr)
    return expr


def _holds(test: Comparison | None) -> bool | None:
    """Whether a condition between exact numbers holds; None where it depends on a variable."""
    if test is None:
        return True
    left, right = rational(test.left), rational(test.right)
    return None if left is None or right is None else bool(OPERATORS[test.operator](left, right))


def _first(branches: tuple[tuple[Expr, Comparison | None], ...], whole: Expr) -> Expr:
    """The first branch that holds, if every one before it is known not to."""
    for value, test in branches:
        holds = _holds(test)
        if holds is None:
            return whole
        if holds:
            return value
    return whole
