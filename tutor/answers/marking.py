"""`mark`: the one entry for whoever asks a question. Reads what was typed, judges it by its kind, names the mistake."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from tutor.answers.entries import components, grid
from tutor.answers.judging import judge
from tutor.answers.names import Names
from tutor.answers.prover import Prover
from tutor.answers.reader import read
from tutor.answers.shapes import as_dims
from tutor.answers.task import Kind, Shape, Task
from tutor.answers.tree import Expr, Symbol, Tree, Unreadable, substitute, symbols
from tutor.answers.verdict import Verdict
from tutor.words import Message


class TaskError(ValueError):
    """The task itself cannot be understood: an expected answer or a function that does not read; `message` says why."""

    def __init__(self, text: str, message: Message) -> None:
        super().__init__(f"{text!r}: {message.code}")
        self.message = Message("judge.task", {"text": text, "why": message})


def mark(task: Task, text: str, *, prover: Prover | None = None) -> Verdict:
    """The verdict on what was typed, with the ids of the mistakes that explain it.

    Without a prover it comes at once and rests on exact points. With one it may take two seconds more, and only ever
    turns “agrees” or “unsure” into “proved”: ask for it where nobody waits.

    Raises:
        TaskError: the task's own strings cannot be read.
    """
    return _KINDS[task.kind](task, text, prover)


def expected_tree(task: Task) -> Expr:
    """The tree of the expected answer of an ``expression`` task.

    Raises:
        TaskError: it cannot be read.
    """
    return author_tree(task.expected, task)


def author_tree(text: str, task: Task) -> Expr:
    """A tree from a string of the task itself, in the author's dialect.

    Raises:
        TaskError: it cannot be read.
    """
    found = read(text, replace(answer_names(task), author=True))
    if isinstance(found, Unreadable):
        raise TaskError(text, found.message)
    return found.expr


def answer_names(task: Task) -> Names:
    """What a typed answer to a task may speak of: its names, their components, and the links of its chain."""
    dims = {name: as_dims(shape) for name, shape in task.shapes.items() if shape and not _letters(shape)}
    parts = [
        entry.name
        for name in dims
        for row in grid(components(name, dims))
        for entry in row
        if isinstance(entry, Symbol) and entry.name.isalnum()
    ]
    known = [*task.names, *task.shapes, *task.wrt, *parts, *(name for name, _ in task.links if name != "y")]
    return Names(
        variables=tuple(dict.fromkeys(known)),
        shapes=dict(task.shapes),
        dialect=task.dialect,
        complex=task.complex,
    )


def _letters(shape: Shape) -> bool:
    return any(isinstance(size, str) for size in shape)


def _expression(task: Task, text: str, prover: Prover | None) -> Verdict:
    tree = read(text, answer_names(task))
    if isinstance(tree, Unreadable):
        return unreadable(tree)
    return judge_expression(task, tree, expected_tree(task), prover)


def unreadable(found: Unreadable) -> Verdict:
    """The verdict on what could not be read."""
    return Verdict("unreadable", found.message.code, found.message, at=found.at)


def judge_expression(task: Task, tree: Tree, expected: Expr, prover: Prover | None = None) -> Verdict:
    """The verdict on a read answer: right, else almost right but for a convention, else wrong and the mistake named."""

    def verdict_on(answer: Tree | Expr, right: Expr) -> Verdict:
        return judge(
            answer,
            right,
            shapes=task.shapes,
            positive=task.positive,
            complex=task.complex,
            layout=task.layout,
            prover=prover,
        )

    verdict = verdict_on(tree, expected)
    if verdict.outcome != "wrong":
        return verdict
    return _not_substituted(task, tree, expected, verdict_on) or _declared(task, tree, verdict, verdict_on) or verdict


Judged = Callable[[Tree | Expr, Expr], Verdict]


def _not_substituted(task: Task, tree: Tree, expected: Expr, verdict_on: Judged) -> Verdict | None:
    """Right once the named links are put in: B5, almost."""
    links = {name: author_tree(value, task) for name, value in task.links if name != "y"}
    used = symbols(tree.expr) & links.keys() - set(task.names)
    if not used:
        return None
    if verdict_on(substitute(tree.expr, links), expected).outcome != "right":
        return None
    return Verdict("almost", "not-substituted", Message("mistake.B5"), mistakes=("B5",), notices=tree.notices)


def _declared(task: Task, tree: Tree, verdict: Verdict, verdict_on: Judged) -> Verdict | None:
    """The wrong answers the task itself declares."""
    found = tuple(
        mistake
        for mistake, wrong in task.wrong.items()
        if verdict_on(tree, author_tree(wrong, task)).outcome == "right"
    )
    if not found:
        return None
    return replace(verdict, mistakes=found)


def _choice(task: Task, text: str, prover: Prover | None) -> Verdict:
    letter = text.strip().strip("()[].").strip().casefold()
    letters = [choice.casefold() for choice in task.choices] or [task.expected.casefold()]
    if task.choices and letter not in letters:
        message = Message("judge.choice.unknown", {"letters": ", ".join(task.choices)})
        return Verdict("unreadable", "choice", message, at=(0, len(text)))
    if letter == task.expected.strip().casefold():
        return Verdict("right", "choice", Message("judge.right.choice"))
    mistakes = tuple(mistake for mistake, wrong in task.wrong.items() if wrong.strip().casefold() == letter)
    return Verdict("wrong", "choice", Message("judge.wrong.choice"), mistakes=mistakes)


_SHAPE = re.compile(r"[(\[]?\s*(\d{1,6}|[A-Za-z])\s*(?:x|×|X|\*|,|por|by|\s)\s*(\d{1,6}|[A-Za-z])\s*[)\]]?")


def _shape(task: Task, text: str, prover: Prover | None) -> Verdict:
    typed, expected = (_SHAPE.fullmatch(written.strip()) for written in (text, task.expected))
    if expected is None:
        raise TaskError(task.expected, Message("judge.shape.unreadable"))
    if typed is None:
        return Verdict("unreadable", "shape", Message("judge.shape.unreadable"), at=(0, len(text)))
    if typed.groups() == expected.groups():
        return Verdict("right", "shape", Message("judge.right.shape"))
    swapped = typed.groups()[::-1] == expected.groups()
    return Verdict("wrong", "shape", Message("judge.wrong.shape.swapped" if swapped else "judge.wrong.shape"))


_LINE = re.compile(r"\s*\(?(\d{1,3})\)?\s*[:.)]\s*(.*)", re.DOTALL)


def _line(task: Task, text: str, prover: Prover | None) -> Verdict:
    expected = _LINE.fullmatch(task.expected)
    if expected is None:
        raise TaskError(task.expected, Message("judge.line.unreadable"))
    typed = _LINE.fullmatch(text) or re.fullmatch(r"\s*(\d{1,3})\s*()", text)
    if typed is None:
        return Verdict("unreadable", "line", Message("judge.line.unreadable"), at=(0, len(text)))
    if typed[1] != expected[1]:
        return Verdict("wrong", "line", Message("judge.wrong.line", {"line": int(typed[1])}))
    if not typed[2].strip():
        return Verdict("almost", "line", Message("judge.line.only", {"line": int(typed[1])}))
    declared = ((mistake, _LINE.fullmatch(wrong)) for mistake, wrong in task.wrong.items())
    wrong = {mistake: line[2] for mistake, line in declared if line and line[1] == expected[1]}
    verdict = _expression(replace(task, kind="expression", expected=expected[2], wrong=wrong), typed[2], prover)
    if verdict.at is None:
        return verdict
    return replace(verdict, at=(verdict.at[0] + typed.start(2), verdict.at[1] + typed.start(2)))


_KINDS: Mapping[Kind, Callable[[Task, str, Prover | None], Verdict]] = {
    "expression": _expression,
    "choice": _choice,
    "shape": _shape,
    "line": _line,
}
