"""Judging and recording an answer; both may take a while, so they are done away from the screen."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tutor.answers import Verdict, mark
from tutor.course.question import Question
from tutor.progress import Attempt
from tutor.ui.faults import note
from tutor.ui.session import Session
from tutor.words import Message


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How an answer came about; see `Attempt`."""

    hints: int
    solution_seen: bool
    seconds: float
    generator: int | None


def judged(session: Session, question: Question, text: str) -> Verdict:
    """The verdict at once; proved only where it would be none. A failure of ours is never the learner's."""
    try:
        verdict = mark(question.task, text)
        if verdict.outcome == "unsure" and session.prover is not None:
            verdict = mark(question.task, text, prover=session.prover)
    except Exception as error:
        note(error)
        return Verdict("unsure", "failed", Message("ui.exercise.failed"))
    return verdict


def recorded(session: Session, question: Question, text: str, verdict: Verdict, how: Circumstances) -> bool:
    """Whether the attempt is on the disk; what could not be read is none."""
    if verdict.outcome == "unreadable":
        return True
    attempt = Attempt(
        question.id,
        text,
        verdict.outcome,
        verdict.because,
        datetime.now(UTC),
        verdict.mistakes,
        hints=how.hints,
        solution_seen=how.solution_seen,
        seconds=how.seconds,
        generator=how.generator,
    )
    return session.store.record(attempt)
