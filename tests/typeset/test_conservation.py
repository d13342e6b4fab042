"""Nothing is lost: what stands in the source stands in the layout, equally often, within the width."""

from wcwidth import wcswidth

from tutor.typeset import ASCII, BLOCK, UNICODE, layout, line, parse, speak

_SOURCE_ADDS = (r"\pmod", r"\not", r"\tag", r"\genfrac", r"\smash[b]", "@{")
"""Formulas whose signs are not the characters of their source."""


def test_letters_digits_and_operators_are_all_shown(formula, lost):
    if not any(name in formula for name in _SOURCE_ADDS):
        assert not lost(formula, str(layout(parse(formula))))


def test_rows_are_as_wide_as_the_layout_says(formula):
    for glyphs in (UNICODE, BLOCK, ASCII):
        for width in (None, 76, 30):
            shown = layout(parse(formula), width, glyphs=glyphs)
            assert {wcswidth("".join(run.text for run in line)) for line in shown.rows} == {shown.width}
            assert 0 <= shown.baseline < len(shown.rows)


def test_breaking_fits_seventy_six_columns(formula):
    assert layout(parse(formula), 76).width <= 76


def test_breaking_loses_nothing(formula, signs):
    whole, *broken = (signs(str(layout(parse(formula), width))) for width in (None, 60, 40, 25))
    assert all(whole == some for some in broken)


def test_ascii_output_is_ascii(formula):
    for text in (str(layout(parse(formula), glyphs=ASCII)), line(parse(formula), glyphs=ASCII)):
        assert text.isascii()
        assert "?" not in text or not formula.isascii()


def test_one_line_is_one_line_and_loses_nothing_but_structure(formula):
    text = line(parse(formula))
    assert text
    assert "\n" not in text
    assert text == text.strip()


def test_both_languages_say_it(formula):
    spanish, english = (speak(parse(formula), lang) for lang in ("es", "en"))
    assert spanish
    assert english
    assert "\\" not in spanish + english
