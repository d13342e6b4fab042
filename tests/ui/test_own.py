"""Typed gradients: how they are read, and what is said of them."""

import pytest

from tutor.neuron.data import load
from tutor.neuron.model import gradient
from tutor.ui.own import Own, Unfit, own_gradient
from tutor.words import LANGS, say


def said(dw: str, db: str, data: str = "D") -> str:
    """The last part of the code of the verdict."""
    own = own_gradient((dw, db), load(data))
    assert isinstance(own, Own)
    for lang in LANGS:
        assert say(own.verdict, lang)
    assert own.right == (own.verdict.code == "lab.own.right")
    return own.verdict.code.removeprefix("lab.own.")


def unfit(dw: str, db: str, data: str = "D") -> Unfit:
    found = own_gradient((dw, db), load(data))
    assert isinstance(found, Unfit)
    for lang in LANGS:
        assert say(found.reason.message, lang)
    return found


@pytest.mark.parametrize(
    ("dw", "db"),
    [
        ("2 e m x^T", "2 e m"),
        ("2e[z>0]x", "2e[z>0]"),
        ("-2 v m x", "-2 v m"),
        ("2(max(0, w·x + b) - y)[w·x + b > 0] x^T", "{0 if z <= 0; 2(z - y) if z > 0}"),
        ("2/N sum(e_i m_i x_i^T)", "2/N sum(e m)"),
        ("\\frac{2}{N} sum(e_i m_i x_i)", "sum(2 e_i m_i)/N"),
        ("∂C/∂w = 2 e m x", "dC/db = 2 e m"),
        ("2 relu(z) m x - 2 y m x", "2 e sign(a)"),
    ],
)
def test_the_ways_to_write_it(dw: str, db: str) -> None:
    for data in ("D", "hinge", "grid", "random"):
        assert said(dw, db, data) == "right"


def test_entries_may_be_written_out() -> None:
    assert said("[2 e m x1, 2 e m x2]", "2 e m") == "right"
    assert said("2 e m x1, 2 e m x2", "2 e m") == "right"
    assert unfit("[2 e m x1, 2 e m x2]", "2 e m", "hinge").part == "w"


@pytest.mark.parametrize(
    ("dw", "db", "code"),
    [
        ("-2 e m x", "-2 e m", "sign"),
        ("2 v m x", "2 e m", "sign"),
        ("2 v x", "2 v", "sign"),
        ("-6 e m x", "2 e m", "climbs"),
        ("e m x", "e m", "half"),
        ("2 sum(e m x)", "2 sum(e m)", "sum"),
        ("2/N e m x", "2/N e m", "twice"),
        ("2 e m x", "e m/5", "short"),
        ("7 e m x", "2 e m", "long"),
        ("2 e m x", "0", "still"),
        ("2 e x", "2 e", "unmasked"),
        ("[22/3, 2/3]", "8/3", "constant"),
        ("2 y m x", "2 y m", "downhill"),
        ("-2 a m x", "-2 a m", "uphill"),
        ("sqrt(-y) x", "2 e m", "undefined"),
    ],
)
def test_a_wrong_one_is_allowed_and_named(dw: str, db: str, code: str) -> None:
    assert said(dw, db) == code


def test_the_verdict_says_where() -> None:
    own = own_gradient(("2 e m x", "e m"), load("D"))
    assert isinstance(own, Own)
    assert "∂ b" in say(own.verdict, "en").replace("\\partial", "∂")
    assert "mathbf{w}" not in say(own.verdict, "en")


def test_a_number_of_the_lessons_is_right_where_it_was_found() -> None:
    data = load("D")
    own = own_gradient(("[22/3, 2/3]", "8/3"), data)
    assert isinstance(own, Own)
    at = data.X, data.y, data.w, data.b
    assert own.gradient(*at)[0] == pytest.approx(gradient(*at)[0])
    assert own.gradient(*at)[1] == pytest.approx(gradient(*at)[1])


@pytest.mark.parametrize(
    ("dw", "db", "part", "at"),
    [
        ("2 e (m x", "2 e m", "w", (4, 5)),
        ("2 e m x", "2 q", "b", (2, 3)),
        ("2 e m", "2 e m", "w", (0, 5)),
        ("2 e m x", "2 e m x", "b", (0, 7)),
        ("x x", "0", "w", (0, 3)),
        ("x", "y!", "b", (0, 2)),
        ("", "0", "w", (0, 0)),
    ],
)
def test_what_cannot_be_used_has_its_place_and_reason(dw: str, db: str, part: str, at: tuple[int, int]) -> None:
    found = unfit(dw, db)
    assert (found.part, found.reason.at) == (part, at)


def test_nothing_typed_is_ever_run() -> None:
    for hostile in (
        "__import__('os').getcwd()",
        "x.__class__",
        "eval(x)",
        "9^9^9^9 x",
        "x; import os",
        "$(ls)",
        "[red]x",
    ):
        found = own_gradient((hostile, "0"), load("D"))
        assert isinstance(found, Unfit | Own)
