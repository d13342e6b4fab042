"""The widgets of a lesson's blocks."""

from collections.abc import Iterator
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


def page(blocks: tuple[Block, ...], session: Session, steps: dict[str, int]) -> Iterator[Widget]:
    """One widget a block, in order, each made when it is asked for (an exercise with parameters takes a while to draw).

    `steps` are those already revealed of each worked example.
    """
    headings = exercise_headings(blocks, session)
    for block in blocks:
        match block:
            case ExerciseBlock():
                yield asked(block, session, headings[block.id])
            case Worked():
                yield WorkedExample(block, session, steps.get(block.id, 0))
            case Lab(data=data):
                yield Door(session.say("ui.lesson.lab", data=data), f"app.lab({data!r})")
            case Heading(level=level):
                yield Prose(markdown((block,)), classes=f"heading h{level}")
            case _:
                yield Prose(markdown((block,)))


def exercise_headings(blocks: tuple[Block, ...], session: Session) -> dict[str, str]:
    """How each exercise among the blocks is headed, by its id."""
    names = [block.id for block in blocks if isinstance(block, ExerciseBlock)]
    say = session.say
    return {name: say("ui.exercise.heading", number=n, total=len(names)) for n, name in enumerate(names, 1)}


def asked(block: ExerciseBlock, session: Session, heading: str) -> Exercise:
    """An exercise as it was left, with the seed it was left at."""
    state: dict[str, Any] = session.kept(f"exercise:{block.key}") or {}
    return Exercise(
        question(block, state.get("seed", 0)),
        session,
        heading=heading,
        repeatable=bool(block.params),
        state=state,
        name=block.id,
    )
