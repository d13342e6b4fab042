"""A function taken apart into the named links of its chain: ``u1 = x^2``, ``y = sin(u1)``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tutor.answers.derivatives import depends, derive
from tutor.answers.tidying import PLAIN
from tutor.answers.tree import (
    Call,
    Expr,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    rebuild,
    substitute,
    symbols,
)


@dataclass(frozen=True, slots=True)
class Link:
    """One step: `name` is `expr`, which speaks of `of`, the name of the step before."""

    name: str
    of: str
    expr: Expr

    @property
    def slope(self) -> Expr:
        """The derivative of the step with respect to the one before."""
        return derive(self.expr, self.of, make=PLAIN)


@dataclass(frozen=True)
class Chain:
    """The links of a function from the innermost to ``y``; one link alone is no composition."""

    links: tuple[Link, ...]
    wrt: str

    @property
    def depth(self) -> int:
        return len(self.links)

    def value(self, place: int) -> Expr:
        """The value of a link in terms of the variable."""
        return self._values[place]

    def slope(self, place: int) -> Expr:
        """The slope of a link in terms of the variable."""
        return self._slopes[place]

    @cached_property
    def _values(self) -> tuple[Expr, ...]:
        values: list[Expr] = []
        for link in self.links:
            values.append(substitute(link.expr, {link.of: values[-1]}) if values else link.expr)
        return tuple(values)

    @cached_property
    def _slopes(self) -> tuple[Expr, ...]:
        return tuple(self.through(link.slope, place - 1) for place, link in enumerate(self.links))

    def through(self, expr: Expr, place: int) -> Expr:
        """An expression in the name of the link at a place, in terms of the variable."""
        return expr if place < 0 else substitute(expr, {self.links[place].name: self.value(place)})

    def outer(self, place: int) -> Expr:
        """What is done to the value of a link, as an expression in its name."""
        *between, last = self.links[place + 1 :]
        expr = last.expr
        for link in reversed(between):
            expr = substitute(expr, {link.name: link.expr})
        return expr


def chain_of(function: Expr, wrt: str) -> Chain:
    """The chain of a function: constants, signs and constant factors stay with the step they stand beside."""
    steps: list[Expr] = []
    pending = function
    while True:
        inner = _inner(pending, wrt)
        if inner is None:
            steps.append(pending)
            break
        steps.append(_with_hole(pending, inner))
        pending = inner
    steps.reverse()
    names = [*_names(len(steps), symbols(function)), "y"]
    links = [Link(names[0], wrt, steps[0])]
    for place, step in enumerate(steps[1:], 1):
        links.append(Link(names[place], names[place - 1], substitute(step, {_HOLE.name: Symbol(names[place - 1])})))
    return Chain(tuple(links), wrt)


def named_chain(links: Sequence[tuple[str, Expr]], wrt: str) -> Chain | None:
    """The chain of declared links; None when they are no chain (a link that speaks of several)."""
    made: list[Link] = []
    for name, expr in links:
        before = made[-1].name if made else wrt
        others = {link.name for link in made} | {wrt}
        if any(depends(expr, other) for other in others - {before}) or not depends(expr, before):
            return None
        made.append(Link(name, before, expr))
    return Chain(tuple(made), wrt) if made else None


def sites(function: Expr, wrt: str) -> Iterator[Expr]:
    """The parts of a function that are chains of their own: itself, then the terms and factors where it branches."""
    yield function
    branches = [part for part in _parts(_leaf(function, wrt)) if depends(part, wrt)]
    core = _core(function, wrt)
    if core is not function and not isinstance(core, Symbol):
        yield core
    if len(branches) > 1:
        for branch in branches:
            if not isinstance(branch, Symbol):
                yield from sites(branch, wrt)


_HOLE = Symbol("·")


def _names(depth: int, taken: frozenset[str]) -> list[str]:
    letter = "v" if "u" in taken else "u"
    return [letter] if depth == 2 else [f"{letter}{place}" for place in range(1, depth)]


def _parts(expr: Expr) -> tuple[Expr, ...]:
    match expr:
        case Sum(parts) | Product(parts):
            return parts
        case Quotient(above, below):
            return above, below
        case Negative(operand):
            return _parts(operand)
    return ()


def _core(expr: Expr, wrt: str) -> Expr:
    """A part without the constants beside it; the part itself where several things depend on the variable."""
    inside = [part for part in _parts(expr) if depends(part, wrt)]
    if isinstance(expr, Negative) and not isinstance(expr.operand, Sum | Product | Quotient):
        return _core(expr.operand, wrt)
    if len(inside) != 1 or (isinstance(expr, Quotient) and depends(expr.denominator, wrt)):
        return expr
    return _core(inside[0], wrt)


def _inner(expr: Expr, wrt: str) -> Expr | None:
    """What the outermost step is done to; None where it is done to the variable itself or to several things."""
    core = _core(expr, wrt)
    match core:
        case Call(_, arguments) if (inside := [each for each in arguments if depends(each, wrt)]) and len(inside) == 1:
            inner = inside[0]
        case Power(base, exponent) if not depends(exponent, wrt):
            inner = base
        case Power(base, exponent) if not depends(base, wrt):
            inner = exponent
        case Quotient(above, below) if not depends(above, wrt):
            inner = below
        case _:
            return None
    return None if isinstance(inner, Symbol) or not depends(inner, wrt) else inner


def _leaf(expr: Expr, wrt: str) -> Expr:
    while (inner := _inner(expr, wrt)) is not None:
        expr = inner
    return _core(expr, wrt)


def _with_hole(expr: Expr, inner: Expr) -> Expr:
    return _HOLE if expr is inner else rebuild(expr, lambda part: _with_hole(part, inner))
