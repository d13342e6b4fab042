"""Matrices, cases and aligned equations as boxes, built column by column."""

from tutor.typeset.boxes import NOTHING, Box, beside, blank, heighten, repeated, stack, widen
from tutor.typeset.brackets import enclosed
from tutor.typeset.glyphs import Glyphs
from tutor.typeset.nodes import Grid, GridKind

_COLUMN_GAP: dict[GridKind, int] = {"matrix": 2, "cases": 3, "aligned": 3, "stack": 1}


def grid_box(node: Grid, cells: list[list[Box]], glyphs: Glyphs) -> Box:
    """The cells of a grid, already set, as one box in its brackets."""
    letters = node.columns.replace("|", "")
    for line in cells:
        line.extend([NOTHING] * (len(letters) - len(line)))
    reach = [(max(box.baseline for box in line), max(box.below for box in line)) for line in cells]
    gap = _row_gap(node.kind, reach)
    columns: list[Box] = []
    for place, letter in enumerate(letters):
        column = [line[place] for line in cells]
        width = max(box.width for box in column)
        columns.append(_column(node, [widen(box, width, letter) for box in column], width, reach, gap, glyphs))
    body = beside(_with_gaps(node, columns, glyphs, _height(node, reach, gap)))
    centred = body._replace(baseline=(body.height - 1) // 2)
    return enclosed(node.left, centred, node.right, glyphs, pad=node.kind == "cases")


def _row_gap(kind: GridKind, reach: list[tuple[int, int]]) -> int:
    """An empty row between rows that are tall, and between the two rows of a small matrix, which then has a middle."""
    if kind == "stack" or len(reach) < 2:
        return 0
    if any(above + below for above, below in reach):
        return 1
    return 1 if len(reach) == 2 and kind != "aligned" else 0


def _column(node: Grid, column: list[Box], width: int, reach: list[tuple[int, int]], gap: int, glyphs: Glyphs) -> Box:
    """One column; every row as tall as the row of the whole grid, with the horizontal rules that cross it."""
    boxes: list[Box] = []
    for place, (box, (above, below)) in enumerate(zip(column, reach, strict=True)):
        if place in node.rules:
            boxes.append(repeated(glyphs.bar, width) if width else NOTHING)
        elif place and gap:
            boxes.append(blank(width, gap))
        boxes.append(heighten(box, above, below))
    if len(column) in node.rules:
        boxes.append(repeated(glyphs.bar, width) if width else NOTHING)
    return stack(boxes, 0)._replace(baseline=0)


def _height(node: Grid, reach: list[tuple[int, int]], gap: int) -> int:
    rules = {place for place in node.rules if place <= len(reach)}
    gaps = sum(gap for place in range(1, len(reach)) if place not in rules)
    return sum(above + below + 1 for above, below in reach) + gaps + len(rules)


def _with_gaps(node: Grid, columns: list[Box], glyphs: Glyphs, height: int) -> list[Box]:
    """The columns with the room and the vertical rules between them."""
    found: list[Box] = []
    pending, place = 0, 0
    for letter in node.columns:
        if letter == "|":
            found += [
                blank(1 if found else 0, height),
                Box(blank(1, height).rows, 1, 0)._replace(rows=_rule(glyphs, height)),
            ]
            pending = -1
            continue
        if place:
            room = 1 if pending < 0 else _gap(node, place)
            found.append(blank(room, height))
        elif pending < 0:
            found.append(blank(1, height))
        found.append(columns[place])
        pending, place = 0, place + 1
    return found


def _rule(glyphs: Glyphs, height: int) -> tuple[tuple, ...]:  # type: ignore[type-arg]
    return repeated(glyphs.rule, 1).rows * height


def _gap(node: Grid, place: int) -> int:
    letters = node.columns.replace("|", "")
    if node.kind == "aligned" and letters[place - 1] in "rc" and letters[place] != "r":
        return 0
    if node.kind == "aligned" and letters[place - 1 : place + 1] == "cl":
        return 1
    return _COLUMN_GAP[node.kind]
