"""A small course of two lessons, so that the screens are tested and not the content."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tutor.course import load_index
from tutor.paths import data_dir
from tutor.progress import Store
from tutor.ui.app import Mode, TutorApp
from tutor.ui.session import Session
from tutor.words import Lang

FIRST = {
    "es": """---
id: first
title: Primera
needs: []
notes: []
errata: []
terms: [gradient]
summary: ["Suma: $x + x = 2x$."]
---
# Primera

Un párrafo con $u = x^2$ y el [gradiente](term:gradient).

```math
\\frac{dy}{dx} = \\frac{dy}{du}\\,\\frac{du}{dx}
```
<!-- claim:
id: rule
none: definition
-->

<!-- worked: {id: steps} -->
**Ejemplo.** Suma.
<!-- step -->
Paso uno.
<!-- step -->
Paso dos.
<!-- /worked -->

<!-- exercise:
id: derive
kind: expression
names: [x]
function: "x^2"
wrt: [x]
answer: "2*x"
wrong: {B10: "x^2"}
-->
Deriva $x^2$.

<details><summary>Pista 1</summary>

Baja el exponente.

</details>

<details><summary>Pista 2</summary>

Queda un $2$ delante.

</details>

<details><summary>Solución</summary>

Es $2x$.

</details>

<!-- exercise:
id: choose
kind: choice
answer: "b"
-->
¿Cuál?

- (a) $x$
- (b) $2x$

<details><summary>Pista 1</summary>

La segunda.

</details>

<details><summary>Solución</summary>

La (b).

</details>
""",
    "en": """---
id: first
title: First
summary: ["Sum: $x + x = 2x$."]
---
# First

A paragraph with $u = x^2$ and the [gradient](term:gradient).

```math
\\frac{dy}{dx} = \\frac{dy}{du}\\,\\frac{du}{dx}
```
<!-- claim: {id: rule} -->

<!-- worked: {id: steps} -->
**Example.** Add.
<!-- step -->
Step one.
<!-- step -->
Step two.
<!-- /worked -->

<!-- exercise: {id: derive} -->
Differentiate $x^2$.

<details><summary>Hint 1</summary>

Lower the exponent.

</details>

<details><summary>Hint 2</summary>

A $2$ stands in front.

</details>

<details><summary>Solution</summary>

It is $2x$.

</details>

<!-- exercise: {id: choose} -->
Which one?

- (a) $x$
- (b) $2x$

<details><summary>Hint 1</summary>

The second.

</details>

<details><summary>Solution</summary>

It is (b).

</details>
""",
}
COURSE = """format: 1
lessons:
  - id: first
    folder: 01-first
    title: {es: Primera, en: First}
    exercises: [derive, choose]
  - id: second
    folder: 02-second
    title: {es: Segunda, en: Second}
    exercises: []
"""
GLOSSARY = """gradient:
  es: gradiente
  en: gradient
  lesson: first
  about: {es: "Fila de parciales.", en: "A row of partials."}
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The folder of the course; the second lesson has a fault on its fourth line."""
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    for folder in ("01-first", "02-second"):
        (tmp_path / folder).mkdir()
    for lang, source in FIRST.items():
        (tmp_path / "01-first" / f"lesson.{lang}.md").write_text(source, encoding="utf-8")
        broken = source.replace("id: first", "id: second").replace("needs: []", "nedes: []")
        (tmp_path / "02-second" / f"lesson.{lang}.md").write_text(broken, encoding="utf-8")
    return tmp_path


class Learner:
    """Somebody at the keyboard of the app."""

    def __init__(self, app: TutorApp, pilot: Pilot[int]) -> None:
        self.app, self._pilot = app, pilot

    @property
    def screen(self) -> str:
        """What can be read, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    async def sees(self, words: str) -> str:
        """Wait until words stand on the screen, and read it."""
        for _ in range(400):
            if words in self.screen:
                return self.screen
            await self._pilot.pause(0.03)
        raise AssertionError(f"{words!r} never came:\n{self.screen}")

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        for _ in range(400):
            if holds():
                return
            await self._pilot.pause(0.03)
        raise AssertionError(f"it never came to hold:\n{self.screen}")

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text key by key."""
        await self.press(*({" ": "space"}.get(letter, letter) for letter in text))

    async def click(self, selector: str, offset: tuple[int, int] = (0, 0)) -> None:
        """Click on a widget."""
        await self._pilot.click(selector, offset=offset)
        await self._pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        await self._pilot.resize_terminal(width, height)
        await self._pilot.pause()


@pytest.fixture
def sit(course: Path) -> Callable[..., AbstractAsyncContextManager[Learner]]:
    """Sit down before the small course; doing it again goes on with the same log."""

    @asynccontextmanager
    async def sitting(
        mode: Mode = "home", lang: Lang | None = "en", size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[Learner]:
        app = TutorApp(Session.resume(lang, load_index(course)), mode)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield Learner(app, pilot)
            app.exit()

    return sitting


@pytest.fixture
def log() -> Callable[[], list[tuple[str, str]]]:
    """What the log holds: question and outcome of each attempt."""

    def attempts() -> list[tuple[str, str]]:
        with Store(data_dir()) as store:
            return [(attempt.question, attempt.outcome) for attempt in store.attempts()]

    return attempts
