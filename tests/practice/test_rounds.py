"""What comes next is new as long as there is something new; a round ends with what went wrong."""

import pytest

from tutor.answers.verdict import Outcome, Verdict
from tutor.practice import Answered, Result, draw_round, following
from tutor.practice.rounds import MEMORY
from tutor.words import Message


@pytest.mark.parametrize("level", [2, 3, 4, 5])
def test_a_round_has_ten_different_structures(level: int) -> None:
    drawn = draw_round("chain", level, 5)
    assert len({problem.structure for problem in drawn}) == len(drawn) == 10


def test_a_round_of_a_level_with_few_structures_uses_them_evenly() -> None:
    drawn = draw_round("chain", 1, 5)
    structures = [problem.structure for problem in drawn]
    counts = [structures.count(structure) for structure in set(structures)]
    assert max(counts) - min(counts) <= 1
    assert len({problem.graph.function for problem in drawn}) == 10


def test_a_round_is_the_same_for_the_same_seed() -> None:
    assert draw_round("chain", 3, 8) == draw_round("chain", 3, 8) != draw_round("chain", 3, 9)


def test_what_follows_is_unlike_the_last_seen() -> None:
    seen = [following("chain", 4, 0)]
    for seed in range(1, MEMORY):
        seen.append(following("chain", 4, seed, seen))
    assert len({problem.structure for problem in seen}) == MEMORY


def verdict(outcome: Outcome, *mistakes: str) -> Verdict:
    return Verdict(outcome, "differs", Message("answers.right"), mistakes=mistakes)


def test_a_result_counts_what_was_solved_alone_and_lists_the_rest() -> None:
    problems = draw_round("chain", 2, 1)
    right, wrong, almost, unread = verdict("right"), verdict("wrong", "B1"), verdict("almost"), verdict("unreadable")
    answered = (
        Answered(problems[0], (right,), hints=3),
        Answered(problems[1], (unread, almost, right)),
        Answered(problems[2], (wrong, right)),
        Answered(problems[3], (right,), hints=4),
        Answered(problems[4], (verdict("wrong", "B4", "B9"), wrong)),
        Answered(problems[5]),
        Answered(problems[6], (wrong,)),
    )
    result = Result(answered)
    assert result.right == 2
    assert result.missed == answered[2:]
    assert result.mistakes == (("B1", 2),)
