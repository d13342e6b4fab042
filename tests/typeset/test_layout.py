"""The rules of display: spacing, scripts, brackets, breaking, styles, repertoires."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth, wcwidth

from tutor.typeset import ASCII, BLOCK, UNICODE, Run, choose_glyphs, layout, line, parse, speak
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
        ("1{,}5 + .5", "1,5 + .5"),
        (r"90^\circ", "90°"),
        (r"\mathbf{AB}^T", "ABᵀ"),
        (r"{\bf x}^{\rm T}", "xᵀ"),
        (r"\sum\nolimits_i -x", "∑ᵢ −x"),
        (r"\text{if }\sin x", "if sin x"),
        (r"\text{a\small b}", "ab"),
        (r"x.", "x."),
        (r"\big| x \big|", "|x|"),
        (r"f(x) \big| g", "f(x)|g"),
        (r"a \pod{n}", "a  (n)"),
        (r"\bra{a}\ket{b}", "⟨a||b⟩"),
        (r"a\kern 1em b\kern-2pt c", "a  bc"),
        (r"\mathop{\bf dom} f", "dom f"),
        (r"x \color{red}{+ y}", "x + y"),
        (r"x = \hl{-y}", "x = −y"),
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


def test_scripts_of_a_fraction_belong_to_neither_part():
    assert shown(r"{\frac{a}{b}}^2") == " ²\na\n─\nb"
    assert shown(r"{\frac{a}{b}}_1") == "a\n─\nb\n ₁"


def test_empty_scripts_take_no_room():
    assert shown(r"x^{ }_{}") == "x"


def test_bars_never_run_together():
    for latex in (r"\underbrace{\frac{a}{b}}\underbrace{\frac{c}{d}}", r"{\frac{a}{b}x}{y\frac{c}{d}}{\frac{e}{f}z}"):
        assert "──" not in shown(latex)


def test_accent_without_a_letter_of_its_own_gets_a_row():
    assert shown(r"\bar{w}x") == "_\nwx"


def test_limits_stand_over_and_under():
    assert shown(r"\sum_{i=1}^n x_i") == " n\n ∑  xᵢ\ni=1"
    assert shown(r"\sum\nolimits_i x_i") == "∑ᵢ xᵢ"


def test_brackets_of_two_rows_have_three_where_they_need_a_middle():
    assert shown(r"\begin{cases}1\\2\end{cases}") == "⎧ 1\n⎨\n⎩ 2"


def test_two_equations_in_a_brace_have_a_middle():
    assert shown(r"\left\{\begin{aligned}a&=b\\c&=d\end{aligned}\right.") == "⎧ a = b\n⎨\n⎩ c = d"


def test_equations_in_an_array_are_aligned():
    latex = r"\begin{array}{lcl} y_1 & = & x \\ & \vdots & \\ y & \ge & z \\ & & + 1 \end{array}"
    assert shown(latex) == "y₁ = x\n   ⋮\ny  ≥ z\n     + 1"
    assert shown(r"\begin{array}{rl} y &= x \\ z_1 &\le w_1 \end{array}") == " y = x\nz₁ ≤ w₁"


def test_relations_at_the_end_of_the_left_side_keep_their_room():
    assert shown(r"& x \\ =& (y)") == "  x\n= (y)"


def test_lines_without_columns_are_set_from_the_left():
    assert shown(r"a = b + c \\ d") == "a = b + c\nd"


def test_lines_that_go_on_keep_their_plus():
    assert shown(r"\begin{multline} a \\ - b \end{multline}") == "a\n   − b"


def test_table_has_a_frame():
    latex = r"\begin{array}{|c|c|} \hline x & y \\ \hline 1 & 2 \\ \hline \end{array}"
    assert shown(latex) == "┌───┬───┐\n│ x │ y │\n├───┼───┤\n│ 1 │ 2 │\n└───┴───┘"
    assert shown(latex, glyphs=ASCII) == "+---+---+\n| x | y |\n+---+---+\n| 1 | 2 |\n+---+---+"


def test_columns_that_are_named_but_empty_take_no_room():
    assert layout(parse(r"\begin{array}{lll@{!}l} a & b \end{array}")).width == 4


def test_what_stands_between_columns_is_shown():
    assert shown(r"\begin{array}{c@{\to}c} a & b \\ c & d \\ e & f \end{array}") == "a → b\nc → d\ne → f"
    assert shown(r"\begin{array}{c@{!}} a \end{array}") == "a  !"


def test_long_limits_of_an_integral_stand_apart():
    assert shown(r"\int_0^1 x") == "∫₀¹ x"
    assert shown(r"\int_{a(t)}^{b(t)} x") == " b(t)\n∫     x\n a(t)"


def test_operator_of_two_words_has_its_limit_under_both():
    assert shown(r"\arg\min_x f") == "arg min f\n   x"


def test_invisible_bracket():
    assert shown(r"\left.\frac{a}{b}\right|_0") == "a│\n─│\nb│₀"


def test_breaking_goes_under_the_relation():
    assert shown("y = a + b = c + d = e", 12) == "y = a + b\n  = c + d\n  = e"


def test_breaking_spares_what_stands_in_parentheses():
    assert shown("f(a = b, c) = d", 12) == "f(a = b, c)\n  = d"


def test_a_long_side_is_broken_at_its_terms():
    assert max(map(len, shown("y = aaaa + bbbb + cccc + dddd", 16).split("\n"))) <= 16


def test_what_stands_in_a_bracket_is_broken_inside_it():
    latex = r"y = f\left(\frac{aaaa}{b}, \frac{cccc}{d}, \frac{eeee}{g}, \frac{hhhh}{k}\right)"
    pictured = shown(latex, 30).split("\n")
    assert max(map(len, pictured)) <= 30
    assert pictured[0].count("⎛") == pictured[-1].count("⎝") == 1
    assert sum(row.count("─" * 4) for row in pictured) == 4


def test_long_sides_of_aligned_equations_are_broken():
    pictured = shown(r"\begin{aligned} y &= aaaa + bbbb + cccc + dddd \\ &= d \end{aligned}", 24)
    assert pictured == "y = aaaa + bbbb + cccc\n    + dddd\n\n  = d"


def test_long_arguments_in_plain_parentheses_are_broken_last():
    assert shown("f(aaaaaaaa + bbbbbbbb, cccccccc)", 16).split("\n")[0] == "f(aaaaaaaa"


@pytest.mark.parametrize(
    ("latex", "width", "rows"),
    [
        (
            r"s = \frac{aaaa + bbbb}{aaaaaaa + bbbbbbbb + cccccccccc + ddddddddd}",
            40,
            [
                "              aaaa + bbbb",
                "s = " + "─" * 31,
                "    aaaaaaa + bbbbbbbb + cccccccccc",
                "      + ddddddddd",
            ],
        ),
        (
            "s = f(aaaaaaaaaa) * g(bbbbbbbbbb) * h(cccccccccc)",
            34,
            ["s = f(aaaaaaaaaa) * g(bbbbbbbbbb)", "  * h(cccccccccc)"],
        ),
        (
            r"\begin{array}{ll} a = b & \text{a remark that goes on and on} \end{array}",
            24,
            ["a = b  a remark that", "       goes on and on"],
        ),
    ],
)
def test_fractions_products_and_words_are_broken_where_nothing_else_fits(latex, width, rows):
    assert shown(latex, width).split("\n") == rows


def test_what_cannot_be_broken_stays_whole():
    matrix = r"\begin{bmatrix}aaaaaaa & bbbbbbb\end{bmatrix}"
    assert shown(matrix, 8) == shown(matrix)


def test_rows_without_an_environment_are_aligned():
    assert shown(r"a &= b + c \\ &= d") == "a = b + c\n  = d"


@pytest.mark.parametrize("latex", ["$x^2$", "$$ x^2 $$", r"\[x^2\]", "\n\\(x^2\\)\n"])
def test_signs_that_only_say_that_mathematics_begins_are_left_out(latex):
    assert shown(latex) == "x²"


def test_lines_set_apart_by_blank_ones_are_rows():
    assert shown("\n\na &= \\text{b\n\nc}\n \n\nd &= e\\\\\n\nf &= g\n\n") == "a = b c\nd = e\nf = g"


@pytest.mark.parametrize(
    "latex",
    [r"\begin{cases}[0, 0] & a \\ [1, 2] & b\end{cases}", r"\begin{cases}[0, 0] & a \\[1ex] [1, 2] & b\end{cases}"],
)
def test_a_bracket_that_begins_a_row_is_no_option(latex):
    assert shown(latex) == "⎧ [0, 0]   a\n⎨\n⎩ [1, 2]   b"


def test_relations_in_a_column_keep_their_room_and_empty_columns_have_none():
    array = r"\begin{array}{lclllc} y & = & f &&& a \\ z & \ne & g &&& b \\ & \vdots \end{array}"
    assert shown(array) == "y = f  a\nz ≠ g  b\n  ⋮"


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
    assert shown(r"2\pi\sigma_i", glyphs=ASCII) == "2pi sigma\n         i"
    assert shown(r"R^{1\times q}", glyphs=ASCII) == " 1 times q\nR"
    assert shown(r"\left(x_i\right)", glyphs=ASCII) == "(x )\n( i)"


def test_ascii_keeps_apart_what_differs():
    pairs = [r"\partial d", r"\hat{y} y", r"\circ o", r"\times x", r"\le \Leftarrow", r"\otimes (x)", r"\infty \inf"]
    for one, other in (pair.split() for pair in pairs):
        assert shown(f"a {one} b", glyphs=ASCII) != shown(f"a {other} b", glyphs=ASCII)


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
    r"\left\{\begin{aligned}<1> &= <2> \\ &\ge <1>\end{aligned}\right.",
    r"\begin{array}{rcl}<1> &=& <2> \\ & \vdots & \end{array}",
    r"\Bigl(<1>\Bigr)^2 + \big\|<2>\big\|",
    r"\underset{<1>}{\operatorname{max}}\, <2>",
    r"\int_{<1>}^{<2>}",
    r"\overset{<1>}{=} <2>",
    r"\boxed{<1>}, \text{if $<2>$ is}",
    r"\mathbf{AB}^{<1>}_{<2>}",
    r"{<1> \over <2>}",
    r"\begin{multline}<1> \\ + <2>\end{multline}",
    r"\begin{pmatrix*}[r]<1> & <2>\end{pmatrix*}",
    r"\left.<1>\right|_{<2>}",
    r"\underbrace{<1>}_{\substack{a \\ <2>}}",
    r"\root 3 \of {<1>}",
]


def _compound(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.tuples(st.sampled_from(_TEMPLATES), inner, inner)
    return parts.map(lambda found: found[0].replace("<1>", found[1]).replace("<2>", found[2]))


FORMULAS = st.recursive(_LEAVES, _compound, max_leaves=12)


@given(FORMULAS, st.sampled_from([UNICODE, BLOCK, ASCII]), st.sampled_from([None, 10, 40]))
def test_every_row_is_exactly_as_wide_as_said(latex, glyphs, width):
    pictured = layout(parse(latex), width, glyphs=glyphs)
    assert {wcswidth("".join(run.text for run in row)) for row in pictured.rows} == {pictured.width}


@given(FORMULAS, st.sampled_from([None, 30]))
def test_nothing_is_lost_from_any_formula(lost, latex, width):
    assert not lost(latex, shown(latex, width))


@given(FORMULAS)
def test_every_formula_has_a_line_and_words(latex):
    node = parse(latex)
    assert line(node, glyphs=ASCII).isascii() or "日" in latex
    assert "\n" not in line(node)
    assert speak(node, "es")
    assert speak(node, "en")


def test_what_counts_as_plain_takes_one_cell_in_every_terminal():
    signs = (chr(code) for code in range(sys.maxunicode + 1))
    assert [sign for sign in signs if plain.__wrapped__(sign) and wcwidth(sign) != 1] == []
