"""The lab as a learner uses it."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tutor.ui import terminal
from tutor.ui.app import TutorApp
from tutor.ui.pace import next_rate
from tutor.ui.screens.lab import LabScreen
from tutor.ui.session import Session
from tutor.ui.widgets.gradient import Derivative
from tutor.ui.widgets.plot import CostPlot, FitPlot
from tutor.ui.widgets.rows import Rows
from tutor.words import Lang


def lab(lang: Lang = "en", **options: object) -> TutorApp:
    session = Session.resume(lang)
    session.options = options
    return TutorApp(session, "lab")


async def until(pilot: Pilot[int], condition: Callable[[], bool]) -> None:
    """Let the app work until something holds; generous, since nothing here measures time."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        await pilot.pause(0.01)


async def opened(pilot: Pilot[int], name: str = "D") -> LabScreen:
    """The lab, once its neuron is there."""

    def ready() -> bool:
        screen = pilot.app.screen
        return isinstance(screen, LabScreen) and screen.trainer is not None and screen.trainer.data.name == name

    await until(pilot, ready)
    await pilot.pause()
    assert isinstance(pilot.app.screen, LabScreen)
    return pilot.app.screen


def numbers(screen: LabScreen) -> str:
    return " ".join(screen.query_one("#numbers", Rows).text.split())


def note(screen: LabScreen) -> str:
    return str(screen.query_one("#note").render())


async def test_it_opens_at_the_start_of_d() -> None:
    async with lab().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert "step 0 C 4.667 active 2 of 3 w (1, −1) b 1 η 0.03" in numbers(screen)
        assert "∂C/∂w [7.333, 0.6667] ∂C/∂b 2.667" in numbers(screen)
        assert "space" in note(screen)


async def test_one_step_at_a_time_and_back() -> None:
    async with lab().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("n")
        assert "step 1 C 3.106" in numbers(screen)
        await pilot.press("n", "n", "r")
        assert "step 0 C 4.667" in numbers(screen)


async def test_it_plays_until_it_is_paused() -> None:
    async with lab().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press(*["plus"] * 9, "space")
        await until(pilot, lambda: "step 0 " not in numbers(screen))
        await until(pilot, lambda: "3 of 3" in numbers(screen))
        assert "example 2 wakes up" in note(screen)
        await pilot.press("space")
        assert screen.trainer is not None
        stopped = screen.trainer.step.number
        assert f"step {stopped} " in numbers(screen)
        assert not screen.trainer.playing
        assert "curve" in {part for row in screen.query_one(CostPlot).shown for _, part in row}


@pytest.mark.parametrize(("lang", "word"), [("en", "dead"), ("es", "muerta")])
async def test_a_dead_neuron_is_explained(lang: Lang, word: str) -> None:
    async with lab(lang, rate=0.2).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("space")
        await until(pilot, lambda: word in note(screen))
        await until(pilot, lambda: "C 2 " in numbers(screen))
        await pilot.press("r", "down", "down", "down", "n")
        assert word not in note(screen)


async def test_divergence_is_explained_instead_of_nan() -> None:
    async with lab(data="random", rate=10).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "random")
        await pilot.press(*["plus"] * 9, "space")
        await until(pilot, lambda: "blew up" in note(screen))
        assert "nan" not in numbers(screen)
        assert "∞" not in numbers(screen)


async def test_stuck_examples_are_explained() -> None:
    async with lab(rate=0.12).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press(*["plus"] * 9, "space")
        await until(pilot, lambda: "rest" in note(screen))
        assert "C = 1.667" in note(screen)
        assert "2 examples" in note(screen)


async def test_a_noisy_fit_at_rest_is_not_called_stuck() -> None:
    async with lab(data="random", seed=1).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "random")
        await pilot.press(*["plus"] * 9, "space")
        await until(pilot, lambda: "rest" in note(screen))
        assert "inactive" not in note(screen)


async def test_the_learning_rate_changes_in_round_numbers() -> None:
    async with lab().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("up")
        assert "η 0.05" in numbers(screen)
        await pilot.press("down", "down")
        assert "η 0.02" in numbers(screen)
        await pilot.press("r")
        assert "η 0.02" in numbers(screen)


def test_the_rates_of_the_lesson_can_be_reached() -> None:
    reached = [rate := 0.03, *((rate := next_rate(rate, 1)) for _ in range(6))]
    assert reached == pytest.approx([0.03, 0.05, 0.07, 0.1, 0.12, 0.15, 0.2])
    assert next_rate(0.04, -1) == 0.03
    assert next_rate(1e-6, -1) == 1e-6


