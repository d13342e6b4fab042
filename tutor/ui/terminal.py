"""The terminal: whether one can draw on it, with which signs, and leaving it as it was found whatever ends the app."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer
from typing import TYPE_CHECKING

from textual.app import App
from textual.driver import Driver

from tutor.words import Message

if TYPE_CHECKING:
    from tutor.typeset import Glyphs

PATIENCE = 2.0
"""Seconds an app may take to end once it must."""

ASCII_ONLY = "TUTOR_ASCII"
"""The variable that asks for ASCII whatever the terminal says of itself (``0`` does not)."""
_POOR = ("linux", "dumb", "vt100", "vt102", "vt220")

_ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")


def obstacle() -> Message | None:
    """Why no screen can be drawn here, if so. Textual reads keys from stdin and draws on stderr."""
    if not all(stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stderr__)):
        return Message("cli.start.no_terminal")
    term = os.environ.get("TERM", "")
    if term == "dumb" or (not term and sys.platform != "win32"):
        return Message("cli.start.dumb_terminal", {"term": term})
    return None


def glyphs(environ: Mapping[str, str] = os.environ) -> Glyphs:
    """What the terminal can show: ASCII where that is asked for or the locale is not UTF-8, few signs on the Linux
    console, else all.

    Textual writes UTF-8 whatever the encoding of Python's own streams is: only the locale tells.
    """
    from tutor.typeset import choose_glyphs

    encoding = "utf-8" if _is_utf8(environ) else "ascii"
    return choose_glyphs(encoding, environ.get("TERM"), ascii_only=_asks_for_ascii(environ))


def has_all_signs(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether `glyphs` are all of them; told without loading them, before the first paint."""
    return _is_utf8(environ) and not _asks_for_ascii(environ) and environ.get("TERM") not in _POOR


def spelled(words: str) -> str:
    """Words in the signs of the terminal."""
    if has_all_signs():
        return words
    from tutor.ui.repertoire import spelled as in_signs

    return in_signs(words, glyphs())


def _is_utf8(environ: Mapping[str, str]) -> bool:
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or "C.UTF-8"
    return "utf" in locale.lower()


def _asks_for_ascii(environ: Mapping[str, str]) -> bool:
    return environ.get(ASCII_ONLY, "0") not in ("", "0")


def driver() -> type[Driver] | None:
    """What reads the keyboard: a driver of ours on Unix, unless the environment asks for another."""
    if sys.platform == "win32" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    from tutor.ui.driver import PatientDriver

    return PatientDriver


def is_behind(app: App[int]) -> bool:
    """Whether the terminal has still to show what was sent before it was last asked."""
    return bool(getattr(app._driver, "behind", False))


def ask(app: App[int]) -> None:
    """Ask the terminal to say when it has shown what was sent; drivers other than ours do not."""
    with suppress(AttributeError):
        app._driver.ask()  # type: ignore[union-attr]


def leave_on_signals(app: App[int]) -> None:
    """A signal that ends programs ends the app in good order, with exit code 128 + its number."""
    loop = asyncio.get_running_loop()
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, _leave, app, number)


def _leave(app: App[int], number: int) -> None:
    leave(app, 128 + number)


def leave(app: App[int], code: int) -> None:
    """End the app because the terminal, or whoever owns it, says so. One that cannot say goodbye is not waited for."""
    watchdog = Timer(PATIENCE, os._exit, (code,))
    watchdog.daemon = True
    watchdog.start()
    app.exit(return_code=code)
