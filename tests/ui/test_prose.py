"""Markdown set as lines: nothing wider than asked, formulas never broken, nothing invisible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tutor.ui.copying import copied
from tutor.ui.prose import set_line, set_lines, terms
from tutor.ui.visible import visible
from tutor.ui.wrapping import wrap


def text(source: str, width: int = 40) -> list[str]:
    """The lines as plain text."""
    return [line.plain for line in set_lines(source, width)]


@given(st.lists(st.sampled_from(["one", "two", "$x^2$", "**three**", "`four`", "five,"]), min_size=1, max_size=40))
def test_prose_stays_within_its_width(words: list[str]) -> None:
    lines = set_lines(" ".join(words), 24)
    assert all(line.cell_length <= 24 for line in lines)
    shown = " ".join(words).replace("$x^2$", "x²").replace("**", "").replace("`", "")
    assert " ".join(line.plain for line in lines).split() == shown.split()


def test_an_inline_formula_is_not_broken_at_its_spaces() -> None:
    assert text("aaaa aaaa $x = y + z$", 14) == ["aaaa aaaa", "x = y + z"]


def test_a_formula_too_long_for_a_line_is_broken_after_a_relation_and_never_inside_brackets() -> None:
    assert text(r"a $f(x, y) = (x + y + z) = x + y$", 18) == ["a f(x, y) =", "(x + y + z) =", "x + y"]


@given(
    st.integers(8, 60), st.lists(st.sampled_from([r"$\frac{\partial C}{\partial w}$", "$(x + y)$", "so"]), min_size=1)
)
def test_a_short_formula_stays_in_one_piece(width: int, words: list[str]) -> None:
    shown = "\n".join(text(" ".join(words), max(9, width)))
    assert shown.count("∂C/∂w") == words.count(r"$\frac{\partial C}{\partial w}$")
    assert shown.count("(x + y)") == words.count("$(x + y)$")


def test_what_is_highlighted_or_cancelled_stands_out_without_colours() -> None:
    (line,) = set_lines(r"$\hl{x} + \cancel{y}$", 20)
    styles = {line.plain[span.start : span.end]: str(span.style) for span in line.spans if isinstance(span.style, str)}
    assert "reverse" in styles["x"]
    assert "strike" in styles["y"]


def test_in_a_sentence_a_number_stands_close_to_its_letter() -> None:
    assert text(r"Take $2\,x\,y$.") == ["Take 2x y."]


def test_a_displayed_formula_stands_in_the_middle() -> None:
    top, bar, bottom = text("```math\n\\frac{a}{b}\n```", 21)
    assert (top, bar, bottom) == (" " * 10 + "a", " " * 10 + "─", " " * 10 + "b")


def test_lists_hang_and_count() -> None:
    assert text("3. one two\n4. x", 9) == ["3. one", "   two", "4. x"]


def test_a_table_keeps_its_columns_apart() -> None:
    assert text("| a | b |\n|---|---|\n| $x^2$ | long |") == ["a  │ b   ", "───┼─────"[:2] + "─┼─────", "x² │ long"]


def test_a_price_is_no_formula() -> None:
    assert text("It costs \\$3 and \\$4") == ["It costs $3 and $4"]


def test_unknown_latex_is_shown_as_written() -> None:
    assert text("```math\n\\nosuch{x}\n```")[0].strip() == "\\nosuch{x}"


def test_terms_are_found_and_other_addresses_written_out() -> None:
    assert terms("A [word](term:gradient) and [another](term:bias).") == ("gradient", "bias")
    assert set_line("[here](https://example.org)").plain == "here (https://example.org)"


def test_copying_prose_gives_the_latex_of_its_formulas() -> None:
    lines = set_lines("Take $x^2$ now.", 40)
    assert copied(lines, lambda _: (0, -1)) == "Take $x^2$ now."
    assert copied(lines, lambda _: (0, 4)) == "Take"


@pytest.mark.parametrize("hidden", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u200b", "\u2028", "\x7f"])
def test_what_nobody_sees_is_shown(hidden: str) -> None:
    shown = visible(f"a{hidden}b")
    assert len(shown) == 3
    assert hidden not in shown
    assert hidden not in set_line(f"a{hidden}b").plain


def test_wrapping_nothing_is_one_empty_line() -> None:
    assert [line.plain for line in wrap(Content(""), 10)] == [""]
