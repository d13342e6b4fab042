"""Formulas on the screen: the rows of `tutor.typeset` as styled text."""

from functools import lru_cache

from textual.content import Content

from tutor.typeset import TypesetError, layout, line, parse
from tutor.ui import terminal

STYLES = {"plain": "", "italic": "italic", "bold": "bold", "highlight": "bold $accent"}


@lru_cache(maxsize=1024)
def formula(latex: str, width: int | None = None) -> tuple[Content, ...]:
    """The rows of a formula laid out in two dimensions; source that cannot be set is shown as it is written."""
    try:
        rows = layout(parse(latex), width, glyphs=terminal.glyphs()).rows
    except TypesetError:
        return tuple(Content(row) for row in latex.split("\n"))
    return tuple(Content.assemble(*((run.text, STYLES.get(run.style, "")) for run in row)) for row in rows)


@lru_cache(maxsize=1024)
def inline(latex: str) -> Content:
    """A formula on one line: its layout when that is one row high, else its unambiguous one-line form."""
    rows = formula(latex)
    if len(rows) == 1:
        return rows[0]
    return Content(line(parse(latex), glyphs=terminal.glyphs()))
