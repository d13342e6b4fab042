"""The checks of the course's content, lesson by lesson and over all of them."""

import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from tutor.answers import Prover
from tutor.course.checks import claims, coverage, exercises, languages, lints
from tutor.course.checks.coverage import Facts
from tutor.course.index import (
    SOURCE_LANG,
    Entry,
    Index,
    Manifest,
    load_glossary,
    load_index,
    load_lesson,
    load_manifest,
)
from tutor.course.lesson import Formula, Lesson, walk
from tutor.course.problem import LessonError, Problem
from tutor.words import LANGS, Lang, text


@dataclass(frozen=True, slots=True)
class Report:
    """What was found: the problems in the order of the course, how much was looked at, what of the notes is covered."""

    problems: tuple[Problem, ...] = ()
    counts: Counter[str] = field(default_factory=Counter)
    covered: frozenset[str] = frozenset()

    def __add__(self, other: "Report") -> "Report":
        return Report(self.problems + other.problems, self.counts + other.counts, self.covered | other.covered)

    def summary(self, lang: Lang, manifest: Manifest) -> str:
        """How much was checked and how many problems there are, as one line."""
        return text(
            "course.report",
            lang,
            problems=len(self.problems),
            items=len(self.covered & manifest.items.keys()),
            all_items=len(manifest.items),
            errata=len(self.covered & manifest.errata.keys()),
            all_errata=len(manifest.errata),
            **{name: self.counts[name] for name in ("lessons", "exercises", "rewritings", "claims", "definitions")},
        )


def check_course(root: Path, path: Path | None = None, jobs: int | None = None) -> Report:
    """Check the lessons of a folder, or the one a path leads to, in as many processes as there are processors.

    Raises:
        LessonError: the index, the glossary or the manifest cannot be used.
    """
    index = load_index(root)
    entries = index.lessons if path is None else (_entry(index, path),)
    if any(entry not in index.lessons for entry in entries):
        index = Index(root, (*index.lessons, *entries))
    facts = Facts(index, load_glossary(root), load_manifest(root))
    beside = () if path else tuple(coverage.check_glossary(facts))
    jobs = min(jobs or os.cpu_count() or 1, len(entries))
    return sum(_in_processes(facts, entries, jobs), Report(beside, Counter(lessons=len(entries))))


def check_entry(entry: Entry, facts: Facts) -> Report:
    """The problems of a lesson in both languages, and what was looked at in it.

    The file with the machine data is checked also while the other one cannot be read.
    """
    lessons: dict[Lang, Lesson] = {}
    unreadable: tuple[Problem, ...] = ()
    for lang in sorted(LANGS, key=lambda lang: lang != SOURCE_LANG):
        try:
            lessons[lang] = load_lesson(entry, lang)
        except LessonError as error:
            unreadable = error.problems
            if lang == SOURCE_LANG:
                return Report(unreadable)
    source = lessons[SOURCE_LANG]
    problems = [*unreadable, *claims.check(source, _prover())]
    judged, counts = exercises.check(lessons)
    problems += judged
    for lesson in lessons.values():
        problems += [*coverage.check(lesson, entry, facts), *lints.check(lesson)]
        if lesson is not source:
            problems += languages.check(source, lesson)
    covered = frozenset((*source.notes, *source.errata))
    return Report(tuple(sorted(problems, key=lambda problem: problem.place)), counts + _counted(source), covered)


@cache
def _prover() -> Prover:
    """One for this process; it ends with it."""
    return Prover(patience=60)


def _counted(lesson: Lesson) -> Counter[str]:
    stated = [block.claim for block in walk(lesson.blocks) if isinstance(block, Formula)]
    checked = sum(not claim.none for claim in stated)
    return Counter(exercises=len(lesson.exercises), claims=checked, definitions=len(stated) - checked)


def _in_processes(facts: Facts, entries: Sequence[Entry], jobs: int) -> list[Report]:
    if jobs <= 1:
        return [check_entry(entry, facts) for entry in entries]
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        return list(pool.map(check_entry, entries, [facts] * len(entries)))


def _entry(index: Index, path: Path) -> Entry:
    """The entry of the lesson a path leads to; a lesson that is not in the index gets one made from its files."""
    folder = (path if path.is_dir() else path.parent).resolve()
    for entry in index.lessons:
        if entry.folder.resolve() == folder:
            return entry
    number, _, name = folder.name.partition("-")
    unlisted = Entry(name, int(number) if number.isdecimal() else 99, folder, dict.fromkeys(LANGS, ""), (), 1)
    lessons = {lang: load_lesson(unlisted, lang) for lang in LANGS}
    ids = tuple(exercise.id for exercise in lessons[SOURCE_LANG].exercises)
    titles = {lang: lesson.title for lang, lesson in lessons.items()}
    return Entry(lessons[SOURCE_LANG].id, unlisted.number, folder, titles, ids, 1)
