"""Formulas on the screen: the rows of `tutor.typeset` as styled text."""

import re
from functools import cache, lru_cache

from textual.content import Content, Span

from tutor.typeset import Line, Style, TypesetError, layout, parse, styled_line
from tutor.ui import terminal

STYLES = {"italic": "italic", "script": "italic", "bold": "bold"}
MARKS = {
    "highlight": "bold reverse $accent",
    "cancel": "strike $quiet",
    "red": "bold $error",
    "green": "bold $success",
    "blue": "bold $accent",
    "orange": "bold $warning",
}
"""What makes a part stand out; each also without colours. A colour that is not ours is bold."""

_THIN = re.compile(r"(?<=\d)\\,(?=[A-Za-z]|\\math)")


@lru_cache(maxsize=1024)
def formula(latex: str, width: int | None = None) -> tuple[Content, ...]:
    """The rows of a formula laid out in two dimensions; source that cannot be set is shown as it is written.

    What fits is laid out once, whatever the width.
    """
    if width is not None and all(row.cell_length <= width for row in formula(latex)):
        return formula(latex)
    try:
        found = layout(parse(latex), width, glyphs=terminal.glyphs())
    except TypesetError:
        return tuple(Content(row) for row in latex.split("\n"))
    return tuple(_content(row, found.width) for row in found.rows)


def _content(line: Line, width: int | None = None) -> Content:
    """A row as styled text; its `width` in cells need not be counted again where it is known."""
    spans, end = [], 0
    for text, style, mark in line:
        start, end = end, end + len(text)
        if look := _look(style, mark):
            spans.append(Span(start, end, look))
    return Content("".join(run.text for run in line), spans, width, strip_control_codes=False)


@cache
def _look(style: Style, mark: str) -> str:
    return f"{STYLES.get(style, '')} {MARKS.get(mark, 'bold') if mark else ''}".strip()


@lru_cache(maxsize=1024)
def inline(latex: str) -> Content:
    """A formula on one line: its layout when that is one row high, else its unambiguous one-line form.

    The thin space between a number and a letter, here as wide as a letter, is left out.
    """
    latex = _THIN.sub("", latex)
    rows = formula(latex)
    if len(rows) == 1:
        return rows[0]
    return _content(styled_line(parse(latex), glyphs=terminal.glyphs()))
