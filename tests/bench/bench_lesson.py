"""Reading: opening the longest lesson, scrolling through it, and mounting formulas beside code.

Targets: the first screenful at most 100 ms after the key, no pause above 50 ms while scrolling, and 30 formulas mount
within 1.2 times the time of 30 code fences. A pause is the longest time in which the app could not have drawn a frame.
All times are those the processor worked for the screen, so that a busy machine tells the same as an idle one; what it
had to work for the first paint of a bare app stands below them, to compare.
"""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Coroutine, Sequence
from itertools import chain, islice

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll

from tutor.course import load_index, load_lesson
from tutor.course.lesson import Formula, walk
from tutor.typeset import layout, parse
from tutor.ui.app import TutorApp
from tutor.ui.formulas import formula
from tutor.ui.prose import set_lines
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.session import Session
from tutor.ui.widgets.prose import Prose

LONGEST = "weight-gradient"
FORMULAS = 30
RUNS = 5


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TUTOR_DATA_DIR"] = folder
        (first, *later, unread), pauses = asyncio.run(_read())
    formulas, fences, bare = asyncio.run(_mounts())
    rows = {
        "first screenful, the first time": first,
        "first screenful, later (median)": statistics.median(later),
        "first screenful, its file not read yet": unread,
        "longest pause while the rest mounts": pauses[0],
        "longest pause while scrolling": pauses[1],
        "mounting 30 formulas (median)": formulas,
        "mounting 30 code fences (median)": fences,
        "a bare app with one label (median)": bare,
    }
    for name, seconds in rows.items():
        print(f"{name:<40} {seconds * 1e3:>8.1f} ms")
    print(f"{'formulas to fences':<40} {formulas / fences:>8.2f}")


class Watched(TutorApp):
    """Notes when the beginning of a lesson first shows below the title line."""

    awaited, shown_at, spent = "", 0.0, 0.0

    def post_display_hook(self) -> None:
        """After each paint. To look costs as much as a paint, which is taken off again."""
        now = time.thread_time()
        if self.awaited and not self._batch_count:
            strips = self.screen._compositor.render_strips()
            if self.awaited in "".join(segment.text for strip in strips[1:3] for segment in strip):
                self.awaited, self.shown_at = "", now - self.spent
            self.spent += time.thread_time() - now


async def _read() -> tuple[list[float], tuple[float, float]]:
    app = Watched(Session.resume("es"))
    opened = []
    async with app.run_test(size=(80, 24)):
        while app.session.unread() is not None:
            await asyncio.sleep(0.1)
        for run in range(RUNS):
            formula.cache_clear()
            set_lines.cache_clear()
            if run == RUNS - 1:
                app.session.forget()
            opened.append(await _open(app, LONGEST))
            mounting = await _longest_pause(_mounted(app))
            scrolling = await _longest_pause(_scrolled(app))
            await _open(app, "overview")
            await _mounted(app)
    return opened, (mounting, scrolling)


async def _open(app: Watched, lesson: str) -> float:
    """Seconds until the beginning of a lesson shows; each time from the top."""
    app.session.keep(f"lesson:{lesson}", None)
    app.awaited, app.spent = app.session.index.by_id[lesson].title["es"], 0.0
    begun = time.thread_time()
    await app.run_action(f"app.lesson({lesson!r})")
    while app.awaited:
        await asyncio.sleep(0.001)
    return app.shown_at - begun


async def _mounted(app: TutorApp) -> None:
    screen = app.screen
    assert isinstance(screen, LessonScreen)
    while not (screen.text.settled and screen.text.complete):
        await asyncio.sleep(0.001)
    await asyncio.sleep(0.2)


async def _scrolled(app: TutorApp) -> None:
    screen = app.screen
    assert isinstance(screen, LessonScreen)
    for row in range(0, screen.text.max_scroll_y, 3):
        screen.text.scroll_to(y=row, animate=False, immediate=True)
        await asyncio.sleep(0.005)


async def _longest_pause(work: Coroutine[None, None, None]) -> float:
    """The longest work between two looks at the clock while something goes on."""
    task = asyncio.ensure_future(work)
    longest, last = 0.0, time.thread_time()
    while not task.done():
        await asyncio.sleep(0)
        now = time.thread_time()
        longest, last = max(longest, now - last), now
    return longest


class Page(App[None]):
    """A text in blocks."""

    def __init__(self, sources: Sequence[str]) -> None:
        super().__init__()
        self._sources = sources

    def compose(self) -> ComposeResult:
        """One widget a block."""
        with VerticalScroll():
            for source in self._sources:
                yield Prose(source)


async def _mounts() -> tuple[float, ...]:
    """Median seconds of mounting a text with formulas, the same text with pictures in code fences, and one word."""
    index = load_index()
    lessons = (load_lesson(entry, "en") for entry in reversed(index.lessons))
    blocks = chain.from_iterable(walk(lesson.blocks) for lesson in lessons)
    found = list(islice((block.latex for block in blocks if isinstance(block, Formula)), FORMULAS))
    pictures = ["\n".join("".join(run.text for run in row) for row in layout(parse(latex), 78).rows) for latex in found]
    texts = (
        [f"Words in between, $x_{number}$.\n\n```math\n{latex}\n```" for number, latex in enumerate(found)],
        [f"Words in between, $x_{number}$.\n\n```text\n{text}\n```" for number, text in enumerate(pictures)],
        ["One word."],
    )
    times: tuple[list[float], ...] = ([], [], [])
    for _ in range(RUNS):
        for sources, measured in zip(texts, times, strict=True):
            formula.cache_clear()
            set_lines.cache_clear()
            app = Page(sources)
            begun = time.thread_time()
            async with app.run_test(size=(80, 24)):
                measured.append(time.thread_time() - begun)
    return tuple(map(statistics.median, times))


if __name__ == "__main__":
    main()
