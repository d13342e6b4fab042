"""Group B, mistakes in a whole composition (and A11, link by link): links missing, twice, in the wrong place.

A rule gets the chain and gives wrong derivatives, each with what its sentence speaks of.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from tutor.answers.derivatives import derive
from tutor.answers.exact import rational
from tutor.answers.links import Chain, Link
from tutor.answers.tidying import ONE, PLAIN
from tutor.answers.tree import Call, Constant, Expr, Power, Product, Sum, Symbol, symbols, walk
from tutor.answers.tree import substitute as put


@lru_cache(maxsize=512)
def derived(expr: Expr, name: str) -> Expr:
    """A derivative that is only to be evaluated."""
    return derive(expr, name, make=PLAIN)


add, multiply = PLAIN.add, PLAIN.multiply

About = Mapping[str, Expr | Link]
"""What the sentence of a mistake speaks of: pieces and links of this very problem."""

Chained = Callable[[Chain], Iterator[tuple[Expr, About]]]


def _product_of_slopes(chain: Chain, places: Sequence[int]) -> Expr:
    return multiply(*(chain.slope(place) for place in reversed(places)))


def _about(chain: Chain, place: int) -> About:
    return {"link": chain.links[place]}


def _without(chain: Chain, missing: int) -> Expr:
    return _product_of_slopes(chain, [place for place in range(chain.depth) if place != missing])


def _with(chain: Chain, place: int, slope: Expr) -> Expr:
    """The product of the slopes with another one for a link."""
    return multiply(slope, *(chain.slope(other) for other in range(chain.depth) if other != place))


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


def _link_with_constant(chain: Chain) -> Iterator[tuple[Expr, About]]:
    """The constant of a link after the first stays as a term beside the link's slope."""
    for place in range(1, chain.depth):
        expr = chain.links[place].expr
        constants = [term for term in expr.terms if not symbols(term)] if isinstance(expr, Sum) else []
        if constants:
            slope = add(chain.slope(place), *constants)
            yield _with(chain, place, slope), {"piece": chain.value(place)}


def _link_undifferentiated(chain: Chain) -> Iterator[tuple[Expr, About]]:
    for place in range(chain.depth):
        link = chain.links[place]
        if chain.depth > 1 and link.expr not in (
            Call("exp", (Symbol(link.of),)),
            Power(Constant("e"), Symbol(link.of)),
        ):
            yield _with(chain, place, chain.value(place)), _about(chain, place)


Split = Callable[[Expr, str, Expr, str], Expr | None]


def _at_every_split(*changes: Split) -> Chained:
    """Rules for ``F(g)``, from F, its argument's name, g and the variable; tried wherever the chain can be cut."""

    def rule(chain: Chain) -> Iterator[tuple[Expr, About]]:
        for place in reversed(range(chain.depth - 1)):
            name = chain.links[place].name
            found = [change(chain.outer(place), name, chain.value(place), chain.wrt) for change in changes]
            yield from ((slope, _about(chain, place)) for slope in found if slope is not None)

    return rule


def _at_slope(outer: Expr, name: str, inner: Expr, wrt: str) -> Expr:
    """F'(g') instead of F'(g) g'."""
    return put(derived(outer, name), {name: derived(inner, wrt)})


def _all_at_slope(outer: Expr, name: str, inner: Expr, wrt: str) -> Expr | None:
    """F'(g') g', where that is not a constant, as with a logarithm."""
    slope = derived(inner, wrt)
    if not symbols(slope) or Call("ln", (Symbol(name),)) in walk(outer):
        return None
    return multiply(_at_slope(outer, name, inner, wrt), slope)


def _composed_again(outer: Expr, name: str, inner: Expr, wrt: str) -> Expr:
    """g(F(x)) instead of F(g(x))."""
    return derived(put(inner, {wrt: put(outer, {name: Symbol(wrt)})}), wrt)


def _unchanged(chain: Chain) -> Iterator[tuple[Expr, About]]:
    yield chain.value(chain.depth - 1), {}


def _twice(chain: Chain) -> Iterator[tuple[Expr, About]]:
    first = derived(chain.value(chain.depth - 1), chain.wrt)
    yield derived(first, chain.wrt), {}


def _inner_twice(chain: Chain) -> Iterator[tuple[Expr, About]]:
    right = _product_of_slopes(chain, range(chain.depth))
    for place in range(chain.depth - 1):
        if rational(chain.slope(place)) not in (1, -1):
            yield multiply(right, chain.slope(place)), _about(chain, place)
        if place:
            yield multiply(right, derived(chain.value(place), chain.wrt)), _about(chain, place)


CHAINS: Mapping[str, Chained] = {
    "A9": _link_with_constant,
    "A11": _link_undifferentiated,
    "B1": _inner_missing,
    "B2": _outer_missing,
    "B3": _at_every_split(_at_slope, _all_at_slope),
    "B4": _at_every_split(lambda f, u, g, x: multiply(put(derived(f, u), {u: Symbol(x)}), derived(g, x))),
    "B6": _at_every_split(lambda f, u, g, x: derived(Product((put(f, {u: Symbol(x)}), g)), x)),
    "B7": _at_every_split(lambda f, u, g, x: add(put(derived(f, u), {u: g}), derived(g, x))),
    "B8": _inner_twice,
    "B9": _at_every_split(_composed_again),
    "B10": _unchanged,
    "B11": _twice,
    "B12": _middle_missing,
    "B13": _only_last,
}
OF_THE_WHOLE = frozenset(("B10", "B11"))
"""Said of the whole function only, not of a part that is a chain of its own."""
_OF_THE_INSIDE = ("B3", "B4", "B6", "B7", "B9")
"""Said of a shorter chain inside a chain as well: the others are found link by link."""


def in_chain(chain: Chain) -> Iterator[tuple[str, Expr, About]]:
    """Every wrong derivative of a chain by a mistake in it or in a shorter chain inside it."""
    for mistake, rule in CHAINS.items():
        for slope, about in rule(chain):
            yield mistake, slope, about
    for depth in range(2, chain.depth):
        around = [chain.slope(place) for place in range(depth, chain.depth)]
        for mistake in _OF_THE_INSIDE:
            for slope, about in CHAINS[mistake](Chain(chain.links[:depth], chain.wrt)):
                yield mistake, multiply(slope, *around), about
