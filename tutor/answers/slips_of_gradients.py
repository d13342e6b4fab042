"""Groups C and D, mistakes with several variables: in a partial derivative, a gradient, a Jacobian."""

from collections.abc import Iterator, Sequence

from tutor.answers.derivatives import derive, gradient, jacobian
from tutor.answers.mistakes import Slip, slips
from tutor.answers.slips_of_chains import derived
from tutor.answers.tidying import ONE, PLAIN, ZERO, add
from tutor.answers.tree import Expr, Matrix, Sum, Symbol, substitute, symbols


def partial_slips(function: Expr, wrt: str) -> Iterator[Slip]:
    """Wrong partial derivatives of a function of several variables (group C)."""
    right = derived(function, wrt)
    others = sorted(symbols(function) - {wrt})
    terms = function.terms if isinstance(function, Sum) else (function,)
    alone = [term for term in terms if wrt not in symbols(term)]
    for other in others:
        about = {"other": Symbol(other), "wrt": Symbol(wrt)}
        yield Slip("C1", PLAIN.add(right, derived(function, other)), about)
        yield Slip("C2", derived(function, other), about)
        yield Slip("C3", substitute(right, {other: ONE}), about)
        yield Slip("C5", derived(substitute(function, {other: ZERO}), wrt), about)
    if len(others) > 1:
        about = {"other": Symbol(others[0]), "wrt": Symbol(wrt)}
        yield Slip("C1", PLAIN.add(right, *(derived(function, other) for other in others)), about)
        yield Slip("C3", substitute(right, dict.fromkeys(others, ONE)), about)
        yield Slip("C5", derived(substitute(function, dict.fromkeys(others, ZERO)), wrt), about)
    for term in alone:
        yield Slip("C4", PLAIN.add(right, term), {"term": term, "wrt": Symbol(wrt)})
    if len(alone) > 1:
        yield Slip("C4", PLAIN.add(right, *alone), {"term": alone[0], "wrt": Symbol(wrt)})


def gradient_slips(function: Expr, wrt: Sequence[str]) -> Iterator[Slip]:
    """Group C on a whole gradient: its own mistakes, and those of a partial derivative in one entry or in all."""
    row = list(gradient(function, tuple(wrt)).rows[0])
    yield Slip("C6", add(*row))
    yield Slip("C7", Matrix((tuple(reversed(row)),)))
    others = [{other: ZERO for other in wrt if other != name} for name in wrt]
    alone = [derive(substitute(function, zeros), name) for name, zeros in zip(wrt, others, strict=True)]
    yield Slip("C8", Matrix((tuple(alone),)))
    each = [list(_entry_slips(function, name)) for name in wrt]
    for place, slipped in enumerate(each):
        for slip in slipped:
            yield Slip(slip.mistake, Matrix(((*row[:place], slip.answer, *row[place + 1 :]),)), slip.about)
    for mistake in dict.fromkeys(slip.mistake for slipped in each for slip in slipped if slip.mistake not in _ALONE):
        firsts = [next((slip for slip in slipped if slip.mistake == mistake), None) for slipped in each]
        chosen = tuple(slip.answer if slip else right for slip, right in zip(firsts, row, strict=True))
        yield Slip(mistake, Matrix((chosen,)), next(slip.about for slip in firsts if slip))


_ALONE = ("C2", "C5")
"""In all entries alike these are other mistakes: C7, C8."""


def _entry_slips(function: Expr, name: str) -> Iterator[Slip]:
    yield from partial_slips(function, name)
    yield from slips(function, name)


def jacobian_slips(functions: Sequence[Expr], wrt: Sequence[str]) -> Iterator[Slip]:
    """Group D."""
    rows = jacobian(tuple(functions), tuple(wrt)).rows
    yield Slip("D1", Matrix(tuple(zip(*rows, strict=True))))
    yield Slip("D2", Matrix(tuple(reversed(rows))))
    diagonal = tuple(
        tuple(entry if row == column else ZERO for column, entry in enumerate(entries))
        for row, entries in enumerate(rows)
    )
    yield Slip("D3", Matrix(diagonal))
    yield Slip("D4", Matrix((tuple(add(*column) for column in zip(*rows, strict=True)),)))
    for place, function in enumerate(functions):
        for slip in gradient_slips(function, wrt):
            if isinstance(slip.slope, Matrix):
                yield Slip(slip.mistake, Matrix((*rows[:place], slip.slope.rows[0], *rows[place + 1 :])), slip.about)
