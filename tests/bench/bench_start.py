"""From the command to the first paint: the tutor beside a bare Textual app that shows one label, runs interleaved.

Both run from compiled modules, as every start but the first does. A run ends when the text of the screen arrives on a
real pseudo-terminal. Target: at most 1.3 times the bare app.
"""

import fcntl
import os
import pty
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

RUNS = 11
BARE = """
from textual.app import App
from textual.widgets import Label
class Bare(App):
    def compose(self):
        yield Label("PAINTED")
Bare().run()
"""
PROGRAMS = {
    "bare label": ([sys.executable, "-c", BARE], b"PAINTED"),
    "tutor": ([sys.executable, "-m", "tutor", "--lang", "en"], b"quit"),
}


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        for command, mark in PROGRAMS.values():
            first_paint(command, mark, folder)
        times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
        for _ in range(RUNS):
            for name, (command, mark) in PROGRAMS.items():
                times[name].append(first_paint(command, mark, folder))
    base = statistics.median(times["bare label"])
    print(f"{'program':<12} {'median ms':>10} {'min ms':>8} {'ratio':>6}")
    for name, values in times.items():
        median = statistics.median(values)
        print(f"{name:<12} {median * 1e3:>10.0f} {min(values) * 1e3:>8.0f} {median / base:>6.2f}")


def first_paint(command: list[str], mark: bytes, folder: str) -> float:
    """Seconds until the mark arrives on the terminal."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TUTOR_DATA_DIR": folder, "TERM": "xterm-256color", "PYTHONPYCACHEPREFIX": folder}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=child, stdout=child, stderr=child, env=environment, start_new_session=True
    )
    os.close(child)
    seen = b""
    try:
        while mark not in seen:
            seen += os.read(parent, 65536)
        return time.perf_counter() - begun
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(parent)


if __name__ == "__main__":
    main()
