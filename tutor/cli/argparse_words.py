"""The words of argparse itself, in the language of everything else: they are looked up before they are filled in."""

import argparse
from collections.abc import Mapping
from functools import partial

from tutor.words import Lang, text

_CODES: Mapping[str, str] = {
    "usage: ": "usage",
    "options": "options",
    "positional arguments": "positional",
    "show this help message and exit": "help",
    "%(prog)s: error: %(message)s\n": "error",
    "argument %(argument_name)s: %(message)s": "argument",
    "the following arguments are required: %s": "required",
    "one of the arguments %s is required": "one_required",
    "not allowed with argument %s": "not_with",
    "unrecognized arguments: %s": "unrecognized",
    "expected one argument": "expected_one",
    "expected %s argument": "expected_some",
    "expected %s arguments": "expected_some",
    "ignored explicit argument %r": "ignored",
    "invalid %(type)s value: %(value)r": "value",
    "invalid choice: %(value)r (choose from %(choices)s)": "choice",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "parser",
}
"""What argparse says in English, and where our tables say it; what is not here stays as it is."""


def speak(lang: Lang) -> None:
    """Let argparse speak a language. It asks its own two names for gettext at every sentence; these are they."""
    said = partial(_said, lang)
    vars(argparse).update(_=said, ngettext=lambda one, many, n: said(one if n == 1 else many))


def _said(lang: Lang, english: str) -> str:
    code = _CODES.get(english)
    if code is None:
        return english
    sentence = text(f"cli.argparse.{code}", lang)
    return f"{sentence}\n" if english.endswith("\n") else f"{sentence} " if english.endswith(" ") else sentence
