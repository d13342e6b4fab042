"""The frame: size, keys, themes, the palette, troubles, and the terminal left as it was found."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tutor.paths import data_dir
from tutor.ui.app import SCREENS, TutorApp
from tutor.words import LANGS, Message, codes

COMMAND = (sys.executable, "-m", "tutor", "--lang", "en")


async def test_a_window_without_room_says_so_and_comes_back(sit) -> None:
    async with sit(size=(59, 17)) as learner:
        await learner.sees("60×18")
        assert "Begin" not in learner.screen
        await learner.resize(60, 18)
        await learner.sees("Begin")
        assert "60×18" not in learner.screen


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (200, 60)])
@pytest.mark.parametrize("mode", ["home", "practice", "lab"])
async def test_every_screen_stands_at_every_size(sit, mode: str, size: tuple[int, int]) -> None:
    async with sit(mode, size=size) as learner:
        screen = await learner.sees("F1 help")
        assert all(len(row) <= size[0] for row in screen.split("\n"))


async def test_help_names_the_keys_and_any_way_out_closes_it(sit) -> None:
    async with sit() as learner:
        await learner.press("f1")
        screen = await learner.sees("Help")
        assert "practice" in screen
        await learner.press("escape")
        await learner.sees("Begin")


async def test_the_formula_sheet_is_one_key_away(sit) -> None:
    async with sit() as learner:
        await learner.press("f6")
        await learner.sees("Sum: x + x = 2x.")


async def test_the_theme_is_remembered(sit) -> None:
    async with sit() as learner:
        learner.app.action_theme("light")
    async with sit() as learner:
        assert learner.app.theme == "cadena-light"


async def test_the_palette_speaks_the_language(sit) -> None:
    async with sit(lang="es") as learner:
        titles = [command.title for command in learner.app.get_system_commands(learner.app.screen)]
        assert "Tema claro" in titles
        assert "Laboratorio" in titles
        assert all(title[0].isupper() for title in titles)


@pytest.mark.parametrize("typed", ["formulas", "fórmulas", "FORM"])
async def test_the_palette_finds_words_with_and_without_accents(sit, typed: str) -> None:
    async with sit(lang="es") as learner:
        await learner.press("ctrl+p", *typed)
        await learner.sees("Las fórmulas del curso")
        assert "Fórmulas" in learner.screen
        await learner.press("enter")
        await learner.sees("Fórmulas del curso")


@pytest.mark.parametrize(("lang", "said"), [("es", "ninguna orden se llama así"), ("en", "no command has that name")])
async def test_a_search_of_the_palette_that_finds_nothing_says_so(sit, lang: str, said: str) -> None:
    async with sit(lang=lang) as learner:
        await learner.press("ctrl+p", *"zzzz")
        assert "No matches" not in await learner.sees(said)


async def test_keys_of_the_bottom_line_can_be_clicked(sit) -> None:
    async with sit() as learner:
        row = learner.screen.split("\n")[-1]
        await learner.click("KeyBar", offset=(row.index("practice"), 0))
        assert learner.app.current_mode == "practice"


@pytest.mark.parametrize("mode", ["home", "practice"])
async def test_ctrl_c_says_how_to_quit(sit, mode: str) -> None:
    async with sit(mode) as learner:
        await learner.press("ctrl+c")
        await learner.sees("To quit: ctrl+q")


async def test_what_cannot_be_saved_is_said_all_the_time(sit) -> None:
    async with sit() as learner:
        learner.app.session.store.trouble = Message("progress.full", {"reason": "disk"})
        await learner.press("p")
        await learner.sees("✗")


def test_a_letter_never_means_two_things_on_two_screens() -> None:
    from pkgutil import resolve_name

    meanings: dict[str, set[str]] = {}
    for screen in (*map(resolve_name, SCREENS.values()), TutorApp):
        for binding in screen.BINDINGS:
            if len(binding.key) == 1 or re.fullmatch(r"f\d+", binding.key):
                meanings.setdefault(binding.key, set()).add(binding.description)
    assert {key: said for key, said in meanings.items() if len(said) > 1} == {}


def test_every_key_has_a_word_in_both_languages() -> None:
    from pkgutil import resolve_name

    widgets = ("exercise:Exercise", "answer:Answer", "choices:Choices", "door:Door", "prose:Prose")
    names = (*SCREENS.values(), *(f"tutor.ui.widgets.{widget}" for widget in widgets))
    said = {binding.description for name in names for binding in resolve_name(name).BINDINGS}
    assert all(said <= codes(lang) for lang in LANGS)


PAINT = """
import sys
from tutor.ui.app import TutorApp
from tutor.ui.session import Session
def ready(app):
    print(*(name for name in ("sympy", "numpy", "flint", "markdown_it") if name in sys.modules), "painted")
    app.exit()
