"""SymPy's proof of a claim, where needed once on each side of every kink and once on it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tutor.answers import Prover, derive, substitute
from tutor.answers.exact import rational
from tutor.answers.kinks import kinks
from tutor.answers.tidying import ZERO, divide, negate, number, subtract, tidy
from tutor.answers.tree import Expr, Symbol, symbols

Pair = tuple[Expr, Expr]

_KINKS = 3
"""More would make too many pieces."""


def proved(pairs: Sequence[Pair], positive: frozenset[str], prover: Prover) -> bool:
    """Whether SymPy proves every pair of scalars equal."""
    return prover.prove(pairs, positive) or all(_by_pieces(pair, positive, prover) for pair in pairs)


def _by_pieces(pair: Pair, positive: frozenset[str], prover: Prover) -> bool:
    pieces = list(_pieces(pair, positive, _KINKS))
    return len(pieces) > 1 and all(prover.prove([piece], known) for piece, known in pieces)


def _pieces(pair: Pair, positive: frozenset[str], left: int) -> Iterator[tuple[Pair, frozenset[str]]]:
    """The pair with what stands at its first kink called a positive number, its opposite, and 0."""
    found = next(islice(_solved(pair, positive), 1), None)
    if found is None or not left:
        yield pair, positive
        return
    name, rest, slope = found
    size = Symbol(f"size{left}")
    for value in (size, negate(size), ZERO):
        instead = tidy(divide(subtract(value, rest), slope))
        piece = tuple(tidy(substitute(side, {name: instead})) for side in pair)
        yield from _pieces((piece[0], piece[1]), positive | {size.name}, left - 1)


def _solved(pair: Pair, positive: frozenset[str]) -> Iterator[tuple[str, Expr, Expr]]:
    """A kink that is linear in a variable that may have any sign: the variable, the rest of the kink, the slope."""
    for side in pair:
        for kink in kinks(side):
            for name in sorted(symbols(kink) - positive):
                slope = rational(derive(kink, name))
                if slope:
                    rest = tidy(substitute(kink, {name: ZERO}))
                    yield name, rest, number(slope)
