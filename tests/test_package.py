"""The package as people get it: what a wheel and an sdist carry."""

import tarfile
import zipfile
from pathlib import Path

from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from tutor import __version__
from tutor.paths import assets_dir, lessons_dir

ROOT = Path(__file__).parent.parent


def _content() -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for folder in ("lessons", "assets")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_carries_the_course_inside_the_package(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"tutor/{name}" for name in _content()} <= names
    assert any(name.endswith(".tcss") for name in names)


def test_the_sdist_carries_the_course_beside_the_package(tmp_path: Path) -> None:
    (sdist,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert _content() <= names
    assert "pyproject.toml" in names


def test_the_course_is_found_in_a_checkout() -> None:
    assert (lessons_dir() / "course.yaml").is_file()
    assert (assets_dir() / "D.csv").is_file()


def test_the_version_is_stated_once() -> None:
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
