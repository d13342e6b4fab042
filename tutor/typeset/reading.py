"""The entry to reading: LaTeX → tree."""

from tutor.typeset.commands import COMMANDS
from tutor.typeset.environments import ENVIRONMENTS, grid, rows_until
from tutor.typeset.nodes import Node
from tutor.typeset.parser import Parser


def parse(latex: str) -> Node:
    """Read a formula. Rows and columns outside any environment are read as aligned equations.

    Raises:
        TypesetError: the source cannot be read; its offset is the place of the culprit.
    """
    parser = Parser(latex, COMMANDS)
    rows, rules = rows_until(parser)
    stranger = parser.ahead
    if stranger.kind != "end":
        raise parser.fail("unexpected", stranger, found=parser.written(stranger))
    if len(rows) == 1 and len(rows[0]) == 1 and not rules:
        return rows[0][0]
    return grid(rows, ENVIRONMENTS["aligned"], rules=rules)
