"""The doorway: ``tutor`` and its verbs, a module each with `configure(parser, lang)` and `run(arguments) -> exit code`.

Exit codes: 0 right or done; 1 not right, or a check that failed; 2 cannot run (usage, not a terminal); 3 unreadable.
"""

import argparse
import codecs
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from tutor import __version__
from tutor.cli.argparse_words import speak
from tutor.words import LANGS, Lang, preferred_lang, text

VERBS = ("check", "problem", "practice", "train", "typeset", "course", "progress")
FORMULA_VERBS = ("check", "typeset", "train")
"""Those whose arguments are formulas, which may begin with a minus sign."""
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    _print_in_any_encoding()
    lang, verb = _language(words), _verb(words)
    arguments = build_parser(lang, verb).parse_args(_shielded(words, verb))
    arguments.asked_lang = arguments.lang
    if arguments.lang is None:
        arguments.lang = lang
    try:
        code: int = import_module(f"tutor.cli.{arguments.verb or 'start'}").run(arguments)
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        _let_go()
    return code


def build_parser(lang: Lang, verb: str | None = None) -> argparse.ArgumentParser:
    """The command line with its help in a language: all of it, or only the options of one verb (``""``: of none).

    Each verb's module is imported to ask for its options, so starting the app asks only for what it needs.
    """
    speak(lang)
    parser = argparse.ArgumentParser(prog="tutor", description=text("cli.about", lang), allow_abbrev=False)
    version = text("cli.version", lang)
    parser.add_argument("--version", action="version", version=f"tutor {__version__}", help=version)
    _add_lang(parser)
    import_module("tutor.cli.start").configure(parser, lang)
    verbs = parser.add_subparsers(dest="verb", metavar="COMMAND")
    for each in VERBS:
        summary = text(f"cli.{each}.about", lang)
        sub = verbs.add_parser(each, help=summary, description=summary, allow_abbrev=False)
        _add_lang(sub)
        if verb in (None, each):
            import_module(f"tutor.cli.{each}").configure(sub, lang)
    return parser


def _verb(argv: Sequence[str]) -> str:
    return next((word for word in argv if word in VERBS), "")


def _add_lang(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang", choices=LANGS, default=argparse.SUPPRESS if parser.prog != "tutor" else None, help="es, en"
    )


def _language(argv: Sequence[str]) -> Lang:
    """The language asked for, before anything else is parsed: usage messages are in it too."""
    for position, word in enumerate(argv):
        name, _, value = word.partition("=")
        if name == "--lang":
            chosen = value or (argv[position + 1] if position + 1 < len(argv) else "")
            for lang in LANGS:
                if chosen == lang:
                    return lang
    return preferred_lang()


def formula(word: str) -> str:
    """The type of an argument of `FORMULA_VERBS` that is a formula: the word as it was typed."""
    return word.removeprefix(" ")


def _shielded(words: list[str], verb: str) -> list[str]:
    """``tutor check -2x`` works: argparse takes a word with a leading space, which `formula` drops, for no option."""
    if verb not in FORMULA_VERBS:
        return words
    start = words.index(verb) + 1
    return words[:start] + [f" {word}" if _is_negative(word) else word for word in words[start:]]


def _is_negative(word: str) -> bool:
    return word.startswith("-") and not word.startswith("--") and word != "-h"


def _let_go() -> None:
    """Where the pipe or the terminal is gone, what is still to be written goes nowhere, and the exit code stands."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _print_in_any_encoding() -> None:
    """What a stream cannot encode is printed as its stand-in, as in formulas, and raises nothing."""
    codecs.register_error("tutor.stand_in", _stand_in)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="tutor.stand_in")


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    from tutor.typeset.glyphs import ASCII, shown

    assert isinstance(error, UnicodeEncodeError)
    return shown(error.object[error.start : error.end], ASCII), error.end
