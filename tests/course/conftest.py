"""A small course to break: two lessons with one of everything, copied so that a test may edit it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent / "sample"
ES, EN = "01-first/lesson.es.md", "01-first/lesson.en.md"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the sample course."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "lessons"))


@pytest.fixture
def edit(course: Path) -> Callable[[str, str, str], str]:
    """Replace the first occurrence of a text in a file of the course; the new contents of the file."""

    def replace(file: str, old: str, new: str) -> str:
        path = course / file
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        changed = text.replace(old, new, 1)
        path.write_text(changed, "utf-8")
        return changed

    return replace
