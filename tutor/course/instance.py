"""From an exercise to the question a learner is asked."""

from tutor.answers.task import Task
from tutor.course.lesson import Block, Exercise, Prose, markdown
from tutor.course.question import Question


def instance(exercise: Exercise, seed: int) -> Question:
    """The question of an exercise; the seed draws its parameters."""
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
