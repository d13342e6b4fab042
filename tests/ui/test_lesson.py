"""The lesson: reading, answering, and finding everything as it was left."""

import asyncio

from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.widgets.exercise import Exercise
from tutor.ui.widgets.prose import Prose


async def opened(learner):
    """At the first lesson, the text in front."""
    await learner.app.run_action("app.lesson('first')")
    await learner.sees("A paragraph")
    return learner


async def test_formulas_stand_in_two_dimensions(sit) -> None:
    async with sit() as learner:
        screen = (await opened(learner)).screen
    rows = screen.split("\n")
    bar = next(number for number, row in enumerate(rows) if row.strip() == "── = ── ──")
    assert rows[bar - 1].split() == ["dy", "dy", "du"]
    assert rows[bar + 1].split() == ["dx", "du", "dx"]


async def test_a_worked_example_reveals_step_by_step(sit) -> None:
    async with sit() as learner:
        await opened(learner)
        assert "Step one." not in learner.screen
        await learner.press("space")
        await learner.sees("Step one.")
        assert "Step two." not in learner.screen
        await learner.press("space")
        await learner.sees("Step two.")


async def test_what_is_typed_is_shown_as_it_was_read(sit) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.press("enter")
        await learner.type("1/x")
        screen = await learner.sees("read as")
        assert "─" in screen.split("read as")[1].split("\n")[0]


async def test_right_is_saved_and_goes_on(sit, log) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.press("enter")
        await learner.type("2x")
        await learner.press("enter")
        await learner.sees("✓ Right")
        await learner.sees("saved · ⏎ go on")
        assert log() == [("first/derive", "right")]
        await learner.press("enter")
        assert learner.app.screen.focused.id == "text"
    assert log() == [("first/derive", "right")]


async def test_wrong_is_a_sign_and_a_word_and_counts(sit, log) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.press("enter")
        await learner.type("x^2")
        await learner.press("enter")
        await learner.sees("✗ Not this")
        await learner.press("enter", "enter")
    assert log() == [("first/derive", "wrong")]


async def test_unreadable_never_counts_and_shows_where(sit, log) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.press("enter")
        await learner.type("2(x")
        screen = await learner.sees("^")
        row = next(row for row in screen.split("\n") if row.strip() == "^")
        typed = next(row for row in screen.split("\n") if "2(x" in row)
        assert row.index("^") == typed.index("(")
        await learner.press("enter")
        await learner.sees("does not count")
    assert log() == []


async def test_markup_and_controls_in_an_answer_are_only_text(sit, log) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.press("enter")
        await learner.type("[/]")
        await learner.press("enter")
        await learner.sees("does not count")
        learner.app.screen.focused.value = "[@click=app.quit]2x\x1b]0;a\x07\u202e"
        await learner.press("enter")
        screen = await learner.sees("[@click=app.quit]")
        assert not {"\x1b", "\x07", "\u202e"} & set(screen)


async def test_of_pasted_lines_one_is_kept_and_none_is_sent(sit, log) -> None:
    from textual import events

    async with sit() as learner:
        await opened(learner)
        await learner.press("enter")
        answer = learner.app.screen.focused
        answer.post_message(events.Paste("\n2x\n1\n2"))
        await learner.sees("read as")
        assert answer.value == "2x"
    assert log() == []


async def test_hints_climb_and_the_solution_comes_also_after_success(sit) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.press("enter", "f3")
        await learner.sees("Lower the exponent.")
        assert "stands in front" not in learner.screen
        await learner.press("f3")
        await learner.sees("stands in front")
        await learner.type("2x")
        await learner.press("enter")
        await learner.sees("✓ Right")
        await learner.press("f4")
        learner.app.screen.text.scroll_end(animate=False)
        await learner.sees("It is 2x.")


async def test_hints_and_the_solution_seen_are_recorded(sit) -> None:
    from tutor.paths import data_dir
    from tutor.progress import Store

    async with sit() as learner:
        await opened(learner)
        await learner.press("enter", "f3", "f4")
        await learner.type("2x")
        await learner.press("enter")
        await learner.sees("1/2 ●○")
    with Store(data_dir()) as store:
        (attempt,) = store.attempts()
    assert (attempt.hints, attempt.solution_seen) == (1, True)


