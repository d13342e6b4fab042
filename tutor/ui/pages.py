"""The widgets of a lesson's blocks."""

from typing import Any

from textual.widget import Widget

from tutor.course.instance import question
from tutor.course.lesson import Block, Heading, Lab, Worked, markdown
from tutor.course.lesson import Exercise as ExerciseBlock
from tutor.ui.session import Session
from tutor.ui.widgets.door import Door
from tutor.ui.widgets.exercise import Exercise
from tutor.ui.widgets.prose import Prose
from tutor.ui.widgets.worked import WorkedExample


def page(blocks: tuple[Block, ...], session: Session, steps: dict[str, int]) -> list[Widget]:
    """One widget a block, in order; `steps` are those already revealed of each worked example."""
    exercises = [block for block in blocks if isinstance(block, ExerciseBlock)]
    widgets: list[Widget] = []
    for block in blocks:
        match block:
            case ExerciseBlock():
                widgets.append(asked(block, session, exercises.index(block) + 1, len(exercises)))
            case Worked():
                widgets.append(WorkedExample(block, session, steps.get(block.id, 0)))
            case Lab(data=data):
                widgets.append(Door(session.say("ui.lesson.lab", data=data), f"app.lab({data!r})"))
            case Heading(level=level):
                widgets.append(Prose(markdown((block,)), classes=f"heading h{level}"))
            case _:
                widgets.append(Prose(markdown((block,))))
    return widgets


def asked(block: ExerciseBlock, session: Session, number: int, total: int) -> Exercise:
    """An exercise as it was left, with the seed it was left at."""
    state: dict[str, Any] = session.kept(f"exercise:{block.key}") or {}
    return Exercise(
        question(block, state.get("seed", 0)),
        session,
        heading=session.say("ui.exercise.heading", number=number, total=total),
        repeatable=bool(block.params),
        state=state,
        name=block.id,
    )
