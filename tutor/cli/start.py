"""``tutor``: open the app, where there is a terminal to open it on."""

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

from tutor.words import Lang, text

if TYPE_CHECKING:
    from tutor.ui.app import Mode


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the options of the app."""
    parser.add_argument("--theme", choices=("dark", "light"), help=text("cli.theme", lang))
    parser.add_argument("--ascii", action="store_true", help=text("cli.ascii", lang))


def run(arguments: argparse.Namespace) -> int:
    """Open the app at home."""
    return open_app("home", arguments)


def open_app(start: "Mode", arguments: argparse.Namespace, **options: Any) -> int:
    """Open the app in a mode; 2 with one line on stderr where it cannot be drawn."""
    from tutor.ui import terminal

    if obstacle := terminal.obstacle():
        print(text(obstacle.code, arguments.lang, **obstacle.args), file=sys.stderr)
        return 2
    if getattr(arguments, "ascii", False):
        os.environ[terminal.ASCII_ONLY] = "1"
    from tutor.ui import app

    return app.run(start, lang=arguments.asked_lang, theme=getattr(arguments, "theme", None), **options)
