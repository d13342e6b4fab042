"""What a check reads in a lesson: its sentences and its formulas, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tutor.course.lesson import Exercise, Formula, Lesson, Prose, walk
from tutor.course.problem import Place

_INLINE = re.compile(r"`[^`\n]*`|(?<!\\)\$(?P<latex>(?:\\.|[^$\\])+)\$")
_CODE = re.compile(r"`[^`\n]*`")
_FOLLOWS = re.compile(r"=|\\(?:Rightarrow|to|approx|implies)\b|\\Longrightarrow")
_PARAMETER = re.compile(r"\{\{\w+\}\}")


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown and where it begins; `kind` as of `Prose`, or ``line`` for a title, an option, a line of the summary."""

    markdown: str
    place: Place
    kind: str = "paragraph"

    def at(self, offset: int) -> Place:
        """The place of an offset."""
        before = self.markdown[:offset]
        line, column = before.count("\n"), offset - (before.rfind("\n") + 1)
        return Place(self.place.file, self.place.line + line, self.place.column + column)


def texts(lesson: Lesson) -> Iterator[Text]:
    """Everything in a lesson that is said in words."""
    yield Text(lesson.title, lesson.at("title"), "line")
    yield from (Text(line, lesson.at("summary", number), "line") for number, line in enumerate(lesson.summary))
    for block in walk(lesson.blocks):
        if isinstance(block, Prose):
            yield Text(block.markdown, block.place, block.kind)
        elif isinstance(block, Exercise):
            yield from (Text(choice.text, block.place, "line") for choice in block.choices)


def inline(text: Text) -> Iterator[tuple[Place, str]]:
    """The formulas within a text; what stands between backticks is none."""
    for found in _INLINE.finditer(text.markdown):
        if found["latex"]:
            yield text.at(found.start("latex")), _PARAMETER.sub("p", found["latex"])


def without_formulas(markdown: str) -> str:
    """The words alone: a formula leaves an ``x``, code nothing."""
    return _INLINE.sub(lambda found: "x" if found["latex"] else "", markdown)


def sides(latex: str) -> list[str]:
    """What stands between the equals signs and arrows of a formula."""
    return [side.strip() for side in _FOLLOWS.split(latex)]


def dollars_match(text: Text) -> bool:
    """Whether every ``$`` that opens a formula is closed."""
    return not re.search(r"(?<!\\)\$", _CODE.sub("", _INLINE.sub("", text.markdown)))


def displays(lesson: Lesson) -> Iterator[tuple[Place, str]]:
    """The displayed formulas; the source begins below the fence."""
    for block in walk(lesson.blocks):
        if isinstance(block, Formula):
            yield Place(block.place.file, block.place.line + 1, block.place.column), _PARAMETER.sub("p", block.latex)
