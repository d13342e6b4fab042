"""What was found of the entries of an answer, as a verdict: which entry, at which point, why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tutor.answers.compare import Evidence
from tutor.answers.gaps import leaves_out
from tutor.answers.tree import Expr
from tutor.answers.verdict import Verdict
from tutor.words import Message, Tex


@dataclass(frozen=True, slots=True)
class Found:
    """The evidence of one entry; `place` is its row and column, None where there is one value only."""

    evidence: Evidence
    typed: Expr
    right: Expr
    place: tuple[int, int] | None = None


def confirmed(
    because: Literal["equal-trees", "proved", "agrees"], points: int = 0, notices: tuple[Message, ...] = ()
) -> Verdict:
    """Right, and how that is known."""
    args = {"points": points} if because == "agrees" else {}
    return Verdict("right", because, Message(f"judge.right.{because}", args), notices=notices)


def refuted(entry: Found) -> Verdict:
    """Wrong: its values differ somewhere, or it has none where the result has one."""
    evidence = entry.evidence
    if evidence.values is None:
        return with_a_gap([entry]) or _wrong(entry, "domain", _at(evidence.at))
    if entry.place:
        return _wrong(entry, "entry", {"row": entry.place[0], "column": entry.place[1]})
    return Verdict("wrong", "differs", Message("judge.wrong"))


def with_a_gap(found: Sequence[Found]) -> Verdict | None:
    """Wrong where none of the cases of an entry holds although the result has a value."""
    for entry in found:
        point = entry.evidence.right_only
        if point and leaves_out(entry.typed, point):
            return _wrong(entry, "case", _at(point))
    return None


def _wrong(entry: Found, because: str, args: Mapping[str, int | Tex]) -> Verdict:
    return Verdict("wrong", because, Message(f"judge.wrong.{because}", args), entry=entry.place)


def on_a_kink(found: Sequence[Found]) -> Verdict | None:
    """Almost right where only the value on an edge is another one."""
    point = next((entry.evidence.boundary for entry in found if entry.evidence.boundary), None)
    return Verdict("almost", "kink", Message("judge.kink", _at(point))) if point else None


def domain_notices(found: Sequence[Found]) -> tuple[Message, ...]:
    """A remark on the first point where only one side has a value."""
    for entry in found:
        narrower = entry.evidence.right_only
        wider = entry.evidence.left_only
        if narrower or wider:
            code = "judge.domain.narrower" if narrower else "judge.domain.wider"
            return (Message(code, _at(narrower or wider)),)
    return ()


def _at(point: Mapping[str, Fraction] | None) -> dict[str, Tex]:
    named = sorted((point or {}).items())
    return {"point": Tex(", ".join(f"{_tex_name(name)} = {_tex_number(value)}" for name, value in named))}


def _tex_name(name: str) -> str:
    stem = name.rstrip("0123456789")
    return f"{stem}_{{{name[len(stem) :]}}}" if stem and stem != name else name


def _tex_number(value: Fraction) -> str:
    short = value.limit_denominator(100)
    if short.denominator == 1:
        return str(short.numerator)
    sign = "-" if short < 0 else ""
    return rf"{sign}\frac{{{abs(short.numerator)}}}{{{short.denominator}}}"
