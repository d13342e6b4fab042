"""From Enter to the verdict on the screen, in a fresh start and later.

Targets: the first at most 0.3 s, later ones at most 20 ms at the median. The app is asked for problems of practice and
given their right answers; ``judge`` is the judging alone.
"""

import asyncio
import os
import statistics
import tempfile
import time

from textual.pilot import Pilot

ROUNDS = 20


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TUTOR_DATA_DIR"] = folder
        shown, judged = asyncio.run(_answers())
    print(f"{'':<8} {'first ms':>9} {'median of later ms':>19} {'max of later ms':>16}")
    for name, times in (("shown", shown), ("judge", judged)):
        later = times[1:]
        print(f"{name:<8} {times[0] * 1e3:>9.1f} {statistics.median(later) * 1e3:>19.1f} {max(later) * 1e3:>16.1f}")


async def _answers() -> tuple[list[float], list[float]]:
    from tutor.answers import mark
    from tutor.ui.app import TutorApp
    from tutor.ui.screens.practice import PracticeScreen
    from tutor.ui.session import Session

    app = TutorApp(Session.resume("en"), "practice")
    shown, judged = [], []
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(ROUNDS):
            screen = app.screen
            assert isinstance(screen, PracticeScreen)
            assert screen.problem is not None
            task = screen.problem.task
            shown.append(await _answered(pilot, task.expected))
            begun = time.perf_counter()
            mark(task, task.expected)
            judged.append(time.perf_counter() - begun)
            await pilot.press("enter")
            await pilot.pause()
    return shown, judged


async def _answered(pilot: Pilot[int], text: str) -> float:
    """Seconds from Enter until the exercise is solved; the text is put there at once, as a paste would."""
    from tutor.ui.widgets.answer import Answer
    from tutor.ui.widgets.exercise import Exercise

    exercise = pilot.app.screen.query_one(Exercise)
    exercise.query_one(Answer).value = text
    await pilot.pause()
    begun = time.perf_counter()
    exercise.query_one(Answer).post_message(Answer.Submitted(exercise.query_one(Answer), text))
    while not exercise.solved:
        await asyncio.sleep(0.001)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
