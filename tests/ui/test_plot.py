"""The pictures of the lab, drawn without a screen."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tutor.neuron.data import load
from tutor.neuron.history import History
from tutor.neuron.training import advance, examples, start
from tutor.ui.axes import Axis, cost_axis, number, range_axis, steps_axis
from tutor.ui.dots import ASCII, BRAILLE, HALVES, Canvas, Dots, Row, dots_of
from tutor.ui.terminal import glyphs
from tutor.ui.widgets.plot import curve, line_fit, target_fit
from tutor.ui.widgets.readout import table
from tutor.ui.widgets.rows import difference, runs

finite = st.floats(-1e6, 1e6)


def text(rows: list[Row]) -> str:
    return "\n".join("".join(character for character, _ in row) for row in rows)


def descent(name: str, steps: int, rate: float | None = None) -> History:
    data = load(name)
    history = History()
    step = start(data)
    history.add(step)
    for _ in range(steps):
        step = advance(data, step, rate or data.rate)
        history.add(step)
    return history


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "es_ES.UTF-8", "TERM": "xterm-256color"}, BRAILLE),
        ({}, BRAILLE),
        ({"LANG": "en_US.utf8", "TERM": "linux"}, HALVES),
        ({"LC_ALL": "C", "LANG": "es_ES.UTF-8"}, ASCII),
        ({"LANG": "POSIX"}, ASCII),
    ],
)
def test_the_terminal_says_how_dots_are_drawn(environ: dict[str, str], expected: Dots) -> None:
    assert dots_of(glyphs(environ)) is expected


def test_dots_within_a_cell() -> None:
    canvas = Canvas(2, 1, BRAILLE)
    canvas.dot(0, 0, "curve")
    canvas.dot(3, 3, "curve")
    canvas.dot(-1, 0, "curve")
    canvas.dot(0, 4, "curve")
    assert text(canvas.rows()) == "⡀⠈"


@pytest.mark.parametrize(("dots", "expected"), [(HALVES, " ▄▀\n▀  "), (ASCII, " .'\n'  ")])
def test_a_line_rises_without_braille(dots: Dots, expected: str) -> None:
    canvas = Canvas(3, 2, dots)
    for x, y in ((0, 1), (1, 2), (2, 3)):
        canvas.dot(x, y, "curve")
    assert text(canvas.rows()) == expected


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_a_line_is_connected_and_reaches_its_ends(x0: int, y0: int, x1: int, y1: int) -> None:
    if x1 < x0:
        x0, y0, x1, y1 = x1, y1, x0, y0
    drawn: dict[int, set[int]] = {}

    class Recorder(Canvas):
        def dot(self, x: int, y: int, part: str) -> None:
            drawn.setdefault(x, set()).add(y)

    Recorder(31, 31, HALVES).line(x0, y0, x1, y1, "line")
    assert sorted(drawn) == list(range(x0, x1 + 1))
    assert y0 in drawn[x0]
    assert y1 in drawn[x1]
    for left, right in pairwise(range(x0, x1 + 1)):
        assert min(drawn[right]) <= max(drawn[left]) + 1
        assert max(drawn[right]) >= min(drawn[left]) - 1


@given(st.integers(0, 10**9), st.booleans())
def test_steps_stay_on_their_axis_which_seldom_changes(last: int, log: bool) -> None:
    axis = steps_axis(last, log)
    assert axis.low <= max(last, axis.low) <= axis.high
    if not log:
        assert axis.high < 2 * max(last, 50) + 1
    assert steps_axis(last + 1, log) == axis or last == axis.high


@given(st.floats(1e-30, 1e12), st.floats(1e-30, 1e12), st.booleans())
def test_costs_stay_on_their_axis(one: float, other: float, log: bool) -> None:
    low, high = sorted((one, other))
    axis = cost_axis(low, high, log, 5)
    assert axis.low <= low * (1 + 1e-9)
    assert high <= axis.high * (1 + 1e-9)
    assert 0 < len(axis.ticks) <= 6


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.0), (0.0, 1.0)])
def test_a_cost_of_zero_has_an_axis(low: float, high: float) -> None:
    axis = cost_axis(low, high, True, 5)
    assert axis.low < axis.high
    assert axis.place(0.0, 40) <= 0


@given(finite, finite)
@example(0.0, 5e-324)
def test_a_range_is_held_by_round_numbers(one: float, other: float) -> None:
    low, high = sorted((one, other))
    axis = range_axis(low, high, 5)
    slack = 1e-6 * max(1.0, abs(low), abs(high))
    assert axis.low <= low + slack
    assert axis.high >= high - slack
    assert axis.ticks


def test_a_place_outside_the_axis_is_outside() -> None:
    axis = Axis(0, 10)
    assert [axis.place(value, 11) for value in (-1, 0, 5, 10, 12)] == [-1, 0, 5, 10, 12]


@pytest.mark.parametrize(
    ("value", "fancy", "plain"),
    [(-0.25, "−0.25", "-0.25"), (2e-9, "2·10⁻⁹", "2e-9"), (1e-11, "10⁻¹¹", "1e-11"), (14 / 3, "4.667", "4.667")],
)
def test_numbers_as_people_write_them(value: float, fancy: str, plain: str) -> None:
    assert number(value, BRAILLE) == fancy
    assert number(value, ASCII) == plain


@pytest.mark.parametrize("dots", [BRAILLE, HALVES, ASCII])
@pytest.mark.parametrize("steps", [0, 1, 500])
@pytest.mark.parametrize("log", [False, True])
def test_the_curve_fills_its_room_exactly(dots: Dots, steps: int, log: bool) -> None:
    rows = curve(descent("D", steps), 46, 12, dots, log_steps=log, log_cost=not log)
    assert [len(row) for row in rows] == [46] * 12
    assert any(part == "curve" for row in rows for _, part in row)


def test_nothing_but_ascii_is_drawn_where_nothing_else_can_be_shown() -> None:
    data = load("random")
    rows = curve(descent("random", 50), 46, 12, ASCII, log_steps=False, log_cost=True)
    rows += line_fit(examples(data, start(data)), 1.0, 0.0, 32, 12, ASCII)
    assert text(rows).isascii()


def test_the_curve_falls() -> None:
    rows = curve(descent("hinge", 100), 46, 12, BRAILLE, log_steps=False, log_cost=True)
    first = [next((y for y, row in enumerate(rows) if row[x][1] == "curve"), None) for x in (6, 20, 40)]
    assert first == sorted(first)
    assert first[0] < first[-1]


def test_most_frames_only_append() -> None:
    before, after = (
        curve(descent("D", steps), 46, 12, BRAILLE, log_steps=False, log_cost=True) for steps in (150, 160)
    )
    changed = [difference(old, new) for old, new in zip(before, after, strict=True)]
    assert sum(end - start for start, end in changed) <= 6


def test_d_shows_each_example_by_its_number_over_its_target() -> None:
    data = load("D")
    rows = target_fit(examples(data, start(data)), 32, 12, BRAILLE)
    places = {
        character: (y, x)
        for y, row in enumerate(rows[:-1])
        for x, (character, part) in enumerate(row)
        if part in ("on", "off")
    }
    assert sorted(places) == ["1", "2", "3"]
    assert places["3"][0] < places["1"][0] < places["2"][0]
    assert places["1"][1] == places["3"][1] < places["2"][1]
    assert rows[places["2"][0]][places["2"][1]][1] == "off"


def test_one_input_shows_the_neuron_through_its_data() -> None:
    data = load("hinge")
    rows = line_fit(examples(data, start(data)), 1.5, -0.75, 32, 12, BRAILLE)
    drawn = text(rows)
    assert drawn.count("●") + drawn.count("○") == 17
    assert rows[0][-1][1] == "on"


def test_examples_as_a_table() -> None:
    data = load("D")
    lines = text(table(examples(data, start(data)), 44, 10, BRAILLE)).split("\n")
    assert lines[0].split() == ["i", "x", "y", "z", "a", "e"]
    assert lines[2].split() == ["2", "○", "(1,", "3)", "2.000", "−1.000", "0.000", "−2.000"]


def test_a_long_table_says_that_it_goes_on() -> None:
    data = load("grid")
    rows = table(examples(data, start(data)), 45, 8, BRAILLE)
    assert len(rows) == 8
    assert text(rows[-1:]).strip() == "…"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [("abc", "abc", (0, 0)), ("abc", "axc", (1, 2)), ("abc", "abcd", (3, 4)), ("abcd", "ab", (2, 4)), ("", "", (0, 0))],
)
def test_only_the_stretch_that_differs_is_painted(old: str, new: str, expected: tuple[int, int]) -> None:
    assert difference([(c, "") for c in old], [(c, "") for c in new]) == expected


def test_blanks_do_not_change_the_style() -> None:
    row = [("C", "name"), (" ", ""), ("4", "value"), (" ", ""), (" ", "name"), ("2", "value"), ("b", "name")]
    assert list(runs(row)) == [("name", "C "), ("value", "4  2"), ("name", "b")]
