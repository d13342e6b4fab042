"""Where scripts stand, and which can stay in the row of their base in the small letters of Unicode, as in xᵢ²."""

from collections.abc import Mapping

from tutor.typeset.boxes import NOTHING, Box, beside, blank, stack
from tutor.typeset.nodes import Node, Row, Space, Symbol, Text


def small(node: Node, table: Mapping[str, str]) -> str | None:
    """A whole script in small characters; None where even one of them has no small form."""
    match node:
        case Symbol(text) | Text(text):
            letters = [table.get(letter) for letter in text]
            return None if None in letters else "".join(letter for letter in letters if letter)
        case Row(parts) if parts:
            pieces = [small(part, table) for part in parts]
            return None if None in pieces else "".join(piece for piece in pieces if piece)
        case Space(cells):
            return "" if cells <= 1 else None
        case _:
            return None


Script = tuple[Box, bool]
"""A script as a box, and whether its letters are small enough for the row of its base."""


def script_column(base: Box, hugs: bool, upper: Script | None, lower: Script | None) -> Box:
    """Both scripts as a box beside the base: in its row if small, at its corners if it is tall, else a row off."""
    if upper is None and lower is None:
        return NOTHING
    above, below = (0, 0) if hugs else (base.baseline, base.below)
    if upper is None and lower is not None:
        return _shifted(lower[0], _top_row_of_lower(below, lower[1]), from_top=True)
    if lower is None and upper is not None:
        return _shifted(upper[0], _bottom_row_of_upper(above, upper[1]), from_top=False)
    assert upper is not None
    assert lower is not None
    high, low = _bottom_row_of_upper(above, upper[1]), _top_row_of_lower(below, lower[1])
    if high == low:
        return beside([lower[0], upper[0]])
    width = max(upper[0].width, lower[0].width)
    boxes = [upper[0], *([blank(width, low - high - 1)] if low - high > 1 else []), lower[0]]
    return stack(boxes, 0, "l")._replace(baseline=upper[0].height - 1 - high)


def _bottom_row_of_upper(above: int, tiny: bool) -> int:
    return -above if above else (0 if tiny else -1)


def _top_row_of_lower(below: int, tiny: bool) -> int:
    return below if below else (0 if tiny else 1)


def _shifted(box: Box, row: int, from_top: bool) -> Box:
    """A box whose first (or last) row stands `row` rows under the baseline of its neighbours."""
    baseline = -row if from_top else box.height - 1 - row
    if baseline < 0:
        return Box(blank(box.width, -baseline).rows + box.rows, box.width, 0)
    if baseline >= box.height:
        missing = baseline - box.height + 1
        return Box(box.rows + blank(box.width, missing).rows, box.width, baseline)
    return box._replace(baseline=baseline)
