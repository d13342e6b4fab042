"""Known mistakes as a table: what each does to a derivative, defined on the structure of the problem.

A piece rule (group A) answers with the derivative a learner would give for one piece; the rest of the derivative stays
right. A chain rule (group B) answers with the derivative of a whole composition. Ids are those of the catalogue of
mistakes; a rule gives nothing where it does not apply or is not to be offered.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from tutor.answers.derivatives import Instead, Of, derive, local
from tutor.answers.evaluation import rational
from tutor.answers.links import Chain, Link, chain_of, sites
from tutor.answers.tidying import ONE, PLAIN, TWO, ZERO, negate, number, tidy
from tutor.answers.tree import (
    Call,
    Constant,
    Expr,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    children,
    symbols,
    walk,
)
from tutor.answers.tree import substitute as put

About = Mapping[str, Expr | Link]
"""What the sentence of a mistake speaks of: pieces and links of this very problem."""


add, multiply, divide, power = PLAIN.add, PLAIN.multiply, PLAIN.divide, PLAIN.power

HOLE = Symbol("δ")
"""Stands for the derivative of the piece that went wrong, in the `frame` around it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake with the wrong derivative it leads to, `slope`; with a `frame`, that of the piece it happens in."""

    mistake: str
    slope: Expr
    about: About = field(default_factory=dict)
    frame: Expr = HOLE

    @property
    def answer(self) -> Expr:
        """The whole wrong derivative, tidied."""
        return tidy(put(self.frame, {HOLE.name: self.slope}))


def _minus(left: Expr, right: Expr) -> Expr:
    return add(left, negate(right))


def _slope(expr: Expr, name: str, instead: Instead | None = None) -> Expr:
    """A derivative that is only to be evaluated."""
    return derive(expr, name, instead, PLAIN)


@lru_cache(maxsize=128)
def slips(function: Expr, wrt: str, chain: Chain | None = None) -> tuple[Slip, ...]:
    """Every wrong derivative of a function that a known mistake in one place, or in all places alike, leads to."""
    problem = _Problem(function, wrt)
    return (*_in_pieces(problem), *_in_chains(problem, chain))


class _Problem:
    """A function with the derivatives of its parts, taken once."""

    def __init__(self, function: Expr, wrt: str) -> None:
        self.function, self.wrt = function, wrt
        self.parents: dict[int, list[Expr]] = {id(function): []}
        self.pieces = []
        for node in walk(function):
            for part in children(node):
                self.parents.setdefault(id(part), []).append(node)
            if wrt in symbols(node):
                self.pieces.append(node)
        self.known: dict[int, Expr] = {}
        self.frames: dict[int, Expr] = {id(function): HOLE}

    def slope(self, part: Expr) -> Expr:
        """The right derivative of a part."""
        found = self.known.get(id(part))
        if found is None:
            found = _slope(part, self.wrt, lambda node: self.known.get(id(node)))
            if id(part) in self.parents:
                self.known[id(part)] = found
        return found

    def frame(self, piece: Expr) -> Expr:
        """The derivative of the function with a hole for that of a piece."""
        found = self.frames.get(id(piece))
        if found is None:
            found = self.frames[id(piece)] = self.replaced([piece], lambda node, of: HOLE)
        return found

    def replaced(self, pieces: Sequence[Expr], rule: "Piece") -> Expr:
        """The derivative of the function with those of some pieces replaced."""
        chosen = {id(piece) for piece in pieces}
        around: set[int] = set()
        pending = [parent for piece in pieces for parent in self.parents[id(piece)]]
        while pending:
            node = pending.pop()
            if id(node) not in around:
                around.add(id(node))
                pending += self.parents[id(node)]

        def instead(node: Expr) -> Expr | None:
            if id(node) in chosen:
                return rule(node, of)
            return None if id(node) in around or id(node) not in self.parents else self.slope(node)

        def of(part: Expr) -> Expr:
            return _slope(part, self.wrt, instead)

        return of(self.function)


def _in_pieces(problem: _Problem) -> Iterator[Slip]:
    for mistake, rule in PIECES.items():
        slipped = []
        for piece in problem.pieces:
            slope = rule(piece, problem.slope)
            if slope is not None:
                slipped.append(piece)
                yield Slip(mistake, slope, {"piece": piece}, problem.frame(piece))
        if len(slipped) > 1:
            yield Slip(mistake, problem.replaced(slipped, rule), {"piece": slipped[0]})


def _in_chains(problem: _Problem, chain: Chain | None) -> Iterator[Slip]:
    for site in sites(problem.function, problem.wrt):
        whole = site is problem.function
        links = chain if chain and whole else chain_of(site, problem.wrt)
        for mistake, rule in CHAINS.items():
            if whole or mistake not in _OF_THE_WHOLE:
                for slope, about in rule(links):
                    yield Slip(mistake, slope, about, problem.frame(site))


# Group A: one piece

Piece = Callable[[Expr, Of], Expr | None]


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
    return add(of(node), *constants) if constants else None


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

# Group B: the whole chain (A11 goes link by link too)

Chained = Callable[[Chain], Iterator[tuple[Expr, About]]]


def _product_of_slopes(chain: Chain, places: Sequence[int]) -> Expr:
    return multiply(*(chain.slope(place) for place in reversed(places)))


def _about(chain: Chain, place: int) -> About:
    return {"link": chain.links[place]}


def _without(chain: Chain, missing: int) -> Expr:
    return _product_of_slopes(chain, [place for place in range(chain.depth) if place != missing])


def _inner_missing(chain: Chain) -> Iterator[tuple[Expr, About]]:
    if chain.depth > 1 and chain.slope(0) != ONE:
        yield _without(chain, 0), _about(chain, 0)


def _outer_missing(chain: Chain) -> Iterator[tuple[Expr, About]]:
    if chain.depth > 1 and chain.links[-1].of in symbols(chain.links[-1].slope):
        yield _without(chain, chain.depth - 1), _about(chain, chain.depth - 1)


def _middle_missing(chain: Chain) -> Iterator[tuple[Expr, About]]:
    for place in range(1, chain.depth - 1):
        yield _without(chain, place), _about(chain, place)


def _only_last(chain: Chain) -> Iterator[tuple[Expr, About]]:
    if chain.depth > 2:
        yield chain.slope(chain.depth - 1), _about(chain, chain.depth - 1)


def _link_undifferentiated(chain: Chain) -> Iterator[tuple[Expr, About]]:
    for place in range(chain.depth):
        link = chain.links[place]
        if chain.depth > 1 and link.expr not in (
            Call("exp", (Symbol(link.of),)),
            Power(Constant("e"), Symbol(link.of)),
        ):
            rest = [chain.slope(other) for other in range(chain.depth) if other != place]
            yield multiply(chain.value(place), *rest), _about(chain, place)


Split = Callable[[Expr, str, Expr, str], Expr]


def _at_every_split(change: Split) -> Chained:
    """A rule for ``F(g)``, from F, its argument's name, g and the variable; tried wherever the chain can be cut."""

    def rule(chain: Chain) -> Iterator[tuple[Expr, About]]:
        for place in reversed(range(chain.depth - 1)):
            name = chain.links[place].name
            yield change(chain.outer(place), name, chain.value(place), chain.wrt), _about(chain, place)

    return rule


