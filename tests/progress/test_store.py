"""The log keeps what it was given, in order, for whoever opens it next."""

import sqlite3
import stat
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tutor.progress import Attempt, Store
from tutor.progress.attempt import by_lesson, summarise
from tutor.progress.store import FILE

NOON = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)


def attempt(question: str = "derivatives/cube", typed: str = "3x^2", minutes: int = 0, **fields: object) -> Attempt:
    values: dict[str, object] = {"outcome": "right", "because": "equal-trees", "at": NOON + timedelta(minutes=minutes)}
    return Attempt(question, typed, **{**values, **fields})  # type: ignore[arg-type]


def test_an_attempt_comes_back_whole(tmp_path: Path) -> None:
    given = attempt(
        question="c3-1z",
        typed="cos(2x) · ‘∂’ 😀 $x$",
        outcome="wrong",
        because="differs",
        mistakes=("B1", "A10"),
        hints=3,
        solution_seen=True,
        seconds=12.5,
        generator=1,
    )
    with Store(tmp_path) as store:
        assert store.record(given)
        assert store.trouble is None
    with Store(tmp_path) as store:
        assert store.attempts() == (given,)


def test_times_are_kept_in_utc(tmp_path: Path) -> None:
    madrid = timezone(timedelta(hours=2))
    with Store(tmp_path) as store:
        store.record(attempt(at=datetime(2026, 7, 1, 1, 30, tzinfo=madrid)))
        (kept,) = store.attempts()
    assert kept.at.isoformat() == "2026-06-30T23:30:00+00:00"


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        attempt(at=datetime(2026, 7, 1))


def test_bytes_that_are_no_text_do_not_stop_the_log(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        assert store.record(attempt(typed="x\udcff\x00y"))
        assert store.attempts()[0].typed == "x\\udcff\x00y"


def test_the_same_attempt_twice_is_kept_once(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.record(attempt())
        store.record(attempt())
        store.record(attempt(minutes=1))
        assert len(store.attempts()) == 2


def test_attempts_of_one_question_in_order(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        for minute, (question, typed) in enumerate([("a/b", "1"), ("a/c", "2"), ("a/b", "3")]):
            store.record(attempt(question, typed, minute))
        assert [kept.typed for kept in store.attempts("a/b")] == ["1", "3"]
        assert store.recent(5) == ("a/b", "a/c")
        assert store.recent(1) == ("a/b",)


def test_done_is_what_was_right_at_least_once(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.record(attempt("chain/one", outcome="right"))
        store.record(attempt("chain/one", "x", 1, outcome="wrong"))
        store.record(attempt("chain/two", outcome="almost"))
        store.record(attempt("relu/one", outcome="right"))
        store.record(attempt("c1-a", outcome="right"))
        assert store.done() == {"chain/one", "relu/one", "c1-a"}
        assert by_lesson(store.done()) == {"chain": {"one"}, "relu": {"one"}}


def test_a_summary_leaves_out_what_does_not_count_and_blames_no_tie() -> None:
    log = [
        attempt(outcome="unreadable"),
        attempt(outcome="unsure"),
        attempt(outcome="wrong", mistakes=("B1",)),
        attempt(outcome="wrong", mistakes=("B1",)),
        attempt(outcome="wrong", mistakes=("A5",)),
        attempt(outcome="wrong", mistakes=("B4", "B9")),
        attempt("a/b"),
    ]
    summary = summarise(log)
    assert (summary.attempts, summary.right, summary.done) == (5, 1, {"a/b"})
    assert summary.mistakes == (("B1", 2), ("A5", 1))


def test_places_are_remembered_replaced_and_forgotten(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        assert store.recall("lesson") is None
        store.remember("lesson", "relu")
        store.remember("lesson", "gradient")
        store.remember("theme", "dark")
        store.remember("theme", None)
    with Store(tmp_path) as store:
        assert store.recall("lesson") == "gradient"
        assert store.recall("theme") is None


def test_an_attempt_and_its_place_are_one_write(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.record(attempt(), places={"draft": None, "block": "7"})
    with Store(tmp_path) as store:
        assert (len(store.attempts()), store.recall("block")) == (1, "7")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    with Store(folder) as store:
        store.record(attempt())
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes[FILE] == 0o600
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_log_only_grows(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.record(attempt())
    connection = sqlite3.connect(tmp_path / FILE)
    for change in ("DELETE FROM attempts", "UPDATE attempts SET outcome = 'wrong'"):
        with pytest.raises(sqlite3.IntegrityError, match="append only"):
            connection.execute(change)
    connection.close()


def test_a_closed_store_opens_again_when_used(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.close()
    assert store.record(attempt())
    store.close()
    assert len(Store(tmp_path).attempts()) == 1
