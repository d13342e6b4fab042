"""The sentence for a wrong answer: it names the missing object of this very problem."""

from collections.abc import Mapping

from tutor.answers.diagnosis import Explained
from tutor.answers.links import Link
from tutor.answers.mistakes import Slip
from tutor.answers.notation import latex
from tutor.answers.slips_of_pieces import without_coefficient
from tutor.answers.tidying import tidy
from tutor.answers.tree import Call, Expr, Negative, Power, Quotient, Sum, Symbol
from tutor.words import Message, Tex, codes

TWINS: Mapping[str, frozenset[str]] = {
    "A1": frozenset(("A19",)),
    "A2": frozenset(("A18",)),
    "A3": frozenset(("A14", "A20")),
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


def sentence(explained: Explained) -> Message | None:
    """What to say of the mistakes found: one sentence, or two where two explanations fit."""
    shown: list[Slip] = []
    for slip in explained.slips:
        if not any(slip.mistake in TWINS.get(other.mistake, ()) for other in shown):
            shown.append(slip)
    if not shown:
        return None
    if len(shown) == 1:
        return _of(shown[0])
    return Message("mistake.several", {"one": _of(shown[0]), "other": _of(shown[1])})


def _of(slip: Slip) -> Message:
    here = f"mistake.{slip.mistake}.{_variant(slip.mistake, slip.about.get('piece'))}"
    if here not in codes("en") or not slip.about:
        return Message(f"mistake.{slip.mistake}")
    return Message(here, _arguments(slip))


def _variant(mistake: str, piece: Expr | Link | None) -> str:
    """Which sentence speaks of the piece: there is one of its own where what is lost is a root's half or a sign."""
    if piece is None or isinstance(piece, Link):
        return "here"
    match mistake, piece:
        case "A3", Call("sqrt", _):
            return "root"
        case "A3", Quotient(_, below) if not isinstance(below, Power):
            return "sign"
        case "A10", _ if _is_only_a_sign(piece):
            return "sign"
    return "here"


def _is_only_a_sign(piece: Expr) -> bool:
    """Whether the coefficients in front of these terms are −1 and no others."""
    terms = piece.terms if isinstance(piece, Sum) else (piece,)
    changed = [term for term in terms if without_coefficient(term) != term]
    return all(isinstance(term, Negative) and without_coefficient(term) == term.operand for term in changed)


def _arguments(slip: Slip) -> dict[str, str | int | float | Message]:
    found: dict[str, str | int | float | Message] = {}
    for name, part in slip.about.items():
        if isinstance(part, Link):
            found |= {"link": equation(part.name, part.expr), "slope": slope_tex(part)}
        else:
            found[name] = Tex(latex(part))
    return found


def equation(name: str, value: Expr) -> Tex:
    """``u = x^2``"""
    return Tex(f"{latex(Symbol(name))} = {latex(value)}")


def slope_tex(link: Link) -> Tex:
    """``du/dx = 2x``"""
    over, under = latex(Symbol(link.name)), latex(Symbol(link.of))
    return Tex(rf"\frac{{d{over}}}{{d{under}}} = {latex(tidy(link.slope))}")
