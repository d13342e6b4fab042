"""The doorway itself: what holds for every verb."""

import io
import re
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


ENGLISH = re.compile(r"\b(usage|show|help message|exit|required|arguments|invalid|expected|choose|unrecognized)\b")


@pytest.mark.parametrize(
    "argv",
    [
        ["--help"],
        ["course", "--help"],
        ["problem"],
        ["problem", "chain", "three"],
        ["problem", "chain", "3", "42", "extra"],
        ["typeset", "x", "--line", "--speak", "es"],
        ["typeset", "x", "--width"],
        ["typeset", "x", "--line=yes"],
        ["course"],
        ["course", "nothing"],
        ["train", "--data", "none"],
        ["--lang", "fr"],
        ["nothing"],
        ["check", "--nonsense"],
    ],
)
def test_argparse_speaks_spanish(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--lang", "es", *argv])
    printed = "".join(capsys.readouterr())
    assert ended.value.code == (0 if "--help" in argv else 2)
    assert printed.startswith("uso: tutor")
    assert not ENGLISH.findall(printed)


def test_argparse_speaks_english_again(capsys: pytest.CaptureFixture[str]) -> None:
    for lang, words in (("es", "uso: tutor"), ("en", "usage: tutor")):
        with pytest.raises(SystemExit):
            main(["--help", "--lang", lang])
        assert capsys.readouterr().out.startswith(words)
