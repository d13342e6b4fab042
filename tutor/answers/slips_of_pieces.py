"""Group A, mistakes in one piece: the derivative a learner gives for a power, an exponential, a product, a quotient.

A rule gets the piece and a function for the right derivatives of its parts, and gives the wrong derivatives, the
likelier first: one for each way to see the piece (``1/x^3`` as a power of x or as one over x³), none where it does not
apply.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from tutor.answers.derivatives import Of, local
from tutor.answers.exact import rational
from tutor.answers.tidying import ONE, PLAIN, TWO, ZERO, negate, number
from tutor.answers.tree import Call, Constant, Expr, Negative, Power, Product, Quotient, Sum, rebuild, symbols

add, multiply, divide, power = PLAIN.add, PLAIN.multiply, PLAIN.divide, PLAIN.power

Piece = Callable[[Expr, Of], Iterator[Expr]]


def _minus(left: Expr, right: Expr) -> Expr:
    return add(left, negate(right))


def _powers_in(node: Expr, of: Of) -> Iterator[tuple[Expr, Expr, Expr]]:
    """Base, exponent and factor of a power with a constant exponent, roots and reciprocals too."""
    found: list[tuple[Expr, Expr, Expr]]
    match node:
        case Power(base, exponent):
            found = [(base, exponent, ONE)]
        case Call("sqrt", (base,)):
            found = [(base, number(Fraction(1, 2)), ONE)]
        case Quotient(above, below) if of(above) == ZERO:
            found = [(below, number(-1), above)]
            if isinstance(below, Power):
                found.insert(0, (below.base, negate(below.exponent), above))
        case _:
            return
    yield from (seen for seen in found if seen[1] != ONE and of(seen[1]) == ZERO != of(seen[0]))


def _power_rule(change: Callable[[Expr, Expr, Expr], Expr]) -> Piece:
    """A rule for ``c u^n``, from u, n and u'."""

    def rule(node: Expr, of: Of) -> Iterator[Expr]:
        for base, exponent, factor in _powers_in(node, of):
            yield multiply(factor, change(base, exponent, of(base)))

    return rule


def _exponential_rule(change: Callable[[Expr, Expr, Expr], Expr | None]) -> Piece:
    """A rule for ``a^u``, from a, u and u'."""

    def rule(node: Expr, of: Of) -> Iterator[Expr]:
        match node:
            case Call("exp", (exponent,)):
                base: Expr = Constant("e")
            case Power(base, exponent) if of(base) == ZERO:
                pass
            case _:
                return
        slope = of(exponent)
        changed = None if slope == ZERO else change(base, exponent, slope)
        if changed is not None:
            yield changed

    return rule


def _call_rule(functions: tuple[str, ...], change: Callable[[Call, Expr, Expr], Expr]) -> Piece:
    """A rule for named functions, from the call, its argument and the argument's derivative."""

    def rule(node: Expr, of: Of) -> Iterator[Expr]:
        if isinstance(node, Call) and node.function in functions and of(node.arguments[0]) != ZERO:
            yield change(node, node.arguments[0], of(node.arguments[0]))

    return rule


def _product_rule(change: Callable[[Expr, Expr, Expr, Expr], Expr]) -> Piece:
    """A rule for ``f g``, from f, g, f', g': constant factors outside, else with f, else with g."""

    def rule(node: Expr, of: Of) -> Iterator[Expr]:
        if not isinstance(node, Product):
            return
        varying = [factor for factor in node.factors if of(factor) != ZERO]
        constant = multiply(*(factor for factor in node.factors if of(factor) == ZERO))
        for cut in range(1, len(varying)):
            f, g = multiply(*varying[:cut]), multiply(*varying[cut:])
            yield multiply(constant, change(f, g, of(f), of(g)))
            if constant != ONE:
                yield change(multiply(constant, f), g, multiply(constant, of(f)), of(g))
                yield change(f, multiply(constant, g), of(f), multiply(constant, of(g)))

    return rule


def _quotient_rule(change: Callable[[Expr, Expr, Expr, Expr], Expr]) -> Piece:
    """A rule for ``f/g``, from f, g, f', g'."""

    def rule(node: Expr, of: Of) -> Iterator[Expr]:
        if isinstance(node, Quotient) and of(node.denominator) != ZERO:
            f, g = node.numerator, node.denominator
            yield change(f, g, of(f), of(g))

    return rule


def _constant_survives(node: Expr, of: Of) -> Iterator[Expr]:
    constants = [term for term in node.terms if not symbols(term)] if isinstance(node, Sum) else []
    if isinstance(node, Sum) and constants:
        yield add(*(of(term) for term in node.terms), *constants)


def _coefficient_lost(node: Expr, of: Of) -> Iterator[Expr]:
    match node:
        case Sum(terms):
            bare = [without_coefficient(term) for term in terms]
            if bare != list(terms):
                yield add(*[of(term) for term in bare])
        case Product() | Negative() | Quotient():
            bare_node = without_coefficient(node)
            if bare_node != node:
                yield of(bare_node)


def without_coefficient(term: Expr) -> Expr:
    """A term without its number in front and its sign."""
    match term:
        case Negative(operand):
            return without_coefficient(operand)
        case Product(factors):
            kept = [factor for factor in factors if rational(factor) is None]
            return multiply(*kept) if kept and len(kept) < len(factors) else term
        case Quotient(above, below) if rational(below) is not None and rational(above) is None:
            return without_coefficient(above)
        case Quotient(above, below) if rational(above) not in (None, 1) and rational(below) is None:
            return Quotient(ONE, below)
    return term


def _power_spread(node: Expr, of: Of) -> Iterator[Expr]:
    yield from map(of, spread(node, of))


def spread(node: Expr, of: Of) -> Iterator[Expr]:
    """A power of a sum as the sum of the powers."""
    for base, exponent, factor in _powers_in(node, of):
        if isinstance(base, Sum):
            yield multiply(factor, add(*[power(term, exponent) for term in base.terms]))


def with_plain_roots(expr: Expr) -> Expr:
    """The roots of powers as powers: ``√(x²)`` taken for x."""
    match expr:
        case Power(Power(base, inner), outer) if (exponent := rational(multiply(inner, outer))) is not None:
            return power(base, number(exponent))
    return rebuild(expr, with_plain_roots)


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
