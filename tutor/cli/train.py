"""``tutor train``: the lab, or without a screen the steps of a descent as CSV."""

from __future__ import annotations

import argparse
import math
import sys
from itertools import islice
from typing import TYPE_CHECKING

from tutor.cli import formula
from tutor.neuron import NAMES
from tutor.typeset import plain
from tutor.words import Lang, say, text

if TYPE_CHECKING:
    from tutor.neuron.data import Dataset
    from tutor.neuron.model import Gradient
    from tutor.ui.own import Own, Unfit

UNREADABLE = 3
_ENDS = ("diverged", "undefined")


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the options of the descent."""
    parser.add_argument("--headless", action="store_true", help=text("lab.cli.headless", lang))
    parser.add_argument("--data", choices=NAMES, default="D", help=text("lab.cli.data", lang))
    parser.add_argument("--seed", type=count, metavar="N", help=text("lab.cli.seed", lang))
    parser.add_argument("--rate", type=rate, metavar="ETA", help=text("lab.cli.rate", lang))
    parser.add_argument("--steps", type=count, default=100, metavar="N", help=text("lab.cli.steps", lang))
    for part in ("w", "b"):
        about = text("lab.cli.gradient", lang, derivative=f"∂C/∂{part}")
        parser.add_argument(f"--gradient-{part}", type=formula, metavar="FORMULA", help=about)
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Open the lab, or print the descent: 1 if it went nowhere, 3 if a gradient cannot be read, 0 otherwise."""
    typed = arguments.gradient_w, arguments.gradient_b
    if (typed[0] is None) != (typed[1] is None):
        arguments.refuse(text("lab.cli.gradient.both", arguments.lang))
    own = None if typed[0] is None else typed
    if arguments.headless:
        return _headless(arguments, own)
    from tutor.cli.start import open_app

    return open_app("lab", arguments, data=arguments.data, seed=arguments.seed, rate=arguments.rate, own=own)


def _headless(arguments: argparse.Namespace, typed: tuple[str, str] | None) -> int:
    from tutor.neuron.data import load
    from tutor.neuron.model import gradient

    data = load(arguments.data, arguments.seed)
    if typed is None:
        return _print_steps(data, gradient, arguments)
    from tutor.ui.own import Unfit, own_gradient

    own: Own | Unfit = own_gradient(typed, data)
    if isinstance(own, Unfit):
        _say(own, arguments.lang)
        return UNREADABLE
    code = _print_steps(data, own.gradient, arguments)
    print(f"tutor: {plain(say(own.verdict, arguments.lang))}", file=sys.stderr)
    return code


def _print_steps(data: Dataset, gradient: Gradient, arguments: argparse.Namespace) -> int:
    from tutor.neuron.table import header, line
    from tutor.neuron.training import train

    print(header(len(data.w)))
    for step in islice(train(data, arguments.rate or data.rate, gradient), arguments.steps + 1):
        if step.fate not in _ENDS:
            print(line(step))
    if step.fate in ("dead", *_ENDS):
        print(text(f"lab.cli.{step.fate}", arguments.lang, step=step.number), file=sys.stderr)
    return 1 if step.fate in _ENDS else 0


def _say(unfit: Unfit, lang: Lang) -> None:
    """Why a formula cannot be used, and the place under it."""
    start, end = unfit.reason.at
    lead = f"  ∂C/∂{unfit.part} = "
    caret = " " * (len(lead) + start) + "^" * max(1, end - start)
    print(plain(say(unfit.reason.message, lang)), lead + unfit.reason.text, caret, sep="\n", file=sys.stderr)


def rate(word: str) -> float:
    """A learning rate: finite and more than 0."""
    value = float(word)
    if not (math.isfinite(value) and value > 0):
        raise ValueError(word)
    return value


def count(word: str) -> int:
    """A whole number, 0 or more."""
    value = int(word)
    if value < 0:
        raise ValueError(word)
    return value
