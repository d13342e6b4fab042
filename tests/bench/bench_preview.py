"""The work of one keystroke: reading, laying out and showing what was understood. Target: at most 5 ms.

``work`` is what the preview does by itself; ``screen`` the whole way of a key through the running lesson screen,
painting included.
"""

import asyncio
import os
import statistics
import tempfile
import time

from tutor.answers.task import Task
from tutor.ui.preview import preview
from tutor.words import Lang, say

LANG: Lang = "en"
ANSWERS = ("15x^2 cos(5x^3)", "(3x^2 + 1)/(2 sqrt(x^3 + x)) - e^(-x^2)", "[6x y, 3x^2; 2, 8y^7]", "ln(sin(x^3)^2")


def main() -> None:
    """Measure and print the table."""
    print(f"{'what':<8} {'answer':<42} {'median ms':>10} {'max ms':>8}")
    for answer in ANSWERS:
        _row(
            "work", answer, [_work(answer[:end]) for _ in range(5) for end in range(1, len(answer) + 1)][len(answer) :]
        )
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TUTOR_DATA_DIR"] = folder
        for answer in ANSWERS[:2]:
            _row("screen", answer, asyncio.run(_screen(answer)))


def _work(text: str) -> float:
    task = Task("0", names=("x", "y"))
    begun = time.perf_counter()
    preview(task, text, 72, "read as", lambda message: say(message, LANG))
    return time.perf_counter() - begun


async def _screen(text: str) -> list[float]:
    from tutor.ui.app import TutorApp
    from tutor.ui.session import Session

    app = TutorApp(Session.resume(LANG), "practice")
    times = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(1)
        for letter in text:
            begun = time.perf_counter()
            await pilot.press({" ": "space"}.get(letter, letter))
            times.append(time.perf_counter() - begun)
    return times


def _row(what: str, answer: str, times: list[float]) -> None:
    print(f"{what:<8} {answer:<42} {statistics.median(times) * 1e3:>10.2f} {max(times) * 1e3:>8.2f}")


if __name__ == "__main__":
    main()
