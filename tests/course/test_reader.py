"""Reading lessons: what a good file becomes, and that one reading finds every problem of a bad one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.course import LessonError, load_index, load_lesson
from tutor.course.instance import question
from tutor.course.lesson import Exercise, Formula, Heading, Lab, Lesson, Note, Picture, Prose, Worked, walk
from tutor.words import Lang

ES, EN = "01-first/lesson.es.md", "01-first/lesson.en.md"


def load(course: Path, lang: Lang = "es", lesson: str = "first") -> Lesson:
    return load_lesson(load_index(course).by_id[lesson], lang)


def test_columns_point_at_the_culprit_also_within_a_quotation(
    course: Path, edit: Callable[[str, str, str], str]
) -> None:
    edit(ES, "> holds: false", "> holds: never")
    with pytest.raises(LessonError) as failure:
        load(course)
    (problem,) = failure.value.problems
    assert (problem.line, problem.column) == (problem.line, len("> holds: ") + 1)


def test_every_problem_of_a_file_is_found_at_once(course: Path, edit: Callable[[str, str, str], str]) -> None:
    edit(ES, "note: L01.1", "colour: red")
    edit(ES, "kind: shape", "kind: form")
    edit(ES, "> **Ojo.** Aquí", "> Aquí")
    with pytest.raises(LessonError) as failure:
        load(course)
    codes = [problem.message.code for problem in failure.value.problems]
    assert codes == ["course.unknown-field", "course.one-of", "course.note-opening"]
    lines = [problem.line for problem in failure.value.problems]
    assert lines == sorted(lines)


def test_missing_and_undecodable_files(course: Path) -> None:
    (course / ES).write_bytes(b"\xff\xfe")
    with pytest.raises(LessonError) as failure:
        load(course)
    assert failure.value.problems[0].message.code == "course.not-utf8"
    (course / ES).unlink()
    with pytest.raises(LessonError) as failure:
        load(course, "en")
    assert failure.value.problems[0].message.code == "course.no-file"
    assert failure.value.problems[0].file.endswith(ES)


def test_a_broken_lesson_leaves_the_others_alone(course: Path, edit: Callable[[str, str, str], str]) -> None:
    edit(ES, "kind: shape", "kind: form")
    assert load(course, "es", "second").title == "La segunda"
    assert load(course, "en", "second").title == "The second one"


def test_blocks_of_a_lesson(course: Path) -> None:
    kinds = [type(block) for block in load(course).blocks]
    examples = [Worked, Picture, *[Exercise] * 5, Note, Lab]
    assert kinds == [Heading, Prose, Formula, Prose, Formula, Note, Heading, *examples]
    lesson = load(course)
    assert [block.kind for block in lesson.blocks if isinstance(block, Prose)] == ["paragraph", "table"]
    assert [(block.kind, block.errata) for block in lesson.blocks if isinstance(block, Note)] == [
        ("notes", ("E01",)),
        ("watch", ()),
    ]
    (worked,) = [block for block in lesson.blocks if isinstance(block, Worked)]
    assert (worked.id, len(worked.steps)) == ("product", 2)
    assert lesson.blocks[-1] == Lab("D", lesson.blocks[-1].place)


def test_machine_data_is_the_same_in_both_languages(course: Path) -> None:
    es, en = load(course, "es"), load(course, "en")
    assert en.title == "The first one"
    assert (en.needs, en.notes, en.errata, en.terms) == (es.needs, es.notes, es.errata, es.terms)
    for ours, theirs in zip(es.exercises, en.exercises, strict=True):
        assert (ours.key, ours.answer, ours.wrong, ours.params) == (
            theirs.key,
            theirs.answer,
            theirs.wrong,
            theirs.params,
        )
        assert ours.place != theirs.place
    claims = [[block.claim.says for block in walk(one.blocks) if isinstance(block, Formula)] for one in (es, en)]
    assert claims[0] == claims[1]
    assert ("diff(x^2, x) == x",) in claims[0]


def test_a_question_has_prompt_hints_solution_and_choices(course: Path) -> None:
    cube, inner = load(course, "en").exercises[:2]
    asked = question(cube)
    assert (asked.id, asked.prompt) == ("first/cube", "Differentiate $f(x) = x^3$.")
    assert asked.hints[0] == "It is a power."
    assert asked.solution == ("By the power rule:\n\n```math\n(x^3)' = 3x^2\n```", "And that is all.")
    assert (asked.task.expected, asked.task.names, asked.task.function) == ("3*x^2", ("x",), "x^3")
    choice = question(inner)
    assert choice.prompt == r"In $y = \sin(x^2)$, the inner part is"
    assert [(option.letter, option.text) for option in choice.choices] == [("a", r"$\sin x$"), ("b", "$x^2$")]
    assert (choice.task.kind, choice.task.expected, choice.task.choices) == ("choice", "b", ("a", "b"))
