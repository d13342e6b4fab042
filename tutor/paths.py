"""Where content, data and configuration live."""

import os
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def content_root() -> Path:
    """The folder that holds ``lessons/`` and ``assets/``.

    A wheel carries them inside the package; a checkout, an sdist and an editable install keep them beside it.
    """
    return _PACKAGE if (_PACKAGE / "lessons").is_dir() else _PACKAGE.parent


def lessons_dir() -> Path:
    """The folder of the course."""
    return content_root() / "lessons"


def assets_dir() -> Path:
    """The folder of the data sets and pictures."""
    return content_root() / "assets"


def data_dir() -> Path:
    """Where the learner's log lives: ``TUTOR_DATA_DIR``, else the platform's user data directory. May not exist yet."""
    chosen = os.environ.get("TUTOR_DATA_DIR")
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("cadena-tutor", appauthor=False))
