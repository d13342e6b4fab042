"""Exact fractions, for what has an exact value: polynomials, quotients, whole powers, conditions at a kink."""

from fractions import Fraction
from typing import Any

from tutor.answers.tables import Table, UndecidedError, UndefinedError
from tutor.answers.tree import Call, Constant, Expr, Negative, Number, Power, Product, Quotient, Sum

_LARGEST_BITS = 4096


def _bounded(value: Fraction) -> Fraction:
    if value.numerator.bit_length() + value.denominator.bit_length() > _LARGEST_BITS:
        raise UndecidedError
    return value


def _divide(above: Fraction, below: Fraction) -> Fraction:
    if below == 0:
        raise UndefinedError
    return _bounded(above / below)


def _power(base: Fraction, exponent: Fraction, _: Fraction | None) -> Fraction:
    if exponent.denominator != 1:
        raise UndecidedError
    if base == 0 and exponent <= 0:
        raise UndefinedError
    bits = base.numerator.bit_length() + base.denominator.bit_length()
    if bits * abs(exponent) > _LARGEST_BITS:
        raise UndecidedError
    return Fraction(base ** int(exponent))


def _beyond(*_: Any) -> Fraction:
    raise UndecidedError


def _exp(u: Fraction) -> Fraction:
    return Fraction(1) if u == 0 else _beyond()


class _Functions(dict[str, Any]):
    """Functions without exact values are beyond this table, whatever their name."""

    def __missing__(self, name: str) -> Any:
        return _beyond


EXACT = Table(
    number=Fraction,
    constants={"pi": _beyond, "e": _beyond, "i": _beyond},
    functions=_Functions(
        abs=abs,
        max=lambda *us: max(us),
        min=lambda *us: min(us),
        exp=_exp,
        relu=lambda u: max(u, Fraction(0)),
        sign=lambda u: Fraction((u > 0) - (u < 0)),
    ),
    power=_power,
    multiply=lambda a, b: _bounded(a * b),
    divide=_divide,
)


def has_exact_values(node: Expr) -> bool:
    """Whether a node, its parts apart, can have an exact value."""
    return node.function in EXACT.functions if isinstance(node, Call) else not isinstance(node, Constant)


def rational(expr: Expr) -> Fraction | None:
    """The exact value of a small constant expression without functions, None for anything else."""
    match expr:
        case Number(value):
            return value
        case Negative(operand):
            inner = rational(operand)
            return None if inner is None else -inner
        case Sum(parts) | Product(parts):
            total = Fraction(isinstance(expr, Product))
            for part in parts:
                value_of = rational(part)
                if value_of is None:
                    return None
                total = total * value_of if isinstance(expr, Product) else total + value_of
            return total
        case Quotient(above, below):
            numerator, denominator = rational(above), rational(below)
            return None if numerator is None or not denominator else numerator / denominator
        case Power(base, exponent):
            root, times = rational(base), rational(exponent)
            if root is None or times is None or times.denominator != 1 or abs(times) > 64 or (not root and times < 0):
                return None
            result = root ** int(times)
            return result if isinstance(result, Fraction) else Fraction(result)
    return None
