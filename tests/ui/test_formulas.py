"""Formulas on the screen."""

from collections.abc import Iterator

import pytest

from tutor.ui.formulas import formula, inline


@pytest.fixture(autouse=True)
def _nothing_set_yet() -> Iterator[None]:
    formula.cache_clear()
    yield
    formula.cache_clear()


def rows(latex: str) -> list[str]:
    return [row.plain for row in formula(latex)]


@pytest.mark.parametrize(
    ("environ", "expected"),
    [({}, ["⎡3⎤", "⎢ ⎥", "⎣4⎦"]), ({"TERM": "linux"}, ["┌3┐", "│ │", "└4┘"]), ({"LANG": "C"}, ["[3]", "[ ]", "[4]"])],
)
def test_brackets_are_drawn_with_what_the_terminal_has(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], expected: list[str]
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert rows(r"\begin{bmatrix}3\\4\end{bmatrix}") == expected


def test_a_formula_in_a_line_keeps_its_groupings() -> None:
    assert inline("x^2").plain == "x²"
    assert inline(r"\frac{a+b}{c}").plain == "(a + b)/c"


def test_what_cannot_be_set_stays_as_it_is_written() -> None:
    assert rows("\\nada{x}\n= y") == ["\\nada{x}", "= y"]
