"""What a picture of the lab costs: milliseconds to draw one, and bytes a picture sends while D trains on a terminal."""

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

from tutor.neuron.data import load
from tutor.neuron.trainer import Trainer
from tutor.ui.dots import BRAILLE
from tutor.ui.widgets.plot import curve, target_fit

SIZES = [(80, 24), (120, 40)]
SECONDS = 10.0
PICTURES_PER_SECOND = 10


def main() -> None:
    """Measure and print the tables."""
    print(f"{'picture':<28}{'ms':>8}")
    for steps in (100, 5000, 100_000):
        trainer = Trainer(load("D"), speed=1)
        trainer.advance(steps)
        for width, height in ((46, 12), (70, 28)):
            drawn = milliseconds(
                lambda t=trainer, w=width, h=height: curve(t.history, w, h, BRAILLE, log_steps=False, log_cost=True)
            )
            print(f"{f'cost, {steps} steps, {width}×{height}':<28}{drawn:8.2f}")
        trainer.close()
    seen = trainer.examples()
    print(f"{'fit of D, 32×12':<28}{milliseconds(lambda: target_fit(seen, 32, 12, BRAILLE)):8.2f}")
    print(f"\n{'terminal':<12}{'bytes a picture':>18}")
    for size in SIZES:
        print(f"{f'{size[0]}×{size[1]}':<12}{bytes_a_picture(size):18.0f}")


def milliseconds(call: object) -> float:
    """Median of thirty runs."""
    times = []
    for _ in range(30):
        before = time.perf_counter()
        call()  # type: ignore[operator]
        times.append(time.perf_counter() - before)
    return statistics.median(times) * 1e3


def bytes_a_picture(size: tuple[int, int]) -> float:
    """Bytes on the pseudo-terminal while the lab plays, over the pictures it was asked for."""
    terminal, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "TUTOR_DATA_DIR": folder, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environ.pop("SSH_CONNECTION", None)
        command = [sys.executable, "-m", "tutor", "train", "--lang", "en"]
        lab = subprocess.Popen(command, stdin=other, stdout=other, stderr=other, env=environ, start_new_session=True)
        os.close(other)
        shown = read(terminal, 60.0, until=b"4.667")
        assert b"4.667" in shown
        read(terminal, 1.0)
        os.write(terminal, b" ")
        read(terminal, 0.5)
        sent = len(read(terminal, SECONDS))
        lab.terminate()
        read(terminal, 1.0)
        lab.wait(10)
    os.close(terminal)
    return sent / (SECONDS * PICTURES_PER_SECOND)


def read(terminal: int, seconds: float, until: bytes = b"") -> bytes:
    """What arrives in a time, or up to a mark."""
    got = b""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and not (until and until in got):
        if select.select([terminal], [], [], left)[0]:
            try:
                got += os.read(terminal, 65536)
            except OSError:
                break
    return got


if __name__ == "__main__":
    main()
