"""What the course costs to open and to check: ``python tests/bench/bench_course.py``.

The aims: 20 ms for this course's index, 100 ms for a generated one of 200 lessons, 30 s for every check.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tutor.course import load_index, load_lesson
from tutor.course.checks import check_course
from tutor.paths import content_root, lessons_dir

_FRESH = "import time; start = time.perf_counter(); from tutor.course import load_index; load_index(); "
_FRESH += "print((time.perf_counter() - start) * 1000)"


def milliseconds(action: Callable[[], object], times: int) -> float:
    """The median."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def in_fresh_process() -> float:
    """Imports and the reading of the index, in a process that has done nothing else."""
    runs = [
        subprocess.run([sys.executable, "-c", _FRESH], cwd=content_root(), capture_output=True, text=True)
        for _ in range(7)
    ]
    return statistics.median(float(run.stdout) for run in runs)


def generated(folder: Path, lessons: int) -> Path:
    """An index of many lessons with ten exercises each."""
    entries = (
        f"  - id: lesson-{number}\n    folder: {number:03d}-lesson\n    title: {{es: Lección, en: Lesson}}\n"
        f"    exercises: [{', '.join(f'exercise-{number}-{place}' for place in range(10))}]\n"
        for number in range(lessons)
    )
    (folder / "course.yaml").write_text("format: 1\nlessons:\n" + "".join(entries), "utf-8")
    return folder


def main() -> None:
    """Print the table."""
    rows = {"index of this course": milliseconds(load_index, 50), "the same, fresh process": in_fresh_process()}
    with tempfile.TemporaryDirectory() as folder:
        large = generated(Path(folder), 200)
        rows["index of 200 lessons"] = milliseconds(lambda: load_index(large), 10)
    entry = load_index().by_id["chain-univariate"]
    rows["a lesson, Spanish"] = milliseconds(lambda: load_lesson(entry, "es"), 10)
    rows["a lesson, English"] = milliseconds(lambda: load_lesson(entry, "en"), 10)
    rows["every check"] = milliseconds(lambda: check_course(lessons_dir()), 1)
    for name, taken in rows.items():
        print(f"{name:28}{taken:10.1f} ms")


if __name__ == "__main__":
    main()
