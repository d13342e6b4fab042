"""Tree → two dimensions: what each node looks like as a box."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any, NamedTuple, TypeGuard

from tutor.typeset.application import text_of
from tutor.typeset.boxes import (
    NOTHING,
    Box,
    Line,
    beside,
    blank,
    heighten,
    marked,
    merged,
    repeated,
    stack,
    text_box,
)
from tutor.typeset.brackets import accented, braced, bracket, enclosed, framed, radical
from tutor.typeset.breaking import Piece, broken, joined, reach
from tutor.typeset.glyphs import UNICODE, Glyphs, collide, lacks, shown
from tutor.typeset.grids import grid_box
from tutor.typeset.nodes import (
    EMPTY,
    Accent,
    Boxed,
    Brace,
    Delimiter,
    Fenced,
    Fraction,
    Grid,
    Marked,
    Node,
    Operator,
    Phantom,
    Root,
    Row,
    Scripts,
    Space,
    Symbol,
    Text,
    items,
)
from tutor.typeset.scripts import Script, script_column, small
from tutor.typeset.spacing import Placed, edges, placed
from tutor.typeset.symbols import letter_and_accent


@dataclass(frozen=True, slots=True)
class Layout:
    """A formula in two dimensions: rows of styled text, all `width` cells wide, and the row to align with prose."""

    rows: tuple[Line, ...]
    width: int
    baseline: int

    def __str__(self) -> str:
        return "\n".join("".join(run.text for run in line).rstrip() for line in self.rows)


class How(NamedTuple):
    """What a box depends on besides its node: the repertoire, and whether it is a script (set tighter)."""

    glyphs: Glyphs
    script: bool = False


def layout(node: Node, width: int | None = None, *, glyphs: Glyphs = UNICODE) -> Layout:
    """Set a formula in two dimensions, broken at its top-level relations when it is wider than `width`.

    What cannot be broken without tearing its structure stays wider; the caller scrolls sideways.
    """
    how = How(glyphs)
    pieces = _pieces(node, how)
    if width is None or reach(pieces) <= width:
        whole = joined(pieces)
    else:
        whole = broken(pieces, width, partial(_refitted, how))
    return Layout(tuple(merged(line) for line in whole.rows), whole.width, whole.baseline)


def _refitted(how: How, node: Node, room: int) -> Box | None:
    """A node set again in lines inside its brackets, for where it is too wide; None when it has no place to break."""
    match node:
        case Fenced(left, body, right):
            within = how._replace(script=False)
            return enclosed(left, _lines(body, room - 2, within), right, how.glyphs)
        case Scripts(base=Fenced() as base, stacked=False):
            inner = _refitted(how, base, room - 2)
            return inner and _scripted(inner, node, how)
        case Boxed(body):
            return framed(_lines(body, room - 4, how), how.glyphs)
        case Marked(body, mark):
            return marked(_lines(body, room, how), mark)
        case Fraction(upper, lower, True):
            within = how._replace(script=False)
            return _fraction_of(node, _lines(upper, room, within), _lines(lower, room, within), how)
        case Grid(kind="aligned" | "matrix", left="", right=""):
            return _grid_lines(node, room, how)
        case _:
            return None


def _lines(node: Node, width: int, how: How) -> Box:
    return broken(_pieces(node, how), width, partial(_refitted, how))


def _grid_lines(node: Grid, room: int, how: How) -> Box:
    """Aligned equations, or columns without brackets, whose last cells are broken so that the whole fits."""
    cells = [[_row(_cell(node, cell, place), how) for place, cell in enumerate(line)] for line in node.rows]
    last = max(map(len, cells)) - 1
    widest = max(line[last].width for line in cells if len(line) > last)
    width = room - (grid_box(node, [list(line) for line in cells], how.glyphs).width - widest)
    for line, source in zip(cells, node.rows, strict=True):
        if len(line) > last and line[last].width > width > 0:
            line[last] = _lines(_cell(node, source[last], last), width, how)
    return grid_box(node, cells, how.glyphs)


def box_of(node: Node, how: How) -> Box:
    """The box of any node."""
    return _BOXES[type(node)](node, how)


def _row(node: Node, how: How) -> Box:
    return joined(_pieces(node, how)) if isinstance(node, Row) else box_of(node, how)


def _pieces(node: Node, how: How) -> list[Piece]:
    r"""The parts of a row and their boxes; ``\middle`` brackets are as tall as the tallest part."""
    parts = list(placed(node, how.script))
    boxes = [NOTHING if _is_middle(part.node) else box_of(part.node, how) for part in parts]
    if any(_is_middle(part.node) for part in parts):
        above, below = max(box.baseline for box in boxes), max(box.below for box in boxes)
        boxes = [
            bracket(part.node.text, above, below, how.glyphs) if _is_middle(part.node) else box
            for part, box in zip(parts, boxes, strict=True)
        ]
    for place in range(1, len(parts)):
        if not parts[place].gap and _needs_room(parts[place - 1].node, parts[place], boxes[place], how):
            parts[place] = parts[place]._replace(gap=1)
    return list(zip(parts, boxes, strict=True))


def _needs_room(before: Node, part: Placed, box: Box, how: How) -> bool:
    """Whether a part keeps away from the one before it, seen now that it has a shape."""
    if part.left == "open" and box.height > 1 and _has_limits(before):
        return True
    if how.glyphs.charset is None or not isinstance(before, Symbol):
        return False
    return collide(before.text, text_of(part.node), how.glyphs)


def _has_limits(node: Node) -> bool:
    return isinstance(node, Scripts) and node.stacked and isinstance(node.base, Operator)


def _is_middle(node: Node) -> TypeGuard[Delimiter]:
    return isinstance(node, Delimiter) and not node.size


def _symbol(node: Symbol, how: How) -> Box:
    if lacks(node.text, how.glyphs) and (found := letter_and_accent(node.text)):
        return accented(found[1], _symbol(replace(node, text=found[0]), how), how.glyphs)
    return text_box(shown(node.text, how.glyphs), node.style)


def _text(node: Text, how: How) -> Box:
    return text_box(shown(node.text, how.glyphs), node.style)


def _space(node: Space, how: How) -> Box:
    return blank(node.cells)


def _operator(node: Operator, how: How) -> Box:
    return text_box(shown(node.name, how.glyphs))


def _fraction(node: Fraction, how: How) -> Box:
    within = how._replace(script=False)
    return _fraction_of(node, _row(node.numerator, within), _row(node.denominator, within), how)


def _fraction_of(node: Fraction, upper: Box, lower: Box, how: How) -> Box:
    width = max(upper.width, lower.width, 1)
    if node.bar and (_is_fraction(node.numerator) or _is_fraction(node.denominator)):
        width += 2
    if not node.bar:
        return stack([upper, blank(width), lower], 1)
    return stack([upper, repeated(how.glyphs.bar, width), lower], 1)


def _is_fraction(node: Node) -> bool:
    """Whether a part of a fraction is all bar, so that the outer bar must be longer to be told apart."""
    parts = [part for part in items(node) if not isinstance(part, Space)]
    return len(parts) == 1 and isinstance(parts[0], Fraction) and parts[0].bar


def _root(node: Root, how: How) -> Box:
    index = None
    if node.index is not None:
        text = small(node.index, how.glyphs.superscripts)
        index = text_box(text) if text else _row(node.index, How(how.glyphs, True))
    return radical(_row(node.radicand, how), index, how.glyphs)


@lru_cache(maxsize=1024)
def _scripts(node: Scripts, how: How) -> Box:
    return _scripted(_row(node.base, how), node, how)


def _scripted(base: Box, node: Scripts, how: How) -> Box:
    """A base that is set already, with its scripts."""
    script = How(how.glyphs, True)
    if node.stacked:
        boxes = [box_of(part, script) for part in (node.sup, node.sub) if part is not None]
        if node.sup is None:
            return stack([base, *boxes], 0)
        return stack([boxes[0], base, *boxes[1:]], 1)
    inner = items(node.base)[-1] if items(node.base) else None
    if isinstance(inner, Fraction):
        base = heighten(base, base.baseline + (node.sup is not None), base.below + (node.sub is not None))
    taken = (isinstance(inner, Scripts) and not inner.stacked) or (isinstance(inner, Operator) and _is_long(node))
    upper = _small_box(node.sup, {} if taken else how.glyphs.superscripts, script)
    lower = _small_box(node.sub, {} if taken else how.glyphs.subscripts, script)
    return beside([base, script_column(base, _hugs_baseline(node.base), upper, lower)])


def _is_long(node: Scripts) -> bool:
    """Whether both limits of an integral, side by side in small letters, would be hard to tell apart."""
    if node.sub is None or node.sup is None:
        return False
    return len(items(node.sub)) + len(items(node.sup)) > 3


def _small_box(node: Node | None, table: Any, how: How) -> Script | None:
    """A script's box, and whether `table` had letters small enough for the row of its base."""
    if node is None:
        return None
    text = small(node, table)
    if text is None:
        return _row(node, how), False
    style = "bold" if isinstance(node, Symbol) and node.style == "bold" else "plain"
    return text_box(text, style), True