async def test_the_gradient_is_checked() -> None:
    async with lab().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("m")
        assert "ΔC/2h [7.333, 0.6667] ΔC/2h 2.667" in numbers(screen)
        assert "✓" in numbers(screen)
        await pilot.press("m")
        assert "ΔC" not in numbers(screen)


async def test_every_data_set_in_turn_and_new_random_ones() -> None:
    async with lab().run_test(size=(80, 24)) as pilot:
        titles = []
        for name in ("D", "hinge", "grid", "random", "D", "hinge", "grid", "random"):
            screen = await opened(pilot, name)
            titles.append(screen.title_bar.right)
            assert screen.query_one(FitPlot).text
            await pilot.press("d")
        assert titles[:3] == titles[4:7]
        assert titles[3] != titles[7]


async def test_the_steps_are_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUTOR_DATA_DIR", str(tmp_path))
    async with lab().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("n", "n", "e")
        path = tmp_path / "lab-D-1.csv"
        await until(pilot, lambda: path.exists() and path.read_text().count("\n") == 4)
        assert path.read_text().startswith("step,cost,w1,w2,b,dw1,dw2,db\n0,4.666666666666667,")
        await pilot.press("e")
        await until(pilot, (tmp_path / "lab-D-2.csv").exists)


async def test_the_language_changes_in_place() -> None:
    async with lab("es").run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("n", "f2")
        assert "step 1 C 3.106" in numbers(screen)
        assert "Lab" in screen.title_bar.left


async def test_it_comes_back_to_the_same_data_and_rate() -> None:
    async with lab().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("d")
        await opened(pilot, "hinge")
        await pilot.press("up", "escape")
    async with lab().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "hinge")
        assert "η 0.12" in numbers(screen)


async def test_a_lesson_opens_its_data_set() -> None:
    session = Session.resume("en")
    session.keep("lab", {"data": "hinge", "rate": 0.1})
    async with TutorApp(session, "home").run_test(size=(80, 24)) as pilot:
        await pilot.app.run_action("app.lab('D')")
        screen = await opened(pilot)
        assert "η 0.03" in numbers(screen)


async def test_leaving_stops_the_descent() -> None:
    async with lab().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("space", "escape")
        await until(pilot, lambda: pilot.app.screen is not screen)
        assert screen.trainer is not None
        assert not screen.trainer.playing


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60)])
async def test_everything_fits(size: tuple[int, int]) -> None:
    async with lab(data="grid").run_test(size=size) as pilot:
        screen = await opened(pilot, "grid")
        for rows in screen.query(Rows):
            if rows.display and rows.id != "numbers":
                assert rows.text
                assert len(rows.shown) <= rows.size.height
                assert all(len(row) <= rows.size.width for row in rows.shown)
        assert "∂C/∂b" in numbers(screen)
        assert screen.query_one("#examples").display == (size[0] >= 120)


async def test_a_wide_screen_shows_every_example() -> None:
    async with lab().run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        assert screen.query_one("#examples", Rows).text.split("\n")[2].split()[:2] == ["2", "○"]


RIGHT = ("2 e m x^T", "2 e m")


async def write(pilot: Pilot[int], dw: str, db: str) -> None:
    await pilot.press("g")
    for part, text in zip(pilot.app.screen.query(Derivative), (dw, db), strict=True):
        part.value = text
    await pilot.press("enter")


def reading(screen: LabScreen) -> str:
    return str(screen.query_one(".read").render())


async def test_the_learners_own_gradient_trains() -> None:
    async with lab().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("g", *"2emx", "enter", *"2em")
        assert "read as" in reading(screen)
        await pilot.press("enter")
        await until(pilot, lambda: "your gradient" in screen.title_bar.left)
        assert "right" in note(screen)
        await pilot.press("n")
        assert "step 1 C 3.106" in numbers(screen)
        assert "✓" in numbers(screen)
        assert "e m" in str(screen.query_one("#own").render())
        assert screen.query_one(CostPlot).text.startswith("cost C over the steps")


@pytest.mark.parametrize(("lang", "word"), [("en", "Wrong sign"), ("es", "Signo al revés")])
async def test_a_wrong_gradient_is_seen_beside_the_true_one(lang: Lang, word: str) -> None:
    async with lab(lang, own=("2 v m x", "2 v m")).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert word in note(screen)
        await pilot.press(*["n"] * 12)
        assert screen.trainer is not None
        assert screen.trainer.step.cost > 100
        assert word in note(screen)
        assert "✗" in numbers(screen)
        assert {"curve", "off"} <= {part for row in screen.query_one(CostPlot).shown for _, part in row}


