"""Things that grow with what they hold: brackets, roots, braces, frames."""

from tutor.typeset.boxes import Box, Run, beside, blank, column, heighten, repeated, stack, text_box, widen
from tutor.typeset.glyphs import Glyphs, shown
from tutor.typeset.widths import cells

_SLANTS = {"⟨": "╱╲", "⟩": "╲╱", "/": "╱╱", "\\": "╲╲"}


def bracket(sign: str, above: int, below: int, glyphs: Glyphs) -> Box:
    """A bracket that reaches `above` rows over the baseline and `below` under it."""
    height = above + below + 1
    if not sign or height == 1:
        return text_box(shown(sign, glyphs))
    if sign in _SLANTS:
        return _slanted(sign, above, below, glyphs)
    pieces = glyphs.brackets.get(sign)
    if pieces is None:
        return text_box(shown(sign, glyphs))
    if height == 2 and glyphs.charset == "ascii" and sign in ("(", ")"):
        return column([sign] * height, above)
    rows = [pieces.filler] * height
    rows[0], rows[-1] = pieces.top, pieces.bottom
    if pieces.middle != pieces.filler and height > 2:
        rows[min(max(above, 1), height - 2)] = pieces.middle
    return column([shown(text, glyphs) for text in rows], above)


def _slanted(sign: str, above: int, below: int, glyphs: Glyphs) -> Box:
    """Angle brackets and slashes: one cell further to the side with every row."""
    height = above + below + 1
    if sign in ("⟨", "⟩"):
        places = [min(number, height - 1 - number) for number in range(height)]
        width = max(places) + 1
        places = [width - 1 - place for place in places] if sign == "⟨" else places
    else:
        width = height
        places = list(range(height)) if sign == "\\" else list(reversed(range(height)))
    pair = _SLANTS[sign] if glyphs.charset is None else _SLANTS[sign].replace("╱", "/").replace("╲", "\\")
    signs = [pair[number >= height // 2] for number in range(height)]
    if height % 2 and sign in ("⟨", "⟩"):
        signs[height // 2] = shown(sign, glyphs)
    return Box(
        tuple(
            (Run(" " * place + text + " " * (width - 1 - place)),) for place, text in zip(places, signs, strict=True)
        ),
        width,
        above,
    )


def enclosed(left: str, body: Box, right: str, glyphs: Glyphs, pad: bool = False) -> Box:
    """A body between brackets of its height; `pad` leaves a cell inside a curly bracket."""
    if {left, right} & {"{", "}"} and body.height == 2:
        body = heighten(body, body.baseline, body.below + 1)
    above, below = body.baseline, body.below
    parts = [bracket(left, above, below, glyphs), body, bracket(right, above, below, glyphs)]
    if pad:
        parts.insert(2 if right and not left else 1, blank(1))
    return beside(parts)


def radical(body: Box, index: Box | None, glyphs: Glyphs) -> Box:
    """A root sign over a body; a small index stands before the sign."""
    sign = text_box(glyphs.radical)
    if body.height == 1:
        roofed = stack([repeated("_", body.width), body], 1)
        root = beside([sign, roofed])
    else:
        inner = beside([blank(1), body, blank(1)])
        roof = text_box(glyphs.corner + glyphs.bar * inner.width)
        wall = column([glyphs.rule] * body.height, body.baseline)
        covered = stack([roof, beside([wall, inner])], 1)
        foot = stack([blank(sign.width, body.height), sign], 1)
        root = beside([foot._replace(baseline=covered.baseline), covered])
    if index is None:
        return root
    if index.height == 1 and body.height == 1 and glyphs.superscripts:
        return beside([index, root])
    foot_row = root.height - 1 - root.baseline
    raised = index.rows + blank(index.width).rows
    return beside([Box(raised, index.width, len(raised) - 1 - foot_row), root])


def braced(body: Box, over: bool, glyphs: Glyphs) -> Box:
    """A horizontal brace as wide as the body (at least three cells), over or under it."""
    body = widen(body, 3)
    first, line, peak, last = glyphs.brace_over if over else glyphs.brace_under
    spare = body.width - 3
    brace = text_box(first + line * (spare // 2) + peak + line * (spare - spare // 2) + last)
    return stack([brace, body], 1) if over else stack([body, brace], 0)


def framed(body: Box, glyphs: Glyphs) -> Box:
    """A frame around a body."""
    line = glyphs.bar * (body.width + 2)
    wall = column([glyphs.rule] * body.height, body.baseline)
    middle = beside([wall, blank(1), body, blank(1), wall])
    corners = glyphs.crosses[::2]
    return stack([text_box(corners[0] + line + corners[1]), middle, text_box(corners[3] + line + corners[4])], 1)


def accented(kind: str, body: Box, glyphs: Glyphs) -> Box:
    """A body with an accent in a row of its own; lines and arrows are as wide as the body."""
    sign = glyphs.accents[kind]
    spare = body.width - cells(sign)
    if kind in ("overline", "underline", "underbar"):
        sign = sign * body.width
    elif kind.startswith(("over", "under")) and spare > 0:
        bar = glyphs.bar * spare
        sign = sign[0] + bar + sign[1:] if "left" in kind or "paren" in kind else bar + sign
    mark = text_box(sign)
    return stack([body, mark], 0) if kind.startswith("under") else stack([mark, body], 1)
