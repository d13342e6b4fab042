r"""Commands that a formula defines for itself."""

import pytest

from tutor.typeset import TypesetError, parse


@pytest.mark.parametrize(
    ("defined", "plain"),
    [
        (r"\newcommand{\R}{\mathbb{R}} x \in \R^n", r"x \in \mathbb{R}^n"),
        (
            r"\newcommand\norm[1]{\left\lVert #1 \right\rVert} \norm{x + \norm{y}}_2",
            r"\left\lVert x + \left\lVert y \right\rVert \right\rVert_2",
        ),
        (
            r"\newcommand{\pd}[3][]{\frac{\partial^{#1} #2}{\partial #3^{#1}}} \pd{f}{x}",
            r"\frac{\partial f}{\partial x}",
        ),
        (
            r"\newcommand{\pd}[3][]{\frac{\partial^{#1} #2}{\partial #3^{#1}}} \pd[2]{f}{x}",
            r"\frac{\partial^2 f}{\partial x^2}",
        ),
        (r"\renewcommand{\vec}[1]{\mathbf{#1}} \vec{x}", r"\mathbf{x}"),
        (r"\def\power#1#2{#1^{#2}} \power{x}{10} \power yz", r"x^{10} y^z"),
        (r"\newcommand{\T}{^\top} x\T y", r"x^\top y"),
        (r"\let\ve\mathbf \ve{x}", r"\mathbf{x}"),
        (r"\DeclareMathOperator*{\argmin}{arg\,min} \argmin_w f", r"\operatorname*{arg\,min}_w f"),
        (r"\DeclareMathOperator{\KL}{KL} \KL(p)", r"\operatorname{KL}(p)"),
        (r"\newcommand{\mat}[2]{\begin{#1} #2 \end{#1}} \mat{bmatrix}{a & b}", r"\begin{bmatrix} a & b \end{bmatrix}"),
        (r"\def\x{y} \newcommand{\z}{\x^2} \z", "y^2"),
    ],
)
def test_a_command_is_what_it_stands_for(defined, plain):
    assert parse(defined) == parse(plain)


@pytest.mark.parametrize(
    ("latex", "code", "offset"),
    [
        (r"\newcommand{\x", "unclosed", 11),
        (r"\newcommand{x}{y}", "missing_argument", 0),
        (r"\newcommand{\x}", "missing_argument", 0),
        (r"\def\x#1{#1} y + \x", "missing_argument", 17),
        (r"\def\x{\x\x} \x", "too_long", 7),
        (r"\newcommand{\x}{\nada} 1 + \x", "unknown_command", 16),
    ],
)
def test_errors_name_the_place(latex, code, offset):
    with pytest.raises(TypesetError) as caught:
        parse(latex)
    assert (caught.value.code, caught.value.offset) == (f"typeset.{code}", offset)
