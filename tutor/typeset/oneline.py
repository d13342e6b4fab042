"""Tree → one line: parentheses where a bar was lost, dots where a product would be misread; typable where it can be."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from tutor.typeset.application import text_of
from tutor.typeset.derivatives import derivative
from tutor.typeset.glyphs import UNICODE, Glyphs, collide, lacks, shown
from tutor.typeset.nodes import (
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
    aligned_pairs,
    items,
)
from tutor.typeset.scripts import small
from tutor.typeset.spacing import Placed, edges, placed
from tutor.typeset.symbols import letter_and_accent


def line(node: Node, *, glyphs: Glyphs = UNICODE) -> str:
    """A formula in one line of plain text, with every grouping that the second dimension showed."""
    return _WRITERS[type(node)](node, glyphs).strip()


def _write(node: Node, glyphs: Glyphs) -> str:
    return _WRITERS[type(node)](node, glyphs)


def _row(node: Node, glyphs: Glyphs, script: bool = False) -> str:
    if not isinstance(node, Row):
        return _write(node, glyphs)
    parts = list(placed(node, script))
    written = [_factor(parts, place, glyphs) for place in range(len(parts))]
    found = [" " * parts[0].gap + written[0]] if parts else []
    for (before, after), text in zip(pairwise(parts), written[1:], strict=True):
        found.append(_joint(before, after, found[-1], text, glyphs) + text)
    return "".join(found)


def _factor(parts: list[Placed], place: int, glyphs: Glyphs) -> str:
    """A part of a row; a fraction beside another factor stands in parentheses, unless it is a derivative."""
    node = parts[place].node
    text = _write(node, glyphs)
    if isinstance(node, Fraction) and node.bar:
        if place and _is_function(parts[place - 1].node):
            return f"({text})"
        follower = parts[place + 1] if place + 1 < len(parts) else None
        after = follower if follower is not None and _is_factor_start(follower) else None
        before = place and parts[place].gap < 2 and _is_factor_end(parts[place - 1])
        if (before or after) and (
            derivative(node) is None or (after is not None and after.left == "open" and not _is_operator(node))
        ):
            return f"({text})"
    return text


def _is_factor_start(part: Placed) -> bool:
    if part.gap >= 2 or part.node == Row(()) or (isinstance(part.node, Text) and part.node.text[:1] == " "):
        return False
    return part.left in ("ord", "open", "op") or (part.left == "inner" and not isinstance(part.node, Symbol))


def _is_function(node: Node) -> bool:
    """Whether a node is a named function that takes what follows as its argument: a ``log``, not a sum or a limit."""
    base = node.base if isinstance(node, Scripts) else node
    return isinstance(base, Operator) and base.name.isascii() and not base.limits


def _is_factor_end(part: Placed) -> bool:
    """Whether a part can be multiplied with what follows: no words, no dots."""
    if part.right == "inner":
        return not isinstance(part.node, Symbol)
    return part.right in ("ord", "close") and part.node != Row(()) and not isinstance(part.node, Text)


def _is_operator(node: Node) -> bool:
    found = derivative(node)
    return found is not None and found.of is None


def _joint(before: Placed, after: Placed, left: str, right: str, glyphs: Glyphs) -> str:
    """What stands between two neighbours: the dot of a product that would be misread without it, or room."""
    if before.left == "unary" or (isinstance(after.node, Fraction) and _is_function(before.node)):
        return ""
    room = " " * (after.gap or _needs_room(before, left, right) or _collide(before.node, after.node, glyphs))
    if after.gap >= 2 or not _is_factor_end(before) or isinstance(after.node, Text) or not right:
        return room
    if after.left == "op":
        needs_dot = not left.endswith(("∂", "∇", "d", "Δ")) and not _is_operator(before.node)
    elif after.left == "inner" and not isinstance(after.node, Symbol):
        needs_dot = not left.endswith(("∂", "∇")) and not _is_operator(before.node)
    elif isinstance(before.node, Fraction) and after.left == "open":
        return " " if _is_operator(before.node) else ""
    elif isinstance(before.node, Fraction) and after.left == "ord":
        needs_dot = not _is_operator(before.node)
    else:
        needs_dot = after.left == "ord" and (
            (right[0].isdecimal() and _ends_factor(left))
            or (before.right == "close" and right[0].isalnum() and not after.gap)
        )
    return shown("·", glyphs) if needs_dot else room


def _ends_factor(text: str) -> bool:
    return text[-1:].isalnum() or text.endswith((")", "]", "}", "|", "′"))


def _collide(before: Node, after: Node, glyphs: Glyphs) -> bool:
    base = after.base if isinstance(after, Scripts) else after
    return isinstance(before, Symbol) and isinstance(base, Symbol) and collide(before.text, base.text, glyphs)


def _needs_room(before: Placed, left: str, right: str) -> bool:
    """Whether a script in full size, or a big sign, would run into what follows it: ``∇_z f``, ``∑ᵢ (…)``."""
    node = before.node
    if isinstance(node, Scripts) and isinstance(node.base, Operator) and not node.base.name.isascii():
        return True
    return left[-2:-1] in ("_", "^") and right[:1].isalnum()


def _symbol(node: Symbol, glyphs: Glyphs) -> str:
    if lacks(node.text, glyphs) and (found := letter_and_accent(node.text)):
        return f"{found[1]}({shown(found[0], glyphs)})"
    return shown(node.text, glyphs)


def _text(node: Text, glyphs: Glyphs) -> str:
    return shown(node.text, glyphs)


def _space(node: Space, glyphs: Glyphs) -> str:
    return " " * node.cells


def _operator(node: Operator, glyphs: Glyphs) -> str:
    return shown(node.name, glyphs)


def _fraction(node: Fraction, glyphs: Glyphs) -> str:
    upper, lower = _row(node.numerator, glyphs).strip(), _row(node.denominator, glyphs).strip()
    if not node.bar:
        return f"{upper}, {lower}"
    if derivative(node) is None:
        upper = upper if _is_product(node.numerator) else f"({upper})"
        lower = lower if _is_single(node.denominator) else f"({lower})"
    return f"{upper}/{lower}"


def _is_product(node: Node) -> bool:
    """Whether a numerator needs no parentheses: factors only."""
    depth = 0
    parts = list(placed(node))
    for place, part in enumerate(parts):
        if part.left == part.right:
            depth += {"open": 1, "close": -1}.get(part.left, 0)
        applied = part.left == "op" and place + 1 < len(parts) and parts[place + 1].left == "open"
        if (
            depth <= 0
            and part.left not in ("ord", "open", "close", "unary")
            and not (applied and _is_function(part.node))
        ):
            return False
    return bool(parts)


def _parts(node: Node) -> list[Node]:
    return [part for part in items(node) if not isinstance(part, Space)]


def _is_single(node: Node) -> bool:
    """Whether a thing holds together without parentheses, whatever stands beside it."""
    parts = _parts(node)
    if len(parts) != 1:
        return _is_enclosed(parts)
    part = parts[0]
    if isinstance(part, Scripts):
        return not part.stacked and _is_single(part.base)
    if isinstance(part, Marked | Row):
        return _is_single(part.body if isinstance(part, Marked) else part)
    return isinstance(part, Symbol | Accent | Fenced | Grid | Operator | Root | Text)


def _is_enclosed(parts: list[Node]) -> bool:
    """Whether plain parentheses open before everything and close after everything: ``(1 + x)²``."""
    depth = 0
    for place, part in enumerate(parts):
        left, right = edges(part)
        depth += (left == "open" and right == "open") - (left == "close" and right == "close")
        if depth <= 0:
            return place > 0 and place == len(parts) - 1 and right == "close" and text_of(part) in (")", "]", "}")
    return False


def _root(node: Root, glyphs: Glyphs) -> str:
    body = _row(node.radicand, glyphs)
    held = body if _is_single(node.radicand) and isinstance(_parts(node.radicand)[0], Symbol | Fenced) else f"({body})"
    if glyphs.charset is not None:
        held = f"({body})"
    sign = shown("√", glyphs)
    if node.index is None:
        return sign + held
    index = small(node.index, glyphs.superscripts)
    return f"{index}{sign}{held}" if index else f"{sign}[{_row(node.index, glyphs)}]({body})"


def _scripts(node: Scripts, glyphs: Glyphs) -> str:
    base = _row(node.base, glyphs)
    if isinstance(node.base, Brace):
        label = node.sub or node.sup
        name = "overbrace" if node.base.over else "underbrace"
        return f"{name}({base}, {_row(label, glyphs)})" if label is not None else base
    if not _holds_scripts(node.base):
        base = f"({base})"
    return (
        base + _script(node.sub, "_", glyphs.subscripts, glyphs) + _script(node.sup, "^", glyphs.superscripts, glyphs)
    )


def _holds_scripts(base: Node) -> bool:
    parts = items(base)
    return not parts or (
        len(parts) == 1 and isinstance(parts[0], Symbol | Operator | Accent | Fenced | Grid | Text | Delimiter)
    )


def _script(node: Node | None, sign: str, table: Any, glyphs: Glyphs) -> str:
    if node is None:
        return ""
    text = small(node, table)
    if text is not None:
        return text
    written = _row(node, glyphs, script=True).strip()
    if not written:
        return ""
    primes = len(written) - len(written.lstrip("′'"))
    if primes:
        rest = written[primes:]
        return written[:primes] + (f"{sign}({rest})" if rest else "")
    bare = len(written) == 1 or written.isdecimal() or (written[0] in "[{" and _is_enclosed(_parts(node)))
    return f"{sign}{written}" if bare else f"{sign}({written})"


def _accent(node: Accent, glyphs: Glyphs) -> str:
    return f"{node.kind}({_row(node.body, glyphs)})"


def _body(node: Brace | Marked | Boxed, glyphs: Glyphs) -> str:
    return _row(node.body, glyphs)


def _fenced(node: Fenced, glyphs: Glyphs) -> str:
    if isinstance(node.body, Fraction) and not node.body.bar and node.left == "(":
        return f"binom({_fraction(node.body, glyphs)})"
    return shown(node.left, glyphs) + _row(node.body, glyphs) + shown(node.right, glyphs)


def _delimiter(node: Delimiter, glyphs: Glyphs) -> str:
    return shown(node.text, glyphs)


def _grid(node: Grid, glyphs: Glyphs) -> str:
    if node.kind == "aligned":
        body = "; ".join(text for cells in node.rows if (text := _equations(cells, glyphs)))
        return f"{{{body}}}" if node.left or node.right else body
    if node.kind == "stack":
        return ", ".join(_row(cells[0], glyphs) for cells in node.rows)
    if node.kind == "cases":
        return "{" + "; ".join(_case(cells, glyphs) for cells in node.rows) + "}"
    body = "; ".join(", ".join(_row(cell, glyphs) for cell in cells) for cells in node.rows)
    left, right = (node.left, node.right) if node.left in ("|", "‖") else ("[", "]")
    return shown(left, glyphs) + body + shown(right, glyphs)


def _equations(cells: tuple[Node, ...], glyphs: Glyphs) -> str:
    """The equations of one row: each is a left and a right cell."""
    return "  ".join(_row(pair, glyphs).strip() for pair in aligned_pairs(cells)).strip()


def _case(cells: tuple[Node, ...], glyphs: Glyphs) -> str:
    """A branch: ``0 if z ≤ 0``. Words of the author's own are left to speak for themselves."""
    value, *conditions = (_row(cell, glyphs) for cell in cells)
    if not conditions or not conditions[0]:
        return value
    spoken = bool(items(cells[1])) and isinstance(items(cells[1])[0], Text)
    return f"{value.rstrip(' ,')} {'' if spoken else 'if '}{' '.join(conditions).strip(' ,;')}"


def _phantom(node: Phantom, glyphs: Glyphs) -> str:
    return ""


_WRITERS: dict[type, Callable[[Any, Glyphs], str]] = {
    Symbol: _symbol,
    Text: _text,
    Space: _space,
    Operator: _operator,
    Row: _row,
    Fraction: _fraction,
    Root: _root,
    Scripts: _scripts,
    Accent: _accent,
    Brace: _body,
    Fenced: _fenced,
    Delimiter: _delimiter,
    Grid: _grid,
    Marked: _body,
    Boxed: _body,
    Phantom: _phantom,
}
