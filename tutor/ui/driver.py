"""The keyboard of a Unix terminal, read so that nothing that arrives there can hang or break the app.

Textual's own reader stops for good at a byte that is no UTF-8, spins when the terminal is gone, and takes text that a
terminal pastes as typing for so many keys.
"""

import os
import selectors
from codecs import getincrementaldecoder
from time import monotonic

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tutor.ui.terminal import leave

CHUNK = 4096
PAUSE = 0.1
"""Seconds without anything new that end a flood."""
FLOOD = 256
"""Characters without an escape sequence that come at once and are therefore a paste: nobody types as fast."""
ANSWER_WITHIN = 5.0
"""Seconds after which a terminal that did not answer is not waited for."""
GONE = 129
"""The exit code when the terminal is gone: that of a hang-up."""

_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"


class PatientDriver(LinuxDriver):
    """Replaces the loop of the input thread."""

    _pasting = False
    """Inside a bracketed paste: what comes belongs to it, however long it is."""
    _flooded = False
    """Inside a paste without brackets, as long as it goes on without a pause."""

    _asked: float | None = None
    """When the terminal was asked for a sign that it has shown all that came before, until it gives one."""
    _mute = False
    """It was asked in vain."""

    def ask(self) -> None:
        """Have the terminal say where its cursor is, which it does once it has shown what was sent."""
        if not self._mute and self._asked is None:
            self._asked = monotonic()
            self.write("\x1b[6n")

    @property
    def behind(self) -> bool:
        """Whether the terminal has still to show what was sent before it was asked: a slow line."""
        if self._asked is not None and monotonic() > self._asked + ANSWER_WITHIN:
            self._asked, self._mute = None, True
        return self._asked is not None

    def process_message(self, message: Message) -> None:
        """Hand on an event; the terminal's answer concerns nobody else."""
        if isinstance(message, events.CursorPosition):
            self._asked, self._mute = None, False
        else:
            super().process_message(message)

    def run_input_thread(self) -> None:
        """Hand on what arrives until the app ends or the terminal does."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if not selector.select(PAUSE):
                    self._flooded = False
                else:
                    data = self._read()
                    if not data:
                        self._hang_up()
                        return
                    self._take(parser, decode(data))
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, CHUNK)
        except OSError:
            return b""

    def _take(self, parser: XTermParser, text: str) -> None:
        if "\x1b" not in text and not self._pasting and (self._flooded or len(text) >= FLOOD):
            self._flooded = True
            self.process_message(events.Paste(text))
        elif text:
            begun, ended = text.rfind(_PASTE_BEGINS), text.rfind(_PASTE_ENDS)
            self._pasting = begun > ended or (self._pasting and ended < 0)
            for event in parser.feed(text):
                self.process_message(event)

    def _hang_up(self) -> None:
        self._loop.call_soon_threadsafe(leave, self._app, GONE)
