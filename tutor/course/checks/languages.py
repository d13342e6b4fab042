"""The two languages keep step: same ids, formulas, exercises and hints, in the same order."""

import re
from collections.abc import Iterator

from tutor.course.checks.texts import Text, inline
from tutor.course.lesson import Block, Exercise, Formula, Heading, Lab, Lesson, Note, Picture, Prose, Worked, walk
from tutor.course.problem import Problem
from tutor.words import Message

_WORDS_IN_FORMULA = re.compile(r"\\(?:text|mathrm|operatorname)\{[^{}]*\}")


def check(source: Lesson, other: Lesson) -> Iterator[Problem]:
    """The places where a lesson in the second language departs from the first."""
    if len(source.summary) != len(other.summary):
        yield _problem(other, "summaries-differ", found=len(other.summary), expected=len(source.summary))
    expected, found = _outline(source), _outline(other)
    for ours, theirs in zip(expected, found, strict=False):
        if _label(ours) != _label(theirs):
            yield _problem(theirs, "apart", found=_label(theirs), expected=_label(ours), line=ours.place.line)
            return
        yield from _compare(ours, theirs)
    if len(expected) != len(found):
        longer, where = (found, found) if len(found) > len(expected) else (expected, found)
        extra = longer[min(len(expected), len(found))]
        code = "only-here" if longer is found else "only-there"
        yield _problem(extra if longer is found else (where[-1] if where else other), code, what=_label(extra))


def _outline(lesson: Lesson) -> list[Block]:
    return [block for block in walk(lesson.blocks) if not isinstance(block, Prose) or block.kind == "table"]


def _label(block: Block) -> str:
    match block:
        case Heading(level=level):
            return "#" * level
        case Prose(kind=kind):
            return kind
        case Formula(claim=claim):
            return f"math {claim.id}".rstrip()
        case Picture():
            return "text"
        case Note(kind=kind):
            return f"note {kind}"
        case Worked(id=name):
            return f"worked {name}"
        case Exercise(id=name):
            return f"exercise {name}"
        case Lab(data=data):
            return f"lab {data}"


def _compare(ours: Block, theirs: Block) -> Iterator[Problem]:
    match ours, theirs:
        case Formula(), Formula() if _bare(ours.latex) != _bare(theirs.latex):
            yield _problem(theirs, "formula-differs", line=ours.place.line)
        case Note(), Note() if ours.errata != theirs.errata:
            yield _problem(theirs, "errata-differ", expected=", ".join(ours.errata))
        case Worked(), Worked() if len(ours.steps) != len(theirs.steps):
            yield _problem(theirs, "steps-differ", found=len(theirs.steps), expected=len(ours.steps))
        case Exercise(), Exercise():
            if len(ours.hints) != len(theirs.hints):
                yield _problem(theirs, "hints-differ", found=len(theirs.hints), expected=len(ours.hints))
            if len(ours.choices) != len(theirs.choices):
                yield _problem(theirs, "choices-differ", found=len(theirs.choices), expected=len(ours.choices))
            missing = _formulas(ours) ^ _formulas(theirs)
            if missing:
                yield _problem(theirs, "statement-differs", formula=min(missing))


def _formulas(exercise: Exercise) -> set[str]:
    """The formulas within the sentences of a statement, whatever their order."""
    sentences = [block.markdown for block in walk(exercise.statement) if isinstance(block, Prose)]
    sentences += [choice.text for choice in exercise.choices]
    return {_bare(latex) for one in sentences for _, latex in inline(Text(one, exercise.place))}


def _bare(latex: str) -> str:
    """A formula without its words and its spaces."""
    return re.sub(r"\s+", "", _WORDS_IN_FORMULA.sub("", latex))


def _problem(where: Block | Lesson, code: str, **args: str | int) -> Problem:
    return Problem(where.place, Message(f"course.{code}", args))
