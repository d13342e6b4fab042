"""The doorway itself: what holds for every verb."""

import io
import sys
from contextlib import suppress

import pytest

from tutor.cli import main


@pytest.mark.parametrize("before", [[], ["--theme", "dark", "--lang", "es"]])
@pytest.mark.parametrize(
    ("argv", "printed"),
    [
        (["typeset", "-x"], "−x\n"),
        (["typeset", "--line", "-x"], "−x\n"),
        (["typeset", "-x", "--speak", "es"], "menos x\n"),
    ],
)
def test_a_formula_may_begin_with_a_minus(
    before: list[str], argv: list[str], printed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    monkeypatch.setattr(sys, "stdout", out)
    assert main([*before, *argv]) == 0
    out.seek(0)
    assert out.read() == printed


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize(
    "argv", [["train", "--help"], ["check", "x³ + √2", "--of", "x^2"], ["problem", "c3-1"], ["course", "sheet"]]
)
def test_what_cannot_be_encoded_is_spelled(argv: list[str], encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", out)
    with suppress(SystemExit):
        main(["--lang", "es", *argv])
    out.seek(0)
    assert out.read().strip()
