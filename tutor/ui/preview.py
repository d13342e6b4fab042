"""What was understood of an answer, while it is being typed."""

import re
from collections.abc import Callable

from textual.content import Content

from tutor.answers import Unreadable, latex, read
from tutor.answers.task import Task
from tutor.answers.task_trees import answer_names
from tutor.ui.formulas import formula
from tutor.ui.prose import set_lines
from tutor.words import Message

Tell = Callable[[Message], str]

_LINE = re.compile(r"\s*\(?\d{1,3}\)?\s*[:.)]\s*|\s*\d{1,3}\s*$")
"""The number before the answer of a find-the-mistake task."""


def preview(task: Task, text: str, width: int, tell: Tell, lead: int = 0) -> Content:
    """The lines below the input: the answer laid out, or a caret and a sentence where it cannot be read.

    `lead` is how many characters of the text stand in front of what the input shows.
    """
    if not text.strip() or task.kind in ("choice", "shape"):
        return Content("")
    number = _LINE.match(text) if task.kind == "line" else None
    skipped = number.end() if number else 0
    if not text[skipped:].strip():
        return Content("")
    found = read(text[skipped:], answer_names(task))
    if isinstance(found, Unreadable):
        return complaint(found.at[0] + skipped - lead, found.at[1] + skipped - lead, found.message, width, tell)
    label = tell(Message("ui.exercise.read"))
    source = latex(found.expr, task.shapes, otherwise=tell(Message("read.otherwise")))
    rows = formula(source, width - len(label) - 2)
    lead_in = [Content(" " * (len(label) + 2))] * len(rows)
    lead_in[len(rows) // 2] = Content.styled(f"{label}  ", "$quiet")
    lines = [start + row for start, row in zip(lead_in, rows, strict=True)]
    for notice in found.notices:
        lines += [line.stylize_before("$quiet") for line in set_lines(tell(notice), width)]
    return Content("\n").join(lines)


def complaint(start: int, end: int, message: Message, width: int, tell: Tell) -> Content:
    """A caret below the place (when the line is short enough to show it) and how to mend it."""
    lines = list(set_lines(tell(message), width))
    if 0 <= start < width:
        lines.insert(0, Content(" " * start + "^" * max(1, min(end, width) - start)).stylize("bold $warning"))
    return Content("\n").join(lines)
