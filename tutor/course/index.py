"""What the course consists of, read without opening a lesson; and the facts beside it: glossary and manifest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.course.fields import Fields, read_fields
from tutor.course.source import Source
from tutor.paths import lessons_dir
from tutor.words import LANGS, Lang

if TYPE_CHECKING:
    from tutor.course.lesson import Lesson

SOURCE_LANG: Lang = "es"
"""The language whose file holds the machine data."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A lesson as the index names it; `number` is its place in the course, from 1."""

    id: str
    number: int
    folder: Path
    title: Mapping[Lang, str]
    exercises: tuple[str, ...]
    line: int

    def path(self, lang: Lang) -> Path:
        """The file of the lesson in a language."""
        return self.folder / f"lesson.{lang}.md"


@dataclass(frozen=True)
class Index:
    """The lessons in their order."""

    root: Path
    lessons: tuple[Entry, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """The lessons by id."""
        return {entry.id: entry for entry in self.lessons}


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary, with the lesson that introduces it."""

    id: str
    name: Mapping[Lang, str]
    about: Mapping[Lang, str]
    lesson: str
    line: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement or a mistake of the source notes: its lines there, and the lessons where it belongs."""

    id: str
    lines: tuple[int, ...]
    lessons: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that the course has to cover."""

    items: Mapping[str, Fact] = field(default_factory=dict)
    errata: Mapping[str, Fact] = field(default_factory=dict)


def load_index(root: Path | None = None) -> Index:
    """The index of the course in a folder; no lesson is opened.

    Raises:
        LessonError: ``course.yaml`` cannot be used.
    """
    folder = root or lessons_dir()
    fields, source = _read(folder / "course.yaml")
    version = fields.number("format")
    if version != 1 and not source.problems:
        source.report(fields.where("format"), "format", found=version)
    entries = tuple(_entry(number, one, folder, source) for number, one in enumerate(fields.items("lessons"), 1))
    fields.done()
    first: dict[str, Entry] = {}
    for entry in entries:
        if first.setdefault(entry.id, entry) is not entry:
            source.report(source.place(entry.line), "id-twice", id=entry.id)
    source.finish()
    return Index(folder, entries)


def _entry(number: int, fields: Fields, root: Path, source: Source) -> Entry:
    folder = fields.word("folder")
    entry = Entry(
        fields.slug("id"), number, root / folder, _both(fields, "title"), fields.words("exercises"), fields.place.line
    )
    if len(set(entry.exercises)) < len(entry.exercises):
        source.report(fields.where("exercises"), "exercise-twice")
    fields.done()
    return entry


def load_lesson(entry: Entry, lang: Lang) -> "Lesson":
    """A lesson in a language.

    Raises:
        LessonError: with every problem of its file; of the file with the machine data when that one cannot be read.
    """
    from tutor.course.reader import read_lesson

    base = read_lesson(entry.path(SOURCE_LANG), SOURCE_LANG)
    return base if lang == SOURCE_LANG else read_lesson(entry.path(lang), lang, base)


def load_glossary(root: Path | None = None) -> Mapping[str, Term]:
    """The terms of the course by id.

    Raises:
        LessonError: ``glossary.yaml`` cannot be used.
    """
    fields, source = _read((root or lessons_dir()) / "glossary.yaml")
    terms = {}
    for name in fields.names():
        one = fields.mapping(name)
        about = _both(one, "about")
        terms[name] = Term(name, {lang: one.text(lang) for lang in LANGS}, about, one.word("lesson"), one.place.line)
        one.done()
    source.finish()
    return terms


def load_manifest(root: Path | None = None) -> Manifest:
    """The facts the course has to cover.

    Raises:
        LessonError: ``manifest.yaml`` cannot be used.
    """
    fields, source = _read((root or lessons_dir()) / "manifest.yaml")
    items, errata = _facts(fields.mapping("items")), _facts(fields.mapping("errata"))
    fields.done()
    source.finish()
    return Manifest(items, errata)


def _facts(fields: Fields) -> dict[str, Fact]:
    facts = {}
    for name in fields.names():
        one = fields.mapping(name)
        lines = one.numbers("lines") if "lines" in one else (one.number("line"),)
        lessons = one.words("lessons") if "lessons" in one else (one.word("lesson"),)
        facts[name] = Fact(name, lines, lessons, one.place.line)
        one.done()
    return facts


def _read(path: Path) -> tuple[Fields, Source]:
    source = Source(path, parts=2)
    return read_fields(source, source.text), source


def _both(fields: Fields, name: str) -> dict[Lang, str]:
    inside = fields.mapping(name)
    both: dict[Lang, str] = {lang: inside.word(lang) for lang in LANGS}
    inside.done()
    return both
