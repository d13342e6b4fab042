"""Both languages say everything, and nothing is said that no table holds."""

import ctypes
import re
import string
from pathlib import Path
from types import SimpleNamespace

import pytest

from tutor.words import Message, Tex, codes, en, es, preferred_lang, say

SOURCE = Path(__file__).parents[2] / "tutor"


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_every_code() -> None:
    assert codes("es") == codes("en")


@pytest.mark.parametrize("code", sorted(codes("es")))
def test_a_sentence_needs_the_same_arguments_in_both_languages(code: str) -> None:
    assert _placeholders(es.TABLE[code]) == _placeholders(en.TABLE[code])
    assert es.TABLE[code].strip()
    assert en.TABLE[code].strip()


def test_every_code_named_in_the_source_is_in_the_tables() -> None:
    named = {
        code
        for module in SOURCE.rglob("*.py")
        if "words" not in module.parts
        for code in re.findall(r'(?:Message|text|say)\(\s*"([a-z_]+\.[\w.-]+)"', module.read_text(encoding="utf-8"))
    }
    assert named - codes("es") == set()


def test_a_plural_follows_its_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(es.TABLE, "test.count", "{n} {n:intento|intentos}")
    assert say(Message("test.count", {"n": 1}), "es") == "1 intento"
    assert say(Message("test.count", {"n": 0}), "es") == "0 intentos"


def test_typed_text_is_never_read_as_mathematics(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(en.TABLE, "test.echo", "{typed} is not {right}")
    message = Message("test.echo", {"typed": "$x$ {right}", "right": Tex("x^2")})
    assert say(message, "en") == r"\$x\$ {right} is not $x^2$"


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"TUTOR_LANG": "es", "LANG": "en_US.UTF-8"}, "es"),
        ({"LANG": "es_AR.UTF-8"}, "es"),
        ({"LC_ALL": "C", "LANG": "es_ES.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"TUTOR_LANG": "fr", "LANG": "es_ES.UTF-8"}, "es"),
        ({}, "en"),
    ],
)
def test_the_language_follows_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], lang: str
) -> None:
    monkeypatch.delenv("LANG")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert preferred_lang() == lang


@pytest.mark.parametrize(("identifier", "lang"), [(0x080A, "es"), (0x0409, "en"), (0x0407, "en")])
def test_the_language_follows_windows(monkeypatch: pytest.MonkeyPatch, identifier: int, lang: str) -> None:
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: identifier)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.delenv("LANG")
    assert preferred_lang() == lang
