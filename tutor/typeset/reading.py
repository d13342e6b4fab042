"""The entry to reading: LaTeX → tree."""

import re

from tutor.typeset.commands import COMMANDS
from tutor.typeset.environments import ENVIRONMENTS, grid, rows_until
from tutor.typeset.lexer import MAX_LENGTH
from tutor.typeset.nodes import Node
from tutor.typeset.parser import Parser

_OUTER = (("$$", "$$"), ("$", "$"), (r"\[", r"\]"), (r"\(", r"\)"))
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_NESTING = re.compile(rf"\\begin\b|\\end\b|\\.|[{{}}]|(?P<blank>{_BLANK.pattern})", re.DOTALL)
_DEEPER = {"\\begin": 1, "{": 1, "\\end": -1, "}": -1}


def parse(latex: str) -> Node:
    r"""Read a formula. Rows and columns outside any environment, and lines set apart by blank ones (which documentation
    writes and TeX does not allow), are read as aligned equations; ``$…$`` or ``\[…\]`` around it all says nothing.

    Raises:
        TypesetError: the source cannot be read; its offset is the place of the culprit.
    """
    parser = Parser(_with_rows(_bare(latex)), COMMANDS)
    rows, rules = rows_until(parser)
    stranger = parser.ahead
    if stranger.kind != "end":
        raise parser.fail("unexpected", stranger, found=parser.written(stranger))
    if len(rows) == 1 and len(rows[0]) == 1 and not rules:
        return rows[0][0]
    return grid(rows, ENVIRONMENTS["aligned"], rules=rules)


def _bare(latex: str) -> str:
    """A source without the signs that tell text from mathematics; every other character keeps its place."""
    for opening, closing in _OUTER:
        before, found, rest = latex.partition(opening)
        inside, ended, after = rest.rpartition(closing)
        if found and ended and opening not in inside and not before.strip() and not after.strip():
            return before + " " * len(opening) + inside + " " * len(closing) + after
    return latex


def _with_rows(latex: str) -> str:
    """A source in which each blank line between two equations ends a row; every other character keeps its place."""
    if len(latex) > MAX_LENGTH or not _BLANK.search(latex.strip()):
        return latex
    found, depth, last = "", 0, len(latex.rstrip())
    for match in _NESTING.finditer(latex):
        depth += _DEEPER.get(match[0], 0)
        start, end = match.span()
        before = latex[:start].rstrip()
        if match["blank"] and not depth and before and end < last and not before.endswith(r"\\"):
            found += latex[len(found) : start] + r"\\".ljust(end - start)
    return found + latex[len(found) :]
