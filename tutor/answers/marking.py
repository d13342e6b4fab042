"""`mark`: the one entry for whoever asks a question. Reads what was typed, judges it by its kind, names the mistake."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from tutor.answers.diagnosis import Explained, explain
from tutor.answers.explaining import equation, sentence
from tutor.answers.grids import dims_of, grid
from tutor.answers.hints import first_step, hint
from tutor.answers.judging import judge
from tutor.answers.links import Chain
from tutor.answers.prover import Prover
from tutor.answers.reader import read
from tutor.answers.task import Kind, Task
from tutor.answers.task_trees import (
    TaskError,
    answer_names,
    author_tree,
    chain_in,
    components_of,
    expected_tree,
    links_in,
    written_out,
)
from tutor.answers.tree import Expr, Tree, Unreadable, substitute, symbols
from tutor.answers.verdict import Verdict
from tutor.words import Message, codes


def mark(task: Task, text: str, *, prover: Prover | None = None) -> Verdict:
    """The verdict on what was typed, with the ids of the mistakes that explain it.

    Without a prover it comes at once and rests on exact points. With one it may take two seconds more, and only ever
    turns “agrees” or “unsure” into “proved”: ask for it where nobody waits.

    Raises:
        TaskError: the task's own strings cannot be read.
    """
    return _KINDS[task.kind](task, text, prover)


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
    return _not_substituted(task, tree, expected, verdict_on) or _named(task, tree, expected, verdict, verdict_on)


Judged = Callable[[Tree | Expr, Expr], Verdict]


def _not_substituted(task: Task, tree: Tree, expected: Expr, verdict_on: Judged) -> Verdict | None:
    """Right once the links are put in: B5, almost."""
    links = links_in(task)
    left = [link for link in links if link[0] in symbols(tree.expr)]
    if not left:
        return None
    answer = tree.expr
    for name, value in reversed(links):
        answer = substitute(answer, {name: value})
    if verdict_on(answer, expected).outcome != "right":
        return None
    message = Message("mistake.B5.here", {"link": equation(*left[-1])})
    return Verdict("almost", "not-substituted", message, mistakes=("B5",), notices=tree.notices)


def _named(task: Task, tree: Tree, expected: Expr, verdict: Verdict, verdict_on: Judged) -> Verdict:
    """A wrong answer with the mistakes that explain it: those the task declares, and those found from its function."""
    declared = tuple(
        name for name, wrong in task.wrong.items() if verdict_on(tree, author_tree(wrong, task)).outcome == "right"
    )
    if declared and declared[0] in _CONVENTIONS:
        return Verdict(
            "almost", "convention", Message(_CONVENTIONS[declared[0]]), mistakes=declared, notices=tree.notices
        )
    chain = chain_in(task)
    answer = written_out(tree.expr, task)
    function = written_out(author_tree(task.function, task), task) if task.function else None
    explained = Explained()
    if answer is not None and function is not None and task.wrt:
        wrt = [name for variable in task.wrt for name in components_of(variable, task)]
        explained = explain(answer, function, wrt, chain=chain, positive=task.positive)
    message = sentence(explained) or _of_declared(declared)
    if message is None and answer is not None:
        message = _hint(answer, written_out(expected, task), verdict, chain)
    elif message is not None and verdict.entry and any(slip.about for slip in explained.slips):
        message = _in_entry(message, verdict)
    mistakes = tuple(dict.fromkeys((*declared, *explained.mistakes)))
    return replace(verdict, mistakes=mistakes, message=message or verdict.message)


def _of_declared(declared: Sequence[str]) -> Message | None:
    known = [code for code in (f"mistake.{name}" for name in declared) if code in codes("en")]
    return Message(known[0]) if known else None


def _hint(answer: Expr, right: Expr | None, verdict: Verdict, chain: Chain | None) -> Message | None:
    """What can be said of an answer, or of its first wrong entry, that no known mistake explains."""
    if right is None or dims_of(answer) != dims_of(right):
        return None
    if verdict.because == "differs":
        return hint(answer, right, chain) or first_step(chain)
    rows, columns = dims_of(right) or (0, 0)
    row, column = verdict.entry or (1, 1)
    if verdict.because != "entry" or row > rows or column > columns:
        return None
    found = hint(grid(answer)[row - 1][column - 1], grid(right)[row - 1][column - 1])
    return found and _in_entry(found, verdict)


def _in_entry(message: Message, verdict: Verdict) -> Message:
    row, column = verdict.entry or (1, 1)
    return Message("mistake.entry", {"row": row, "column": column, "why": message})


_CONVENTIONS = {"H1": "judge.half"}
"""Declared answers that are right up to a convention: H1 is the derivative of the cost with ½ in front."""


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


_LINE = re.compile(r"\s*(?:l[ií]nea\s|line\s)?\s*\(?(\d{1,3})\)?\s*(?:[:.)]\s*(.*)|)", re.DOTALL | re.IGNORECASE)


def _line(task: Task, text: str, prover: Prover | None) -> Verdict:
    expected = _LINE.fullmatch(task.expected)
    if expected is None or not expected[2]:
        raise TaskError(task.expected, Message("judge.line.unreadable"))
    typed = _LINE.fullmatch(text)
    if typed is None:
        return Verdict("unreadable", "line", Message("judge.line.unreadable"), at=(0, len(text)))
    if typed[1] != expected[1]:
        return Verdict("wrong", "line", Message("judge.wrong.line", {"line": int(typed[1])}))
    if not typed[2]:
        return Verdict("almost", "line", Message("judge.line.only", {"line": int(typed[1])}))
    declared = ((mistake, _LINE.fullmatch(wrong)) for mistake, wrong in task.wrong.items())
    wrong = {mistake: line[2] for mistake, line in declared if line and line[2] and line[1] == expected[1]}
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
