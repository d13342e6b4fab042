"""Group A, mistakes in one piece: the derivative a learner gives for a power, an exponential, a product, a quotient.

A rule gets the piece and a function for the right derivatives of its parts; None where it does not apply.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from tutor.answers.derivatives import Of, local
from tutor.answers.evaluation import rational
from tutor.answers.tidying import ONE, PLAIN, TWO, ZERO, negate, number
from tutor.answers.tree import Call, Constant, Expr, Negative, Power, Product, Quotient, Sum, symbols

add, multiply, divide, power = PLAIN.add, PLAIN.multiply, PLAIN.divide, PLAIN.power

Piece = Callable[[Expr, Of], Expr | None]


def _minus(left: Expr, right: Expr) -> Expr:
    return add(left, negate(right))


def _power_of(node: Expr, of: Of) -> tuple[Expr, Expr, Expr] | None:
    """Base, exponent and factor of a power with a constant exponent, roots and reciprocals too."""
    match node:
        case Power(base, exponent) if of(exponent) == ZERO:
            found: tuple[Expr, Expr, Expr] = base, exponent, ONE
        case Call("sqrt", (base,)):
            found = base, number(Fraction(1, 2)), ONE
        case Quotient(above, Power(base, exponent)) if of(above) == ZERO == of(exponent):
            found = base, negate(exponent), above
        case Quotient(above, below) if of(above) == ZERO:
            found = below, number(-1), above
        case _:
            return None
    return None if found[1] == ONE or of(found[0]) == ZERO else found


def _power_rule(change: Callable[[Expr, Expr, Expr], Expr]) -> Piece:
    """A rule for ``c u^n``, from u, n and u'."""

    def rule(node: Expr, of: Of) -> Expr | None:
        found = _power_of(node, of)
        if found is None:
            return None
        base, exponent, factor = found
        return multiply(factor, change(base, exponent, of(base)))

    return rule


def _exponential_rule(change: Callable[[Expr, Expr, Expr], Expr | None]) -> Piece:
    """A rule for ``a^u``, from a, u and u'."""

    def rule(node: Expr, of: Of) -> Expr | None:
        match node:
            case Call("exp", (exponent,)):
                base: Expr = Constant("e")
            case Power(base, exponent) if of(base) == ZERO:
                pass
            case _:
                return None
        slope = of(exponent)
        return None if slope == ZERO else change(base, exponent, slope)

    return rule


def _call_rule(functions: tuple[str, ...], change: Callable[[Call, Expr, Expr], Expr]) -> Piece:
    """A rule for named functions, from the call, its argument and the argument's derivative."""

    def rule(node: Expr, of: Of) -> Expr | None:
        if not isinstance(node, Call) or node.function not in functions or of(node.arguments[0]) == ZERO:
            return None
        return change(node, node.arguments[0], of(node.arguments[0]))

    return rule


def _product_rule(change: Callable[[Expr, Expr, Expr, Expr], Expr]) -> Piece:
    """A rule for ``f g``, from f, g, f', g'; constant factors stay outside."""

    def rule(node: Expr, of: Of) -> Expr | None:
        if not isinstance(node, Product):
            return None
        varying = [factor for factor in node.factors if of(factor) != ZERO]
        if len(varying) < 2:
            return None
        constants = [factor for factor in node.factors if of(factor) == ZERO]
        f, g = varying[0], multiply(*varying[1:])
        return multiply(*constants, change(f, g, of(f), of(g)))

    return rule


def _quotient_rule(change: Callable[[Expr, Expr, Expr, Expr], Expr]) -> Piece:
    """A rule for ``f/g``, from f, g, f', g'."""

    def rule(node: Expr, of: Of) -> Expr | None:
        if not isinstance(node, Quotient) or of(node.denominator) == ZERO:
            return None
        f, g = node.numerator, node.denominator
        return change(f, g, of(f), of(g))

    return rule


def _constant_survives(node: Expr, of: Of) -> Expr | None:
    if not isinstance(node, Sum):
        return None
    constants = [term for term in node.terms if not symbols(term)]
    return add(*(of(term) for term in node.terms), *constants) if constants else None


def _coefficient_lost(node: Expr, of: Of) -> Expr | None:
    match node:
        case Sum(terms):
            bare = [_without_coefficient(term) for term in terms]
            return None if bare == list(terms) else add(*[of(term) for term in bare])
        case Product() | Negative() | Quotient():
            bare_node = _without_coefficient(node)
            return None if bare_node == node else of(bare_node)
    return None


def _without_coefficient(term: Expr) -> Expr:
    match term:
        case Negative(operand):
            return _without_coefficient(operand)
        case Product(factors):
            kept = [factor for factor in factors if rational(factor) is None]
            return multiply(*kept) if kept and len(kept) < len(factors) else term
        case Quotient(above, below) if rational(below) is not None and rational(above) is None:
            return _without_coefficient(above)
        case Quotient(above, below) if rational(above) not in (None, 1) and rational(below) is None:
            return Quotient(ONE, below)
    return term


def _power_spread(node: Expr, of: Of) -> Expr | None:
    found = _power_of(node, of)
    if found is None or not isinstance(found[0], Sum):
        return None
    terms, exponent, factor = found[0].terms, found[1], found[2]
    return multiply(factor, add(*[of(power(term, exponent)) for term in terms]))


PIECES: Mapping[str, Piece] = {
    "A1": _power_rule(lambda u, n, du: multiply(n, power(u, n), du)),
    "A2": _power_rule(lambda u, n, du: multiply(n, power(u, add(n, ONE)), du)),
    "A3": _power_rule(lambda u, n, du: multiply(power(u, _minus(n, ONE)), du)),
    "A5": _call_rule(("sin", "cos"), lambda call, u, du: negate(multiply(local(call.function, u), du))),
    "A6": _exponential_rule(lambda a, u, du: multiply(u, power(a, _minus(u, ONE)), du)),
    "A7": _call_rule(("ln",), lambda call, u, du: multiply(call, du)),
    "A8": _call_rule(("ln",), lambda call, u, du: Call("ln", (du,))),
    "A9": _constant_survives,
    "A10": _coefficient_lost,
    "A12": _exponential_rule(lambda a, u, du: None if a == Constant("e") else multiply(power(a, u), du)),
    "A13": _product_rule(lambda f, g, df, dg: multiply(df, dg)),
    "A14": _quotient_rule(lambda f, g, df, dg: divide(_minus(multiply(f, dg), multiply(df, g)), power(g, TWO))),
    "A15": _quotient_rule(lambda f, g, df, dg: divide(df, dg)),
    "A16": _exponential_rule(lambda a, u, du: multiply(u, du) if a == Constant("e") else None),
    "A17": _product_rule(lambda f, g, df, dg: add(multiply(f, df), multiply(g, dg))),
    "A18": _quotient_rule(lambda f, g, df, dg: divide(_minus(multiply(df, g), multiply(f, dg)), power(f, TWO))),
    "A19": _quotient_rule(lambda f, g, df, dg: divide(_minus(multiply(df, g), multiply(f, dg)), g)),
    "A20": _quotient_rule(lambda f, g, df, dg: divide(add(multiply(df, g), multiply(f, dg)), power(g, TWO))),
    "B14": _power_spread,
}
