"""The normal form that proves equality at once: what it proves, and what it must leave open."""

import pytest

from tutor.answers import Expr, Names, Tree, read
from tutor.answers.forms import Forms

NAMES = Names(variables=("x", "y", "z", "a"))


def tree(text: str) -> Expr:
    found = read(text, NAMES)
    assert isinstance(found, Tree), text
    return found.expr


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("(x + 1)^2", "x^2 + 2x + 1"),
        ("6x/(3x^2 + 1)", "2x/(x^2 + 1/3)"),
        ("e^(2x + 1)", "e (e^x)^2"),
        ("-2x e^(-x^2)", "-2x/e^(x^2)"),
        ("3^(x + 1)", "3*3^x"),
        ("x^x (ln x + 1)", "x^x + ln(x) x^x"),
        ("tan(x)^2 + 1", "sec(x)^2"),
        ("1 - tanh(x)^2", "1/cosh(x)^2"),
        ("cos(x)^4", "(1 - sin(x)^2)^2"),
        ("sin(-x) cos(-x)", "-cos(x) sin(x)"),
        ("x/sqrt(x^2 + 1)", "x (x^2 + 1)^(-1/2)"),
        ("1/(2 sqrt(x))", "sqrt(x)/(2x)"),
        ("x^(2/3) x^(1/3)", "x"),
        ("sigmoid(x) (1 - sigmoid(x))", "e^-x/(1 + e^-x)^2"),
        ("relu(2x - 8)", "2 max(0, x - 4)"),
        ("relu(x)^2", "x^2 [x > 0]"),
        ("min(0, x)", "-relu(-x)"),
        ("[2z > 8]", "[4 < z]"),
        ("|−2x|^2", "4x^2"),
        ("|-2x|", "2|x|"),
        ("ln(x y)/ln(y x)", "1"),
    ],
)
def test_proved(left: str, right: str) -> None:
    assert Forms().prove(tree(left), tree(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("sqrt(x^2)", "x"),
        ("|x|", "x"),
        ("[x > 0]", "[x >= 0]"),
        ("[x > 0]", "[x > 1]"),
        ("[x > y]", "[y > x]"),
        ("x^2", "x^2 + 10^-30 x"),
        ("sin(x)^2 - cos(x)^2", "1"),
        ("cosh(x)^2 + sinh(x)^2", "1"),
        ("e^(2x)", "e^(x^2)"),
        ("2^x", "3^x"),
        ("ln(x + y)", "ln(x - y)"),
        ("max(x, y)", "min(x, y)"),
        ("sqrt(x + 1)", "sqrt(x) + 1"),
        ("relu(-x)", "-relu(x)"),
        ("arctan(x)", "arctan(-x)"),
        ("x^(1/3)", "x^(1/2)"),
        ("(x + y + z + a)^12", "(x + y + z - a)^12"),
        ("{x if x > 0; 0 if x <= 0}", "relu(-x)"),
    ],
)
def test_never_proved(left: str, right: str) -> None:
    assert not Forms().prove(tree(left), tree(right))
