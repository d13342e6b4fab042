"""WHAT IT SAYS: every message by code, one table a language.

The domain returns codes and arguments (`Message`); the edges (``ui``, ``cli``) turn them into sentences with `say`.
A message is prose in which mathematics stands as ``$LaTeX$``. Arguments of type `Tex` become such formulas; any other
text is escaped, so that nothing a learner typed is ever read as mathematics or markup.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from tutor.words import en, es

Lang = Literal["es", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)
_TABLES: Mapping[Lang, Mapping[str, str]] = {"es": es.TABLE, "en": en.TABLE}


class Tex(str):
    """LaTeX source used as an argument of a message; it is shown as a formula."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A code of the tables and the arguments its sentence needs; the language is chosen when it is said."""

    code: str
    args: Mapping[str, "str | int | float | Message"] = field(default_factory=dict)


class _Count(int):
    """A whole number whose format may choose a plural: ``{n:intento|intentos}``."""

    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        return (one if self == 1 else many) if bar else super().__format__(spec)


def say(message: Message, lang: Lang) -> str:
    """The sentence of a message in a language.

    Raises:
        KeyError: the code is in no table, or an argument of its sentence is missing.
    """
    arguments = {name: _argument(value, lang) for name, value in message.args.items()}
    return _TABLES[lang][message.code].format_map(arguments)


def text(code: str, lang: Lang, **args: "str | int | float | Message") -> str:
    """Shorthand of `say` for the edges: ``text("ui.home.title", lang)``."""
    return say(Message(code, args), lang)


def codes(lang: Lang) -> frozenset[str]:
    """Every code of a language's table."""
    return frozenset(_TABLES[lang])


def _argument(value: "str | int | float | Message", lang: Lang) -> Any:
    if isinstance(value, Message):
        return say(value, lang)
    if isinstance(value, Tex):
        return f"${value}$"
    if isinstance(value, str):
        return value.replace("$", r"\$")
    return _Count(value) if isinstance(value, int) else value


def preferred_lang() -> Lang:
    """The language of ``TUTOR_LANG``, else of the locale; English when that is none of ours."""
    return _named(os.environ.get("TUTOR_LANG", "")) or _named(_locale()) or "en"


def _named(locale: str) -> Lang | None:
    return next((lang for lang in LANGS if locale[:2].lower() == lang), None)


def _locale() -> str:
    """The locale of the environment, or that of the Windows display: ``es_ES``."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        if os.environ.get(variable):
            return os.environ[variable]
    if sys.platform != "win32":
        return ""
    import ctypes
    from locale import windows_locale

    return windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
