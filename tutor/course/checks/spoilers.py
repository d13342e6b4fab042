"""An exercise asks for something that does not stand displayed between it and the heading or exercise before it."""

from collections.abc import Iterator

from tutor.answers import mark
from tutor.answers.task_trees import expected_tree
from tutor.answers.tree import symbols
from tutor.course.checks.texts import sides
from tutor.course.instance import question
from tutor.course.lesson import Block, Exercise, Formula, Heading, Lesson, walk
from tutor.course.problem import Problem
from tutor.words import Message


def check(lesson: Lesson) -> Iterator[Problem]:
    """The exercises whose answer stands displayed just before.

    Answers without variables are left out: a 0 or a row of ones stands in many formulas that give nothing away.

    Raises:
        TaskError: an exercise cannot be read.
    """
    before: list[Block] = []
    for block in lesson.blocks:
        if isinstance(block, Exercise):
            formula = _given_away(block, before)
            if formula:
                yield Problem(block.place, Message("course.answer-displayed", {"line": formula.place.line}))
        before = [] if isinstance(block, Exercise | Heading) else [*before, block]


def _given_away(exercise: Exercise, before: list[Block]) -> Formula | None:
    """The formula that shows the answer; where it is shown because it is wrong, it does not."""
    formulas = [block for block in walk(before) if isinstance(block, Formula) and block.claim.holds]
    if exercise.kind != "expression" or exercise.params or not formulas:
        return None
    task = question(exercise).task
    if not symbols(expected_tree(task)):
        return None
    for formula in formulas:
        if any(side and mark(task, side).outcome == "right" for side in sides(formula.latex)):
            return formula
    return None
