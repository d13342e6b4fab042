"""Matrices, cases and aligned equations as boxes, built column by column."""

from typing import NamedTuple

from tutor.typeset.boxes import NOTHING, Box, beside, blank, heighten, stack, text_box, widen
from tutor.typeset.boxes import column as column_of
from tutor.typeset.brackets import enclosed
from tutor.typeset.glyphs import Glyphs
from tutor.typeset.nodes import Grid, GridKind, items
from tutor.typeset.spacing import edges

_COLUMN_GAP: dict[GridKind, int] = {"matrix": 2, "cases": 3, "aligned": 3, "stack": 1}


def grid_box(node: Grid, cells: list[list[Box]], glyphs: Glyphs) -> Box:
    """The cells of a grid, already set, as one box in its brackets."""
    letters = node.columns.replace("|", "")
    for line in cells:
        line.extend([NOTHING] * (len(letters) - len(line)))
    reach = [(max(box.baseline for box in line), max(box.below for box in line)) for line in cells]
    empty = frozenset(place for place, line in enumerate(cells) if not any(box.width for box in line))
    frame = Frame(reach, _row_gap(node, reach), empty, frozenset(node.rules), glyphs)
    body = beside(_columns(node, cells, letters, frame))
    curly = node.kind == "cases" or (node.kind == "aligned" and bool({node.left, node.right} & {"{", "}"}))
    centred = body._replace(baseline=(body.height - 1) // 2)
    return enclosed(node.left, centred, node.right, glyphs, pad=curly)


class Frame(NamedTuple):
    """What all columns share: how far each row reaches over and under its baseline, the rows between, the rules."""

    reach: list[tuple[int, int]]
    gap: int
    empty: frozenset[int]
    rules: frozenset[int]
    glyphs: Glyphs


def _row_gap(node: Grid, reach: list[tuple[int, int]]) -> int:
    """An empty row between rows that are tall, and between the two rows of a small matrix, which then has a middle."""
    if node.kind == "stack" or len(reach) < 2:
        return 0
    if any(above + below for above, below in reach):
        return 1
    return 1 if len(reach) == 2 and (node.kind != "aligned" or node.left or node.right) else 0


def _columns(node: Grid, cells: list[list[Box]], letters: str, frame: Frame) -> list[Box]:
    """The columns from left to right with the room and the vertical rules between them; an empty column has no room."""
    found: list[Box] = []
    place, ruled, room = 0, False, 0
    for letter in node.columns:
        if letter == "|":
            side = 0 if not found else 2 if place == len(letters) else 1
            found += [_room(1, frame)] * bool(found) + [_rule(side, frame)]
            room = 0
        else:
            column = [line[place] for line in cells]
            width = max(box.width for box in column)
            room = max(room, 1 if ruled else _gap(node, place))
            if width:
                column = [widen(box, width, letter) for box in column]
                found += [_room(room, frame), _column(column, width, frame)]
                room = 0
            place += 1
        ruled = letter == "|"
    return found


def _column(column: list[Box], width: int, frame: Frame) -> Box:
    """One column: every row as tall as the whole grid's, and the horizontal rules that cross it."""
    boxes: list[Box] = []
    for place, (box, (above, below)) in enumerate(zip(column, frame.reach, strict=True)):
        if place in frame.rules:
            boxes.append(text_box(frame.glyphs.bar * width) if width else NOTHING)
        elif place and frame.gap and place not in frame.empty:
            boxes.append(blank(width, frame.gap))
        boxes.append(heighten(box, above, below))
    if len(column) in frame.rules:
        boxes.append(text_box(frame.glyphs.bar * width) if width else NOTHING)
    return stack(boxes, 0)._replace(baseline=0)


def _room(width: int, frame: Frame) -> Box:
    return _column([blank(width)] * len(frame.reach), width, frame)


def _rule(side: int, frame: Frame) -> Box:
    """A vertical rule at the left (0), inside or at the right (2), crossed by the horizontal ones."""
    rows = _room(1, frame).rows
    signs = [frame.glyphs.rule] * len(rows)
    for place, line in enumerate(rows):
        if line and line[0].text != " ":
            height = 0 if not place else 2 if place == len(rows) - 1 else 1
            signs[place] = frame.glyphs.crosses[3 * height + side]
    return column_of(signs, 0)


def _gap(node: Grid, place: int) -> int:
    """The cells before a column: less where it or the one before it holds nothing but relations, ``y & = & x``."""
    if not place or (node.kind == "aligned" and place % 2):
        return 0
    if node.kind == "matrix" and (_relates(node, place) or _relates(node, place - 1)):
        return 1
    return _COLUMN_GAP[node.kind]


def _relates(node: Grid, place: int) -> bool:
    classes = {edges(line[place]) for line in node.rows if len(line) > place and items(line[place])}
    return ("rel", "rel") in classes and classes <= {("rel", "rel"), ("inner", "inner")}
