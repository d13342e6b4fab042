"""``tutor course``: check the lessons, start a new one, preview one, print the formula sheet, list what there is."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tutor.course import LessonError, Problem, load_glossary, load_index, load_manifest
from tutor.course.nodes import SLUG
from tutor.paths import lessons_dir
from tutor.words import LANGS, Lang, text


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """The verbs of the course and their arguments."""
    verbs = parser.add_subparsers(dest="course", metavar="COMMAND", required=True)
    for name in _VERBS:
        summary = text(f"course.cli.{name}.about", lang)
        verb = verbs.add_parser(name, help=summary, description=summary, allow_abbrev=False)
        verb.add_argument("--lang", choices=("es", "en"), default=argparse.SUPPRESS)
        verb.add_argument("--lessons", type=Path, default=None, help=text("course.cli.lessons", lang))
        if name in ("check", "preview"):
            path = text("course.cli.path", lang)
            verb.add_argument("path", type=Path, nargs="?" if name == "check" else None, metavar="PATH", help=path)
        if name == "new":
            verb.add_argument("id", metavar="ID", help=text("course.cli.new.id", lang))


def run(arguments: argparse.Namespace) -> int:
    """Run a verb of the course."""
    try:
        return _VERBS[arguments.course](arguments, arguments.lessons or lessons_dir(), arguments.lang)
    except LessonError as error:
        _print(error.problems, arguments.lang)
        return 1


def _list(arguments: argparse.Namespace, root: Path, lang: Lang) -> int:
    for entry in load_index(root).lessons:
        count = text("course.cli.exercises", lang, n=len(entry.exercises))
        print(f"{entry.number:3}  {entry.id:24}{entry.title[lang]} · {count}")
    return 0


def _sheet(arguments: argparse.Namespace, root: Path, lang: Lang) -> int:
    from tutor.course.sheet import sheet

    print(sheet(load_index(root), load_glossary(root), lang), end="")
    return 0


def _new(arguments: argparse.Namespace, root: Path, lang: Lang) -> int:
    from tutor.course.skeleton import new_lesson

    if not SLUG.fullmatch(arguments.id):
        print(text("course.cli.new.not_id", lang, id=arguments.id), file=sys.stderr)
        return 2
    try:
        files = new_lesson(root, arguments.id)
    except FileExistsError:
        print(text("course.cli.new.exists", lang, id=arguments.id), file=sys.stderr)
        return 2
    except OSError as error:
        print(text("course.cli.new.unwritable", lang, reason=str(error)), file=sys.stderr)
        return 2
    print("\n".join(map(str, files)))
    print(text("course.cli.new.then", lang, path=str(files[1])))
    return 0


def _check(arguments: argparse.Namespace, root: Path, lang: Lang) -> int:
    from tutor.course.checks import check_course

    path = arguments.path
    if path and (path / "course.yaml").is_file():
        root, path = path, None
    report = check_course(root, path)
    _print(report.problems, lang)
    print(report.summary(lang, load_manifest(root)))
    return 1 if report.problems else 0


def _print(problems: Iterable[Problem], lang: Lang) -> None:
    from tutor.typeset import plain

    for problem in problems:
        print(plain(problem.said(lang)))


def _preview(arguments: argparse.Namespace, root: Path, lang: Lang) -> int:
    from tutor.ui import terminal

    if obstacle := terminal.obstacle():
        print(text(obstacle.code, lang, **obstacle.args), file=sys.stderr)
        return 2
    from tutor.ui.app import preview

    written = {f".{one}": one for one in LANGS}.get(Path(arguments.path.stem).suffix)
    return preview(arguments.path, arguments.asked_lang or written or lang)


_VERBS: Mapping[str, Callable[[argparse.Namespace, Path, Lang], int]] = {
    "check": _check,
    "new": _new,
    "preview": _preview,
    "sheet": _sheet,
    "list": _list,
}
