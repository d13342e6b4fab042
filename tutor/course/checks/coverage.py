"""The course as a whole: the index matches the files, and the lessons cover what the manifest says."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tutor.course.checks.texts import texts
from tutor.course.index import SOURCE_LANG, Entry, Fact, Index, Manifest, Term
from tutor.course.lesson import Exercise, Lesson, Note, walk
from tutor.course.problem import Place, Problem
from tutor.words import Message

TERM_LINK = re.compile(r"\]\(term:([^)\s]*)\)")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a lesson is held against."""

    index: Index
    glossary: Mapping[str, Term]
    manifest: Manifest

    @property
    def planned(self) -> frozenset[str]:
        """The lessons that exist or that the manifest speaks of."""
        facts = [*self.manifest.items.values(), *self.manifest.errata.values()]
        return frozenset(self.index.by_id).union(*(fact.lessons for fact in facts))


def check_glossary(facts: Facts) -> Iterator[Problem]:
    """The terms whose lesson is nobody's."""
    for term in facts.glossary.values():
        if term.lesson not in facts.planned:
            place = Place(f"{facts.index.root.absolute().name}/glossary.yaml", term.line)
            yield Problem(place, Message("course.term-nowhere", {"id": term.id, "lesson": term.lesson}))


def check(lesson: Lesson, entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Where a lesson departs from its entry in the index, from the glossary or from the manifest."""
    yield from _index(lesson, entry)
    yield from _links(lesson, facts)
    if lesson.lang == SOURCE_LANG:
        yield from _needs(lesson, entry, facts)
        yield from _items(lesson, facts.manifest.items)
        yield from _errata(lesson, facts.manifest.errata)
        yield from _terms(lesson, facts.glossary)


def _index(lesson: Lesson, entry: Entry) -> Iterator[Problem]:
    if lesson.id != entry.id:
        yield _problem(lesson.at("id"), "other-id", id=lesson.id, expected=entry.id)
    if lesson.title != entry.title[lesson.lang]:
        yield _problem(lesson.at("title"), "index-title", title=lesson.title, expected=entry.title[lesson.lang])
    exercises = tuple(exercise.id for exercise in lesson.exercises)
    if exercises != entry.exercises:
        yield _problem(lesson.place, "index-exercises", found=", ".join(exercises))


def _needs(lesson: Lesson, entry: Entry, facts: Facts) -> Iterator[Problem]:
    for number, need in enumerate(lesson.needs):
        place = lesson.at("needs", number)
        if need not in facts.planned:
            yield _problem(place, "unknown-need", id=need)
        elif need in facts.index.by_id and facts.index.by_id[need].number >= entry.number:
            yield _problem(place, "need-later", id=need)


def _items(lesson: Lesson, items: Mapping[str, Fact]) -> Iterator[Problem]:
    for number, name in enumerate(lesson.notes):
        place = lesson.at("notes", number)
        if name not in items:
            yield _problem(place, "unknown-item", id=name)
        elif lesson.id not in items[name].lessons:
            yield _problem(place, "item-elsewhere", id=name, lesson=items[name].lessons[0])
    for name, fact in items.items():
        if lesson.id in fact.lessons and name not in lesson.notes:
            yield _problem(lesson.at("notes"), "item-missing", id=name)


def _errata(lesson: Lesson, errata: Mapping[str, Fact]) -> Iterator[Problem]:
    shown = {name for block in walk(lesson.blocks) if isinstance(block, Note | Exercise) for name in block.errata}
    for name in sorted(shown | set(lesson.errata)):
        place = lesson.at("errata", lesson.errata.index(name) if name in lesson.errata else 0)
        if name not in errata:
            yield _problem(place, "unknown-erratum", id=name)
        elif name not in lesson.errata:
            yield _problem(place, "erratum-undeclared", id=name)
        elif name not in shown:
            yield _problem(place, "erratum-not-shown", id=name)
    for name, fact in errata.items():
        if lesson.id in fact.lessons and name not in lesson.errata:
            yield _problem(lesson.at("errata"), "erratum-missing", id=name)


def _links(lesson: Lesson, facts: Facts) -> Iterator[Problem]:
    numbers = {entry.id: entry.number for entry in facts.index.lessons}
    linked = set()
    for place, name in term_links(lesson):
        linked.add(name)
        if name not in facts.glossary:
            yield Problem(place, Message("course.unknown-term", {"id": name}))
        elif _comes_later(facts.glossary[name].lesson, lesson.id, numbers):
            yield Problem(place, Message("course.term-early", {"id": name, "lesson": facts.glossary[name].lesson}))
    for name, term in facts.glossary.items():
        if term.lesson == lesson.id and name not in linked:
            yield _problem(lesson.at("terms"), "term-unlinked", id=name)


def _terms(lesson: Lesson, glossary: Mapping[str, Term]) -> Iterator[Problem]:
    for number, name in enumerate(lesson.terms):
        place = lesson.at("terms", number)
        if name not in glossary:
            yield _problem(place, "unknown-term", id=name)
        elif glossary[name].lesson != lesson.id:
            yield _problem(place, "term-elsewhere", id=name, lesson=glossary[name].lesson)
    for name, term in glossary.items():
        if term.lesson == lesson.id and name not in lesson.terms:
            yield _problem(lesson.at("terms"), "term-missing", id=name)


def _comes_later(one: str, other: str, numbers: Mapping[str, int]) -> bool:
    return one in numbers and other in numbers and numbers[one] > numbers[other]


def term_links(lesson: Lesson) -> Iterator[tuple[Place, str]]:
    """The glossary terms a lesson links, with their places."""
    for text in texts(lesson):
        for link in TERM_LINK.finditer(text.markdown):
            yield text.at(link.start()), link[1]


def _problem(place: Place, code: str, **args: str | int) -> Problem:
    return Problem(place, Message(f"course.{code}", args))
