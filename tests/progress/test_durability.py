"""What the log said it saved is there: after a kill, beside another window, in spite of a bad disk or file."""

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tutor.progress import Attempt, Store, files, schema
from tutor.progress.store import BACKUP_EVERY, FILE
from tutor.words import LANGS, say

WRITER = Path(__file__).with_name("writer.py")
ROOT = Path(__file__).parents[2]


def attempt(number: int, question: str = "chain/one") -> Attempt:
    return Attempt(question, str(number), "right", "proved", datetime(2026, 3, 1, tzinfo=UTC))


def writer(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(WRITER), str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})


def typed(folder: Path, question: str) -> list[str]:
    with Store(folder) as store:
        assert store.trouble is None
        return [kept.typed for kept in store.attempts(question)]


def test_a_killed_window_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    for killed in range(6):
        window = writer(tmp_path, f"w{killed}", 100_000)
        assert window.stdout is not None
        acknowledged = [window.stdout.readline().strip() for _ in range(3 + 7 * killed)]
        window.kill()
        acknowledged += window.stdout.read().split()
        window.wait()
        window.stdout.close()
        kept = typed(tmp_path, f"lesson/w{killed}")
        assert kept[: len(acknowledged)] == acknowledged
        assert len(kept) <= len(acknowledged) + 1


def test_two_windows_keep_all_records(tmp_path: Path) -> None:
    windows = {name: writer(tmp_path, name, 60) for name in ("left", "right")}
    for name, window in windows.items():
        said, _ = window.communicate(timeout=60)
        assert len(said.split()) == 60
        assert typed(tmp_path, f"lesson/{name}") == [str(number) for number in range(60)]


def test_an_older_log_is_brought_up_to_date_with_its_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(tmp_path) as store:
        store.record(attempt(1))
    later = (*schema.MIGRATIONS, ("ALTER TABLE attempts ADD COLUMN mood TEXT",))
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    with Store(tmp_path) as store:
        store.record(attempt(2))
        assert [kept.typed for kept in store.attempts()] == ["1", "2"]
    with sqlite3.connect(tmp_path / FILE) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(later),)
    connection.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(tmp_path) as store:
        store.record(attempt(1))
    broken = ("CREATE TABLE extra (a)", "CREATE TABLE attempts (a)")
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
        with Store(tmp_path) as store:
            assert store.trouble is not None
            assert not store.record(attempt(2))
    with Store(tmp_path) as store:
        assert [kept.typed for kept in store.attempts()] == ["1"]
    with sqlite3.connect(tmp_path / FILE) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'").fetchone() == (0,)
    connection.close()


def test_a_newer_log_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE TABLE attempts (thought TEXT)")
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    with Store(tmp_path) as store:
        assert store.trouble is not None
        assert store.trouble.code == "progress.newer"
        assert not store.record(attempt(1))
        assert store.attempts() == (attempt(1),)
    assert (tmp_path / FILE).read_bytes() == before
    assert not list(tmp_path.glob("*damaged*"))


@pytest.mark.parametrize(
    "spoil", [lambda data: b"not a database at all" * 99, lambda data: data[:4096] + b"\xff" * (len(data) - 4096)]
)
def test_a_damaged_log_is_moved_aside_and_the_backup_restored(tmp_path: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    with Store(tmp_path) as store:
        for number in range(30):
            store.record(attempt(number))
    damaged = spoil((tmp_path / FILE).read_bytes())
    (tmp_path / FILE).write_bytes(damaged)
    with Store(tmp_path) as store:
        assert store.trouble is None
        assert [notice.code for notice in store.notices] == ["progress.restored"]
        assert len(store.attempts()) == 30
        assert store.record(attempt(99))
    assert (tmp_path / "progress.damaged-1.db").read_bytes() == damaged
    with Store(tmp_path) as store:
        assert len(store.attempts()) == 31
        assert not store.notices


def test_without_a_sound_backup_a_damaged_log_starts_anew(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"x" * 5000)
    files.backup_path(tmp_path / FILE, 1).write_bytes(b"y" * 5000)
    with Store(tmp_path) as store:
        assert [notice.code for notice in store.notices] == ["progress.damaged"]
        assert store.record(attempt(1))


def test_backups_are_kept_while_the_window_is_open(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(BACKUP_EVERY):
        store.record(attempt(number))
    backup = files.backup_path(store.path, 1)
    with sqlite3.connect(backup) as connection:
        assert connection.execute("SELECT count(*) FROM attempts").fetchone() == (BACKUP_EVERY,)
    connection.close()
    store.close()


def test_a_folder_that_cannot_be_made_is_said_and_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("in the way")
    store = Store(folder)
    assert not store.record(attempt(1), places={"lesson": "relu"})
    assert store.trouble is not None
    assert all(say(store.trouble, lang) for lang in LANGS)
    assert store.attempts() == (attempt(1),)
    assert store.done() == {"chain/one"}
    assert store.recent(3) == ("chain/one",)
    assert store.recall("lesson") == "relu"
    folder.unlink()
    assert store.record(attempt(2))
    assert store.trouble is None
    store.close()
    with Store(folder) as store:
        assert [kept.typed for kept in store.attempts()] == ["1", "2"]
        assert store.recall("lesson") == "relu"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="a folder's mode binds neither root nor Windows"
)
def test_a_read_only_folder_still_shows_what_was_done(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.record(attempt(1))
    tmp_path.chmod(0o500)
    try:
        store = Store(tmp_path)
        assert not store.record(attempt(2))
        assert store.trouble is not None
        assert store.trouble.code == "progress.read_only"
        assert [kept.typed for kept in store.attempts()] == ["1", "2"]
    finally:
        tmp_path.chmod(0o700)
    assert store.retry()
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_a_full_disk_is_said_and_nothing_is_lost_when_there_is_room_again(tmp_path: Path) -> None:
    import resource
    import signal

    store = Store(tmp_path)
    assert store.record(attempt(1))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
    try:
        assert not store.record(attempt(2))
        trouble = store.trouble
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert trouble is not None
    assert store.record(attempt(3))
    assert [kept.typed for kept in store.attempts()] == ["1", "2", "3"]
    store.close()


def test_a_log_deleted_under_an_open_window_is_made_anew(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.record(attempt(1))
    for path in tmp_path.glob(f"{FILE}*"):
        path.unlink()
    assert store.record(attempt(2))
    store.close()
    assert typed(tmp_path, "chain/one") == ["2"]
