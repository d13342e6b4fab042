"""The index, the glossary and the manifest; and a new lesson, the sheet and the list made from them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.cli import main
from tutor.course import LessonError, load_glossary, load_index, load_lesson, load_manifest
from tutor.course.sheet import sheet
from tutor.course.skeleton import new_lesson
from tutor.words import LANGS

Edit = Callable[[str, str, str], str]


def test_the_index_names_lessons_in_order_without_opening_them(course: Path) -> None:
    for file in course.glob("*/lesson.*.md"):
        file.write_text("broken", "utf-8")
    index = load_index(course)
    assert [(entry.id, entry.number, entry.title["en"]) for entry in index.lessons] == [
        ("first", 1, "The first one"),
        ("second", 2, "The second one"),
    ]
    assert index.by_id["second"].exercises == ("row", "across")
    assert index.by_id["second"].path("en") == course / "02-second" / "lesson.en.md"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line"),
    [
        ("course.yaml", "format: 1", "format: 2", "format", 1),
        ("course.yaml", "id: second", "id: first", "id-twice", 7),
        ("course.yaml", "[cube, inner", "[cube, cube", "exercise-twice", 6),
        ("course.yaml", "folder: 02-second", "fodler: 02-second", "unknown-field-near", 8),
        ("course.yaml", "  - id: second", "  - second", "yaml", 8),
        ("course.yaml", "lessons:\n", "lessons: none\nwhatever:\n", "expects", 2),
        ("glossary.yaml", "  en: slope\n", "", "missing-field", 2),
        ("manifest.yaml", "{line: 4, lesson: first}", "{line: four, lesson: first}", "expects", 2),
        ("manifest.yaml", "[8, 10]", "[8, ten]", "expects", 3),
    ],
)
def test_a_broken_index_says_what_and_where(
    file: str, old: str, new: str, code: str, line: int, course: Path, edit: Edit
) -> None:
    edit(file, old, new)
    with pytest.raises(LessonError) as failure:
        {"course.yaml": load_index, "glossary.yaml": load_glossary, "manifest.yaml": load_manifest}[file](course)
    assert (f"course.{code}", line) in [(problem.message.code, problem.line) for problem in failure.value.problems]


def test_glossary_and_manifest(course: Path) -> None:
    term = load_glossary(course)["slope"]
    assert (term.name["es"], term.about["en"], term.lesson) == ("pendiente", "How much it rises per unit.", "first")
    manifest = load_manifest(course)
    assert manifest.items["I002"].lines == (8, 10)
    assert manifest.errata["E02"].lessons == ("second", "third")


def test_the_sheet_has_every_summary_and_every_term(course: Path) -> None:
    lines = sheet(load_index(course), load_glossary(course), "es").split("\n")
    assert "- Uno: $x^2$ deriva en $2x$." in lines
    assert lines.index("## 1. La primera") < lines.index("## 2. La segunda") < lines.index("# Glosario")
    assert lines[-3:] == ["- **fila** (2): De $1 \\times n$.", "- **pendiente** (1): Cuánto sube por unidad.", ""]


def test_a_new_lesson_can_be_read_at_once_and_is_in_the_index(course: Path) -> None:
    index_file, *files = new_lesson(course, "new-idea")
    assert index_file == course / "course.yaml"
    assert [file.parent.name for file in files] == ["03-new-idea"] * len(LANGS)
    entry = load_index(course).by_id["new-idea"]
    for lang in LANGS:
        lesson = load_lesson(entry, lang)
        assert tuple(exercise.id for exercise in lesson.exercises) == entry.exercises
    with pytest.raises(FileExistsError):
        new_lesson(course, "new-idea")


def test_a_new_lesson_goes_into_an_empty_index(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("format: 1\nlessons: []\n", "utf-8")
    new_lesson(tmp_path, "start")
    assert [entry.folder.name for entry in load_index(tmp_path).lessons] == ["01-start"]


def test_list_sheet_and_new_on_the_command_line(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = ["--lessons", str(course)]
    assert main(["course", "list", "--lang", "en", *there]) == 0
    assert "The second one · 2 exercises\n" in capsys.readouterr().out
    assert main(["course", "sheet", "--lang", "en", *there]) == 0
    assert capsys.readouterr().out == sheet(load_index(course), load_glossary(course), "en")
    assert main(["course", "new", "other", *there]) == 0
    assert "03-other" in capsys.readouterr().out
    assert main(["course", "new", "other", *there]) == 2
    assert main(["course", "new", "Not An Id", *there]) == 2
    (course / "course.yaml").write_text("format: 3\nlessons: []\n", "utf-8")
    capsys.readouterr()
    assert main(["course", "list", "--lang", "en", *there]) == 1
    assert capsys.readouterr().out.startswith("lessons/course.yaml:1:9: ")


def test_a_preview_needs_a_terminal(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["course", "preview", str(course / "01-first" / "lesson.es.md")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_check_on_the_command_line(
    course: Path, edit: Edit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)  # no processes to wait for
    there = ["course", "check", "--lang", "en", "--lessons", str(course)]
    assert main([*there, str(course / "02-second")]) == 0
    assert capsys.readouterr().out.startswith("1 lesson in two languages, 2 exercises")
    assert main(["course", "check", "--lang", "en", str(course)]) == 0
    assert capsys.readouterr().out.startswith("2 lessons in two languages, 7 exercises")
    edit("02-second/lesson.es.md", "Cada parcial", "Cada $ parcial")
    assert main([*there, str(course / "02-second" / "lesson.es.md")]) == 1
    problem, summary = capsys.readouterr().out.splitlines()
    assert problem.startswith("lessons/02-second/lesson.es.md:30:1: A `$` has no partner.")
    assert summary.endswith(": 1 problem.")
    assert main([*there, str(course / "03-nowhere")]) == 1
    assert "This file is missing" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "file", "lang"),
    [([], "lesson.es.md", "es"), ([], "lesson.en.md", "en"), (["--lang", "en"], "lesson.es.md", "en")],
)
def test_a_preview_speaks_the_language_of_the_file(
    words: list[str], file: str, lang: str, course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr("tutor.ui.terminal.obstacle", lambda: None)
    monkeypatch.setattr("tutor.ui.app.preview", lambda path, lang: shown.append(lang) or 0)
    assert main([*words, "course", "preview", str(course / "01-first" / file)]) == 0
    assert shown == [lang]