async def test_a_choice_is_answered_with_its_letter(sit, log) -> None:
    async with sit() as learner:
        await opened(learner)
        exercise = list(learner.app.screen.query(Exercise))[1]
        exercise.focus_answer()
        await learner.press("b", "enter")
        await learner.sees("1/2 ○●")
    assert log() == [("first/choose", "right")]


async def test_the_history_of_an_answer_comes_back_with_the_arrows(sit) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.press("enter")
        await learner.type("x^2")
        await learner.press("enter")
        await learner.sees("✗ Not this")
        answer = learner.app.screen.focused
        answer.value = "draft"
        await learner.press("up")
        assert answer.value == "x^2"


async def test_a_draft_its_hints_and_the_steps_survive_quitting(sit) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.press("space", "enter")
        await learner.type("3x")
        await learner.press("f3", "ctrl+q")
    async with sit() as learner:
        await learner.press("enter")
        await learner.sees("Step one.")
        exercise = learner.app.screen.query(Exercise).first()
        assert exercise.typed == "3x"
        assert exercise.rung == 1


async def test_the_language_changes_and_the_place_and_the_draft_stay(sit) -> None:
    async with sit(size=(80, 20)) as learner:
        await opened(learner)
        await learner.press("enter")
        await learner.type("3x")
        learner.app.screen.text.scroll_to(y=9, animate=False)
        await learner.press("f2")
        await learner.sees("Ejercicio 1 de 2")
        assert learner.app.screen.text.scroll_offset.y == 9
        assert learner.app.screen.query(Exercise).first().typed == "3x"


async def test_a_term_is_explained_below_its_paragraph(sit) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.press("t")
        screen = await learner.sees("gradient · A row of partials.")
        assert screen.index("A paragraph") < screen.index("A row of partials.") < screen.index("── =")
        await learner.press("t")
        assert "A row of partials." not in learner.screen


async def test_words_are_found_in_the_text(sit) -> None:
    async with sit(size=(60, 18)) as learner:
        await opened(learner)
        await learner.press("slash")
        await learner.type("differentiate")
        await learner.sees("Differentiate x²")
        await learner.press("escape")
        assert isinstance(learner.app.screen, LessonScreen)
        assert learner.app.screen.focused.id == "text"


async def test_copying_a_formula_gives_its_latex(sit) -> None:
    async with sit() as learner:
        await opened(learner)
        display = next(each for each in learner.app.screen.query(Prose) if "math" in each.source)
        display.text_select_all()
        assert learner.app.screen.get_selected_text() == r"$$\frac{dy}{dx} = \frac{dy}{du}\,\frac{du}{dx}$$"


async def test_the_outline_leads_to_the_exercises_and_stands_beside_a_wide_text(sit) -> None:
    async with sit(size=(120, 40)) as learner:
        await opened(learner)
        await learner.sees("○ Exercise 1 of 2")
    async with sit(size=(80, 18)) as learner:
        await opened(learner)
        assert "○ Exercise 2" not in learner.screen
        await learner.press("c")
        assert "⏎ open" in learner.screen
        await learner.press("down", "enter")
        await learner.sees("Which one?")
        assert learner.app.screen.focused.id == "text"


async def test_the_outline_begins_where_one_reads(sit) -> None:
    async with sit(size=(80, 18)) as learner:
        await learner.app.run_action("app.lesson('first', 'choose')")
        await learner.sees("Which one?")
        await learner.press("escape", "c", "enter")
        await learner.sees("Which one?")


async def test_a_lesson_opens_at_an_exercise(sit) -> None:
    async with sit(size=(80, 18)) as learner:
        await learner.app.run_action("app.lesson('first', 'choose')")
        screen = await learner.sees("Which one?")
        assert "Exercise 1 of 2" not in screen
        await learner.press("b", "enter")
        await learner.sees("✓ Right")


async def test_one_goes_on_typing_in_the_other_language_and_the_next_time(sit) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.press("enter")
        await learner.type("6(")
        await learner.press("f2")
        await learner.sees("Ejercicio 1 de 2")
        await learner.type("cq")
        assert learner.app.screen.query(Exercise).first().typed == "6(cq"
        await learner.press("ctrl+q")
    async with sit() as learner:
        await learner.press("enter")
        await learner.sees("Exercise 1 of 2")
        await learner.type("q")
        assert learner.app.screen.query(Exercise).first().typed == "6(cqq"


async def test_an_empty_answer_is_told_what_is_missing(sit, log) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.press("enter", "enter")
        await learner.sees("Nothing is written")
    assert log() == []


