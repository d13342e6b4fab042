"""What all screens share: the language, the course, what is remembered and who proves."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tutor.course import Index, LessonError, load_glossary, load_index, load_lesson
from tutor.paths import data_dir
from tutor.progress import Store
from tutor.words import LANGS, Lang, Message, preferred_lang, say

if TYPE_CHECKING:
    from tutor.answers import Prover
    from tutor.course import Term
    from tutor.course.lesson import Lesson


@dataclass
class Session:
    """One sitting of one learner.

    `store` writes durably (see `Store.trouble`). `prover` is None until the app has warmed it after the first paint.
    `broken` is what is wrong with files of the course, by lesson id (``""`` for the index). `options` come from the
    command line for the first screen.
    """

    index: Index
    lang: Lang
    store: Store
    prover: Prover | None = None
    broken: dict[str, LessonError] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    _lessons: dict[tuple[str, Lang], Lesson] = field(default_factory=dict)
    _glossary: dict[str, Term] | None = None

    @classmethod
    def resume(cls, lang: Lang | None = None, index: Index | None = None) -> Session:
        """The session as it was left.

        Without a language it speaks that of ``TUTOR_LANG``, else the one last chosen, else that of the locale.
        """
        broken: dict[str, LessonError] = {}
        if index is None:
            index, broken = _index()
        session = cls(index, lang or preferred_lang(), Store(data_dir()), broken=broken)
        kept = session.kept("lang")
        if lang is None and kept in LANGS and not os.environ.get("TUTOR_LANG"):
            session.lang = kept
        return session

    def say(self, code: str, /, **args: str | int | float | Message) -> str:
        """The sentence of a code in the language of the moment."""
        return say(Message(code, args), self.lang)

    def tell(self, message: Message) -> str:
        """The sentence of a message in the language of the moment."""
        return say(message, self.lang)

    def lesson(self, name: str) -> Lesson:
        """A lesson in the language of the moment, read once.

        Raises:
            LessonError: its file cannot be used; `broken` remembers it.
        """
        key = (name, self.lang)
        if key not in self._lessons:
            try:
                self._lessons[key] = load_lesson(self.index.by_id[name], self.lang)
            except LessonError as error:
                self.broken[name] = error
                raise
            self.broken.pop(name, None)
        return self._lessons[key]

    def unread(self) -> str | None:
        """A lesson not read yet in this language, those after the last one first; None when all have been."""
        names = [entry.id for entry in self.index.lessons]
        last = self.kept("lesson")
        start = names.index(last) if last in names else 0
        ahead = (name for name in (*names[start:], *names[:start]) if name not in self.broken)
        return next((name for name in ahead if (name, self.lang) not in self._lessons), None)

    def forget(self) -> None:
        """Read every lesson again when it is next needed."""
        self._lessons.clear()

    @property
    def glossary(self) -> dict[str, Term]:
        """The glossary, read when a term is first looked up; empty when its file cannot be used."""
        if self._glossary is None:
            try:
                self._glossary = dict(load_glossary(self.index.root))
            except LessonError:
                self._glossary = {}
        return self._glossary

    def keep(self, key: str, value: Any) -> None:
        """Remember a place (anything JSON can hold; None forgets it); nothing is written when it is known already."""
        packed = None if value is None else json.dumps(value, ensure_ascii=False)
        if self.store.recall(key) != packed:
            self.store.remember(key, packed)

    def kept(self, key: str) -> Any:
        """What was last kept under a key, or None."""
        try:
            return json.loads(self.store.recall(key) or "null")
        except ValueError:
            return None


def _index() -> tuple[Index, dict[str, LessonError]]:
    try:
        return load_index(), {}
    except LessonError as error:
        from tutor.paths import lessons_dir

        return Index(lessons_dir(), ()), {"": error}
