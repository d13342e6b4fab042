"""What a learner is asked, by a lesson or by practice: one shape for both, so that one widget can ask it."""

from dataclasses import dataclass

from tutor.answers.task import Task


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice: its letter and its text."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question in one language.

    `id` is permanent: ``lesson-id/exercise-id`` or the code of a problem. Texts are Markdown with ``$…$`` formulas.
    `hints` climb from orientation to a step done; `solution` is the worked answer, a step an entry.
    """

    id: str
    prompt: str
    task: Task
    hints: tuple[str, ...] = ()
    solution: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
