"""``tutor train``: the lab, or without a screen the steps of a descent as CSV."""

import argparse
import math
import sys
from itertools import islice

from tutor.neuron import NAMES
from tutor.words import Lang, text


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the options of the descent."""
    parser.add_argument("--headless", action="store_true", help=text("lab.cli.headless", lang))
    parser.add_argument("--data", choices=NAMES, default="D", help=text("lab.cli.data", lang))
    parser.add_argument("--seed", type=count, metavar="N", help=text("lab.cli.seed", lang))
    parser.add_argument("--rate", type=rate, metavar="ETA", help=text("lab.cli.rate", lang))
    parser.add_argument("--steps", type=count, default=100, metavar="N", help=text("lab.cli.steps", lang))


def run(arguments: argparse.Namespace) -> int:
    """Open the lab, or print the descent: 1 if it diverged, 0 otherwise."""
    if arguments.headless:
        return _headless(arguments)
    from tutor.cli.start import open_app

    return open_app("lab", arguments, data=arguments.data, seed=arguments.seed, rate=arguments.rate)


def _headless(arguments: argparse.Namespace) -> int:
    from tutor.neuron.data import load
    from tutor.neuron.table import header, line
    from tutor.neuron.training import train

    data = load(arguments.data, arguments.seed)
    print(header(len(data.w)))
    for step in islice(train(data, arguments.rate or data.rate), arguments.steps + 1):
        if step.fate != "diverged":
            print(line(step))
    if step.fate in ("dead", "diverged"):
        print(text(f"lab.cli.{step.fate}", arguments.lang, step=step.number), file=sys.stderr)
    return 1 if step.fate == "diverged" else 0


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
