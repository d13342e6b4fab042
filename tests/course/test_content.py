"""The lessons of the course pass every check, and the course is whole."""

from pathlib import Path

import pytest

from tutor.course import load_glossary, load_index, load_lesson, load_manifest
from tutor.course.checks import Report, check_course
from tutor.course.skeleton import new_lesson
from tutor.paths import lessons_dir
from tutor.words import LANGS


@pytest.fixture(scope="module")
def report() -> Report:
    return check_course(lessons_dir())


def test_no_check_finds_a_problem(report: Report) -> None:
    assert [problem.said("en") for problem in report.problems] == []


def test_every_statement_and_every_mistake_of_the_notes_is_covered(report: Report) -> None:
    manifest = load_manifest()
    assert (len(manifest.items), len(manifest.errata)) == (132, 55)
    assert report.covered == manifest.items.keys() | manifest.errata.keys()


def test_each_statement_is_taught_in_one_lesson_only() -> None:
    taught = [name for entry in load_index().lessons for name in load_lesson(entry, "es").notes]
    assert len(taught) == len(set(taught))


def test_the_course_is_as_large_as_planned(report: Report) -> None:
    assert report.counts["lessons"] == 18
    assert report.counts["exercises"] >= 150
    assert report.counts["rewritings"] >= 5 * report.counts["exercises"]
    assert report.counts["claims"] > 5 * report.counts["definitions"]


def test_exercise_ids_are_unique_within_their_lesson_and_lessons_are_numbered_in_order() -> None:
    index = load_index()
    assert [entry.folder.name for entry in index.lessons] == [
        f"{entry.number:02d}-{entry.id}" for entry in index.lessons
    ]
    assert all(len(set(entry.exercises)) == len(entry.exercises) for entry in index.lessons)


def test_every_term_belongs_to_a_lesson_of_the_course() -> None:
    assert {term.lesson for term in load_glossary().values()} <= load_index().by_id.keys()


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_number_of_processes_changes_nothing(jobs: int, course: Path) -> None:
    text = (course / "02-second" / "lesson.en.md").read_text("utf-8")
    (course / "02-second" / "lesson.en.md").write_text(text.replace("[y, x]", "[y, \\nonsense]"), "utf-8")
    found = check_course(course, jobs=jobs)
    assert [(problem.file, problem.message.code) for problem in found.problems] == [
        ("lessons/02-second/lesson.en.md", "course.latex")
    ]
    assert found.counts["exercises"] == 7


def test_one_lesson_is_checked_by_its_folder_or_its_file(course: Path) -> None:
    for path in (course / "02-second", course / "02-second" / "lesson.en.md"):
        assert check_course(course, path).counts["exercises"] == 2


def test_a_new_lesson_lacks_only_what_nobody_can_write_for_its_author(course: Path) -> None:
    new_lesson(course, "new-idea")
    codes = [problem.message.code for problem in check_course(course, course / "03-new-idea").problems]
    assert codes == ["course.no-mistake-to-find", "course.no-shapes"]


def test_a_lesson_outside_the_index_can_be_checked(course: Path) -> None:
    new_lesson(course, "new-idea")
    index = (course / "course.yaml").read_text("utf-8")
    (course / "course.yaml").write_text(index[: index.index("  - id: new-idea")], "utf-8")
    report = check_course(course, course / "03-new-idea" / "lesson.es.md")
    assert (report.counts["lessons"], report.counts["exercises"]) == (1, 1)
    assert {lang for lang in LANGS for problem in report.problems if problem.file.endswith(f"{lang}.md")} == {"es"}
