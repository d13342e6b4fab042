"""What can be seen without knowing mathematics: formulas that can be set, widths, lengths, empty headings."""

import re
from collections.abc import Callable, Iterator

from tutor.course.checks.texts import Text, displays, dollars_match, inline, texts, without_formulas
from tutor.course.lesson import SUMMARY_LINES, Block, Heading, Lesson, Picture, walk
from tutor.course.problem import Place, Problem
from tutor.typeset import TypesetError, layout, parse
from tutor.words import Message

WIDEST = 72
LONGEST = 90
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_BAR = re.compile(r"\\(bar|vec)\b")


def check(lesson: Lesson) -> Iterator[Problem]:
    """Every lint of a lesson."""
    for lint in _LINTS:
        yield from lint(lesson)


def _formulas(lesson: Lesson) -> Iterator[Problem]:
    for place, latex in displays(lesson):
        try:
            width = layout(parse(latex)).width
        except TypesetError as error:
            yield _latex(place, latex, error)
        else:
            if width > WIDEST:
                yield _problem(place, "wide-formula", width=width, most=WIDEST)


def _inline_formulas(lesson: Lesson) -> Iterator[Problem]:
    for text in texts(lesson):
        if not dollars_match(text):
            yield _problem(text.place, "dollar")
            continue
        for place, latex in inline(text):
            try:
                parse(latex)
            except TypesetError as error:
                yield _latex(place, latex, error)
            if found := _BAR.search(latex):
                yield _problem(place, "bar", command=found[0])


def _latex(place: Place, latex: str, error: TypesetError) -> Problem:
    where = Text(latex, place).at(error.offset)
    return Problem(where, Message("course.latex", {"reason": Message(error.code, dict(error.args))}))


def _pictures(lesson: Lesson) -> Iterator[Problem]:
    for block in walk(lesson.blocks):
        if isinstance(block, Picture):
            for row, line in enumerate(block.text.split("\n")):
                if len(line) > WIDEST:
                    place = Place(block.place.file, block.place.line + 1 + row, block.place.column)
                    yield _problem(place, "wide-picture", width=len(line), most=WIDEST)


def _paragraphs(lesson: Lesson) -> Iterator[Problem]:
    for text in texts(lesson):
        pieces = re.split(r"^\s*(?:[-*]|\d+\.)\s", text.markdown, flags=re.MULTILINE)
        count = max(len(without_formulas(piece).split()) for piece in pieces)
        if text.kind != "table" and count > LONGEST:
            yield _problem(text.place, "long-paragraph", count=count, most=LONGEST)
        if re.search(r"[!¡]", without_formulas(text.markdown)):
            yield _problem(text.place, "exclamation")
        if _TAG.search(without_formulas(text.markdown)):
            yield _problem(text.place, "html")


def _headings(lesson: Lesson) -> Iterator[Problem]:
    following: list[Block | None] = [*lesson.blocks[1:], None]
    for block, after in zip(lesson.blocks, following, strict=False):
        if isinstance(block, Heading) and (
            after is None or (isinstance(after, Heading) and after.level <= block.level)
        ):
            yield _problem(block.place, "empty-heading", title=block.text)


def _summary(lesson: Lesson) -> Iterator[Problem]:
    if len(lesson.summary) != SUMMARY_LINES:
        yield _problem(lesson.at("summary"), "summary-lines", found=len(lesson.summary), expected=SUMMARY_LINES)


_LINTS: tuple[Callable[[Lesson], Iterator[Problem]], ...] = (
    _formulas,
    _inline_formulas,
    _pictures,
    _paragraphs,
    _headings,
    _summary,
)


def _problem(place: Place, code: str, **args: str | int) -> Problem:
    return Problem(place, Message(f"course.{code}", args))
