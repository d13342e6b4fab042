"""Draw the pictures of the README from the running app: ``uv run python tests/pictures.py``."""

import asyncio
import os
import re
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

ASSETS = Path(__file__).parent.parent / "assets"
SIZE = (92, 28)
Walk = Callable[[Pilot[int]], Awaitable[None]]


async def _home(pilot: Pilot[int]) -> None:
    await pilot.pause(0.5)


async def _lesson(pilot: Pilot[int]) -> None:
    await pilot.app.run_action("app.lesson('chain-univariate', 'sin-square')")
    await pilot.pause(1.5)
    await pilot.press(*"cos(x", "^", *"2)", "enter")
    await pilot.pause(3)


async def _practice(pilot: Pilot[int]) -> None:
    await pilot.press("p")
    await pilot.pause(1.5)
    await pilot.press(*"2x")
    await pilot.pause(1)


async def _lab(pilot: Pilot[int]) -> None:
    await pilot.press("l")
    await pilot.pause(2.5)
    await pilot.press("space")
    await pilot.pause(6)


PICTURES: dict[str, Walk] = {"home": _home, "lesson": _lesson, "practice": _practice, "lab": _lab}


async def draw(
    name: str, walk: Walk, folder: Path, size: tuple[int, int] = SIZE, lang: str = "en", theme: str = "dark"
) -> Path:
    """Walk to a screen in a fresh app and save what it shows as an SVG."""
    from tutor.ui.app import TutorApp
    from tutor.ui.session import Session

    with tempfile.TemporaryDirectory() as data:
        os.environ["TUTOR_DATA_DIR"] = data
        session = Session.resume("es" if lang == "es" else "en")
        session.keep("theme", theme)
        app = TutorApp(session)
        async with app.run_test(size=size) as pilot:
            await walk(pilot)
            picture = app.export_screenshot(title="tutor", simplify=True)
    path = folder / f"{name}.svg"
    picture = re.sub(r"@font-face \{.*?\}\s*", "", re.sub(r"terminal-\d+", "tutor", picture), flags=re.DOTALL)
    path.write_text(picture, encoding="utf-8")
    return path


def main() -> None:
    """Draw every picture into ``assets/``."""
    for name, walk in PICTURES.items():
        print(asyncio.run(draw(name, walk, ASSETS)))


if __name__ == "__main__":
    main()
