"""What cannot be read is an error with its place, and nothing else ever escapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.typeset import ASCII, TypesetError, layout, line, parse, speak
from tutor.typeset.parser import MAX_DEPTH
from tutor.words import LANGS, Message, say


@pytest.mark.parametrize(
    ("latex", "code", "offset"),
    [
        (r"x + \frca{1}{2}", "unknown_command", 4),
        (r"\begin{foo}x\end{foo}", "unknown_environment", 6),
        (r"\frac{1}", "missing_argument", 0),
        ("x^", "missing_argument", 1),
        (r"1 + \sqrt{x", "unclosed", 9),
        (r"\left( x", "unclosed", 0),
        (r"\begin{bmatrix} 1", "unclosed", 0),
        (r"\text{a $x}", "unclosed", 8),
        ("x}", "unexpected", 1),
        (r"a \right)", "unexpected", 2),
        (r"{a & b}", "unexpected", 3),
        (r"\left x y", "bad_delimiter", 6),
        ("a_1_2", "double_script", 3),
        (r"x \of y", "unexpected", 2),
        (r"\root 3 x", "missing_argument", 0),
        (r"a \kern x", "missing_argument", 2),
        (r"\begin{array}{cc", "unclosed", 13),
        (r"\begin{array} a", "missing_argument", 0),
        (r"\begin{array}{*{900}{c}}a\end{array}", "too_many_cells", 14),
        (r"\begin{bmatrix} 1 \end{pmatrix}", "wrong_end", 22),
        ("a\x1b[2J", "bad_character", 1),
        ("x\u202ey", "bad_character", 1),
        ("{" * 60, "too_deep", 40),
        (r"\bigl(" * 60, "too_deep", 240),
        ("x" * 5000, "too_long", 4000),
        (r"\begin{matrix}" + "a&" * 1000 + r"\\" * 900, "too_many_cells", 2016),
    ],
)
def test_error_names_the_place(latex, code, offset):
    with pytest.raises(TypesetError) as caught:
        parse(latex)
    assert (caught.value.code, caught.value.offset) == (f"typeset.{code}", offset)
    for lang in LANGS:
        assert say(Message(caught.value.code, caught.value.args), lang)


_COMMANDS = """
    frac sqrt hat vec text mathbf mathcal left right middle bigl bigr Big begin{bmatrix} end{bmatrix} begin{cases}
    end{cases} begin{array}{c|c} end{array} hline sum int lim limits alpha le to ldots quad , ; ! color{red} hl not tag
    underbrace overset operatorname operatorname* substack binom hspace{2em} nothing { } % xrightarrow cancel boxed
    root of kern hskip1em genfrac{(}{)}{0pt}{} prescript begin{array}{*{2}c@{x}} pmatrix mathop arg min max big| Big|
    begin{multline} end{multline} begin{aligned} end{aligned} begin{bmatrix*}[r] end{bmatrix*} over brace mathbf{AB} bf
    text{\\bf color{red}{+ nabla partial mathrm mid circ sum\\limits dots overrightarrow fbox smash[b]
    newcommand{\\q}[1]{#1 def\\q#1{#1} let\\q DeclareMathOperator*{\\q}{q} q q q
"""
_PIECES = st.sampled_from(
    [*"xyz01+-=()[]{}^_&,.|'~$%# \n", *"α∂é日ᵀ²", "{x}", r"\\", "\u0301", "\u200d", "\x07"]
    + ["\\" + name for name in _COMMANDS.split()]
)


@given(st.lists(_PIECES, max_size=24).map("".join) | st.text(max_size=60))
def test_any_text_is_set_or_refused_with_a_place(text):
    if not _is_readable(text):
        with pytest.raises(TypesetError) as caught:
            parse(text)
        assert 0 <= caught.value.offset <= len(text)
        return
    node = parse(text)
    for width in (None, 20):
        assert layout(node, width).rows
    assert layout(node, glyphs=ASCII).rows
    assert "\n" not in line(node)
    assert isinstance(speak(node, "es") + speak(node, "en"), str)


_LEVELS = [r"\sqrt{", r"\hat{", r"\frac{1}{", r"x^{", r"\text{", r"\left(", r"{\bigl(", r"\fbox{", r"\hat\fbox{"]


@pytest.mark.parametrize("level", _LEVELS)
def test_the_deepest_formula_that_is_read_is_also_set(level):
    close = r"\right)" if "left" in level else r"\bigr)}" if "bigl" in level else "}"
    sources = [level * depth + "x" + close * depth for depth in range(1, MAX_DEPTH + 2)]
    readable = [source for source in sources if _is_readable(source)]
    assert len(readable) < len(sources)
    deepest = parse(readable[-1])
    assert layout(deepest, 40).rows
    assert speak(deepest, "es")
    assert line(deepest)


def test_columns_named_within_columns_have_a_limit():
    with pytest.raises(TypesetError) as caught:
        parse(r"\begin{array}{" + "*{1}{" * 700)
    assert caught.value.code == "typeset.too_deep"


def _is_readable(source: str) -> bool:
    try:
        parse(source)
    except TypesetError:
        return False
    return True
