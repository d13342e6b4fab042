"""What to ask next, a round of ten, and how a round went."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tutor.answers.verdict import Verdict
from tutor.practice.generate import generate
from tutor.practice.problem import Problem

ROUND = 10
"""Problems of a round."""
MEMORY = 20
"""Problems back to which a structure is not repeated, as long as the level has others."""
TRIES = 24
ENOUGH = 10
"""Tries without anything new after which the structure seen longest ago will do."""
STEP_DONE = 4
"""The rung from which a hint has done part of the problem."""


def following(topic: str, level: int, seed: int, seen: Sequence[Problem] = ()) -> Problem:
    """A problem whose structure is none of the last twenty seen (latest last), or else the one seen longest ago.

    The same arguments give the same problem.

    Raises:
        PracticeError: there is no such topic, level or seed.
    """
    latest = list(reversed(seen))[:MEMORY]
    structures = [problem.structure for problem in latest]
    functions = [problem.graph.function for problem in latest]
    random = Random(f"{topic}:{level}:{seed}")
    oldest = max(structures, key=structures.index, default=None)
    candidates: list[Problem] = []
    while len(candidates) < TRIES:
        problem = generate(topic, level, random.randrange(36**4))
        if problem.structure not in structures:
            return problem
        candidates.append(problem)
        if len(candidates) >= ENOUGH and problem.structure == oldest and problem.graph.function not in functions:
            return problem
    fresh = [problem for problem in candidates if problem.graph.function not in functions]
    return max(fresh or candidates, key=lambda problem: structures.index(problem.structure))


def draw_round(topic: str, level: int, seed: int, count: int = ROUND) -> tuple[Problem, ...]:
    """A round of problems as different as the level allows.

    Raises:
        PracticeError: there is no such topic, level or seed.
    """
    drawn: list[Problem] = []
    for place in range(count):
        drawn.append(following(topic, level, seed * count + place, drawn))
    return tuple(drawn)


@dataclass(frozen=True, slots=True)
class Answered:
    """One problem of a round: the verdicts in order, and the highest rung of help seen (5: the solution)."""

    problem: Problem
    verdicts: tuple[Verdict, ...] = ()
    hints: int = 0

    @property
    def right(self) -> bool:
        """Solved with no wrong answer before and no step done by a hint; an almost right answer costs nothing."""
        outcomes = [verdict.outcome for verdict in self.verdicts if verdict.outcome in ("right", "wrong")]
        return outcomes[:1] == ["right"] and self.hints < STEP_DONE

    @property
    def mistakes(self) -> tuple[str, ...]:
        """What the first wrong answer was recognised as; several: a tie."""
        wrong = [verdict for verdict in self.verdicts if verdict.outcome == "wrong"]
        return wrong[0].mistakes if wrong else ()


@dataclass(frozen=True, slots=True)
class Result:
    """How a round went."""

    answered: tuple[Answered, ...]

    @property
    def right(self) -> int:
        """Problems solved by the learner alone."""
        return sum(each.right for each in self.answered)

    @property
    def missed(self) -> tuple[Answered, ...]:
        """The problems that went wrong, in order: what to look at again."""
        return tuple(each for each in self.answered if not each.right)

    @property
    def mistakes(self) -> tuple[tuple[str, int], ...]:
        """The mistakes recognised without a doubt, the most frequent first."""
        return tuple(Counter(each.mistakes[0] for each in self.answered if len(each.mistakes) == 1).most_common())