async def test_help_leaves_the_question_and_the_answer_in_view(sit) -> None:
    async with sit(size=(80, 20)) as learner:
        await opened(learner)
        await learner.press("enter", "f3", "f3", "f4")
        await learner.sees("Solution")
        assert "Differentiate x²" in learner.screen
        assert "your answer" in learner.screen


async def test_the_search_goes_from_place_to_place_and_escape_goes_back(sit) -> None:
    async with sit(lang="es", size=(60, 18)) as learner:
        await learner.app.run_action("app.lesson('first')")
        await learner.sees("Un párrafo")
        before = learner.app.screen.text.scroll_offset
        await learner.press("slash")
        await learner.type("parrafo")
        await learner.sees("1 de 1")
        learner.app.screen.query_one("#find").value = "de"
        await learner.sees("1 de ")
        await learner.press("down")
        await learner.sees("2 de ")
        await learner.press("up")
        await learner.sees("1 de ")
        await learner.press("up", "escape")
        await learner.until(lambda: learner.app.screen.text.scroll_offset == before)
        await learner.press("slash")
        assert learner.app.screen.focused.value == ""


async def test_tab_answers_the_exercise_one_has_read_up_to_and_then_goes_on(sit) -> None:
    async with sit(size=(80, 18)) as learner:
        await opened(learner)
        await learner.press("c")
        assert "⏎ open" in learner.screen
        await learner.press("down", "enter")
        await learner.sees("Which one?")
        await learner.press("tab", "b", "enter")
        await learner.sees("✓ Right")
        first, second = learner.app.screen.query(Exercise)
        await learner.press("escape", "home", "tab")
        assert first.has_focus_within
        await learner.press("tab")
        assert second.has_focus_within


async def test_a_lesson_screen_set_up_while_nobody_typed_speaks_the_language_chosen_since(sit) -> None:
    async with sit() as learner:
        await learner.until(lambda: learner.app.session.unread() is None)
        await learner.press("f2")
        await learner.app.run_action("app.lesson('first')")
        await learner.sees("Un párrafo")


async def test_another_lesson_in_another_language_comes_at_once(sit) -> None:
    async with sit() as learner:
        await opened(learner)
        await learner.app.run_action("app.mode('home')")
        await learner.press("f2")
        await learner.app.run_action("app.lesson('second')")
        await learner.sees("Segunda")
        assert learner.app.screen.name_of_lesson == "second"


async def test_keys_that_come_faster_than_lessons_open_leave_the_last_one(sit) -> None:
    async with sit() as learner:
        await opened(learner)
        screen = learner.app.screen
        await asyncio.gather(screen.open("second"), learner.app.action_language(), screen.open("first"))
        await learner.sees("Un párrafo")
        assert len(screen.text.exercises) == 2


async def test_one_can_go_to_a_block_that_does_not_stand_yet(sit, monkeypatch) -> None:
    monkeypatch.setattr("tutor.ui.widgets.reading.FIRST", 1)
    async with sit(size=(80, 18)) as learner:
        await learner.app.run_action("app.lesson('first')")
        text = learner.app.screen.text
        assert not text.complete
        await text.show_block(5)
        await learner.sees("Which one?")
        await learner.until(lambda: text.complete)


async def test_another_lesson_begins_at_its_top_from_the_first_picture_on(sit, course) -> None:
    for lang in ("es", "en"):
        source = (course / "01-first" / f"lesson.{lang}.md").read_text(encoding="utf-8")
        second = source.replace("id: first", "id: second").replace("A paragraph", "Another paragraph")
        (course / "02-second" / f"lesson.{lang}.md").write_text(second, encoding="utf-8")
    async with sit(size=(80, 18)) as learner:
        await opened(learner)
        screen = learner.app.screen
        await learner.until(lambda: screen.text.settled and screen.text.complete)
        screen.text.scroll_to(y=9, animate=False, immediate=True)
        await learner.until(lambda: screen.text.scroll_offset.y == 9)
        pictures = []
        screen.screen_layout_refresh_signal.subscribe(
            screen, lambda _: pictures.append((screen.name_of_lesson, screen.text.scroll_offset.y)), immediate=True
        )
        await learner.press("greater_than_sign")
        await learner.sees("Another paragraph")
        await learner.until(lambda: screen.text.settled and screen.text.complete)
        assert {row for lesson, row in pictures if lesson == "second"} == {0}
