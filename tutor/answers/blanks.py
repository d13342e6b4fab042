"""Rows typed with blanks, ``[2x 2y]`` and ``[1 0; 0 1]``: the blanks that part entries become commas, place by place.

A blank before a number always parts entries, since no product ends in one; so do the blanks of a single row, where a
list is expected. In ``[2 x; 3 y]`` it is a product, and between names of vectors too (``[X' X]``). The other way to
read them is kept as the other reading.
"""

import re

from tutor.answers.names import Names
from tutor.words import Message

NOTICE = Message("read.notice.blanks")

_INNERMOST = re.compile(r"\[([^\[\]]*)\]")
_NOT_A_ROW = re.compile(r"[,&<>=≤≥≠\\]")
_GAP = re.compile(r"(?<=[^ (*/^+\-·×;\n])( +)(?=[^ )*/^+\-·×;!'\n]|[+-][^ ])")
_GAP_BETWEEN_ROWS = re.compile(r"\]([ \n]+)(?=\[)")
_LINE = re.compile(r"(?<=[^ ;\n]) *(\n) *(?=[^ ;\n])")
_RAISED = re.compile(r"(?:\^(?:\{[^{}]*\}|\([^()]*\)|-?\w+)|[⁻⁰¹²³⁴-⁹]+)$")
_LETTERS = re.compile(r"[^\W\d_]+")


def parted(text: str, names: Names) -> tuple[str, str]:
    """The text with commas in the place of blanks that part the entries of a row, and the other way to read it."""
    if "[" not in text or not names.lists or names.author:
        return text, text
    return _all_rows(text, names, False), _all_rows(text, names, True)


def _all_rows(text: str, names: Names, other: bool) -> str:
    found = _INNERMOST.sub(lambda match: f"[{_row(match[1], names, other)}]", text)
    nested = text.count("[") > 1 and (found != text or "\n" in text)
    return _GAP_BETWEEN_ROWS.sub(lambda match: "]," + match[1][1:], found) if nested else found


def _row(inner: str, names: Names, other: bool) -> str:
    gaps = [] if _NOT_A_ROW.search(inner) else [gap for gap in _GAP.finditer(inner) if _parts(inner, gap, names)]
    if not gaps or _parts_entries(inner, gaps, names) == other:
        return inner
    letters = list(inner)
    for gap in gaps:
        letters[gap.start(1)] = ","
    for line in _LINE.finditer(inner):
        letters[line.start(1)] = ";"
    return "".join(letters)


def _parts(inner: str, gap: re.Match[str], names: Names) -> bool:
    """Whether a blank stands between two operands: not in round brackets, not between a function and its argument."""
    before = _RAISED.sub("", inner[: gap.start()])
    letters = re.search(r"[^\W\d_]+$", before)
    pieces = names.split(letters[0]) if letters else None
    applied = pieces is not None and pieces[-1][1].sort in ("function", "rewritten")
    return not applied and before.count("(") == before.count(")")


def _parts_entries(inner: str, gaps: list[re.Match[str]], names: Names) -> bool:
    if any(inner[gap.end()] in "0123456789+-" for gap in gaps):
        return True
    pieces = [names.split(letters) or () for letters in _LETTERS.findall(inner)]
    of_vectors = any(names.shapes.get(word.name) for found in pieces for _, word in found)
    return not of_vectors and ";" not in inner and "\n" not in inner
