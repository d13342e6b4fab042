"""What can be said of a wrong answer that no known mistake explains: a factor, a term, a sign, two names exchanged.

Each is found by value, in floats, and held against the expected answer before it is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from itertools import combinations, islice
from math import isclose

from tutor.answers.compare import Domain, compare
from tutor.answers.evaluation import compiled
from tutor.answers.explaining import equation, slope_tex
from tutor.answers.floats import FLOATS
from tutor.answers.links import Chain
from tutor.answers.notation import latex
from tutor.answers.points import sample
from tutor.answers.tidying import PLAIN, number
from tutor.answers.tree import Expr, Negative, Quotient, Sum, Symbol, substitute, symbols
from tutor.words import Message, Tex

POINTS = 8
_SIMPLE, _LARGEST = 12, 1000
"""Largest denominator and value of a number worth naming."""

Values = Mapping[int, float]
"""By the number of the point of the sample, where there is a value."""


def hint(answer: Expr, expected: Expr, chain: Chain | None = None) -> Message | None:
    """The first hint that holds for a scalar answer; None when none does."""
    seen = _Sight(sorted(symbols(answer) | symbols(expected)))
    return next(
        (message for would_be, message in _hints(answer, expected, chain, seen) if _same(answer, would_be)), None
    )


def first_step(chain: Chain | None) -> Message | None:
    """Where to begin with a chain, when nothing more is known."""
    if chain is None or chain.depth < 2:
        return None
    return Message("mistake.unknown", {"link": equation(chain.links[0].name, chain.links[0].expr)})


def _hints(answer: Expr, expected: Expr, chain: Chain | None, seen: "_Sight") -> Iterator[tuple[Expr, Message]]:
    """What the answer would be, with what to say if it is that."""
    yield Negative(expected), Message("mistake.sign")
    ratio, difference = seen.values(Quotient(answer, expected)), seen.values(Sum((answer, Negative(expected))))
    factor = _constant(ratio)
    if factor and factor != -1:
        yield PLAIN.multiply(expected, number(factor)), _of_factor(factor)
    yield from _terms(expected, difference, seen)
    constant = _constant(difference)
    if constant:
        yield PLAIN.add(expected, number(constant)), Message("mistake.constant", {"constant": _tex(constant)})
    yield from _factors(expected, chain, ratio, seen)
    yield from _exchanged(answer, expected, seen)


def _of_factor(factor: Fraction) -> Message:
    if factor.denominator == 1:
        return Message("mistake.factor", {"factor": _tex(factor)})
    if abs(factor.numerator) == 1:
        return Message("mistake.factor.missing", {"factor": _tex(1 / factor)})
    return Message("mistake.factor.other", {"factor": _tex(factor)})


_OF_TERMS: Mapping[int, str] = {-1: "missing", -2: "sign", 1: "twice"}
"""How often a term of the expected answer is too much, and what is said of it."""


def _terms(expected: Expr, difference: Values, seen: "_Sight") -> Iterator[tuple[Expr, Message]]:
    for term in expected.terms if isinstance(expected, Sum) else ():
        values = seen.values(term)
        for times, code in _OF_TERMS.items():
            if _alike(difference, {turn: times * value for turn, value in values.items()}):
                would_be = PLAIN.add(expected, PLAIN.multiply(number(times), term))
                yield would_be, Message(f"mistake.term.{code}", {"term": Tex(latex(term))})


def _factors(expected: Expr, chain: Chain | None, ratio: Values, seen: "_Sight") -> Iterator[tuple[Expr, Message]]:
    """A link or a variable that is there once too often, or a variable that is missing."""
    for place, link in enumerate(chain.links if chain and chain.depth > 1 else ()):
        assert chain is not None
        slope = chain.slope(place)
        if _alike(ratio, seen.values(slope)):
            yield PLAIN.multiply(expected, slope), Message("mistake.link-twice", {"slope": slope_tex(link)})
    for name in sorted(symbols(expected)):
        variable, about = Symbol(name), {"factor": Tex(latex(Symbol(name)))}
        values = seen.values(variable)
        if _alike(ratio, values):
            yield PLAIN.multiply(expected, variable), Message("mistake.factor", about)
        if _alike(ratio, {turn: 1 / value for turn, value in values.items()}):
            yield PLAIN.divide(expected, variable), Message("mistake.factor.missing", about)


def _exchanged(answer: Expr, expected: Expr, seen: "_Sight") -> Iterator[tuple[Expr, Message]]:
    values = seen.values(answer)
    for one, other in combinations(sorted(symbols(expected) | symbols(answer)), 2):
        would_be = substitute(expected, {one: Symbol(other), other: Symbol(one)})
        if _alike(values, seen.values(would_be)):
            yield (
                would_be,
                Message("mistake.swapped", {"one": Tex(latex(Symbol(one))), "other": Tex(latex(Symbol(other)))}),
            )


def _same(left: Expr, right: Expr) -> bool:
    return compare(left, right, Domain()).finding == "same"


class _Sight:
    """The points at which an answer is looked at."""

    def __init__(self, names: Sequence[str]) -> None:
        points = islice(sample(names), POINTS)
        self.points = [{name: float(value) for name, value in point.items()} for point in points]

    def values(self, expr: Expr) -> Values:
        try:
            closure = compiled(expr, FLOATS)
        except KeyError:
            return {}
        found: dict[int, float] = {}
        for turn, point in enumerate(self.points):
            with suppress(ArithmeticError, ValueError):
                found[turn] = float(closure(point))
        return found


def _alike(left: Values, right: Values) -> bool:
    common = left.keys() & right.keys()
    return len(common) > 1 and all(isclose(left[turn], right[turn], rel_tol=1e-9) for turn in common)


def _constant(values: Values) -> Fraction | None:
    """The simple number that these values all are; None where they are none, or 0."""
    if len(values) < 2:
        return None
    first = next(iter(values.values()))
    simple = Fraction(first).limit_denominator(_SIMPLE) if abs(first) < _LARGEST else None
    return simple if simple and _alike(values, dict.fromkeys(values, float(simple))) else None


def _tex(value: Fraction) -> Tex:
    return Tex(latex(number(value)))
