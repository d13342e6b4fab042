"""The formula sheet and the glossary, made from the lessons' own data, as Markdown."""

from collections.abc import Iterator, Mapping

from tutor.course.index import Index, Term, load_lesson
from tutor.words import Lang, text


def sheet(index: Index, glossary: Mapping[str, Term], lang: Lang) -> str:
    """The summaries of the lessons in their order, then the glossary in alphabetical order.

    Raises:
        LessonError: a lesson cannot be read.
    """
    return "\n".join([*_summaries(index, lang), *_terms(index, glossary, lang)])


def _summaries(index: Index, lang: Lang) -> Iterator[str]:
    yield f"# {text('course.sheet.title', lang)}\n"
    for entry in index.lessons:
        lesson = load_lesson(entry, lang)
        yield f"## {entry.number}. {lesson.title}\n"
        yield from (f"- {line}" for line in lesson.summary)
        yield ""


def _terms(index: Index, glossary: Mapping[str, Term], lang: Lang) -> Iterator[str]:
    yield f"# {text('course.sheet.glossary', lang)}\n"
    for term in sorted(glossary.values(), key=lambda term: _alphabetical(term.name[lang])):
        entry = index.by_id.get(term.lesson)
        where = f" ({entry.number})" if entry else ""
        yield f"- **{term.name[lang]}**{where}: {term.about[lang]}"
    yield ""


def _alphabetical(name: str) -> str:
    return name.casefold().translate(str.maketrans("áéíóúüñ", "aeiouun"))