async def test_a_wrong_gradient_that_blows_up_is_still_called_wrong() -> None:
    async with lab(own=("-10^99 e m x", "0")).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("space")
        await until(pilot, lambda: "blew up" in note(screen))
        assert "that sign" in note(screen)


async def test_an_unreadable_gradient_has_a_caret_and_a_sentence() -> None:
    async with lab().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await write(pilot, "2 e m x", "2 e (m")
        await until(pilot, lambda: "not closed" in reading(screen))
        assert reading(screen).splitlines()[0] == "    ^"
        await write(pilot, "2 e m", "2 e m")
        await until(pilot, lambda: "as many" in reading(screen).lower())
        assert screen.trainer is not None
        assert screen.trainer.beside is None
        await pilot.press("escape")
        assert screen.focused is None
        await until(pilot, lambda: "step 0 C 4.667" in numbers(screen))


async def test_enter_goes_to_what_is_empty_and_with_nothing_back_to_the_labs_own() -> None:
    async with lab(own=RIGHT).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert "your gradient" in screen.title_bar.left
        await write(pilot, "2 e m x", "")
        assert isinstance(screen.focused, Derivative)
        assert screen.focused.part == "b"
        await pilot.press("escape")
        await write(pilot, "", " ")
        await until(pilot, lambda: "a ReLU neuron learns" in screen.title_bar.left)


async def test_a_gradient_that_does_not_fit_other_data_is_put_aside_and_comes_back() -> None:
    async with lab(own=("[2 e m x1, 2 e m x2]", "2 e m")).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert "your gradient" in screen.title_bar.left
        await pilot.press("d")
        await opened(pilot, "hinge")
        assert "your gradient" not in screen.title_bar.left
        assert "does not fit" in note(screen)
        await pilot.press("d")
        await opened(pilot, "grid")
        assert "your gradient" in screen.title_bar.left
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.pause()
    async with lab().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "grid")
        assert "right" in note(screen)


async def test_the_language_changes_while_one_writes() -> None:
    async with lab("es").run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("g", *"2emx", "f2")
        assert "derivatives" in str(screen.query_one(".how").render())
        assert "read as" in reading(screen)
        assert screen.query(Derivative).first().value == "2emx"


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_a_gradient_of_ones_own_fits_too(size: tuple[int, int]) -> None:
    async with lab(own=("2 v m x", "2 v m")).run_test(size=size) as pilot:
        screen = await opened(pilot)
        assert "ΔC/2h" in numbers(screen)
        for rows in screen.query(Rows):
            assert all(len(row) <= rows.size.width for row in rows.shown if rows.display)
        await pilot.press("g")
        await pilot.pause()
        below = screen.query_one(".read").region
        assert below.bottom < size[1]
        assert below.height >= 3


async def test_a_slow_line_gets_the_next_picture_when_it_has_shown_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    slow, asked = True, 0

    def ask(_app: object) -> None:
        nonlocal asked
        asked += 1

    monkeypatch.setattr(terminal, "is_behind", lambda _app: slow)
    monkeypatch.setattr(terminal, "ask", ask)
    async with lab().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("space")
        before = numbers(screen)
        trainer = screen.trainer
        assert trainer is not None
        await until(pilot, lambda: trainer.step.number > 10)
        assert (numbers(screen), asked) == (before, 0)
        slow = False
        await until(pilot, lambda: numbers(screen) != before and asked > 0)
        slow = True
        await pilot.press("space")
        assert f"step {trainer.step.number} " in numbers(screen)


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_no_number_is_cut_on_a_narrow_screen(width: int) -> None:
    async with lab().run_test(size=(width, 20)) as pilot:
        screen = await opened(pilot)
        await pilot.press("m")
        for _ in range(90):
            await pilot.press("n")
        said = numbers(screen)
        assert "…" not in said
        assert re.search(r"w \(\S+, \S+\) b ", said)
        assert re.search(r"∂C/∂w \[\S+, \S+\] ∂C/∂b ", said)
        assert re.search(r"ΔC/2h \[\S+, \S+\] ΔC/2h \S+ diff\. ", said)


async def test_what_is_done_while_nobody_types_does_not_stop_a_descent() -> None:
    app = TutorApp(Session.resume("en"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        screen = await opened(pilot)
        await pilot.press("space")
        await until(pilot, lambda: app.session.unread() is None)
        assert screen.trainer is not None
        assert screen.trainer.playing
