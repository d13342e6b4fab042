"""``tutor problem``: one practice problem, with everything in it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import TYPE_CHECKING, Any

from tutor.typeset import choose_glyphs, plain
from tutor.words import LANGS, Lang, say, text

if TYPE_CHECKING:
    from tutor.practice import Problem


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments."""
    parser.add_argument("what", metavar="CODE|TOPIC", help=text("practice.cli.what", lang))
    parser.add_argument("level", nargs="?", type=int, metavar="LEVEL", help=text("practice.cli.level", lang))
    parser.add_argument("seed", nargs="?", type=int, metavar="SEED", help=text("practice.cli.seed", lang))
    parser.add_argument("--json", action="store_true", help=text("practice.cli.json", lang))
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Print the problem of a code, or of a topic, a level and a seed."""
    from tutor.practice import PracticeError, from_code, generate

    lang: Lang = arguments.lang
    if (arguments.level is None) != (arguments.seed is None):
        arguments.refuse(text("practice.cli.usage", lang))
    try:
        coded = arguments.level is None
        problem = from_code(arguments.what) if coded else generate(arguments.what, arguments.level, arguments.seed)
    except PracticeError as error:
        arguments.refuse(say(error.message, lang))
    if arguments.json:
        json.dump(as_json(problem), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        print(plain(as_text(problem, lang), glyphs=choose_glyphs(sys.stdout.encoding, os.environ.get("TERM"))))
    return 0


def as_json(problem: Problem) -> dict[str, Any]:
    """Everything about a problem; formulas in texts are LaTeX, all others in the answer grammar."""
    from tutor.answers import show

    return {
        "code": problem.code,
        "topic": problem.origin.topic,
        "level": problem.origin.level,
        "seed": problem.origin.seed,
        "generator": problem.version,
        "statement": {lang: problem.question(lang).prompt for lang in LANGS},
        "function": problem.task.function,
        "wrt": problem.graph.wrt,
        "nodes": [{"name": node.name, "expr": show(node.expr)} for node in problem.graph.nodes],
        "links": [{"of": edge.over, "wrt": edge.under, "expr": show(edge.slope)} for edge in problem.graph.edges],
        "answer": problem.task.expected,
        "hints": {lang: problem.hints(lang) for lang in LANGS},
        "solution": {lang: problem.solution(lang) for lang in LANGS},
        "mistakes": [{"id": slip.mistake, "value": show(slip.answer)} for slip in problem.mistakes],
    }


def as_text(problem: Problem, lang: Lang) -> str:
    """The same for people, in one language: Markdown."""
    from tutor.answers import latex

    topic, level = problem.origin.topic, problem.origin.level
    heading = text(
        "practice.cli.heading",
        lang,
        topic=text(f"practice.topic.{topic}", lang),
        level=level,
        about=text(f"practice.level.{topic}.{level}", lang),
        problem=problem.code,
    )
    rungs = problem.hints(lang)[:-1]
    hints = [f"{text('practice.cli.hint', lang, n=place)}. {hint}" for place, hint in enumerate(rungs, 1)]
    solution = [f"{text('practice.cli.solution', lang)}.", *problem.solution(lang)]
    otherwise = text("read.otherwise", lang)
    wrong = dict.fromkeys(f"- {slip.mistake}: ${latex(slip.answer, otherwise=otherwise)}$" for slip in problem.mistakes)
    mistakes = [f"{text('practice.cli.mistakes', lang)}.", "\n".join(wrong)]
    return "\n\n".join([heading, problem.question(lang).prompt, *hints, *solution, *mistakes])
