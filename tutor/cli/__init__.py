"""The doorway: ``tutor`` and its verbs. A verb is a module here with `configure(parser)` and `run(arguments) -> exit code`.

Exit codes: 0 right or done; 1 not right, or a check that failed; 2 cannot run (usage, not a terminal); 3 unreadable.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from tutor import __version__
from tutor.words import LANGS, Lang, preferred_lang, text

VERBS = ("check", "problem", "practice", "train", "typeset", "course", "progress")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code."""
    lang = _language(argv if argv is not None else sys.argv[1:])
    parser = build_parser(lang, _verb(argv if argv is not None else sys.argv[1:]))
    arguments = parser.parse_args(_answers_may_be_negative(argv if argv is not None else sys.argv[1:]))
    arguments.asked_lang = arguments.lang
    if arguments.lang is None:
        arguments.lang = lang
    verb = arguments.verb or "start"
    try:
        code: int = import_module(f"tutor.cli.{verb}").run(arguments)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return code


def build_parser(lang: Lang, verb: str | None = None) -> argparse.ArgumentParser:
    """The command line with its help in a language: all of it, or only the options of one verb (``""``: of none).

    Each verb's module is imported to ask for its options, so starting the app asks only for what it needs.
    """
    parser = argparse.ArgumentParser(prog="tutor", description=text("cli.about", lang), allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"tutor {__version__}")
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
    parser.add_argument("--lang", choices=LANGS, default=argparse.SUPPRESS if parser.prog != "tutor" else None, help="es, en")


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


def _answers_may_be_negative(argv: Sequence[str]) -> list[str]:
    """``tutor check -2x`` works: argparse takes a word with a leading space as an argument, never as an option."""
    words = list(argv)
    if "check" not in words[:3]:
        return words
    verb = words.index("check")
    return [
        f" {word}" if place > verb and word.startswith("-") and not word.startswith("--") and word != "-h" else word
        for place, word in enumerate(words)
    ]
