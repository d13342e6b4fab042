"""Lines of a formula that is too wide: broken at top-level relations, then at sums, and where nothing else fits inside
parentheses, at products and between words.
"""

import re
from collections.abc import Callable

from tutor.typeset.boxes import NOTHING, Box, beside, blank, stack, text_box
from tutor.typeset.nodes import Node, Symbol, Text
from tutor.typeset.spacing import Placed

Piece = tuple[Placed, Box]
Segment = list[Piece]

_WORD = re.compile(r"\s*\S+\s*")
_NARROWEST, _MOST_LINES = 20, 10
"""Brackets with less room inside, or with more lines than that to come, stay whole, however wide."""


def joined(pieces: Segment) -> Box:
    """Pieces beside one another with the room before each."""
    boxes: list[Box] = []
    for place, box in pieces:
        if place.gap:
            boxes.append(blank(place.gap))
        boxes.append(box)
    return beside(boxes) if boxes else NOTHING


Refit = Callable[[Node, int], Box | None]
"""Sets a node again in so many cells, in lines inside its brackets."""


def broken(pieces: list[Piece], width: int, refit: Refit) -> Box:
    """The pieces of a row in lines of at most `width` cells, as far as the places to break allow."""
    segments = _split(pieces, _at_relation)
    indent = _indent(segments, width)
    fine: list[tuple[Segment, int]] = []
    for number, segment in enumerate(segments):
        if _width(segment) <= width - (indent if number else 0):
            fine.append((segment, indent))
            continue
        parts = _split(segment, _at_term)
        deeper = indent + 2 if indent + 2 + max(map(_width, parts)) <= width else min(indent, 2)
        for place, part in enumerate(parts):
            start = deeper if place else indent
            room = width - (start if fine else 0)
            fine += [(piece, start) for piece in _squeezed(part, room, refit)]
    return _set(_fill(fine, width))


def _squeezed(segment: Segment, room: int, refit: Refit) -> list[Segment]:
    """A segment that is still too wide: its widest part set in lines, or the segment cut inside its parentheses."""
    spare = room - _width(segment)
    if spare >= 0:
        return [segment]
    widest = max(range(len(segment)), key=lambda place: segment[place][1].width)
    place, box = segment[widest]
    inner = box.width + spare
    fits = inner >= _NARROWEST and box.width <= _MOST_LINES * inner
    again = refit(place.node, inner) if fits else None
    if again is not None and again.width < box.width:
        return [[*segment[:widest], (place, again), *segment[widest + 1 :]]]
    for here in (_at_term, _at_sign):
        parts = _split(segment, here, inside=True)
        if max(map(_width, parts)) <= room:
            return parts
    return _split(_words(segment), _at_word, inside=True)


def _split(pieces: list[Piece], here: Callable[[Piece, Piece], bool], inside: bool = False) -> list[Segment]:
    """Pieces cut before those that `here` names, outside plain parentheses or `inside` of them too."""
    segments: list[Segment] = [[]]
    depth = 0
    for number, piece in enumerate(pieces):
        place = piece[0]
        if number and (inside or depth <= 0) and here(pieces[number - 1], piece):
            segments.append([])
        segments[-1].append(piece)
        if place.left == place.right:
            depth += {"open": 1, "close": -1}.get(place.left, 0)
            depth = max(depth, 0)
    return segments


def _at_relation(before: Piece, piece: Piece) -> bool:
    return piece[0].left == "rel" and before[0].right != "rel" and not _is_bar(piece)


def _is_bar(piece: Piece) -> bool:
    return isinstance(piece[0].node, Symbol) and piece[0].node.text in ("|", ":", "∥")


def _words(segment: Segment) -> Segment:
    """A segment in which every word of a text is a piece."""
    found: Segment = []
    for place, box in segment:
        words = _WORD.findall(box.rows[0][0].text) if isinstance(place.node, Text) and box.width else []
        if len(words) < 2:
            found.append((place, box))
            continue
        style = box.rows[0][0].style
        cut = [(place._replace(node=Text(word, style), gap=0), text_box(word, style)) for word in words]
        found += [(cut[0][0]._replace(gap=place.gap), cut[0][1]), *cut[1:]]
    return found


def _at_sign(before: Piece, piece: Piece) -> bool:
    return piece[0].left == "bin" or _at_term(before, piece)


def _at_word(before: Piece, piece: Piece) -> bool:
    return (isinstance(before[0].node, Text) and before[0].node.text.endswith(" ")) or _at_sign(before, piece)


def _at_term(before: Piece, piece: Piece) -> bool:
    node = piece[0].node
    plus = piece[0].left == "bin" and isinstance(node, Symbol) and node.text in "+−±"
    return plus or piece[0].gap >= 2 or (before[0].right == "punct" and before[0].left == "punct")


def _width(segment: Segment) -> int:
    """Cells of a segment at the start of a line, where the room before its first piece is dropped."""
    return reach(segment) - segment[0][0].gap


def reach(segment: Segment) -> int:
    """Cells of a segment with the room before its first piece."""
    return sum(place.gap + box.width for place, box in segment)


def _indent(segments: list[Segment], width: int) -> int:
    """Continuation lines start under the first relation if they fit there, else two cells in, else at the margin."""
    if len(segments) < 2:
        return 0
    under = _width(segments[0]) + segments[1][0][0].gap
    widest = max(_width(segment) for segment in segments[1:])
    for indent in (under, 2):
        if indent + widest <= width and indent <= width // 2:
            return indent
    return under if under <= width // 4 else 2


def _fill(segments: list[tuple[Segment, int]], width: int) -> list[tuple[Segment, int]]:
    """Segments joined into lines, as many on a line as fit."""
    lines: list[tuple[Segment, int]] = []
    for segment, indent in segments:
        if lines:
            line, start = lines[-1]
            if start + _width(line) + reach(segment) <= width:
                lines[-1] = (line + segment, start)
                continue
        lines.append((segment, indent if lines else 0))
    return lines


def _set(lines: list[tuple[Segment, int]]) -> Box:
    boxes = [
        beside([blank(indent), joined([(line[0][0]._replace(gap=0), line[0][1]), *line[1:]])]) for line, indent in lines
    ]
    return stack(boxes, 0, "l", gap=1 if any(box.height > 1 for box in boxes) else 0)
