"""``tutor typeset``: a formula in two dimensions, on one line or in words."""

import argparse
import os
import shutil
import sys

from tutor.cli import formula
from tutor.typeset import Glyphs, TypesetError, choose_glyphs, layout, line, parse, plain, speak
from tutor.typeset.glyphs import shown
from tutor.typeset.widths import cells
from tutor.words import LANGS, Lang, Message, say, text

_EXCERPT = 60


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments."""
    parser.add_argument("latex", type=formula, metavar="LATEX", help=text("typeset.cli.latex", lang))
    parser.add_argument("--width", type=width, metavar="N", help=text("typeset.cli.width", lang))
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--line", action="store_true", help=text("typeset.cli.line", lang))
    output.add_argument("--speak", choices=LANGS, metavar="LANG", help=text("typeset.cli.speak", lang))
    parser.add_argument("--ascii", action="store_true", help=text("typeset.cli.ascii", lang))


def run(arguments: argparse.Namespace) -> int:
    """Print the formula; 3 when it cannot be read."""
    latex = sys.stdin.read().strip("\n") if arguments.latex == "-" else arguments.latex
    glyphs = choose_glyphs(sys.stdout.encoding, os.environ.get("TERM"), ascii_only=arguments.ascii)
    try:
        node = parse(latex)
    except TypesetError as error:
        print(_complaint(latex, error, arguments.lang, glyphs), file=sys.stderr)
        return 3
    if arguments.speak:
        print(shown(speak(node, arguments.speak), glyphs))
    elif arguments.line:
        print(line(node, glyphs=glyphs))
    else:
        print(layout(node, arguments.width or _terminal_width(), glyphs=glyphs))
    return 0


def _complaint(latex: str, error: TypesetError, lang: Lang, glyphs: Glyphs) -> str:
    """The line of the source that holds the culprit, a caret under it, and a sentence."""
    start = max(latex.rfind("\n", 0, error.offset) + 1, error.offset - _EXCERPT)
    source = latex[start : error.offset + _EXCERPT].split("\n", 1)[0]
    visible = shown("".join(character if character.isprintable() else " " for character in source), glyphs)
    before = cells(visible[: error.offset - start])
    sentence = plain(say(Message(error.code, error.args), lang), glyphs=glyphs)
    return f"{visible}\n{' ' * before}^\n{sentence}"


def width(word: str) -> int:
    """A number of cells, 1 or more."""
    value = int(word)
    if value < 1:
        raise ValueError(word)
    return value


def _terminal_width() -> int | None:
    """The width of the terminal; None when the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
