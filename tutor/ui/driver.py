"""The keyboard of a Unix terminal, read so that nothing that arrives there can hang or break the app.

Textual's own reader stops for good at a byte that is no UTF-8, spins when the terminal is gone, and takes text that a
terminal pastes as typing for so many keys.
"""

import os
import selectors
from codecs import getincrementaldecoder

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from tutor.ui.terminal import leave

CHUNK = 4096
PAUSE = 0.1
"""Seconds without anything new that end a flood."""
FLOOD = 256
"""Characters without an escape sequence that come at once and are therefore a paste: nobody types as fast."""
GONE = 129
"""The exit code when the terminal is gone: that of a hang-up."""

_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"


class PatientDriver(LinuxDriver):
    """Replaces the loop of the input thread."""

    _pasting = False
    """Inside a bracketed paste: what comes belongs to it, however long it is."""
    _flooded = False
    """Inside a paste without brackets, as long as it goes on without a pause."""

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
