"""Other ways to write an answer, as people do: expanded, permuted, with ``**``, products without a sign…"""

import re
from collections.abc import Callable
from itertools import product as pairs

from tutor.answers import show
from tutor.answers.exact import rational
from tutor.answers.tidying import ONE, TWO, ZERO, number
from tutor.answers.tree import (
    Call,
    Cases,
    Expr,
    Indicator,
    Matrix,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    rebuild,
)

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def rewritings(expr: Expr) -> tuple[str, ...]:
    """Distinct texts with the value of a tree of scalars or of a matrix of them; the tree itself comes first."""
    texts = [
        show(expr),
        *(show(_by_entries(expr, rewrite)) for rewrite in _TREES),
        *(write(show(expr)) for write in _TEXTS),
    ]
    return tuple(dict.fromkeys(texts))


def _by_entries(expr: Expr, rewrite: Callable[[Expr], Expr]) -> Expr:
    if isinstance(expr, Matrix):
        return Matrix(tuple(tuple(map(rewrite, row)) for row in expr.rows))
    return rewrite(expr)


def expanded(expr: Expr) -> Expr:
    """Products multiplied out, small whole powers of sums too."""
    match expr:
        case Negative(operand):
            return _sum(tuple(Negative(term) for term in _terms(expanded(operand))))
        case Sum(terms):
            return _sum(tuple(term for part in terms for term in _terms(expanded(part))))
        case Product(factors):
            choices = pairs(*(_terms(expanded(factor)) for factor in factors))
            return _sum(tuple(_signed_product(choice) for choice in choices))
        case Power(Sum() as base, exponent) if rational(exponent) in (2, 3):
            return expanded(Product((base,) * int(rational(exponent) or 0)))
        case Quotient(above, below):
            return _sum(tuple(Quotient(term, below) for term in _terms(expanded(above))))
        case Cases() | Indicator():
            return expr
        case _:
            return rebuild(expr, expanded)


def _signed_product(factors: tuple[Expr, ...]) -> Expr:
    minus = sum(isinstance(factor, Negative) for factor in factors) % 2
    bare = Product(tuple(factor.operand if isinstance(factor, Negative) else factor for factor in factors))
    return Negative(bare) if minus else bare


def _terms(expr: Expr) -> tuple[Expr, ...]:
    return expr.terms if isinstance(expr, Sum) else (expr,)


def _sum(terms: tuple[Expr, ...]) -> Expr:
    return terms[0] if len(terms) == 1 else Sum(terms)


def permuted(expr: Expr) -> Expr:
    """Terms and factors from the last to the first."""
    match expr:
        case Sum(terms):
            return Sum(tuple(map(permuted, reversed(terms))))
        case Product(factors):
            return Product(tuple(map(permuted, reversed(factors))))
        case Cases() | Indicator() | Number():
            return expr
        case _:
            return rebuild(expr, permuted)


def without_powers(expr: Expr) -> Expr:
    """Squares and cubes as products."""
    match expr:
        case Power(base, exponent) if rational(exponent) in (2, 3):
            return Product((without_powers(base),) * int(rational(exponent) or 0))
        case Cases() | Indicator() | Number():
            return expr
        case _:
            return rebuild(expr, without_powers)


def without_quotients(expr: Expr) -> Expr:
    """Fractions as products with a negative power."""
    match expr:
        case Quotient(above, below):
            return Product((without_quotients(above), Power(without_quotients(below), Negative(ONE))))
        case Cases() | Indicator() | Number():
            return expr
        case _:
            return rebuild(expr, without_quotients)


def _halved(expr: Expr) -> Expr:
    return Quotient(Product((TWO, expr)), TWO)


def _factored(expr: Expr) -> Expr:
    """A number taken out of the brackets."""
    return Product((number(3), _sum(tuple(Quotient(term, number(3)) for term in _terms(expr)))))


def _twice_negated(expr: Expr) -> Expr:
    return Negative(Negative(expr))


def _plus_zero(expr: Expr) -> Expr:
    return Sum((expr, ZERO))


def _simple(expr: Expr) -> Expr:
    """``exp(u)`` as a power of ``e``, a ReLU as a maximum."""
    match expr:
        case Call("relu", (inner,)):
            return Call("max", (ZERO, inner))
        case _:
            return rebuild(expr, _simple) if not isinstance(expr, Cases | Indicator) else expr


_TREES: tuple[Callable[[Expr], Expr], ...] = (
    expanded,
    permuted,
    without_powers,
    without_quotients,
    _simple,
    _factored,
    _halved,
    _twice_negated,
    _plus_zero,
)


def _implicit(text: str) -> str:
    """Products without a sign, where nothing is divided."""
    if "/" in text:
        return text
    return re.sub(r"(?<=[A-Za-z)\d])\s*\*\s*(?=[A-Za-z])", " ", re.sub(r"(?<=[\d)])\s*\*\s*(?=\()", "", text))


def _superscript(text: str) -> str:
    return re.sub(r"\^(\d)(?![\d.])", lambda found: found[1].translate(_SUPERSCRIPTS), text)


_TEXTS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("^", "**"),
    _implicit,
    _superscript,
    lambda text: text.replace(" ", ""),
    lambda text: text.replace("*", " · ").replace("-", "−"),
    lambda text: text if text.startswith("[") else f"({text})",
)
