"""Faults of ours: written down where they can be looked at, without the values of variables."""

import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tutor.paths import data_dir

FILE = "errors.log"
LARGEST = 200_000
"""Bytes after which the log begins anew."""


def note(error: BaseException) -> Path:
    """Add an exception to the log; where that cannot be done it is lost. Says where the log is."""
    path = data_dir() / FILE
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "a" if path.exists() and path.stat().st_size < LARGEST else "w"
        with path.open(mode, encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{''.join(traceback.format_exception(error))}\n")
    return path
