"""The sentence for a wrong answer: it names the missing object of this very problem."""

from collections.abc import Mapping
from contextlib import suppress
from fractions import Fraction
from math import isclose

from tutor.answers.compare import Domain, compare
from tutor.answers.diagnosis import POINTS, Explained
from tutor.answers.evaluation import compiled
from tutor.answers.floats import FLOATS
from tutor.answers.grids import dims_of
from tutor.answers.links import Chain, Link
from tutor.answers.mistakes import Slip
from tutor.answers.notation import latex
from tutor.answers.points import sample
from tutor.answers.tidying import PLAIN, number, tidy
from tutor.answers.tree import Expr, Negative, Quotient, Sum, Symbol, substitute, symbols
from tutor.words import Message, Tex, codes

TWINS: Mapping[str, frozenset[str]] = {
    "A7": frozenset(("A11",)),
    "A12": frozenset(("A11",)),
    "A10": frozenset(("B1",)),
    "B1": frozenset(("B10", "A10", "A11", "A16")),
    "B4": frozenset(("B9",)),
    "B8": frozenset(("B11",)),
    "C7": frozenset(("C2",)),
    "C8": frozenset(("C5",)),
}
"""Mistakes that often coincide with a more telling one, whose sentence then stands for both."""

_SIMPLE, _LARGEST = 12, 1000
"""Largest denominator and value of a number worth naming."""


Values = Mapping[int, float]
"""By the number of the point of the sample, where there is a value."""


def sentence(explained: Explained) -> Message | None:
    """What to say of the mistakes found: one sentence, or two where two explanations fit."""
    hidden = {twin for slip in explained.slips for twin in TWINS.get(slip.mistake, ())}
    shown = [slip for slip in explained.slips if slip.mistake not in hidden] or list(explained.slips)
    if not shown:
        return None
    if len(shown) == 1:
        return _of(shown[0])
    return Message("mistake.several", {"one": _of(shown[0]), "other": _of(shown[1])})


def _of(slip: Slip) -> Message:
    here = f"mistake.{slip.mistake}.here"
    if here not in codes("en") or not slip.about:
        return Message(f"mistake.{slip.mistake}")
    return Message(here, _arguments(slip))


def _arguments(slip: Slip) -> dict[str, str | int | float | Message]:
    found: dict[str, str | int | float | Message] = {}
    for name, part in slip.about.items():
        if isinstance(part, Link):
            found |= {"link": link_tex(part), "slope": slope_tex(part)}
        else:
            found[name] = Tex(latex(part))
    return found


def link_tex(link: Link) -> Tex:
    """``u = x^2``"""
    return Tex(f"{latex(Symbol(link.name))} = {latex(link.expr)}")


def slope_tex(link: Link) -> Tex:
    """``du/dx = 2x``"""
    over, under = latex(Symbol(link.name)), latex(Symbol(link.of))
    return Tex(rf"\frac{{d{over}}}{{d{under}}} = {latex(tidy(link.slope))}")


def hint_without_a_name(answer: Expr, expected: Expr, chain: Chain | None) -> Message | None:
    """What can be said of a wrong answer that no known mistake explains; None when that is nothing.

    A constant factor or term too much, a link twice, two names exchanged: each is checked by value.
    """
    if dims_of(answer) or dims_of(expected):
        return None
    ratio = _values(Quotient(answer, expected))
    factor = _constant(ratio)
    if factor and _same(answer, PLAIN.multiply(expected, number(factor))):
        return Message("mistake.sign") if factor == -1 else Message("mistake.factor", {"factor": _tex(factor)})
    constant = _constant(_values(Sum((answer, Negative(expected)))))
    if constant and _same(answer, PLAIN.add(expected, number(constant))):
        return Message("mistake.constant", {"constant": _tex(constant)})
    return _link(answer, expected, ratio, chain) or _exchanged(answer, expected)


def _link(answer: Expr, expected: Expr, ratio: Values, chain: Chain | None) -> Message | None:
    for place in range(chain.depth if chain else 0):
        assert chain is not None
        slope = chain.slope(place)
        values = _values(slope)
        about = {"slope": slope_tex(chain.links[place])}
        if _alike(ratio, values) and _same(answer, PLAIN.multiply(expected, slope)):
            return Message("mistake.link-twice", about)
    return None


def _exchanged(answer: Expr, expected: Expr) -> Message | None:
    names = sorted(symbols(expected) | symbols(answer))
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            if _same(substitute(answer, {one: Symbol(other), other: Symbol(one)}), expected):
                return Message("mistake.swapped", {"one": Tex(latex(Symbol(one))), "other": Tex(latex(Symbol(other)))})
    return None


def _same(left: Expr, right: Expr) -> bool:
    return compare(left, right, Domain()).finding == "same"


def _values(expr: Expr) -> Values:
    names = sorted(symbols(expr))
    try:
        closure = compiled(expr, FLOATS)
    except KeyError:
        return {}
    found: dict[int, float] = {}
    for turn, point in zip(range(2 * POINTS), sample(names), strict=False):
        with suppress(ArithmeticError, ValueError):
            found[turn] = float(closure({name: float(value) for name, value in point.items()}))
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
