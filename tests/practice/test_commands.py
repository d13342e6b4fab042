"""``tutor problem``, ``tutor practice`` and ``tutor progress`` as they are typed."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tutor.cli import main
from tutor.practice import generate
from tutor.progress import Attempt, Store
from tutor.words import LANGS


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(words) == 0
    return capsys.readouterr().out


def test_a_code_and_its_origin_print_the_same_problem(capsys: pytest.CaptureFixture[str]) -> None:
    by_origin = printed(capsys, "problem", "chain", "3", "42", "--json")
    assert printed(capsys, "problem", generate("chain", 3, 42).code, "--json") == by_origin


def test_a_problem_is_printed_with_everything_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, "problem", "chain", "4", "7", "--json"))
    problem = generate("chain", 4, 7)
    assert (found["code"], found["topic"], found["level"], found["seed"]) == (problem.code, "chain", 4, 7)
    assert found["generator"] == problem.version
    assert found["answer"] == problem.task.expected
    assert {"A1", "B1", "B12"} <= {mistake["id"] for mistake in found["mistakes"]}
    assert [node["name"] for node in found["nodes"]] == ["u1", "u2", "y"]
    for lang in LANGS:
        assert found["statement"][lang] == problem.question(lang).prompt
        assert len(found["hints"][lang]) == 5
        assert found["solution"][lang] == list(problem.solution(lang))


@pytest.mark.parametrize("lang", LANGS)
def test_people_read_formulas_not_latex(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    text = printed(capsys, "problem", "c4-7", "--lang", lang)
    assert "\\" not in text
    assert "$" not in text


@pytest.mark.parametrize(
    "words",
    [
        ("problem", "nothing"),
        ("problem", "chain", "3"),
        ("problem", "chain", "9", "1"),
        ("problem", "chain", "3", "-1"),
        ("problem",),
    ],
)
def test_what_is_no_problem_is_a_usage_error(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("practice", "knots"), ("practice", "--level", "9"), ("practice", "--seed", "x")])
def test_practice_refuses_what_there_is_not(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2


def test_progress_of_a_newcomer(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No attempts yet" in printed(capsys, "progress", "--lang", "en")


def test_progress_counts_and_exports(capsys: pytest.CaptureFixture[str]) -> None:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    with Store(Path(os.environ["TUTOR_DATA_DIR"])) as store:
        store.record(Attempt("c3-16", "cos(x)", "wrong", "differs", at, mistakes=("B1",), hints=2, generator=1))
        store.record(Attempt("relu/kink", "0", "right", "equal-trees", at))
    assert "2 attempts, 1 right; 1 exercise done." in printed(capsys, "progress", "--lang", "en")
    rows = [json.loads(row) for row in printed(capsys, "progress", "--json").splitlines()]
    assert [row["question"] for row in rows] == ["c3-16", "relu/kink"]
    assert rows[0]["mistakes"] == ["B1"]
    assert rows[0]["at"] == "2026-03-01T00:00:00+00:00"
