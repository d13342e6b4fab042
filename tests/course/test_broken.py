"""Lessons broken on purpose: for every message of the course an edit of the sample that brings it, and its place."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from tutor.answers import Verdict
from tutor.course import LessonError, Problem, load_glossary, load_index, load_manifest
from tutor.course.checks import check_course, check_entry
from tutor.course.checks.coverage import Facts
from tutor.words import LANGS, Message, codes, say

Edit = Callable[[str, str, str], str]
ES, EN = "01-first/lesson.es.md", "01-first/lesson.en.md"
ES2, EN2 = "02-second/lesson.es.md", "02-second/lesson.en.md"


class Broken(NamedTuple):
    """An edit of the sample that breaks a file, the code of its message, and the text (from ¶ on) where it points."""

    code: str
    file: str
    old: str
    new: str
    at: str


FORMAT = (
    Broken("no-front-matter", ES, "---\nid: first", "id: first", "id: first"),
    Broken("yaml", ES, "needs: []", "needs: [", "needs: ["),
    Broken("yaml", ES, 'says: "diff(x^2, x) == 2*x"', 'says: "diff(x^2, x) == 2*x', 'says: "diff(x^2, x) == 2*x\n'),
    Broken("yaml", ES, "title: La primera", "title: La: primera", "title: La: primera"),
    Broken("no-fields", ES, "<!-- lab: D -->", "<!-- only a remark -->", "<!-- only a remark"),
    Broken("unknown-field", ES, "note: L01.1", "colour: red", "colour: red"),
    Broken("unknown-field-near", ES, 'function: "x^3"', 'functon: "x^3"', "functon"),
    Broken("missing-field", ES, "title: La primera\n", "", "id: first"),
    Broken("missing-field", ES, 'answer: "3*x^2"\n', "", "<!-- exercise:\nid: cube"),
    Broken("field-twice", ES, "note: L01.1", 'note: L01.1\nanswer: "x"', 'answer: "x"'),
    Broken("expects", ES, 'answer: "3*x^2"', "answer: 3", "answer: 3"),
    Broken("expects", ES, 'answer: "2: 2*x + 1"', "answer: [1, 2]", "answer: [1, 2]"),
    Broken("expects", ES, "id: cube", "id: The Cube", "id: The Cube"),
    Broken("expects", ES, "needs: []", "needs: nothing", "needs: nothing"),
    Broken("expects", ES, "holds: false", "holds: never", "holds: never"),
    Broken("expects", ES, "params: {a: 2..9, n: [2, 3, 4]}", "params: {a: 9..2}", "params: {a: 9..2}"),
    Broken("expects", ES, "params: {a: 2..9, n: [2, 3, 4]}", "params: 7", "params: 7"),
    Broken("expects", ES, "wrt: [x]\nanswer", "wrt: [x]\nshapes: {x: 3}\nanswer", "shapes: {x: 3}"),
    Broken("one-of", ES, "kind: shape", "kind: form", "kind: form"),
    Broken("letters-in-shape", ES, "wrt: [x]\nanswer", "wrt: [x]\nshapes: {x: [n]}\nanswer", "shapes: {x: [n]}"),
    Broken("html", ES, "Y ya está.", "<b>Y ya está.</b>\n\n<p>\nhola\n</p>", "<p>"),
    Broken("unclosed-comment", ES, "<!-- lab: D -->", "<!-- lab: D", "<!-- lab: D"),
    Broken("unclosed-comment", ES, '== 2*x"\n-->', '== 2*x"', "<!-- claim:\nid: square"),
    Broken("unclosed-comment", ES, 'answer: "1x3"\n-->', 'answer: "1x3"', "<!-- exercise:\nid: size"),
    Broken("fence", ES, "```text", "```python", "```python"),
    Broken("rule", ES, "> **Ojo.** Aquí", "***\n\n> **Ojo.** Aquí", "***"),
    Broken("indented-code", ES, "Y ya está.", "    Y ya está.", "    Y ya está."),
    Broken("unexpected", ES, "<!-- lab: D -->", "<!-- step -->", "Aquí no se acaba.\n\n¶<!-- step -->"),
    Broken("unexpected", ES, "<!-- lab: D -->", "<!-- demo: D -->", "<!-- demo: D -->"),
    Broken("title", ES, "# La primera", "# La última", "# La última"),
    Broken("second-title", ES, "## Con un ejemplo", "# Con un ejemplo", "# Con un ejemplo"),
    Broken("id-twice", ES, "id: size", "id: cube", "id: cube\nkind: shape"),
    Broken("other-id", EN, "id: first", "id: last", "id: last"),
    Broken("unknown-id", EN, "exercise: {id: cube}", "exercise: {id: cubes}", "{id: cubes}"),
    Broken("unknown-id", EN, "claim: {id: square}", "claim: {id: squares}", "{id: squares}"),
    Broken("unknown-id", EN, "worked: {id: product}", "worked: {id: products}", "{id: products}"),
    Broken("repeated", EN, "exercise: {id: cube}", 'exercise: {id: cube, answer: "3*x^2"}', 'answer: "3*x^2"'),
    Broken("repeated", EN, "summary:", "needs: []\nsummary:", "needs: []"),
    Broken("no-claim", ES, "<!-- claim: {none: definition} -->", "Sin más.", "```math\nf'(x) ="),
    Broken("no-claim-here", EN, "<!-- claim: {id: square} -->", "", "```math\n\\frac{d}{dx}\\,x^2"),
    Broken("says-or-none", ES, "holds: false", "none: notation", "<!-- claim:\n> id: printed-wrong"),
    Broken("says-or-none", ES, '> says: "diff(x^2, x) == x"\n', "", "<!-- claim:\n> id: printed-wrong"),
    Broken("one-of", ES, "{none: definition}", "{none: obvious}", "{none: obvious}"),
    Broken("note-opening", ES, "> **Ojo.** Aquí", "> Aquí", "> Aquí"),
    Broken("worked-open", ES, "<!-- /worked -->\n", "", "<!-- worked:"),
    Broken(
        "no-steps",
        ES,
        "<!-- worked:",
        "<!-- worked: {id: bare} -->\nNada.\n<!-- /worked -->\n\n<!-- worked:",
        "{id: bare}",
    ),
    Broken("details-open", ES, "Es una potencia.\n\n</details>", "Es una potencia.", "<details><summary>Pista 1"),
    Broken("summary", ES, "<summary>Pista 2", "<summary>Pista 3", "<details><summary>Pista 3"),
    Broken("summary", EN, "<summary>Hint 1", "<summary>Pista 1", "<details><summary>Pista 1"),
    Broken("no-statement", ES, "Deriva $f(x) = x^3$.\n", "", "<!-- exercise:\nid: cube"),
    Broken("details-alone", EN, "<!-- exercise: {id: cube} -->\n", "", "<details><summary>Hint 1"),
    Broken("unexpected", ES, "<!-- lab: D -->", "</details>", "Aquí no se acaba.\n\n¶</details>"),
    Broken("no-solution", ES, "<summary>Solución", "<summary>Pista 4", "<!-- exercise:\nid: cube"),
    Broken("options", ES, "- (a) $\\sin x$", "- (c) $\\sin x$", "<!-- exercise:\nid: inner"),
    Broken("answer-letter", ES, 'answer: "b"', 'answer: "d"', "<!-- exercise:\nid: inner"),
    Broken("no-lines", ES, "1. $f = x^2 + x$\n2. $f' = 2x$", "Ninguna.", "<!-- exercise:\nid: slip"),
    Broken("answer-line", ES, 'answer: "2: 2*x + 1"', 'answer: "3: 2*x + 1"', "<!-- exercise:\nid: slip"),
)


COURSE = (
    Broken("format", "course.yaml", "format: 1", "format: 2", "format: 2"),
    Broken("exercise-twice", "course.yaml", "[cube, inner", "[cube, cube", "[cube, cube"),
    Broken("other-id", "course.yaml", "id: first", "id: frist", "---"),
    Broken("index-title", "course.yaml", "es: La segunda", "es: Segunda", "title: La segunda"),
    Broken("index-exercises", "course.yaml", "[row, across]", "[across, row]", "---"),
    Broken("unknown-need", ES2, "needs: [first]", "needs: [frist]", "needs: [frist]"),
    Broken("need-later", ES, "needs: []", "needs: [second]", "needs: [second]"),
    Broken("unknown-item", ES, "notes: [I001]", "notes: [I001, I099]", "notes: [I001, I099]"),
    Broken("item-elsewhere", ES, "notes: [I001]", "notes: [I001, I002]", "notes: [I001, I002]"),
    Broken("item-missing", ES, "notes: [I001]", "notes: []", "notes: []"),
    Broken("unknown-erratum", ES, "errata: [E01]\nterms", "errata: [E01, E99]\nterms", "errata: [E01, E99]"),
    Broken("erratum-undeclared", ES, "errata: [E01]\nterms", "errata: []\nterms", "errata: []"),
    Broken("erratum-not-shown", ES, "errata: [E01]\nterms", "errata: [E01, E02]\nterms", "errata: [E01, E02]"),
    Broken("erratum-missing", "manifest.yaml", "lessons: [first]", "lessons: [first, second]", "---"),
    Broken("unknown-term", ES, "(term:slope)", "(term:slop)", "La derivada es una"),
    Broken("term-early", ES, "(term:slope)", "(term:row)", "La derivada es una"),
    Broken("term-elsewhere", ES, "terms: [slope]", "terms: [slope, row]", "terms: [slope, row]"),
    Broken("term-missing", ES, "terms: [slope]", "terms: []", "terms: []"),
    Broken("term-unlinked", EN, "[slope](term:slope)", "slope", "---"),
    Broken("term-nowhere", "glossary.yaml", "lesson: second", "lesson: nowhere", "¶es: fila"),
)
LANGUAGES = (
    Broken(
        "apart",
        EN,
        "<!-- exercise: {id: inner} -->",
        "```text\nextra\n```\n\n<!-- exercise: {id: inner} -->",
        "```text\nextra",
    ),
    Broken("only-here", EN, "<!-- lab: D -->", "<!-- lab: D -->\n\n```text\nextra\n```", "```text\nextra"),
    Broken("only-there", EN, "<!-- lab: D -->", "", "> **Watch out.**"),
    Broken("summaries-differ", EN, '  - "Five."\n', "", "---"),
    Broken("formula-differs", EN, "(x^3)' = 3x^2", "(x^3)' = 3x^3", "¶```math\n(x^3)'"),
    Broken("errata-differ", EN, "errata: [E01]", "errata: [E02]", "> <!-- errata"),
    Broken("steps-differ", EN, "<!-- step -->\nWhat remains", "What remains", "<!-- worked"),
    Broken(
        "hints-differ",
        EN,
        "<details><summary>Hint 3</summary>\n\nIt comes down in front and goes down by 1.\n\n</details>",
        "",
        "<!-- exercise: {id: cube}",
    ),
    Broken("choices-differ", EN, "- (b) $x^2$", "- (b) $x^2$\n- (c) $x$", "<!-- exercise: {id: inner}"),
    Broken(
        "statement-differs", EN, "Differentiate $f(x) = x^3$", "Differentiate $f(x) = x^4$", "<!-- exercise: {id: cube}"
    ),
)
LINTS = (
    Broken("latex", ES, "de $y = x^2$.", "de $y = \\nonsense$.", "La derivada es una"),
    Broken("latex", ES, "(x^3)' = 3x^2", "(x^3)' = \\frac{3x^2", "(x^3)' = \\frac"),
    Broken("latex", ES, '  - "Dos."', '  - "Dos $\\\\nonsense$."', '- "Dos'),
    Broken("html", ES, "Y ya está.", "Y <b>ya</b> está.", "Y <b>ya"),
    Broken("wide-formula", ES, "(x^3)' = 3x^2", "(x^3)' = " + " + ".join("abcdefghijklmnopqrstuvwxyz"), "(x^3)'"),
    Broken("dollar", ES, "de $y = x^2$.", "de $y = x^2.", "La derivada es una"),
    Broken("bar", ES, "de $y = x^2$.", "de $\\vec{y} = x^2$.", "La derivada es una"),
    Broken("wide-picture", ES, "x ──▶ u ──▶ y", "x\n" + "─" * 73, "─" * 73),
    Broken("long-paragraph", ES, "Y ya está.", "bla " * 91, "bla bla"),
    Broken("exclamation", ES, "Y ya está.", "¡Y ya está!", "¡Y ya está!"),
    Broken("empty-heading", ES, "## Con un ejemplo", "## Nada\n\n## Con un ejemplo", "## Nada"),
    Broken("summary-lines", ES, '  - "Cinco."\n', "", '- "Uno'),
)
CLAIMS = (
    Broken("claim-false", ES, "diff(x^2, x) == 2*x", "diff(x^2, x) == 3*x", "<!-- claim:\nid: square"),
    Broken("claim-false", ES, "diff(x^2, x) == 2*x", "x^2 >= 1", "<!-- claim:\nid: square"),
    Broken("claim-false", ES, "diff(x^2, x) == 2*x", "diff(max(0, x), x) == [x >= 0]", "<!-- claim:\nid: square"),
    Broken("claim-false", ES, "diff(x^2, x) == 2*x", "2*x != x + x", "<!-- claim:\nid: square"),
    Broken("claim-false", ES2, "== z*ones(n)^T", "== x^T", "<!-- claim:"),
    Broken("claim-undecided", ES, "diff(x^2, x) == 2*x", "sqrt(-1 - x^2) > 0", "<!-- claim:\nid: square"),
    Broken("claim-not-false", ES, 'diff(x^2, x) == x"', 'diff(x^2, x) == 2*x"', "<!-- claim:\n> id: printed-wrong"),
    Broken("claim-shape", ES2, "grad(sum(x*z), [x])", "x + ones(5)", "<!-- claim:"),
    Broken("claim-shape", ES, "diff(x^2, x) == 2*x", "diff(factorial(x), x) == 1", "<!-- claim:\nid: square"),
    Broken("claim-sides", ES2, "== z*ones(n)^T", "== z", "<!-- claim:"),
    Broken("sides-differ", ES, "\\ln x + x \\cdot \\frac{1}{x}", "\\ln x + x = \\ln x + x^2", "```math\n\\ln x"),
    Broken("says-unreadable", ES, "diff(x^2, x) == 2*x", "diff(x^2, t) == 2*x", "<!-- claim:\nid: square"),
    Broken("says-unreadable", ES, 'diff(x^2, x) == x"', 'diff(x^2, x) == (x"', "<!-- claim:\n> id: printed-wrong"),
    Broken("says-no-comparison", ES, "diff(x^2, x) == 2*x", "diff(x^2, x)", "<!-- claim:\nid: square"),
)
SHOWN = """```math
3 \\cdot x^2
```
<!-- claim: {none: definition} -->"""
EXERCISES = (
    Broken("no-mistake-to-find", ES2, 'answer: "1x2"\nerrata: [E02]', 'answer: "1x2"', "---"),
    Broken("no-shapes", ES2, 'kind: shape\nanswer: "1x2"', 'answer: "2"', "---"),
    Broken("task-unreadable", ES, 'answer: "3*x^2"', 'answer: "3*x^"', "<!-- exercise:\nid: cube"),
    Broken("task-unreadable", ES, 'given: "sin(a*x^n)"', 'given: "sin(b*x^n)"', "<!-- exercise:\nid: many"),
    Broken("task-unreadable", ES, 'function: "x^3"', 'function: "factorial(x)"', "<!-- exercise:\nid: cube"),
    Broken(
        "answer-refused", ES, 'answer: "3*x^2"', 'answer: "3*x^2*dot(ones(1), ones(1))"', "<!-- exercise:\nid: cube"
    ),
    Broken("wrong-accepted", ES, 'just-the-power: "x^2"', 'just-the-power: "x^2 + 2*x^2"', "<!-- exercise:\nid: cube"),
    Broken(
        "wrong-accepted",
        ES,
        'wrong: {wrong-line: "1: x^2 + x"}',
        'wrong: {own: "2: 1 + 2*x"}',
        "<!-- exercise:\nid: slip",
    ),
    Broken("unknown-mistake", ES, "A1:", "Z99:", "<!-- exercise:\nid: cube"),
    Broken(
        "wrong-unnamed",
        ES,
        'function: "x^3"\nwrt: [x]\nanswer: "3*x^2"\nwrong: {A1: "3*x^3", just-the-power: "x^2"}',
        'function: "sin(x^2)"\nwrt: [x]\nanswer: "2*x*cos(x^2)"\nlinks: {u1: "x^2", y: "sin(u1)"}\n'
        'wrong: {A1: "2*x*cos(u1)"}',
        "<!-- exercise:\nid: cube",
    ),
    Broken("not-derivative", ES, 'function: "x^3"', 'function: "x^4"', "<!-- exercise:\nid: cube"),
    Broken(
        "few-hints",
        ES,
        "<details><summary>Pista 3</summary>\n\nBaja delante y se reduce en 1.\n\n</details>",
        "",
        "<!-- exercise:\nid: cube",
    ),
    Broken("hint-tells", ES, "El exponente hace dos cosas.", "Sale $f'(x) = x^2 \\cdot 3$.", "Sale $f'(x)"),
    Broken("hint-tells", EN, "The exponent does two things.", "Type `3x^2`.", "Type `3x^2`."),
    Broken("hint-tells", EN, "Rows by columns.", "It is $1 \\times 3$.", "It is $1 \\times 3$."),
    Broken("hint-tells", ES, "Mira qué se calcula antes.", "Es la (b).", "Es la (b)."),
    Broken("hint-tells", EN, "Count the terms.", "It is $2x + 1$.", "It is $2x + 1$."),
    Broken("line-right", ES, "2. $f' = 2x$", "2. $f' = 1 + 2x$", "<!-- exercise:\nid: slip"),
    Broken("unknown-parameter", ES, "con $a = {{a}}$", "con $a = {{b}}$", "<!-- exercise:\nid: many"),
    Broken("unknown-parameter", EN, "It is a power.", "It is {{given}}.", "<!-- exercise: {id: cube}"),
    Broken("answer-displayed", ES, "```text\nx ──▶ u ──▶ y\n```", SHOWN, "<!-- exercise:\nid: cube"),
)
BROKEN = (*FORMAT, *COURSE, *LANGUAGES, *LINTS, *CLAIMS, *EXERCISES)


def problems(course: Path, file: str) -> Iterable[Problem]:
    """What the checks say of the lesson of a file, or of the whole course."""
    try:
        index = load_index(course)
        for entry in index.lessons:
            if file.startswith(entry.folder.name):
                return check_entry(entry, Facts(index, load_glossary(course), load_manifest(course))).problems
        return check_course(course, jobs=1).problems
    except LessonError as failure:
        return failure.problems


@pytest.mark.parametrize("broken", BROKEN, ids=[f"{one.code}-{place}" for place, one in enumerate(BROKEN)])
def test_what_is_broken_is_said_at_its_place(broken: Broken, course: Path, edit: Edit) -> None:
    text = edit(broken.file, broken.old, broken.new)
    found = list(problems(course, broken.file))
    places = {problem.line: problem for problem in found if problem.message.code == f"course.{broken.code}"}
    assert places, [problem.said("en") for problem in found]
    if broken.at in text.replace("¶", "") or "¶" in broken.at:
        before, _, after = broken.at.rpartition("¶")
        line = text[: text.index(before + after) + len(before)].count("\n") + 1
        near = range(line, line + 3) if broken.code == "yaml" else (line,)
        assert any(at in near for at in places), (line, list(places))
    for problem in places.values():
        for lang in LANGS:
            assert problem.said(lang).startswith(f"lessons/{problem.file.removeprefix('lessons/')}:{problem.line}:")
            assert say(problem.message, lang)


def test_the_sample_itself_has_no_problem(course: Path) -> None:
    report = check_course(course, jobs=1)
    assert report.problems == ()
    assert (report.counts["lessons"], report.counts["claims"], report.counts["definitions"]) == (2, 5, 1)
    assert report.covered == {"I001", "I002", "E01", "E02"}


def test_an_exercise_missing_in_the_second_language_is_a_problem(course: Path) -> None:
    text = (course / EN2).read_text("utf-8")
    (course / EN2).write_text(text[: text.index("<!-- exercise: {id: across}")], "utf-8")
    found = [problem.message.code for problem in problems(course, ES2)]
    assert found == ["course.index-exercises", "course.only-there"]


def test_only_what_is_wrong_is_said(course: Path, edit: Edit) -> None:
    for old, new in (
        ('answer: "3*x^2"', 'answer: "3*x^2'),
        ("title: La primera", "title: [La primera"),
        ('answer: "1x3"\n-->', 'answer: "1x3"'),
        ('== x"\n> holds: false', "== x]\n> holds: false"),
    ):
        before = (course / ES).read_text("utf-8")
        edit(ES, old, new)
        assert len(list(problems(course, ES))) == 1, [problem.said("en") for problem in problems(course, ES)]
        (course / ES).write_text(before, "utf-8")
    edit(EN, "<!-- exercise: {id: cube} -->\n", "")
    assert [problem.message.code for problem in problems(course, ES)] == ["course.details-alone"]


def test_the_spanish_file_is_checked_before_the_english_one_is_written(course: Path, edit: Edit) -> None:
    edit(ES, "diff(x^2, x) == 2*x", "diff(x^2, x) == 3*x")
    (course / EN).write_text("", "utf-8")
    assert {"course.claim-false", "course.no-front-matter"} <= {one.message.code for one in problems(course, ES)}


def test_what_a_formula_shows_because_it_is_wrong_gives_no_answer_away(course: Path, edit: Edit) -> None:
    wrong = '```math\n3 \\cdot x^2\n```\n<!-- claim:\nid: shown\nnames: [x]\nsays: "3*x^2 == x"\nholds: false\n-->'
    edit(ES, "```text\nx ──▶ u ──▶ y\n```", wrong)
    assert "course.answer-displayed" not in {one.message.code for one in problems(course, ES)}


def test_a_lesson_needs_a_worked_example(course: Path, edit: Edit) -> None:
    for file, name in ((ES2, "**Ejemplo.** Deriva"), (EN2, "**Example.** Differentiate")):
        text = (course / file).read_text("utf-8")
        start, end = text.index("<!-- worked"), text.index("<!-- /worked -->")
        assert name in text[start:end]
        edit(file, text[start : end + len("<!-- /worked -->\n")], "")
    assert [problem.message.code for problem in problems(course, ES2)] == ["course.no-worked"]


@pytest.mark.parametrize(
    ("code", "where", "instead"),
    [
        ("claim-difference", "tutor.course.checks.differences.derive", lambda expr, name: expr),
        ("claim-unproved", "tutor.course.checks.claims.proved", lambda *arguments: False),
        ("few-rewritings", "tutor.course.checks.exercises.rewritings", lambda expr: ("3*x^2",)),
        ("empty-passes", "tutor.course.checks.exercises.mark", lambda task, text: Verdict("wrong", "", Message(""))),
    ],
)
def test_the_checks_do_not_trust_what_they_use(
    code: str, where: str, instead: object, course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, instead)
    assert f"course.{code}" in {problem.message.code for problem in problems(course, ES)}


_ELSEWHERE = {
    "no-worked",
    *("claim-difference", "claim-unproved", "few-rewritings", "empty-passes"),
    *("no-file", "not-utf8"),  # test_reader
    *("no-rule", "report"),  # part of a message, and the last line
}


def test_every_message_of_a_problem_is_brought_about() -> None:
    brought = {f"course.{code}" for code in {one.code for one in BROKEN} | _ELSEWHERE}
    others = ("course.cli.", "course.new.", "course.sheet.", "course.what.")
    for lang in LANGS:
        assert {code for code in codes(lang) if code.startswith("course.") and not code.startswith(others)} == brought
