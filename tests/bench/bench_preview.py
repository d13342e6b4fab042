"""The work of one keystroke: reading, laying out and showing what was understood. Target: at most 5 ms."""

import statistics
import time

from tutor.answers.task import Task
from tutor.ui.preview import preview
from tutor.words import Lang, say

LANG: Lang = "en"
ANSWERS = ("15x^2 cos(5x^3)", "(3x^2 + 1)/(2 sqrt(x^3 + x)) - e^(-x^2)", "[6x y, 3x^2; 2, 8y^7]", "ln(sin(x^3)^2")


def main() -> None:
    """Measure and print the table."""
    print(f"{'answer':<42} {'median ms':>10} {'max ms':>8}")
    for answer in ANSWERS:
        _row(answer, [_work(answer[:end]) for _ in range(5) for end in range(1, len(answer) + 1)][len(answer) :])


def _work(text: str) -> float:
    task = Task("0", names=("x", "y"))
    begun = time.perf_counter()
    preview(task, text, 72, lambda message: say(message, LANG))
    return time.perf_counter() - begun


def _row(answer: str, times: list[float]) -> None:
    print(f"{answer:<42} {statistics.median(times) * 1e3:>10.2f} {max(times) * 1e3:>8.2f}")


if __name__ == "__main__":
    main()