TutorApp.on_ready = ready
TutorApp(Session.resume("en")).run(headless=True)
"""


def test_nothing_heavy_is_loaded_at_the_first_paint() -> None:
    result = subprocess.run([sys.executable, "-c", PAINT], capture_output=True, text=True, check=True, timeout=60)
    assert result.stdout.split() == ["painted"]


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGQUIT", 131), ("SIGINT", 130)])
def test_a_signal_restores_the_terminal(name: str, code: int) -> None:
    parent, child = pty.openpty()
    before = termios.tcgetattr(child)
    process = subprocess.Popen([sys.executable, "-m", "tutor"], stdin=child, stdout=child, stderr=child)
    try:
        _read_until(parent, b"Cadena")
        process.send_signal(getattr(signal, name))
        output = _read_until(parent, b"\x1b[?1049l")
        assert process.wait(20) == code
        assert b"\x1b[?25h" in output + _rest(parent)
        assert termios.tcgetattr(child) == before
    finally:
        process.kill()
        process.wait()
        os.close(parent)
        os.close(child)


@contextmanager
def started(*arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], int, int]]:
    """The tutor on a terminal: the process, the terminal's end and its own."""
    parent, child = pty.openpty()
    process = subprocess.Popen(arguments or COMMAND, stdin=child, stdout=child, stderr=child)
    try:
        _read_until(parent, b"Begin")
        yield process, parent, child
    finally:
        process.kill()
        process.wait()
        for end in (parent, child):
            with suppress(OSError):
                os.close(end)


def test_a_byte_that_is_no_text_and_a_flood_of_letters_do_no_harm() -> None:
    with started() as (process, parent, _child):
        os.write(parent, b"\xff\xc3(")
        for _ in range(10):
            os.write(parent, b"q" * 3000)
            _rest(parent)
        assert process.poll() is None
        os.write(parent, b"\x11")
        _read_until(parent, b"\x1b[?1049l")
        assert process.wait(20) == 0


def test_a_terminal_that_is_gone_ends_the_app() -> None:
    with started() as (process, parent, child):
        os.close(child)
        os.close(parent)
        assert process.wait(30) == 129


FAULT = """
import sys
from tutor.ui.app import TutorApp
from tutor.ui.session import Session
class Faulty(TutorApp):
    def on_ready(self):
        self.set_timer(0.5, self.fail)
    def fail(self):
        secret = "what was typed"
        raise ZeroDivisionError("of ours")
sys.exit(bool(Faulty(Session.resume("en")).run()))
"""


def test_a_fault_of_ours_is_a_line_and_the_rest_goes_to_the_log() -> None:
    with started(sys.executable, "-c", FAULT) as (process, parent, child):
        output = _read_until(parent, b"errors.log")
        process.wait(20)
        assert b"ZeroDivisionError" in output
        assert b"what was typed" not in output
        assert b"\x1b[?1049l" in output
        assert termios.tcgetattr(child)[3] & termios.ECHO
    assert "ZeroDivisionError: of ours" in (data_dir() / "errors.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(("environment", "says"), [({}, "terminal"), ({"TERM": "dumb"}, "terminal")])
def test_without_a_terminal_there_is_one_line_and_code_2(environment: dict[str, str], says: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "tutor", "--lang", "en"],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert says in result.stderr
    assert "\x1b" not in result.stderr + result.stdout


def test_a_dumb_terminal_is_told_by_its_name() -> None:
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tutor", "--lang", "en"], env={**os.environ, "TERM": "dumb"}, stdin=child, stderr=child
    )
    assert process.wait(60) == 2
    assert b"TERM=dumb" in _rest(parent)
    os.close(parent)
    os.close(child)


def _read_until(terminal: int, mark: bytes, seconds: float = 30) -> bytes:
    seen, end = b"", time.monotonic() + seconds
    while mark not in seen:
        ready, _, _ = select.select([terminal], [], [], max(0, end - time.monotonic()))
        assert ready, f"{mark!r} never came in {seen[-500:]!r}"
        seen += os.read(terminal, 65536)
    return seen


def _rest(terminal: int) -> bytes:
    seen = b""
    while select.select([terminal], [], [], 0.2)[0]:
        seen += os.read(terminal, 65536)
    return seen


def test_the_folder_of_the_log_is_made_when_it_is_needed(monkeypatch, tmp_path: Path) -> None:
    from tutor.ui.session import Session

    monkeypatch.setenv("TUTOR_DATA_DIR", str(tmp_path / "new"))
    session = Session.resume("en")
    session.keep("lang", "en")
    assert (tmp_path / "new").is_dir()
