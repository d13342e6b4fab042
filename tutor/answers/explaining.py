"""The sentence for a wrong answer: it names the missing object of this very problem."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from tutor.answers.compare import Domain, compare
from tutor.answers.diagnosis import POINTS, Explained
from tutor.answers.entries import dims_of
from tutor.answers.evaluation import compiled
from tutor.answers.floats import FLOATS
from tutor.answers.links import Chain, Link
from tutor.answers.mistakes import Slip
from tutor.answers.notation import latex
from tutor.answers.points import sample
from tutor.answers.tidying import ONE, ZERO, add, divide, multiply, number, tidy
from tutor.answers.tree import Expr, Symbol, substitute, symbols
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

_SIMPLE = 12
"""Largest numerator and denominator of a factor worth naming."""


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

    A constant factor or term too much, a link twice or missing, two names exchanged: each is checked by value.
    """
    if dims_of(answer) or dims_of(expected):
        return None
    factor = _constant(divide(answer, expected), multiply, answer, expected)
    if factor is not None:
        return Message("mistake.sign") if factor == -1 else Message("mistake.factor", {"factor": _tex(factor)})
    for place in range(chain.depth if chain else 0):
        assert chain is not None
        slope = chain.slope(place)
        about = {"slope": slope_tex(chain.links[place])}
        if slope not in (ONE, ZERO) and _same(answer, multiply(expected, slope)):
            return Message("mistake.link-twice", about)
        if slope not in (ONE, ZERO) and _same(multiply(answer, slope), expected):
            return Message("mistake.link-missing", about)
    constant = _constant(add(answer, multiply(number(-1), expected)), add, answer, expected)
    if constant is not None:
        return Message("mistake.constant", {"constant": _tex(constant)})
    return _exchanged(answer, expected)


def _exchanged(answer: Expr, expected: Expr) -> Message | None:
    names = sorted(symbols(expected) & symbols(answer))
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            if _same(substitute(answer, {one: Symbol(other), other: Symbol(one)}), expected):
                return Message("mistake.swapped", {"one": Tex(latex(Symbol(one))), "other": Tex(latex(Symbol(other)))})
    return None


def _same(left: Expr, right: Expr) -> bool:
    return compare(left, right, Domain()).finding == "same"


def _constant(relation: Expr, combine: Callable[..., Expr], answer: Expr, expected: Expr) -> Fraction | None:
    """The simple number that a quotient or a difference is everywhere."""
    closure = compiled(relation, FLOATS)
    names = sorted(symbols(relation) | symbols(answer) | symbols(expected))
    value: Fraction | None = None
    seen = 0
    for point in sample(names):
        try:
            found = float(closure({name: float(step) for name, step in point.items()}))
        except (ArithmeticError, ValueError):
            continue
        simple = Fraction(found).limit_denominator(_SIMPLE) if abs(found) < 1e6 else None
        if simple is None or abs(found - simple) > 1e-9 * max(1.0, abs(found)) or value not in (None, simple):
            return None
        value, seen = simple, seen + 1
        if seen == POINTS:
            break
    if not value or not names:
        return None
    return value if _same(answer, combine(expected, number(value))) else None


def _tex(value: Fraction) -> Tex:
    return Tex(latex(number(value)))