def _hugs_baseline(base: Node) -> bool:
    """Whether scripts sit at the letter itself even though its box is taller (an accent row)."""
    return not isinstance(base, Fenced | Grid | Fraction | Delimiter | Root | Boxed | Row | Scripts)


def _accent(node: Accent, how: How) -> Box:
    return accented(node.kind, _row(node.body, how), how.glyphs)


def _brace(node: Brace, how: How) -> Box:
    return braced(_row(node.body, how), node.over, how.glyphs)


def _fenced(node: Fenced, how: How) -> Box:
    return enclosed(node.left, _row(node.body, how._replace(script=False)), node.right, how.glyphs)


def _delimiter(node: Delimiter, how: How) -> Box:
    reach = max(0, node.size - 1) // 2
    return bracket(node.text, reach, reach, how.glyphs)


def _grid(node: Grid, how: How) -> Box:
    rows = [[_row(_cell(node, cell, place), how) for place, cell in enumerate(line)] for line in node.rows]
    return grid_box(node, rows, how.glyphs)


def _cell(node: Grid, cell: Node, place: int) -> Node:
    """Both sides of an aligned equation keep the room around their relation, as if something stood beyond it."""
    if node.kind != "aligned":
        return cell
    parts = items(cell)
    if place % 2:
        first = next((part for part in parts if not isinstance(part, Space)), EMPTY)
        return Row((EMPTY, *parts)) if _is_sign(first) else cell
    return Row((*parts, EMPTY)) if parts and edges(parts[-1])[1] == "rel" else cell


def _is_sign(node: Node) -> bool:
    return edges(node)[0] in ("rel", "bin") or (isinstance(node, Symbol) and node.atom == "inner")


def _marked(node: Marked, how: How) -> Box:
    return marked(_row(node.body, how), node.mark)


def _boxed(node: Boxed, how: How) -> Box:
    return framed(_row(node.body, how), how.glyphs)


def _phantom(node: Phantom, how: How) -> Box:
    body = _row(node.body, how)
    return blank(body.width, body.height, body.baseline)


_BOXES: dict[type, Callable[[Any, How], Box]] = {
    Symbol: _symbol,
    Text: _text,
    Space: _space,
    Operator: _operator,
    Row: _row,
    Fraction: _fraction,
    Root: _root,
    Scripts: _scripts,
    Accent: _accent,
    Brace: _brace,
    Fenced: _fenced,
    Delimiter: _delimiter,
    Grid: _grid,
    Marked: _marked,
    Boxed: _boxed,
    Phantom: _phantom,
}
