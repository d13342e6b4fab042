"""``tutor practice``: the app, opened on practice."""

import argparse

from tutor.words import Lang, say, text


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments."""
    parser.add_argument("what", nargs="?", default="chain", metavar="TOPIC|CODE", help=text("practice.cli.topic", lang))
    parser.add_argument("--level", type=int, metavar="N", help=text("practice.cli.level", lang))
    parser.add_argument("--seed", type=int, metavar="N", help=text("practice.cli.seed", lang))
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Open practice on a topic, at a level, with the problem of a seed or of a code first."""
    from tutor.cli.start import open_app
    from tutor.practice import TOPICS, PracticeError, from_code, generate

    topic, level, code = arguments.what, arguments.level, None
    try:
        if topic not in TOPICS:
            origin = from_code(topic).origin
            topic, level, code = origin.topic, origin.level, origin.code
        elif level is not None or arguments.seed is not None:
            problem = generate(topic, min(TOPICS[topic].levels) if level is None else level, arguments.seed or 0)
            code = None if arguments.seed is None else problem.code
    except PracticeError as error:
        arguments.refuse(say(error.message, arguments.lang))
    return open_app("practice", arguments, topic=topic, level=level, code=code)
