"""Every text that cannot be read is refused at its place, with a sentence that says why."""

import pytest

from tutor.answers import Names, Unreadable, read
from tutor.words import codes

NAMES = Names(variables=("x", "y", "b", "n"))
ROWS = Names(variables=("x", "y"), lists=True)
VECTORS = Names(variables=("v",), shapes={"v": (3,)})

EXAMPLES = [
    ("", 0, "empty"),
    ("   ", 0, "empty"),
    ("x+" * 400 + "x", 600, "long"),
    ("x" * 100, 0, "long"),
    ("(" * 60 + "x" + ")" * 60, 40, "deep"),
    ("9" * 50, 0, "digits"),
    ("9^9^9^9", 2, "large"),
    ("1e400", 0, "large"),
    ("factorial(10^9)", 0, "large"),
    ("dy/dx =", 7, "label"),
    ("(b) 2x", 0, "item"),
    ("x¿", 1, "character"),
    ("х^2", 0, "character"),
    ("x\u0301", 1, "character"),
    ("~x", 0, "character"),
    ("xé", 0, "unknown"),
    ("x\x07", 1, "character"),
    ("x.__class__", 1, "dot"),
    ("2x\n3x", 2, "lines"),
    ("'x'", 0, "quotes"),
    ('sin("x")', 4, "quotes"),
    ("50%", 2, "percent"),
    ("1.2.3", 3, "dots"),
    ("[bold red]2x", 0, "bracket"),
    ("{open('x')}", 0, "bracket"),
    ("[b]x[/b]", 0, "markup"),
    (r"\write18{x}", 0, "command"),
    ("2x + q", 5, "unknown"),
    ("__import__('os')", 0, "character"),
    ("2X", 1, "unknown.near"),
    ("In(x)", 0, "unknown.near"),
    ("2x2", 1, "subscript"),
    ("sin2(x)", 0, "function.digits"),
    ("-∞", 1, "infinite"),
    ("nan", 0, "infinite"),
    ("df/dx", 0, "derivative"),
    ("f'(x)", 0, "derivative"),
    ("1_{x}", 2, "condition"),
    ("2x(3", 2, "unclosed"),
    ("((x", 0, "unclosed"),
    ("|x", 0, "unclosed"),
    ("x+1)", 3, "unopened"),
    ("(x+1]", 4, "mismatched"),
    ("sin()", 4, "nothing"),
    ("[1, 2; 3]", 0, "ragged"),
    ("(x, y)", 2, "list"),
    ("sin(x,)", 5, "comma.last"),
    ("1,000x", 1, "thousands"),
    ("x[0]", 1, "index"),
    ("x if y", 2, "condition"),
    ("if x", 0, "condition"),
    ("if(x, 1, 0)", 0, "condition"),
    ("[0 < x > 1]", 7, "chain"),
    ("x+", 2, "operand"),
    ("x***2", 3, "operand"),
    ("²", 0, "base"),
    ("x : y", 2, "unexpected"),
    ("2 3", 2, "numbers"),
    ("x²^2", 2, "powers"),
    ("x⁺", 2, "operand"),
    ("x'", 1, "prime"),
    ("x!!", 2, "factorials"),
    ("2x = 2x", 3, "equation"),
    ("x = 2", 2, "equation"),
    ("x < y", 2, "comparison"),
    ("sin*x", 3, "argument"),
    ("sin(x, y)", 5, "arguments"),
    ("exp^x", 3, "function.power"),
    ("1/(x-x)", 2, "zero"),
    ("x/0", 2, "zero"),
    ("1/(1 - sin(x)^2 - cos(x)^2)", 2, "zero"),
    ("ln 0", 0, "logarithm"),
    ("x + ln(y-y)", 4, "logarithm"),
    ("arcsin(2)", 0, "domain"),
    ("tan(pi/2)", 0, "pole"),
]


@pytest.mark.parametrize(("text", "start", "code"), EXAMPLES)
def test_a_text_is_refused_at_its_place(text: str, start: int, code: str) -> None:
    found = read(text, NAMES)
    assert isinstance(found, Unreadable), found
    assert (found.at[0], found.message.code) == (start, f"read.{code}")


def test_every_reason_has_an_example() -> None:
    elsewhere = {"read.norm", "read.unknown.alone", "read.otherwise", "read.superscript"}
    reasons = {code for code in codes("es") if code.startswith("read.") and not code.startswith("read.notice")}
    assert reasons - elsewhere == {f"read.{code}" for _, _, code in EXAMPLES}


def test_a_capital_is_no_constant_where_its_letter_is_a_variable() -> None:
    found = read("E^x", Names(variables=("e", "x")))
    assert isinstance(found, Unreadable)
    assert found.message.args == {"name": "E", "near": "e"}


def test_reasons_that_need_another_exercise() -> None:
    for text, names, code in [
        ("||v||_1", VECTORS, "norm"),
        ("x", Names(), "unknown.alone"),
        ("xᵃ", NAMES, "superscript"),
        ("(" * 400, ROWS, "deep"),
        ("{" * 400, ROWS, "deep"),
        ("[(" * 200, ROWS, "deep"),
    ]:
        found = read(text, names)
        assert isinstance(found, Unreadable)
        assert found.message.code == f"read.{code}"


@pytest.mark.parametrize(
    "text", ["x^2 - x*x + 1", "(x-x)^0", "0*x", "1/(x-y)", "exp(exp(exp(exp(x))))", "(x+y)^500", "10^400"]
)
def test_what_only_looks_senseless_is_read(text: str) -> None:
    assert not isinstance(read(text, NAMES), Unreadable)


def test_nothing_is_said_of_products_of_matrices_that_need_not_vanish() -> None:
    names = Names(variables=("A", "B"), shapes={"A": (2, 2), "B": (2, 2)})
    assert not isinstance(read("(A*B - B*A)^(-1)", names), Unreadable)


def test_an_unknown_character_is_named_and_never_echoed_raw() -> None:
    found = read("x\u202e", NAMES)
    assert isinstance(found, Unreadable)
    assert found.message.args["character"] == "U+202E"
