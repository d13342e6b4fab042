"""The rules of display: spacing, scripts, brackets, breaking, styles, repertoires."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth, wcwidth

from tutor.typeset import ASCII, BLOCK, UNICODE, Run, choose_glyphs, layout, parse
from tutor.typeset.widths import plain


def shown(latex: str, width: int | None = None, **options: object) -> str:
    return str(layout(parse(latex), width, **options))


@pytest.mark.parametrize(
    ("latex", "row"),
    [
        ("a+b=c", "a + b = c"),
        ("-x", "−x"),
        ("a=-b", "a = −b"),
        ("(-x)(-y)", "(−x)(−y)"),
        (r"2x\cos(x^2)", "2x cos(x²)"),
        (r"\sin x", "sin x"),
        ("f(x,y)", "f(x, y)"),
        (r"x_i^2", "xᵢ²"),
        (r"\mathbf{x}^T", "xᵀ"),
        ("x_{ij}", "xᵢⱼ"),
        ("f'(x)", "f′(x)"),
        ("x_{i+1}", "xᵢ₊₁"),
        (r"10^{-3}", "10⁻³"),
        ("x^10", "x¹0"),
        (r"a\not=b", "a ≠ b"),
        (r"a\quad b", "a  b"),
        (r"a\,b", "a b"),
        (r"a\!b", "ab"),
        (r"a := b", "a := b"),
        (r"P(A\mid B)", "P(A | B)"),
        (r"\hat{y}", "ŷ"),
        (r"\arg\min x", "arg min x"),
        (r"x \in \mathbb{R}^n", "x ∈ ℝⁿ"),
        (r"n!", "n!"),
        (r"\left(x\right)", "(x)"),
        (r"x % a comment", "x"),
        ("", ""),
    ],
)
def test_one_row(latex, row):
    assert shown(latex) == row


def test_a_bar_is_as_wide_as_it_needs_to_be():
    assert shown(r"\frac{a+b}{c}") == "a + b\n─────\n  c"


def test_a_bar_of_bars_is_longer():
    assert shown(r"\frac{\frac{a}{b}}{c}") == " a\n ─\n b\n───\n c"


def test_a_script_on_a_script_stands_higher():
    assert shown("{x^2}^3") == "  3\nx²"


def test_scripts_without_small_letters_move_a_row():
    assert shown(r"x_\lambda") == "x\n λ"
    assert shown(r"x^\lambda") == " λ\nx"


def test_accent_without_a_letter_of_its_own_gets_a_row():
    assert shown(r"\bar{w}x") == "_\nwx"


def test_limits_stand_over_and_under():
    assert shown(r"\sum_{i=1}^n x_i") == " n\n ∑  xᵢ\ni=1"
    assert shown(r"\sum\nolimits_i x_i") == "∑ᵢ xᵢ"


def test_brackets_of_two_rows_have_three_where_they_need_a_middle():
    assert shown(r"\begin{cases}1\\2\end{cases}") == "⎧ 1\n⎨\n⎩ 2"


def test_invisible_bracket():
    assert shown(r"\left.\frac{a}{b}\right|_0") == "a│\n─│\nb│₀"


def test_breaking_goes_under_the_relation():
    assert shown("y = a + b = c + d = e", 12) == "y = a + b\n  = c + d\n  = e"


def test_breaking_spares_what_stands_in_parentheses():
    assert shown("f(a = b, c) = d", 12) == "f(a = b, c)\n  = d"


def test_a_long_side_is_broken_at_its_terms():
    assert max(map(len, shown("y = aaaa + bbbb + cccc + dddd", 16).split("\n"))) <= 16


def test_what_cannot_be_broken_stays_whole():
    matrix = r"\begin{bmatrix}aaaaaaa & bbbbbbb\end{bmatrix}"
    assert shown(matrix, 8) == shown(matrix)


def test_rows_without_an_environment_are_aligned():
    assert shown(r"a &= b + c \\ &= d") == "a = b + c\n  = d"


def test_styles_and_marks():
    (row,) = layout(parse(r"\mathbf{w}x\text{ if }\hl{y}\sin")).rows
    assert row == (
        Run("w", "bold"),
        Run("x", "italic"),
        Run(" if ", "plain"),
        Run("y", "italic", "highlight"),
        Run(" sin", "plain"),
    )


@pytest.mark.parametrize("source", [r"\color{red}{x}", r"\textcolor{red}{x}", r"\color{red} x"])
def test_colours_are_marks(source):
    assert layout(parse(source)).rows == ((Run("x", "italic", "red"),),)


def test_wide_and_combining_characters_take_their_cells():
    pictured = layout(parse("\\frac{日本}{e\u0301}"))
    assert pictured.width == 4
    assert str(pictured) == "日本\n────\n é"


def test_ascii_spells_what_it_lacks():
    assert shown(r"\alpha x \le \nabla f", glyphs=ASCII) == "alpha x <= nabla f"


def test_block_characters_make_brackets():
    assert shown(r"\begin{bmatrix}1\\2\end{bmatrix}", glyphs=BLOCK) == "┌1┐\n│ │\n└2┘"


@pytest.mark.parametrize(
    ("encoding", "term", "glyphs"),
    [
        ("utf-8", "xterm-256color", UNICODE),
        ("UTF_8", None, UNICODE),
        ("utf-8", "linux", BLOCK),
        ("cp437", None, BLOCK),
        ("cp1252", None, ASCII),
        ("ascii", "xterm", ASCII),
        (None, None, ASCII),
        ("utf-8", "dumb", ASCII),
    ],
)
def test_repertoire_follows_the_terminal(encoding, term, glyphs):
    assert choose_glyphs(encoding, term) is glyphs
    assert choose_glyphs(encoding, term, ascii_only=True) is ASCII


_LEAVES = st.sampled_from(
    ["x", "y", "N", "12", r"\alpha", r"\partial", r"\mathbf{w}", "日", r"\text{si }", r"\hat{y}", r"\bar{w}"]
)


_TEMPLATES = [
    r"\frac{<1>}{<2>}",
    "{<1>}_{<2>}",
    "{<1>}^{<2>}",
    "<1> + <2>",
    "<1> = <2>",
    r"\begin{bmatrix}<1> \\ <2>\end{bmatrix}",
    r"\begin{cases}<1> & <2>\end{cases}",
    r"\sum_{<1>}^n <2>",
    r"\sqrt{<1>}",
    r"\left(<1>\right)",
    r"\underbrace{<1>}_a",
    r"\hl{<1>}",
]


def _compound(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.tuples(st.sampled_from(_TEMPLATES), inner, inner)
    return parts.map(lambda found: found[0].replace("<1>", found[1]).replace("<2>", found[2]))


FORMULAS = st.recursive(_LEAVES, _compound, max_leaves=12)


@given(FORMULAS, st.sampled_from([UNICODE, BLOCK, ASCII]), st.sampled_from([None, 10, 40]))
def test_every_row_is_exactly_as_wide_as_said(latex, glyphs, width):
    pictured = layout(parse(latex), width, glyphs=glyphs)
    assert {wcswidth("".join(run.text for run in row)) for row in pictured.rows} == {pictured.width}


@given(FORMULAS)
def test_nothing_is_lost_from_any_formula(lost, latex):
    assert not lost(latex, shown(latex))


def test_what_counts_as_plain_takes_one_cell_in_every_terminal():
    signs = (chr(code) for code in range(sys.maxunicode + 1))
    assert [sign for sign in signs if plain.__wrapped__(sign) and wcwidth(sign) != 1] == []
