"""Where an answer is given: each kind of question has a field, and all of them speak the judge's text."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tutor.answers.task import Task
from tutor.course.question import Choice, Question
from tutor.ui.session import Session
from tutor.ui.widgets.choices import Choices
from tutor.ui.widgets.exercise import Exercise
from tutor.ui.widgets.fields import numbered
from tutor.ui.widgets.prose import Prose
from tutor.ui.widgets.response import Response

SHAPE = Question("t/shape", "Which shape?", Task("2x3", kind="shape"))
CHOICE = Question(
    "t/choice", "Which?", Task("b", kind="choice", choices=("a", "b")), choices=(Choice("a", "$x$"), Choice("b", "$y$"))
)
LINE = Question(
    "t/line",
    "Which line is wrong?\n\n1. $f = x^2$\n2. $f' = x$\n\nPut it right.",
    Task("2: 2*x", kind="line", names=("x",)),
)


class Host(App[None]):
    """One exercise."""

    CSS = "OptionList { border: none; padding: 0; }"

    def __init__(self, question: Question, session: Session, text: str) -> None:
        super().__init__()
        self.exercise = Exercise(question, session, state={"text": text})
        self.outcomes: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.exercise

    def on_exercise_judged(self, event: Exercise.Judged) -> None:
        self.outcomes.append(event.verdict.outcome)


@asynccontextmanager
async def asked(course, question: Question, text: str = "") -> AsyncIterator[tuple[Host, Pilot[None]]]:
    """An exercise in front of somebody."""
    from tutor.course import load_index

    session = Session.resume("en", load_index(course))
    host = Host(question, session, text)
    async with host.run_test() as pilot:
        host.exercise.focus_answer()
        await pilot.pause()
        yield host, pilot
        await host.workers.wait_for_complete()
        await pilot.pause()
    session.store.close()


@pytest.mark.parametrize(
    "keys",
    [
        ("2", "x", "3", "enter"),
        ("2", "asterisk", "3", "enter"),
        ("2", "enter", "3", "enter"),
        ("2", "tab", "3", "enter"),
    ],
)
async def test_rows_and_columns_have_a_box_each(course, keys: tuple[str, ...]) -> None:
    async with asked(course, SHAPE) as (host, pilot):
        await pilot.press(*keys)
        assert host.exercise.typed == "2x3"
    assert host.outcomes == ["right"]


async def test_a_whole_shape_in_one_box_is_read_too(course) -> None:
    async with asked(course, SHAPE) as (host, pilot):
        host.screen.focused.value = "2x3"
        await pilot.press("enter")
    assert host.outcomes == ["right"]


async def test_backspace_in_an_empty_box_goes_back(course) -> None:
    async with asked(course, SHAPE, "2x") as (host, pilot):
        assert host.exercise.typed == "2"
        await pilot.press("backspace", "backspace", "4")
        assert host.exercise.typed == "4"


@pytest.mark.parametrize(("question", "text"), [(SHAPE, "3x2"), (CHOICE, "b"), (LINE, "2: 2x"), (LINE, "1")])
async def test_what_was_typed_comes_back(course, question: Question, text: str) -> None:
    async with asked(course, question, text) as (host, _pilot):
        assert host.exercise.typed == text


async def test_a_line_is_picked_and_put_right_with_the_keyboard(course) -> None:
    async with asked(course, LINE) as (host, pilot):
        await pilot.press("2", "enter")
        await pilot.press(*"2x")
        assert host.exercise.typed == "2: 2x"
        await pilot.press("enter")
    assert host.outcomes == ["right"]


async def test_a_line_is_picked_with_the_mouse(course) -> None:
    async with asked(course, LINE) as (host, pilot):
        await pilot.click(Choices, offset=(4, 1))
        await pilot.click(Choices, offset=(4, 1))
        await pilot.press(*"2.5x")
        assert host.exercise.typed == "2: 2.5x"


async def test_the_lines_are_shown_once(course) -> None:
    async with asked(course, LINE) as (host, _pilot):
        assert "x²" not in "\n".join(line.plain for line in host.query(Prose).first().lines())
    before, lines = numbered(LINE.prompt)
    assert before == "Which line is wrong?\n\nPut it right."
    assert lines == (Choice("1", "$f = x^2$"), Choice("2", "$f' = x$"))


async def test_a_caret_below_a_line_stands_where_the_fault_is(course) -> None:
    async with asked(course, LINE, "2: ") as (host, pilot):
        await pilot.press(*"2(x")
        assert str(host.query_one(Response).render()).startswith(" ^\n")


async def test_a_click_picks_and_another_one_answers(course) -> None:
    async with asked(course, CHOICE) as (host, pilot):
        await pilot.click(Choices, offset=(4, 1))
        assert host.exercise.typed == "b"
        assert host.outcomes == []
        await pilot.click(Choices, offset=(4, 1))
    assert host.outcomes == ["right"]
