"""A terminal without the signs: all screens in ASCII, by themselves and when asked."""

from collections.abc import Iterator

import pytest

from tutor.typeset import ASCII, BLOCK, UNICODE
from tutor.ui import formulas, prose
from tutor.ui.repertoire import replaced, spelled, spelled_row
from tutor.ui.terminal import glyphs, has_all_signs


def _forget() -> None:
    for cached in (formulas.formula, formulas.inline, prose.set_lines, prose.set_line):
        cached.cache_clear()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """``--ascii``."""
    monkeypatch.setenv("TUTOR_ASCII", "1")
    _forget()
    yield
    _forget()


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"TUTOR_ASCII": "1", "LANG": "es_ES.UTF-8"}, ASCII),
        ({"TUTOR_ASCII": "0", "LANG": "es_ES.UTF-8"}, UNICODE),
        ({"LC_ALL": "C", "LANG": "es_ES.UTF-8"}, ASCII),
        ({"LANG": "es_ES.UTF-8", "TERM": "vt100"}, ASCII),
        ({"LANG": "es_ES.UTF-8", "TERM": "linux"}, BLOCK),
    ],
)
def test_the_environment_tells_which_signs_there_are(environ, expected) -> None:
    assert glyphs(environ) is expected
    assert has_all_signs(environ) == (expected is UNICODE)


@pytest.mark.parametrize("text", ["¿Qué lección? «año» — ñandú", "● ○ ✓ ✗ ▸ ⏎ ─┼─ ▁▇", "漢字", "e\u0301", "🙂 μ Δ ∇"])
def test_what_stands_in_is_ascii_and_as_wide(text) -> None:
    from rich.cells import cell_len

    drawn = replaced(text, ASCII)
    assert drawn.isascii()
    assert cell_len(drawn) == cell_len(text)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("↑↓ η", "^v eta"),
        ("±", "+-"),
        ("ηx ≤ η", "eta x <= eta"),
        ("∂C/∂w → 0", "@C/@w -> 0"),
        ("xᵢ²ᵀ 10⁻³", "xi^2T 10^-3"),
        ("¿Y…?", "Y...?"),
    ],
)
def test_words_are_spelled_before_they_are_laid_out(words, said) -> None:
    assert spelled(words, ASCII) == said


@pytest.mark.parametrize(
    ("row", "drawn"),
    [
        ("  │  ∇f₁        │", "  |  nabla f1   |"),
        ("  ¼ ┤      ●", "1/4 +      *"),
        ("│ ¿x?   │", "|  x?   |"),
        ("  x ──▶ u₁ = x² ──▶ y", "  x --> u1 = x^2 -> y"),
        ("  1ᵀ       diag(x)", "  1^T      diag(x)"),
        ("  w ← w − η v     b ← b − η u", "  w <- w - eta v  b <- b - eta u"),
    ],
)
def test_the_columns_of_a_picture_stand_when_its_signs_are_spelled(row, drawn) -> None:
    assert spelled_row(row, ASCII) == drawn


def test_a_scrollbar_ends_in_nothing_but_itself() -> None:
    assert replaced("▅▂█", ASCII) == "  #"


def test_what_the_terminal_has_stays() -> None:
    assert replaced("año ≤ ─┼─ ●", BLOCK) == "año ≤ ─┼─ *"


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("mode", ["home", "practice", "lab"])
async def test_every_screen_is_drawn_in_ascii(asked, sit, mode, lang) -> None:
    async with sit(mode, lang) as learner:
        await learner.press("f1")
        assert learner.screen.isascii()
        await learner.press("escape", "ctrl+p")
        assert learner.screen.isascii()
        await learner.press("escape")
        assert learner.screen.isascii()


async def test_a_lesson_is_drawn_in_ascii_with_its_keys_spelled(asked, sit) -> None:
    async with sit(lang="es") as learner:
        await learner.press("enter")
        screen = await learner.sees("dy   dy du")
        assert screen.isascii()
        assert "Un parrafo con" in screen
        assert "space seguir" in screen


async def test_the_palette_speaks_the_language_of_the_moment(sit) -> None:
    async with sit(lang="es") as learner:
        await learner.press("ctrl+p")
        await learner.sees("buscar una orden")
