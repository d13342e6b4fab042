"""``tutor check``: the verdict on one answer, or on a file of them."""

from __future__ import annotations

import argparse
import re
import sys
from functools import partial
from typing import TYPE_CHECKING

from tutor.cli import formula
from tutor.cli.mistakes import named
from tutor.typeset import plain
from tutor.words import Lang, say, text

if TYPE_CHECKING:
    from tutor.answers import Prover, Task, Verdict

_EXIT_CODES = {"right": 0, "unreadable": 3}
"""Every other outcome is 1."""


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments."""
    parser.add_argument("answer", nargs="?", type=formula, metavar="ANSWER", help=text("cli.check.answer", lang))
    parser.add_argument("--of", type=formula, metavar="FUNCTION", help=text("cli.check.of", lang))
    parser.add_argument("--wrt", metavar="NAME,…", help=text("cli.check.wrt", lang))
    parser.add_argument("--expected", type=formula, metavar="EXPRESSION", help=text("cli.check.expected", lang))
    parser.add_argument("--vars", metavar="NAME,…", help=text("cli.check.vars", lang))
    parser.add_argument("--shapes", metavar="NAME=SHAPE,…", help=text("cli.check.shapes", lang))
    parser.add_argument("--jsonl", action="store_true", help=text("cli.check.jsonl", lang))
    parser.add_argument("--summary", action="store_true", help=text("cli.check.summary", lang))
    parser.add_argument("--prove", action="store_true", help=text("cli.check.prove", lang))
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = text("cli.check.rows", lang)
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Print the verdict: 0 right, 1 not right, 3 unreadable; or a row for every row of a file."""
    from tutor.answers import Prover, TaskError, mark

    lang: Lang = arguments.lang
    prover = Prover(patience=20) if arguments.prove else None
    try:
        if arguments.jsonl:
            return _check_file(arguments, prover)
        if arguments.answer is None:
            arguments.refuse(text("cli.check.missing", lang))
        verdict = mark(_task(arguments), arguments.answer, prover=prover)
    except TaskError as error:
        arguments.refuse(plain(say(error.message, lang)))
    finally:
        if prover:
            prover.close()
    print(as_text(verdict, arguments.answer, lang))
    return _EXIT_CODES.get(verdict.outcome, 1)


def _check_file(arguments: argparse.Namespace, prover: Prover | None) -> int:
    """The rows of the file that stands where an answer would; of standard input without one, and for ``-``."""
    from tutor.cli.check_rows import check_rows

    name, lang = arguments.answer or "-", arguments.lang
    judge = partial(check_rows, out=sys.stdout, lang=lang, summary=arguments.summary, prover=prover)
    if name == "-":
        return judge(sys.stdin.buffer)
    try:
        with open(name, "rb") as source:
            return judge(source)
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return int(arguments.refuse(text("cli.check.file", lang, file=name, reason=reason)))


def _task(arguments: argparse.Namespace) -> Task:
    from tutor.answers import Task, author_tree

    shapes = _shapes(arguments.shapes or "", arguments)
    function, expected, wrt = arguments.of, arguments.expected, _listed(arguments.wrt)
    given = [expression for expression in (function, expected) if expression]
    if not given:
        arguments.refuse(text("cli.check.missing", arguments.lang))
    names = _listed(arguments.vars) or _names_in(given, notations="TI" if shapes else "")
    names = tuple(dict.fromkeys((*shapes, *names, *wrt)))
    if function and not wrt:
        wrt = names[:1] if len(names) == 1 else arguments.refuse(text("cli.check.which", arguments.lang))
    if not expected:
        listed = ", ".join(wrt)
        expected = f"diff({function}, {listed})" if len(wrt) == 1 else f"grad({function}, [{listed}])"
    task = Task(expected, names=names, shapes=shapes, function=function, wrt=wrt)
    if function:
        author_tree(function, task)  # what cannot be read is named as it was typed
    return task


def _names_in(texts: list[str], notations: str) -> tuple[str, ...]:
    """The names that stand in these texts: letters, letters with a number, Greek ones; no functions, no notations."""
    from tutor.answers.characters import GREEK
    from tutor.answers.names import Names

    known = Names()
    found: dict[str, None] = {}
    for word in re.findall(r"[^\W\d_]+(?:_?\d+)?", " ".join(texts)):
        if known.word(word) is None and word not in notations and word not in _CONDITIONS:
            alone = len(word.rstrip("_0123456789")) == 1 or word in GREEK
            found |= dict.fromkeys([word] if alone else word)
    return tuple(found)


_CONDITIONS = frozenset(("if", "si", "otherwise", "else"))


def _listed(argument: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (argument or "").replace(" ", ",").split(",") if name.strip())


def _shapes(argument: str, arguments: argparse.Namespace) -> dict[str, tuple[int | str, ...]]:
    """``x=3,A=2x3,w=n``: a vector of 3, a matrix, a vector of any size."""
    shapes: dict[str, tuple[int | str, ...]] = {}
    for part in _listed(argument):
        name, equals, shape = part.partition("=")
        sizes = shape.split("x")
        if not equals or not name.isidentifier() or not all(size.isalnum() for size in sizes) or len(sizes) > 2:
            arguments.refuse(text("cli.check.badshape", arguments.lang, shape=part))
        shapes[name] = tuple(int(size) if size.isdecimal() else size for size in sizes)
    return shapes


def as_text(verdict: Verdict, answer: str, lang: Lang) -> str:
    """A verdict for people: its name, its sentence, remarks, and the place under what was typed."""
    lines = [f"{text(f'cli.check.outcome.{verdict.outcome}', lang)}. {plain(say(verdict.message, lang))}"]
    if verdict.at:
        start, end = verdict.at
        lines += [f"  {answer}", f"  {' ' * start}{'^' * max(1, end - start)}"]
    lines += [plain(say(notice, lang)) for notice in verdict.notices]
    lines += [text("cli.check.mistake", lang, mistake=named(mistake, lang)) for mistake in verdict.mistakes]
    return "\n".join(lines)
