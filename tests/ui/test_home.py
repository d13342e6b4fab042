"""Home: the list, the way back, the search, and a course with faults."""

from pathlib import Path

from textual.widgets import OptionList

from tutor.ui.app import TutorApp
from tutor.ui.session import Session


async def test_the_first_day_begins_with_the_first_lesson(sit) -> None:
    async with sit() as learner:
        screen = await learner.sees("Begin ▸ First")
        assert "○○" in screen
        assert learner.app.screen.focused.id == "lessons"
        await learner.press("enter")
        await learner.sees("A paragraph with u = x²")


async def test_it_goes_on_where_one_left_off(sit) -> None:
    async with sit() as learner:
        await learner.press("enter")
        await learner.sees("A paragraph")
        await learner.press("enter")
        await learner.type("2x")
        await learner.press("enter")
        await learner.sees("✓ Right")
    async with sit() as learner:
        screen = await learner.sees("Continue ▸ First · exercise 1 of 2")
        assert "●○" in screen


async def test_a_search_leaves_the_lessons_that_match(sit) -> None:
    async with sit() as learner:
        await learner.press("slash")
        await learner.type("seco")
        await learner.sees("Second")
        assert "First" not in learner.screen
        await learner.press("escape")
        await learner.sees("Begin ▸ First")


async def test_a_faulty_lesson_says_where_and_offers_the_others(sit) -> None:
    async with sit() as learner:
        await learner.app.run_action("app.lesson('second')")
        await learner.sees("02-second/lesson.es.md:4:")
        await learner.sees("▸ Previous: First")
        await learner.press("escape", "escape")
        await learner.sees("✗ has errors")


async def test_a_faulty_index_says_where_and_leaves_practice(course: Path, monkeypatch) -> None:
    (course / "course.yaml").write_text("format: 1\nlesons: []\n", encoding="utf-8")
    monkeypatch.setattr("tutor.course.index.lessons_dir", lambda: course)
    app = TutorApp(Session.resume("en"))
    async with app.run_test() as pilot:
        await pilot.pause()
        options = app.screen.query_one(OptionList)
        assert "course.yaml:1:1" in str(options.get_option_at_index(0).prompt)
        await pilot.press("p")
        assert app.current_mode == "practice"


async def test_the_language_changes_and_is_remembered(sit) -> None:
    async with sit() as learner:
        await learner.press("f2")
        await learner.sees("Empezar ▸ Primera")
    async with sit(lang=None) as learner:
        await learner.sees("Empezar ▸ Primera")


async def test_a_lesson_with_a_fault_is_marked_before_anybody_opens_it(sit) -> None:
    async with sit() as learner:
        screen = await learner.sees("✗ has errors")
        assert "lesson.es.md:4:1" in screen
        assert learner.app.current_mode == "home"
