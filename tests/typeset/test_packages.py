r"""What packages beyond amsmath add: physics, braket, tables of words, references."""

import pytest

from tutor.typeset import ASCII, layout, line, parse


@pytest.mark.parametrize(
    ("short", "plain"),
    [
        (r"\dv{y}{x}", r"\frac{\mathrm{d} y}{\mathrm{d} x}"),
        (r"\dv{x}", r"\frac{\mathrm{d}}{\mathrm{d} x}"),
        (r"\pdv[2]{f}{x}", r"\frac{\partial^2 f}{\partial x^2}"),
        (r"\pdv{f}{x}{y}", r"\frac{\partial^2 f}{\partial x \partial y}"),
        (r"\grad f", r"\nabla f"),
        (r"\qty(\frac{a}{(b)})^2", r"\left(\frac{a}{(b)}\right)^2"),
        (r"\set{x | x > 0}", r"\left\{ x \middle| x > 0 \right\}"),
        (r"\eval{f}_{x=0}", r"\left. f \right|_{x=0}"),
    ],
)
def test_short_names_are_what_they_stand_for(short, plain):
    assert parse(short) == parse(plain)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\int f \dd x", "∫ f dx"),
        (r"\comm{A}{B}", "[A, B]"),
        (r"\ev{A}{\psi}", "⟨ψ | A | ψ⟩"),
        (r"X \indep Y \given Z", "X ⫫ Y | Z"),
        (r"\verb|x_1| + 1", "x_1 + 1"),
        (r"\eqref{eq:one}", "(eq:one)"),
        (r"\cancelto{0}{x}", "x⁰"),
        (r"\sideset{}{'}\sum_i a", "∑ ′a\n i"),
    ],
)
def test_layout(latex, text):
    assert str(layout(parse(latex))) == text


def test_cells_of_a_table_are_words():
    latex = r"\begin{tabular}{l|c} the name & $x^2$ \\ \hline \multicolumn{2}{c}{both of them} \\ a & b \end{tabular}"
    assert str(layout(parse(latex))) == ("the name     │ x²\n─────────────┼───\nboth of them │\na            │ b")


def test_words_between_equations_are_a_row():
    latex = r"\begin{aligned} a &= b \\ \intertext{and so} c &= d \end{aligned}"
    assert line(parse(latex)) == "a = b; and so; c = d"


def test_a_line_that_goes_on_keeps_the_room_of_its_sign():
    assert str(layout(parse(r"a &= b \\ &\quad + c"))) == "a = b\n   + c"


def test_names_of_rows_and_columns_stand_before_rules():
    assert str(layout(parse(r"\bordermatrix{ & a & b \cr c & 1 & 2}"))) == "  │ a  b\n──┼─────\nc │ 1  2"


def test_arcs_are_as_wide_as_what_they_span():
    assert str(layout(parse(r"\overparen{x+y}"))) == "╭───╮\nx + y"
    assert str(layout(parse(r"\overparen{x+y}"), glyphs=ASCII)) == "/---\\\nx + y"
