"""``tutor progress``: what was done so far, in short or whole."""

import argparse
import json
import sys
from dataclasses import asdict

from tutor.cli.mistakes import named
from tutor.words import Lang, say, text


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help=text("progress.cli.json", lang))


def run(arguments: argparse.Namespace) -> int:
    """Print a summary of the log, or all of it; 1 when it cannot be read."""
    from tutor.paths import data_dir
    from tutor.progress import Store
    from tutor.progress.attempt import summarise

    lang: Lang = arguments.lang
    with Store(data_dir()) as store:
        log = store.attempts()
        for message in (*store.notices, *([store.trouble] if store.trouble else [])):
            print(f"tutor: {say(message, lang)}", file=sys.stderr)
        code = 0 if store.trouble is None else 1
    if arguments.json:
        for attempt in log:
            print(json.dumps({**asdict(attempt), "at": attempt.at.isoformat()}, ensure_ascii=False))
        return code
    summary = summarise(log)
    if not summary.attempts:
        print(text("progress.cli.none", lang))
        return code
    print(text("progress.cli.attempts", lang, n=summary.attempts, right=summary.right, done=len(summary.done)))
    for mistake, count in summary.mistakes[:3]:
        print(f"  {text('progress.cli.mistake', lang, mistake=named(mistake, lang), n=count)}")
    return code
