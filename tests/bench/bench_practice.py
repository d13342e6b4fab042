"""What a practice problem and a durable record cost: ``python tests/bench/bench_practice.py``.

A record is held against a bare insert with the same pragmas, a problem against reading and judging its answer.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tutor.answers import mark
from tutor.practice import draw_round, generate
from tutor.progress import Attempt, Store


def milliseconds(action: Callable[[], object], times: int) -> tuple[float, float]:
    """Median and 95th percentile."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return statistics.median(taken), taken[int(len(taken) * 0.95)]


def bare_insert(folder: Path) -> Callable[[], object]:
    """One row, one transaction, WAL, FULL."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE attempts (at, question, typed, outcome)")
    return lambda: connection.execute("INSERT INTO attempts VALUES ('2026-03-01', 'a/b', '2x', 'right')")


def main() -> None:
    """Print the table."""
    seeds, seconds = count(), count()
    noon = datetime(2026, 3, 1, tzinfo=UTC)
    mark(generate("chain", 1, 0).task, "x")
    rows: dict[str, tuple[float, float]] = {}
    for level in range(1, 6):
        rows[f"problem, level {level}"] = milliseconds(lambda level=level: generate("chain", level, next(seeds)), 200)
    problems = [generate("chain", 3, seed) for seed in range(100)]
    pending = iter(problems)
    rows["mark a right answer"] = milliseconds(
        lambda: (problem := next(pending), mark(problem.task, problem.task.expected)), 100
    )
    rows["round of ten, level 1"] = milliseconds(lambda: draw_round("chain", 1, next(seeds)), 10)
    rows["round of ten, level 4"] = milliseconds(lambda: draw_round("chain", 4, next(seeds)), 10)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        rows["bare insert"] = milliseconds(bare_insert(Path(folder)), 500)
        rows["record"] = milliseconds(
            lambda: store.record(Attempt("a/b", "2x", "right", "proved", noon + timedelta(seconds=next(seconds)))), 500
        )
        rows["open"] = milliseconds(lambda: Store(Path(folder)).close(), 50)
    print(f"{'':24}{'median ms':>10}{'p95 ms':>10}")
    for name, (median, late) in rows.items():
        print(f"{name:24}{median:10.3f}{late:10.3f}")
    print(f"\nrecord / bare insert: {rows['record'][0] / rows['bare insert'][0]:.2f}")


if __name__ == "__main__":
    main()
