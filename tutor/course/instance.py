"""From an exercise to the question a learner is asked: parameters drawn, author's expressions worked out."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from math import gcd, prod
from random import Random
from typing import TYPE_CHECKING

from tutor.answers.task import Task
from tutor.course.lesson import Block, Exercise, Formula, Prose, markdown
from tutor.course.question import Choice, Question

if TYPE_CHECKING:
    from tutor.answers.tree import Expr

_NAME = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_LINE = re.compile(r"(\s*\d+\s*:)(.*)", re.DOTALL)

Fill = Callable[[str, bool], str]
"""The text of a name, in a formula or in words."""


def question(exercise: Exercise, seed: int = 0) -> Question:
    """The question of an exercise; the seed draws its parameters, and without any it is always the same.

    Raises:
        TaskError: an expression of the exercise cannot be read.
    """
    if exercise.params or exercise.given:
        exercise = _drawn(exercise, seed)
    task = Task(
        expected=exercise.answer,
        kind=exercise.kind,
        names=exercise.names,
        shapes=exercise.shapes,
        function=exercise.function,
        wrt=exercise.wrt,
        links=exercise.links,
        wrong=exercise.wrong,
        layout=exercise.layout,
        positive=exercise.positive,
        choices=tuple(choice.letter for choice in exercise.choices),
    )
    return Question(
        exercise.key,
        markdown(exercise.statement),
        task,
        tuple(markdown(hint) for hint in exercise.hints),
        tuple(markdown(step) for step in solution_steps(exercise.solution)),
        exercise.choices,
    )


def solution_steps(solution: tuple[Block, ...]) -> tuple[tuple[Block, ...], ...]:
    """A solution cut before each paragraph: a step says what is done and shows the formulas it leads to."""
    starts = [place for place, block in enumerate(solution) if place == 0 or isinstance(block, Prose)]
    return tuple(solution[start:end] for start, end in zip(starts, [*starts[1:], len(solution)], strict=True))


def _drawn(exercise: Exercise, seed: int) -> Exercise:
    """The exercise with a value in the place of every parameter, in its data and in its texts."""
    from tutor.answers import latex, show

    values = _values(exercise, seed)
    work_out = _worker(exercise, values)
    answer = _data(exercise.answer, work_out)
    if exercise.kind == "expression":
        values["answer"] = work_out(exercise.answer)

    def fill(name: str, formula: bool) -> str:
        value = values.get(name)
        if value is None:
            return f"{{{{{name}}}}}"
        return latex(value) if formula else show(value)

    return replace(
        exercise,
        answer=answer,
        function=exercise.function and _data(exercise.function, work_out),
        links=tuple((name, _data(text, work_out)) for name, text in exercise.links),
        wrong={mistake: _data(text, work_out) for mistake, text in exercise.wrong.items()},
        statement=_filled(exercise.statement, fill),
        hints=tuple(_filled(hint, fill) for hint in exercise.hints),
        solution=_filled(exercise.solution, fill),
        choices=tuple(Choice(choice.letter, _text(choice.text, fill)) for choice in exercise.choices),
        params={},
        given=None,
    )


def _values(exercise: Exercise, seed: int) -> "dict[str, Expr]":
    """A value for each parameter, and what ``given`` is with them."""
    values = {name: _worker(exercise, {})(text) for name, text in _draw(exercise, seed)}
    if exercise.given:
        values["given"] = _worker(exercise, values)(exercise.given)
    return values


def _draw(exercise: Exercise, seed: int) -> Iterator[tuple[str, str]]:
    """One value of each parameter. Successive seeds step through all the draws before one comes back."""
    random = Random(exercise.key)
    total = prod(map(len, exercise.params.values()))
    start = random.randrange(total)
    step = next(step for step in count(random.randrange(total) + 1) if gcd(step, total) == 1)
    place = (start + seed * step) % total
    for name, choices in exercise.params.items():
        place, chosen = divmod(place, len(choices))
        yield name, choices[chosen]


def _worker(exercise: Exercise, values: "dict[str, Expr]") -> "Callable[[str], Expr]":
    """Reads an author's expression, puts the values in, differentiates what is to be differentiated, and tidies."""
    from tutor.answers import Names, TaskError, Unreadable, read, substitute, tidy
    from tutor.answers.dims import as_dims
    from tutor.answers.entries import expand

    variables = (*exercise.names, *exercise.shapes, *exercise.wrt, *dict(exercise.links), *exercise.params, "given")
    names = Names(tuple(dict.fromkeys(variables)), exercise.shapes, author=True)
    dims = {name: as_dims(shape) for name, shape in exercise.shapes.items()}

    def work_out(text: str) -> "Expr":
        tree = read(text, names)
        if isinstance(tree, Unreadable):
            raise TaskError(text, tree.message)
        return tidy(expand(substitute(tree.expr, values), dims))

    return work_out


def _data(text: str, work_out: "Callable[[str], Expr]") -> str:
    """An expression worked out; of a corrected line, what stands after its number."""
    from tutor.answers import show

    line = _LINE.fullmatch(text)
    return f"{line[1]} {show(work_out(line[2]))}" if line else show(work_out(text))


def _filled(blocks: Iterable[Block], fill: Fill) -> tuple[Block, ...]:
    return tuple(_block(block, fill) for block in blocks)


def _block(block: Block, fill: Fill) -> Block:
    match block:
        case Prose(markdown=source):
            return replace(block, markdown=_text(source, fill))
        case Formula(latex=source):
            return replace(block, latex=_NAME.sub(lambda found: fill(found[1], True), source))
        case _:
            return block


def _text(source: str, fill: Fill) -> str:
    """Names in formulas become LaTeX, names in words typable text."""
    from tutor.typeset import prose

    formulas = [(one.offset, one.offset + len(one.text)) for one in prose(source) if one.kind == "formula"]

    def value(found: re.Match[str]) -> str:
        return fill(found[1], any(start <= found.start() < end for start, end in formulas))

    return _NAME.sub(value, source)