def _composed_again(outer: Expr, name: str, inner: Expr, wrt: str) -> Expr:
    """g(F(x)) instead of F(g(x))."""
    return _slope(put(inner, {wrt: put(outer, {name: Symbol(wrt)})}), wrt)


def _unchanged(chain: Chain) -> Iterator[tuple[Expr, About]]:
    yield chain.value(chain.depth - 1), {}


def _twice(chain: Chain) -> Iterator[tuple[Expr, About]]:
    first = _slope(chain.value(chain.depth - 1), chain.wrt)
    yield _slope(first, chain.wrt), {}


def _inner_twice(chain: Chain) -> Iterator[tuple[Expr, About]]:
    right = _product_of_slopes(chain, range(chain.depth))
    for place in range(chain.depth - 1):
        yield multiply(right, chain.slope(place)), _about(chain, place)
        if place:
            yield multiply(right, _slope(chain.value(place), chain.wrt)), _about(chain, place)


CHAINS: Mapping[str, Chained] = {
    "A11": _link_undifferentiated,
    "B1": _inner_missing,
    "B2": _outer_missing,
    "B3": _at_every_split(lambda f, u, g, x: put(_slope(f, u), {u: _slope(g, x)})),
    "B4": _at_every_split(lambda f, u, g, x: multiply(put(_slope(f, u), {u: Symbol(x)}), _slope(g, x))),
    "B6": _at_every_split(lambda f, u, g, x: _slope(Product((put(f, {u: Symbol(x)}), g)), x)),
    "B7": _at_every_split(lambda f, u, g, x: add(put(_slope(f, u), {u: g}), _slope(g, x))),
    "B8": _inner_twice,
    "B9": _at_every_split(_composed_again),
    "B10": _unchanged,
    "B11": _twice,
    "B12": _middle_missing,
    "B13": _only_last,
}
_OF_THE_WHOLE = frozenset(("B10", "B11"))

# Group C: partial derivatives, and D: the Jacobian


def partial_slips(function: Expr, wrt: str) -> Iterator[Slip]:
    """Wrong partial derivatives of a function of several variables (group C)."""
    right = _slope(function, wrt)
    others = sorted(symbols(function) - {wrt})
    terms = function.terms if isinstance(function, Sum) else (function,)
    alone = [term for term in terms if wrt not in symbols(term)]
    for other in others:
        about = {"other": Symbol(other), "wrt": Symbol(wrt)}
        yield Slip("C1", add(right, _slope(function, other)), about)
        yield Slip("C2", _slope(function, other), about)
        yield Slip("C3", put(right, {other: ONE}), about)
        yield Slip("C5", _slope(put(function, {other: ZERO}), wrt), about)
    if len(others) > 1:
        about = {"other": Symbol(others[0]), "wrt": Symbol(wrt)}
        yield Slip("C1", add(right, *(_slope(function, other) for other in others)), about)
        yield Slip("C3", put(right, dict.fromkeys(others, ONE)), about)
        yield Slip("C5", _slope(put(function, dict.fromkeys(others, ZERO)), wrt), about)
    for term in alone:
        yield Slip("C4", add(right, term), {"term": term, "wrt": Symbol(wrt)})
    if len(alone) > 1:
        yield Slip("C4", add(right, *alone), {"term": alone[0], "wrt": Symbol(wrt)})
