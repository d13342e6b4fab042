"""``tutor check``: the verdict of one answer and its exit code, and a file of answers."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import tutor.cli.check_rows as check_rows_module
from tutor.cli import main
from tutor.cli.check_rows import check_rows
from tutor.words import LANGS


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["2x cos(x^2)", "--of", "sin(x^2)", "--wrt", "x"], 0),
        (["2x cos(x^2)", "--of", "sin(x^2)"], 0),
        (["cos(x^2)", "--of", "sin(x^2)", "--wrt", "x"], 1),
        (["-2x", "--expected", "-x - x"], 0),
        (["-2x", "--expected", "2x"], 1),
        (["[2x, 1]", "--of", "x^2 + y", "--wrt", "x,y"], 0),
        (["2x cos(x^2", "--of", "sin(x^2)", "--wrt", "x"], 3),
        (["A x", "--expected", "(x^T A^T)^T", "--shapes", "A=2x3,x=3"], 0),
        (["w x", "--expected", "x w", "--vars", "w,x"], 0),
        (["wx", "--of", "w x + b", "--wrt", "b"], 1),
    ],
)
def test_the_exit_code_is_the_verdict(argv: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *argv, "--lang", "en"]) == code
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["x"],
        ["x", "--of", "x y"],
        ["x", "--expected", "x +"],
        ["x", "--expected", "x", "--shapes", "x"],
        ["x", "--expected", "x", "--nonsense"],
    ],
)
def test_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", *argv, "--lang", "en"])
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(("lang", "word"), [("es", "Incorrecta"), ("en", "Wrong")])
def test_the_mistake_is_said(lang: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "cos(x^2)", "--of", "sin(x^2)", "--wrt", "x", "--lang", lang])
    out = capsys.readouterr().out
    assert word in out
    assert "B1" in out
    assert "du/dx" in out


@pytest.mark.parametrize(("lang", "words"), [("es", "Error B1: Falta multiplicar"), ("en", "Mistake B1: Multiply by")])
def test_a_mistake_has_a_name_in_words(lang: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "cos(x^2)", "--of", "sin(x^2)", "--lang", lang])
    assert words in capsys.readouterr().out


def test_the_words_of_cases_are_no_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "[x > 0]", "--of", "{x if x > 0; 0}", "--lang", "en"]) == 0


def test_the_place_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "2x cos(x^2", "--of", "sin(x^2)", "--wrt", "x", "--lang", "en"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:3] == ["  2x cos(x^2", "        ^"]


def rows(*given: object) -> tuple[int, list[Any]]:
    source = [row.encode() if isinstance(row, str) else json.dumps(row).encode() for row in given]
    out = io.StringIO()
    code = check_rows(source, out, "en")
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_row_for_every_row() -> None:
    code, printed = rows(
        {"id": "a", "student": "2x", "expected": "x + x", "vars": ["x"]},
        {
            "id": "b",
            "student": "cos(x^2)",
            "expected": "2x cos(x^2)",
            "vars": ["x"],
            "function": "sin(x^2)",
            "wrt": "x",
        },
        {"id": "c", "student": "2x +", "expected": "2x", "vars": ["x"]},
    )
    assert code == 0
    assert [row["verdict"] for row in printed] == ["right", "wrong", "unreadable"]
    assert [row["mistake"] for row in printed] == [None, ["B1"], None]
    assert printed[2]["at"] == [4, 4]
    assert all(set(row) == {"id", "verdict", "because", "message", "at", "mistake", "ms"} for row in printed)


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ({"student": "sqrt(x^2)", "expected": "x", "vars": ["x"], "assume": "positive"}, "right"),
        ({"student": "(z+i)(z-i)", "expected": "z^2+1", "vars": ["z"], "complex": True}, "right"),
        ({"student": "abc", "expected": "a*b*c", "vars": ["a", "b", "c"], "dialect": "single-letter"}, "right"),
        ({"student": "x/2", "latex": r"\frac{x}{2}", "expected": "0.5x", "vars": ["x"]}, "right"),
        ({"student": "x'A + x'A'", "expected": "x'(A + A')", "shapes": {"x": ["n"], "A": ["n", "n"]}}, "right"),
        ({"student": "A x", "expected": "x' A'", "shapes": {"x": [3], "A": [3, 3]}}, "almost"),
        ({"student": "[2x, 1]", "expected": "[2x, 1]", "vars": ["x", "y"], "wrt": ["x", "y"]}, "right"),
        ({"student": None, "latex": r"\frac{x}{2}", "expected": "x/2", "vars": ["x"]}, "right"),
    ],
)
def test_what_a_row_may_say(row: dict[str, Any], verdict: str) -> None:
    assert rows(row)[1][0]["verdict"] == verdict


def test_a_function_of_one_variable_needs_no_wrt() -> None:
    row = {"student": "cos(x^2)", "expected": "2x cos(x^2)", "function": "sin(x^2)", "vars": ["x"]}
    _, printed = rows(row, {**row, "vars": ["x", "y"]})
    assert [row["mistake"] for row in printed] == [["B1"], None]


def test_a_row_that_fails_does_not_end_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    real = check_rows_module.mark
    monkeypatch.setattr(
        check_rows_module, "mark", lambda task, text, prover: real(task, text) if text != "!" else 1 / 0
    )
    good = {"student": "x", "expected": "x", "vars": ["x"]}
    code, printed = rows({**good, "student": "!"}, good)
    assert code == 1
    assert printed[0]["line"] == 1
    assert "ZeroDivisionError" in printed[0]["error"]
    assert printed[1]["verdict"] == "right"


def test_a_broken_row_is_reported_with_its_line_and_the_rest_goes_on() -> None:
    good = {"student": "x", "expected": "x", "vars": ["x"]}
    broken = [
        "{",
        "[]",
        {"expected": "x"},
        {**good, "vars": [""]},
        {**good, "shapes": {"": [2]}},
        {**good, "expected": "x +"},
    ]
    code, printed = rows(*broken, "", good)
    assert code == 1
    assert [row.get("line") for row in printed] == [1, 2, 3, 4, 5, 6, None]
    assert printed[-1]["verdict"] == "right"


def test_the_totals() -> None:
    labelled = [
        {"student": "2x", "expected": "x + x", "vars": ["x"], "verdict": True, "kind": "sum"},
        {"student": "3x", "expected": "x + x", "vars": ["x"], "verdict": False, "kind": "sum"},
        {"student": "3x", "expected": "x + x", "vars": ["x"], "verdict": True, "kind": "other"},
    ]
    out = io.StringIO()
    check_rows([json.dumps(row).encode() for row in labelled], out, "en", summary=True)
    lines = out.getvalue().splitlines()
    assert lines[1].split()[:5] == ["all", "3", "66.7", "0", "1"]
    assert [line.split()[:2] for line in lines[2:]] == [["kind", "other"], ["kind", "sum"]]


def test_the_screen_is_never_loaded() -> None:
    code = "import sys; from tutor.cli import main; main(['check', 'x', '--expected', 'x']); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"textual", "sympy", "numpy"} & set(loaded)


@pytest.mark.parametrize("where", ["file", "-", None])
def test_rows_come_from_a_file_or_from_standard_input(
    where: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = json.dumps({"student": "2x", "expected": "x + x", "vars": ["x"]}).encode()
    (tmp_path / "rows.jsonl").write_bytes(row if where == "file" else b"{")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{" if where == "file" else row)))
    named = {"file": [str(tmp_path / "rows.jsonl")], "-": ["-"], None: []}[where]
    assert main(["check", "--jsonl", *named, "--lang", "en"]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "right"


@pytest.mark.parametrize("name", ["none.jsonl", "."])
@pytest.mark.parametrize(("lang", "words"), [("es", "no se puede leer"), ("en", "cannot read")])
def test_a_file_that_cannot_be_read_is_a_usage_error(
    name: str, lang: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "--jsonl", str(tmp_path / name), "--lang", lang])
    assert ended.value.code == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("lang", LANGS)
def test_the_help_says_what_a_row_may_hold(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help", "--lang", lang])
    printed = capsys.readouterr().out
    fields = ("student", "latex", "expected", "vars", "id", "shapes", "function", "wrt", "assume", "complex", "dialect")
    assert all(field in printed for field in (*fields, "verdict", "because", "message", "at", "mistake", "ms"))
