"""``tutor typeset``."""

import argparse

import pytest

from tutor.cli import typeset
from tutor.typeset import ASCII, UNICODE

_GLYPHS = {False: UNICODE, True: ASCII}


@pytest.fixture
def run(capsys, monkeypatch):
    """A function of the words of a command line: exit code, what was printed, what was complained."""
    monkeypatch.setattr(typeset, "choose_glyphs", lambda encoding, term, ascii_only=False: _GLYPHS[ascii_only])

    def call(*words: str) -> tuple[int, str, str]:
        parser = argparse.ArgumentParser()
        typeset.configure(parser, "en")
        arguments = parser.parse_args(words)
        arguments.lang = "en"
        code = typeset.run(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_two_dimensions(run):
    assert run(r"\frac{a}{b}") == (0, "a\n─\nb\n", "")


def test_width(run):
    assert run("--width", "10", "y = a + b = c") == (0, "y = a + b\n  = c\n", "")


def test_line_and_ascii(run):
    assert run("--line", r"\frac{a}{b+1}") == (0, "a/(b + 1)\n", "")
    assert run("--line", "--ascii", r"\alpha\le 1") == (0, "alpha <= 1\n", "")


def test_speak(run):
    assert run("--speak", "es", "x^2") == (0, "x al cuadrado\n", "")


def test_unreadable_shows_a_caret(run):
    code, out, complaint = run(r"1 + \nada{x}")
    assert (code, out) == (3, "")
    source, caret, sentence = complaint.splitlines()
    assert source == r"1 + \nada{x}"
    assert caret == "    ^"
    assert r"\nada" in sentence


def test_caret_stands_under_the_place_after_wide_characters(run):
    _, _, complaint = run(r"日本 \nada")
    assert complaint.splitlines()[1] == "     ^"


def test_caret_stands_in_the_line_of_the_place(run):
    _, _, complaint = run("a +\nb \\nada")
    assert complaint.splitlines()[:2] == ["b \\nada", "  ^"]


@pytest.mark.parametrize("words", [["--width", "0", "x"], ["--width", "much", "x"], ["--speak", "fr", "x"], []])
def test_usage(run, words):
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2
