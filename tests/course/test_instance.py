"""Exercises with parameters: another like it is another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.course import load_index, load_lesson
from tutor.course.instance import question
from tutor.course.lesson import Exercise


def drawn(course: Path) -> Exercise:
    return next(one for one in load_lesson(load_index(course).by_id["first"], "en").exercises if one.params)


def test_no_draw_comes_back_before_all_were_asked(course: Path) -> None:
    exercise = drawn(course)
    prompts = [question(exercise, seed).prompt for seed in range(48)]
    assert len(set(prompts[:24])) == 8 * 3
    assert prompts[24:] == prompts[:24]
    assert question(exercise, 5) == question(exercise, 5)


@pytest.mark.parametrize(("params", "different"), [("{a: [3], n: [2]}", 1), ("{a: [3, 5], n: [2]}", 2)])
def test_few_draws_still_take_turns(
    params: str, different: int, course: Path, edit: Callable[[str, str, str], str]
) -> None:
    edit("01-first/lesson.es.md", "{a: 2..9, n: [2, 3, 4]}", params)
    prompts = [question(drawn(course), seed).prompt for seed in range(4)]
    assert len(set(prompts)) == different
    assert prompts[:2] == prompts[2:]


def test_numbers_decide_what_the_neuron_does(course: Path, edit: Callable[[str, str, str], str]) -> None:
    edit("01-first/lesson.es.md", 'function: "given"\nwrt: [x]\nanswer: "diff(given, x)"', 'answer: "given"')
    edit("01-first/lesson.es.md", 'given: "sin(a*x^n)"', 'given: "max(0, 3 - a) + [n > 3]"')
    exercise = drawn(course)
    for seed in range(24):
        assert question(exercise, seed).task.expected.isdecimal()
