"""The files of the log: opened whole, copied, moved aside when damaged, restored from a backup.

Beside ``progress.db`` stand two backups (``progress.backup-1.db`` is the newest), damaged files that were moved aside
(``progress.damaged-1.db`` …) and an empty ``progress.lock`` by which windows open one after another.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from tutor.progress.schema import NewerSchemaError, migrate, version
from tutor.words import Message

PATIENCE = 2.0
"""Seconds to wait for another window to finish writing."""
BACKUPS = (1, 2)
_COMPANIONS = ("", "-wal", "-shm", "-journal")
_DAMAGED = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.glusterfs", "ceph", "lustre"}
)


def open_log(path: Path) -> tuple[sqlite3.Connection, tuple[Message, ...]]:
    """A connection to a sound log of the newest schema, and what the learner should know about how it was got.

    Raises:
        OSError, sqlite3.Error: it cannot be opened or written.
        NewerSchemaError: a later version wrote it; the file was left alone.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(path.with_suffix(".lock")):
        notices = () if is_sound(path) else (_rescue(path),)
        private(path)
        connection = _connect(path)
        try:
            version(connection)
            network = on_network(path)
            connection.execute(f"PRAGMA journal_mode = {'DELETE' if network else 'WAL'}").fetchone()
            connection.execute("PRAGMA synchronous = FULL")
            migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection, (*notices, Message("progress.network")) if network else notices


def look(path: Path, query: str, values: Sequence[str | int]) -> list[Any]:
    """The rows of a log that can only be looked at (a read-only folder, a full disk); no rows when not even that."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            version(connection)
            return connection.execute(query, values).fetchall()
    except (sqlite3.Error, NewerSchemaError):
        return []


def is_sound(path: Path) -> bool:
    """Whether a file can be read through, or is not there yet."""
    if not path.exists():
        return True
    try:
        with closing(_connect(path)) as connection:
            version(connection)
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return False
        raise


def is_damage(error: Exception) -> bool:
    """Whether an error means that the file itself is broken."""
    return getattr(error, "sqlite_errorname", "").startswith(_DAMAGED)


def back_up(connection: sqlite3.Connection, path: Path) -> None:
    """Copy an open log to its newest backup; the one before is kept too. A half-written copy never takes a name."""
    newest, before = (backup_path(path, number) for number in BACKUPS)
    fresh = path.with_suffix(f".backup-{os.getpid()}.tmp")
    try:
        _copy(connection, fresh)
        if newest.exists():
            os.replace(newest, before)
        os.replace(fresh, newest)
    finally:
        fresh.unlink(missing_ok=True)


def backup_path(path: Path, number: int) -> Path:
    """Where a backup stands."""
    return path.with_suffix(f".backup-{number}.db")


def private(path: Path) -> None:
    """Make sure that a file exists and that only its owner can read it."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if path.stat().st_mode & 0o077:
        with suppress(OSError):
            path.chmod(0o600)


def on_network(path: Path) -> bool:
    """Whether a file lies on a network file system, where write-ahead logging is unsafe. Only Linux tells."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        mounts = [line.split() for line in Path("/proc/self/mounts").read_text(errors="replace").splitlines()]
    except OSError:
        return False
    resolved = path.resolve()
    around = [(len(mount[1]), mount[2]) for mount in mounts if resolved.is_relative_to(mount[1])]
    return max(around, default=(0, ""))[1] in _NETWORK


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)


def _copy(source: sqlite3.Connection, target: Path) -> None:
    target.unlink(missing_ok=True)
    private(target)
    with closing(_connect(target)) as connection:
        source.backup(connection)


def _rescue(path: Path) -> Message:
    """Move a damaged log aside and put the newest sound backup in its place."""
    aside = _free_name(path)
    for companion in _COMPANIONS:
        with suppress(FileNotFoundError):
            os.replace(f"{path}{companion}", f"{aside}{companion}")
    for number in BACKUPS:
        backup = backup_path(path, number)
        if backup.exists() and _is_usable(backup):
            fresh = path.with_suffix(".restored.tmp")
            with closing(_connect(backup)) as source:
                _copy(source, fresh)
            os.replace(fresh, path)
            return Message("progress.restored", {"file": aside.name})
    return Message("progress.damaged", {"file": aside.name})


def _is_usable(backup: Path) -> bool:
    try:
        return is_sound(backup)
    except (sqlite3.Error, NewerSchemaError):
        return False


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_suffix(f".damaged-{number}.db")).exists():
        number += 1
    return aside


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold a lock that every system has: SQLite's own, on a file of its own that stays empty."""
    private(lock)
    with closing(_connect(lock)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")
