"""Formulas on the screen: the rows of `tutor.typeset` as styled text."""

import re
from functools import lru_cache

from textual.content import Content

from tutor.typeset import Run, TypesetError, layout, parse, styled_line
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
        rows = layout(parse(latex), width, glyphs=terminal.glyphs()).rows
    except TypesetError:
        return tuple(Content(row) for row in latex.split("\n"))
    return tuple(Content.assemble(*((run.text, _style(run)) for run in row)) for row in rows)


def _style(run: Run) -> str:
    mark = MARKS.get(run.mark, "bold") if run.mark else ""
    return f"{STYLES.get(run.style, '')} {mark}".strip()


@lru_cache(maxsize=1024)
def inline(latex: str) -> Content:
    """A formula on one line: its layout when that is one row high, else its unambiguous one-line form.

    The thin space between a number and a letter, here as wide as a letter, is left out.
    """
    latex = _THIN.sub("", latex)
    rows = formula(latex)
    if len(rows) == 1:
        return rows[0]
    return Content.assemble(*((run.text, _style(run)) for run in styled_line(parse(latex), glyphs=terminal.glyphs())))
