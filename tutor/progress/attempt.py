"""One entry of the log, and what follows from the entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.answers.verdict import Outcome


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a learner typed, when, and what the judge said of it.

    `question` is the permanent id of an exercise (``lesson/exercise``) or the code of a problem, `generator` the
    version of the generator that made the problem (None for a lesson). `hints` is the highest rung seen before
    answering, `seconds` the time spent since the question was shown or last answered. `at` is an aware datetime in any
    zone; it comes back in UTC. The same text to the same question at the same instant is the same attempt.
    """

    question: str
    typed: str
    outcome: Outcome
    because: str
    at: datetime
    mistakes: tuple[str, ...] = ()
    hints: int = 0
    solution_seen: bool = False
    seconds: float = 0.0
    generator: int | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("an attempt needs an aware datetime")

    @property
    def counts(self) -> bool:
        """Whether it counts as an attempt: what could not be read or decided never does."""
        return self.outcome in ("right", "almost", "wrong")


@dataclass(frozen=True, slots=True)
class Summary:
    """A log in numbers: attempts that count, right ones, what is done, mistakes from the most frequent down."""

    attempts: int
    right: int
    done: frozenset[str]
    mistakes: tuple[tuple[str, int], ...]


def summarise(log: Iterable[Attempt]) -> Summary:
    """What a log says. A question is done once any answer to it was right; a tie of mistakes blames none of them."""
    counted = [attempt for attempt in log if attempt.counts]
    right = [attempt for attempt in counted if attempt.outcome == "right"]
    mistakes = Counter(attempt.mistakes[0] for attempt in counted if len(attempt.mistakes) == 1)
    return Summary(
        len(counted), len(right), frozenset(attempt.question for attempt in right), tuple(mistakes.most_common())
    )


def by_lesson(done: Iterable[str]) -> dict[str, frozenset[str]]:
    """The done exercises of each lesson, without the lesson's name: ``{"chain-univariate": {"sin-square"}}``."""
    lessons: dict[str, set[str]] = {}
    for question in done:
        lesson, slash, exercise = question.partition("/")
        if slash:
            lessons.setdefault(lesson, set()).add(exercise)
    return {lesson: frozenset(exercises) for lesson, exercises in lessons.items()}
