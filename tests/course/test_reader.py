"""Reading lessons: what a good file becomes, and for each way to break one its message and place."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tutor.course import LessonError, load_index, load_lesson
from tutor.course.lesson import Exercise, Formula, Heading, Lab, Lesson, Note, Picture, Prose, Worked, walk
from tutor.words import LANGS, Lang

ES, EN = "01-first/lesson.es.md", "01-first/lesson.en.md"


def load(course: Path, lang: Lang = "es", lesson: str = "first") -> Lesson:
    return load_lesson(load_index(course).by_id[lesson], lang)


class Broken(NamedTuple):
    """An edit of the sample that breaks a file, the code of its message, and the text (from ¶ on) where it points."""

    code: str
    file: str
    old: str
    new: str
    at: str


BROKEN = (
    Broken("no-front-matter", ES, "---\nid: first", "id: first", "id: first"),
    Broken("yaml", ES, "needs: []", "needs: [", "needs: ["),
    Broken("yaml", ES, 'says: "diff(x^2, x) == 2*x"', 'says: "diff(x^2, x) == 2*x', "-->"),
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
    Broken("says-or-none", ES, "holds: false", "none: notation", "<!-- claim:\n> id: printed-wrong"),
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
    Broken("no-solution", ES, "<summary>Solución", "<summary>Pista 4", "<!-- exercise:\nid: cube"),
    Broken("options", ES, "- (a) $\\sin x$", "- (c) $\\sin x$", "<!-- exercise:\nid: inner"),
    Broken("answer-letter", ES, 'answer: "b"', 'answer: "d"', "<!-- exercise:\nid: inner"),
    Broken("no-lines", ES, "1. $f = x^2 + x$\n2. $f' = 2x$", "Ninguna.", "<!-- exercise:\nid: slip"),
)


@pytest.mark.parametrize("broken", BROKEN, ids=[f"{one.code}-{place}" for place, one in enumerate(BROKEN)])
def test_a_broken_file_says_what_and_where(broken: Broken, course: Path, edit: Callable[[str, str, str], str]) -> None:
    text = edit(broken.file, broken.old, broken.new)
    before, _, after = broken.at.rpartition("¶")
    line = text[: text.index(before + after) + len(before)].count("\n") + 1
    lang: Lang = "es" if broken.file == ES else "en"
    with pytest.raises(LessonError) as failure:
        load(course, lang)
    found = [(problem.message.code, problem.line) for problem in failure.value.problems]
    assert (f"course.{broken.code}", pytest.approx(line, abs=0 if broken.code != "yaml" else 2)) in found
    for said in LANGS:
        for problem in failure.value.problems:
            assert problem.said(said).startswith(f"lessons/{broken.file}:{problem.line}:{problem.column}: ")


def test_columns_point_at_the_culprit_also_within_a_quotation(
    course: Path, edit: Callable[[str, str, str], str]
) -> None:
    edit(ES, "> holds: false", "> holds: never")
    with pytest.raises(LessonError) as failure:
        load(course)
    (problem,) = failure.value.problems
    assert (problem.line, problem.column) == (problem.line, len("> holds: ") + 1)


def test_every_problem_of_a_file_is_found_at_once(course: Path, edit: Callable[[str, str, str], str]) -> None:
    edit(ES, "note: L01.1", "colour: red")
    edit(ES, "kind: shape", "kind: form")
    edit(ES, "> **Ojo.** Aquí", "> Aquí")
    with pytest.raises(LessonError) as failure:
        load(course)
    codes = [problem.message.code for problem in failure.value.problems]
    assert codes == ["course.unknown-field", "course.one-of", "course.note-opening"]
    lines = [problem.line for problem in failure.value.problems]
    assert lines == sorted(lines)


def test_missing_and_undecodable_files(course: Path) -> None:
    (course / ES).write_bytes(b"\xff\xfe")
    with pytest.raises(LessonError) as failure:
        load(course)
    assert failure.value.problems[0].message.code == "course.not-utf8"
    (course / ES).unlink()
    with pytest.raises(LessonError) as failure:
        load(course, "en")
    assert failure.value.problems[0].message.code == "course.no-file"
    assert failure.value.problems[0].file.endswith(ES)


def test_a_broken_lesson_leaves_the_others_alone(course: Path, edit: Callable[[str, str, str], str]) -> None:
    edit(ES, "kind: shape", "kind: form")
    assert load(course, "es", "second").title == "La segunda"
    assert load(course, "en", "second").title == "The second one"


def test_blocks_of_a_lesson(course: Path) -> None:
    kinds = [type(block) for block in load(course).blocks]
    examples = [Worked, Picture, *[Exercise] * 5, Note, Lab]
    assert kinds == [Heading, Prose, Formula, Prose, Formula, Note, Heading, *examples]
    lesson = load(course)
    assert [block.kind for block in lesson.blocks if isinstance(block, Prose)] == ["paragraph", "table"]
    assert [(block.kind, block.errata) for block in lesson.blocks if isinstance(block, Note)] == [
        ("notes", ("E01",)),
        ("watch", ()),
    ]
    (worked,) = [block for block in lesson.blocks if isinstance(block, Worked)]
    assert (worked.id, len(worked.steps)) == ("product", 2)
    assert lesson.blocks[-1] == Lab("D", lesson.blocks[-1].place)


def test_machine_data_is_the_same_in_both_languages(course: Path) -> None:
    es, en = load(course, "es"), load(course, "en")
    assert en.title == "The first one"
    assert (en.needs, en.notes, en.errata, en.terms) == (es.needs, es.notes, es.errata, es.terms)
    for ours, theirs in zip(es.exercises, en.exercises, strict=True):
        assert (ours.key, ours.answer, ours.wrong, ours.params) == (
            theirs.key,
            theirs.answer,
            theirs.wrong,
            theirs.params,
        )
        assert ours.place != theirs.place
    claims = [[block.claim.says for block in walk(one.blocks) if isinstance(block, Formula)] for one in (es, en)]
    assert claims[0] == claims[1]
    assert ("diff(x^2, x) == x",) in claims[0]


def test_a_question_has_prompt_hints_solution_and_choices(course: Path) -> None:
    cube, inner = load(course, "en").exercises[:2]
    question = cube.question()
    assert (question.id, question.prompt) == ("first/cube", "Differentiate $f(x) = x^3$.")
    assert question.hints[0] == "It is a power."
    assert question.solution == ("By the power rule:\n\n```math\n(x^3)' = 3x^2\n```", "And that is all.")
    assert (question.task.expected, question.task.names, question.task.function) == ("3*x^2", ("x",), "x^3")
    choice = inner.question()
    assert choice.prompt == r"In $y = \sin(x^2)$, the inner part is"
    assert [(option.letter, option.text) for option in choice.choices] == [("a", r"$\sin x$"), ("b", "$x^2$")]
    assert (choice.task.kind, choice.task.expected, choice.task.choices) == ("choice", "b", ("a", "b"))
