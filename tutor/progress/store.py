"""The learner's log as the program sees it: written durably before a call returns, or kept until it can be.

Every write joins a queue and the whole queue is written in one transaction. When that fails `Store.trouble` says why,
reads go on with the queue included, and the next write (or `Store.retry`) tries again.
"""

import os
import sqlite3
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any, Self, TypeVar

from tutor.progress import files
from tutor.progress.attempt import Attempt
from tutor.progress.schema import NewerSchemaError
from tutor.words import Message

T = TypeVar("T")

FILE = "progress.db"
BACKUP_EVERY = 25
"""Attempts between one backup and the next."""

_COLUMNS = "at, question, typed, outcome, because, mistakes, hints, solution_seen, seconds, generator"
_INSERT = f"INSERT OR IGNORE INTO attempts ({_COLUMNS}) VALUES ({', '.join('?' * (_COLUMNS.count(',') + 1))})"
_REMEMBER = "INSERT INTO places (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_FORGET = "DELETE FROM places WHERE key = ?"
_TROUBLES = (
    ("SQLITE_READONLY", "progress.read_only"),
    ("SQLITE_CANTOPEN", "progress.unreachable"),
    ("SQLITE_FULL", "progress.full"),
    ("SQLITE_BUSY", "progress.busy"),
    ("SQLITE_LOCKED", "progress.busy"),
)


class Store:
    """A log in a folder. It opens at once and never raises for what the disk does: look at `trouble`.

    `trouble` is why nothing can be saved right now (None: all is saved). `notices` are what the learner should be told
    once: a damaged file restored from its backup, a network folder. Several stores, in one program or many, may share a
    folder. Calls may come from any thread.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self.trouble: Message | None = None
        self.notices: tuple[Message, ...] = ()
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._attempts: list[Attempt] = []
        self._places: dict[str, str | None] = {}
        self._since_backup = 0
        self._lock = RLock()
        self.retry()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def record(self, attempt: Attempt, places: Mapping[str, str | None] | None = None) -> bool:
        """Add an attempt, and where the learner is now, in one transaction. True: both are on the disk."""
        with self._lock:
            self._attempts.append(attempt)
            self._places.update(places or {})
            return self.retry()

    def remember(self, key: str, value: str | None) -> bool:
        """Keep where the learner was under a key; None forgets it. True: it is on the disk."""
        with self._lock:
            self._places[key] = value
            return self.retry()

    def recall(self, key: str) -> str | None:
        """What was last remembered under a key."""
        with self._lock:
            if key in self._places:
                return self._places[key]
            rows = self._read("SELECT value FROM places WHERE key = ?", key)
            return rows[0][0] if rows else None

    def attempts(self, question: str | None = None) -> tuple[Attempt, ...]:
        """The log, oldest first: all of it, or the attempts at one question."""
        where, values = ("", ()) if question is None else ("WHERE question = ?", (question,))
        with self._lock:
            saved = [
                _attempt(row) for row in self._read(f"SELECT {_COLUMNS} FROM attempts {where} ORDER BY id", *values)
            ]
            return (*saved, *(kept for kept in self._attempts if question in (None, kept.question)))

    def recent(self, count: int) -> tuple[str, ...]:
        """The questions last attempted, the latest first, each once."""
        with self._lock:
            rows = self._read("SELECT question FROM attempts GROUP BY question ORDER BY max(id) DESC LIMIT ?", count)
            kept = [attempt.question for attempt in reversed(self._attempts)]
            return tuple(dict.fromkeys([*kept, *(row[0] for row in rows)]))[:count]

    def done(self) -> frozenset[str]:
        """The questions that were answered right at least once."""
        with self._lock:
            rows = self._read("SELECT DISTINCT question FROM attempts WHERE outcome = 'right'")
            kept = (attempt.question for attempt in self._attempts if attempt.outcome == "right")
            return frozenset((*(row[0] for row in rows), *kept))

    def retry(self) -> bool:
        """Write what waits to be written; True when nothing waits any more."""
        with self._lock:
            if self._try(self._write):
                self.trouble = None
            return self.trouble is None

    def close(self) -> None:
        """Write what waits, keep a backup, let go of the file. A later call opens it again."""
        with self._lock:
            if self._attempts or self._places:
                self.retry()
            if self._since_backup:
                self._back_up()
            self._drop()

    def _write(self, connection: sqlite3.Connection) -> bool:
        if not (self._attempts or self._places):
            return True
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.executemany(_INSERT, [_row(attempt) for attempt in self._attempts])
            connection.executemany(
                _REMEMBER, [(key, _storable(text)) for key, text in self._places.items() if text is not None]
            )
            connection.executemany(_FORGET, [(key,) for key, text in self._places.items() if text is None])
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        self._since_backup += len(self._attempts)
        self._attempts.clear()
        self._places.clear()
        if self._since_backup >= BACKUP_EVERY:
            self._back_up()
        return True

    def _read(self, query: str, *values: str | int) -> list[Any]:
        rows = self._try(lambda connection: connection.execute(query, values).fetchall())
        return files.look(self.path, query, values) if rows is None else rows

    def _try(self, action: Callable[[sqlite3.Connection], T]) -> T | None:
        """Do something with the open log. Opening it anew repairs a damaged one, so damage is tried twice."""
        for _ in range(2):
            try:
                return action(self._open())
            except (OSError, sqlite3.Error, NewerSchemaError) as error:
                self._drop()
                self.trouble = _trouble(error)
                if not files.is_damage(error):
                    break
        return None

    def _open(self) -> sqlite3.Connection:
        """The connection, made anew when the file it wrote to no longer stands under the log's name."""
        if self._connection is not None and self._identity != _identity(self.path):
            self._drop()
        if self._connection is None:
            self._connection, notices = files.open_log(self.path)
            self._identity = _identity(self.path)
            self.notices = (*self.notices, *(notice for notice in notices if notice not in self.notices))
        return self._connection

    def _back_up(self) -> None:
        """A backup that cannot be made is no trouble: the log itself is safe, and the next one will be tried."""
        if self._connection is None:
            return
        try:
            files.back_up(self._connection, self.path)
        except (OSError, sqlite3.Error):
            return
        self._since_backup = 0

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _trouble(error: Exception) -> Message:
    if isinstance(error, NewerSchemaError):
        return Message("progress.newer")
    name = getattr(error, "sqlite_errorname", "")
    code = next((code for start, code in _TROUBLES if name.startswith(start)), "progress.failed")
    if isinstance(error, OSError):
        code = "progress.read_only" if isinstance(error, PermissionError) else "progress.unreachable"
    return Message(code, {"reason": str(error)})


def _storable(text: str) -> str:
    """A terminal can hand over bytes that are no text; they are kept as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()


def _row(attempt: Attempt) -> tuple[str | int | float | None, ...]:
    return (
        attempt.at.astimezone(UTC).isoformat(timespec="microseconds"),
        attempt.question,
        _storable(attempt.typed),
        attempt.outcome,
        attempt.because,
        " ".join(attempt.mistakes),
        attempt.hints,
        attempt.solution_seen,
        attempt.seconds,
        attempt.generator,
    )


def _attempt(row: tuple[Any, ...]) -> Attempt:
    at, question, typed, outcome, because, mistakes, hints, solution_seen, seconds, generator = row
    return Attempt(
        question=question,
        typed=typed,
        outcome=outcome,
        because=because,
        at=datetime.fromisoformat(at),
        mistakes=tuple(mistakes.split()),
        hints=hints,
        solution_seen=bool(solution_seen),
        seconds=seconds,
        generator=generator,
    )
