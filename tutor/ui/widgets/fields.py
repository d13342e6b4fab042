"""Where an answer is given, by the kind of what is asked. What goes in and out is always the text the judge reads."""

import re
from collections.abc import Callable, Mapping
from typing import Protocol

from textual.widget import Widget

from tutor.answers.task import Kind
from tutor.course.question import Choice, Question
from tutor.ui.widgets.answer import Answer
from tutor.ui.widgets.choices import Choices
from tutor.ui.widgets.line import LineAnswer
from tutor.ui.widgets.shape import ShapeAnswer

Say = Callable[[str], str]


class Field(Protocol):
    """A place for an answer: `lead` counts the characters of its `text` that do not stand where one types."""

    lead: int

    @property
    def text(self) -> str:
        """The answer as it stands."""

    def begin(self) -> None:
        """Put the cursor where the answer goes."""

    def remember(self, text: str) -> None:
        """Keep an answer in the history, where there is one."""


_LINES = re.compile(r"^\d+\. .*(?:\n(?:\d+\. |[ ]+\S).*)*", re.MULTILINE)
_LINE = re.compile(r"^(\d+)\. ", re.MULTILINE)


def numbered(prompt: str) -> tuple[str, tuple[Choice, ...]]:
    """A text without its numbered lines, and the lines."""
    if (found := _LINES.search(prompt)) is None:
        return prompt, ()
    _, *parts = _LINE.split(found[0])
    lines = tuple(Choice(number, text.strip()) for number, text in zip(parts[::2], parts[1::2], strict=True))
    around = (prompt[: found.start()].rstrip(), prompt[found.end() :].lstrip())
    return "\n\n".join(part for part in around if part), lines


def prompt(question: Question) -> str:
    """What is asked, without what the field shows."""
    return numbered(question.prompt)[0] if question.task.kind == "line" else question.prompt


def field(question: Question, text: str, say: Say) -> Widget:
    """The field for the answer to a question, holding a text."""
    return _FIELDS[question.task.kind](question, text, say(f"ui.exercise.place.{question.task.kind}"))


_FIELDS: Mapping[Kind, Callable[[Question, str, str], Widget]] = {
    "expression": lambda _question, text, place: Answer(text, placeholder=place),
    "choice": lambda question, text, _place: Choices(question.choices, text),
    "shape": lambda _question, text, place: ShapeAnswer(text, place),
    "line": lambda question, text, place: LineAnswer(numbered(question.prompt)[1], text, place),
}
