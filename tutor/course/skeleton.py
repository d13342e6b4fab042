"""A new lesson: both files, ready to be filled in, and its line in the index."""

from pathlib import Path

from tutor.course.index import SOURCE_LANG, load_index
from tutor.course.lesson import SUMMARY_LINES
from tutor.course.reader import HINT, SOLUTION
from tutor.words import LANGS, Lang, text

_FRONT = """
needs: []        # lessons that come before
notes: []        # statements of the source notes taught here, as in manifest.yaml
errata: []       # mistakes of the source notes mended here
terms: []        # glossary terms introduced here"""
_CLAIM = "\n".join(("<!-- claim:", "id: {id}", "names: [x]", 'says: "{says}"', "-->"))
_EXERCISE = """<!-- exercise:
id: first-exercise
kind: expression
names: [x]
function: "x^3"
wrt: [x]
answer: "3*x^2"
wrong: {A1: "3*x^3"}
-->"""
_LESSON = """---
id: {id}
title: {title}{front}
summary:
{summary}
---
# {title}

{why}

## {case}

{worked}
{example}
<!-- step -->
{step_one}
<!-- step -->
{step_two}

```math
\\frac{{d}}{{dx}}\\,x^2 = 2x
```
{claim}
<!-- /worked -->

> {watch}

{exercise}
{statement}

{hints}

{solution}

## {next}

{after}
"""


def new_lesson(root: Path, lesson: str) -> tuple[Path, ...]:
    """Write a skeleton of a lesson in both languages and add it to the index; the files written, the index first.

    Raises:
        LessonError: the index cannot be read.
        FileExistsError: the lesson is in the index, or its folder exists.
    """
    index = load_index(root)
    numbers = [int(entry.folder.name[:2]) for entry in index.lessons if entry.folder.name[:2].isdecimal()]
    folder = root / f"{max(numbers, default=0) + 1:02d}-{lesson}"
    if lesson in index.by_id or folder.exists():
        raise FileExistsError(lesson)
    title = lesson.replace("-", " ").capitalize()
    folder.mkdir()
    files = []
    for lang in LANGS:
        path = folder / f"lesson.{lang}.md"
        path.write_text(_lesson(lesson, title, lang), "utf-8")
        files.append(path)
    _add_to_index(root / "course.yaml", lesson, folder.name, title)
    return (root / "course.yaml", *files)


def _add_to_index(path: Path, lesson: str, folder: str, title: str) -> None:
    """As text, so that comments and the layout of the file stay."""
    before = path.read_text("utf-8").replace("lessons: []", "lessons:").rstrip("\n")
    entry = (
        f"  - id: {lesson}",
        f"folder: {folder}",
        f"title: {{es: {title}, en: {title}}}",
        "exercises: [first-exercise]",
    )
    path.write_text(before + "\n" + "\n    ".join(entry) + "\n", "utf-8")


def _lesson(lesson: str, title: str, lang: Lang) -> str:
    def say(part: str) -> str:
        return text(f"course.new.{part}", lang)

    def claim(name: str, says: str) -> str:
        return _CLAIM.format(id=name, says=says) if source else f"<!-- claim: {{id: {name}}} -->"

    source = lang == SOURCE_LANG
    answer = (
        f"{say('solution')}\n\n```math\n\\frac{{d}}{{dx}}\\,x^3 = 3x^2\n```\n{claim('cube', 'diff(x^3, x) == 3*x^2')}"
    )
    parts = ("why", "case", "example", "step_one", "step_two", "watch", "statement", "next", "after")
    return _LESSON.format(
        id=lesson,
        title=title,
        front=_FRONT if source else "",
        summary="\n".join(f'  - "{say("summary")}"' for _ in range(SUMMARY_LINES)),
        worked="<!-- worked: {id: first-example} -->",
        claim=claim("square", "diff(x^2, x) == 2*x"),
        exercise=_EXERCISE if source else "<!-- exercise: {id: first-exercise} -->",
        hints="\n\n".join(_details(f"{HINT[lang]} {rung}", say(f"hint_{rung}")) for rung in (1, 2, 3)),
        solution=_details(SOLUTION[lang], answer),
        **{part: say(part) for part in parts},
    )


def _details(summary: str, inside: str) -> str:
    return f"<details><summary>{summary}</summary>\n\n{inside}\n\n</details>"
