"""What `line` writes can be typed: the answer reader makes the same tree of it."""

import pytest

from tutor.answers import Names, latex, read
from tutor.typeset import line, parse

NAMES = Names(("x", "y", "z", "w", "b", "sigma"))


TYPED = """
    2x cos(x^2) | (x+1)/(y-2) | 1/2x | x/(2y) | -x^2 | e^(-x) | sqrt(x+1) | sin(x)^2 | 1/(1+exp(-z))
    (x+1)(y-1) | 2x*3y | x/y/z | -(x+y) | abs(x) | 3cos(2x)sin(x) | max(0, z) | (x/y)^3 | ln(x^2)/x | x*(-y)
    [x, y] | [x; y] | 2^10 x | x^-1 | sigma*x | (2x)^3 | tan(x/2) | 1/sqrt(2pi) | x - (y - z) | (-x)^2
    x/(-y) | exp(x)^2 | ln(x)y | x sin(y) | [z > 0] | (x+1)/2*y | x^(y+1) | {0 if z <= 0; x if z > 0}
"""


@pytest.mark.parametrize("typed", [text.strip() for row in TYPED.strip().split("\n") for text in row.split("|")])
def test_one_line_is_read_back_as_the_same_tree(typed):
    expr = read(typed, NAMES).expr
    assert read(line(parse(latex(expr))), NAMES).expr == expr
