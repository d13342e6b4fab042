"""The tables of the log, by version. A migration that people may have run is never edited: add the next one."""

from sqlite3 import Connection

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE attempts (
            id INTEGER PRIMARY KEY,
            at TEXT NOT NULL,                -- UTC, ISO 8601 with microseconds
            question TEXT NOT NULL,
            typed TEXT NOT NULL,
            outcome TEXT NOT NULL,
            because TEXT NOT NULL,
            mistakes TEXT NOT NULL,          -- ids separated by spaces
            hints INTEGER NOT NULL,
            solution_seen INTEGER NOT NULL,
            seconds REAL NOT NULL,
            generator INTEGER,
            UNIQUE (question, at, typed)
        )
        """,
        "CREATE TRIGGER attempts_stay BEFORE UPDATE ON attempts BEGIN SELECT RAISE(ABORT, 'append only'); END",
        "CREATE TRIGGER attempts_remain BEFORE DELETE ON attempts BEGIN SELECT RAISE(ABORT, 'append only'); END",
        "CREATE TABLE places (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    ),
)


class NewerSchemaError(Exception):
    """The file was written by a later version of the tutor."""


def version(connection: Connection) -> int:
    """The schema version of an open database.

    Raises:
        NewerSchemaError: this program does not know it.
    """
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > len(MIGRATIONS):
        raise NewerSchemaError
    return found


def migrate(connection: Connection) -> None:
    """Bring a database to the newest schema, all or nothing.

    Raises:
        NewerSchemaError: it is newer than that; nothing was written.
    """
    if version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for migration in MIGRATIONS[version(connection) :]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
