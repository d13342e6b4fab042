r"""Commands that put brackets around things: ``\left … \right``, ``\big``, ``\norm{…}``."""

from functools import partial

from tutor.typeset.lexer import Token
from tutor.typeset.nodes import Atom, Delimiter, Fenced, Node, Symbol, items, row
from tutor.typeset.pairing import fence
from tutor.typeset.parser import Handler, Parser
from tutor.typeset.symbols import DELIMITERS


def _delimiter(parser: Parser, at: Token) -> str:
    token = parser.take()
    bracket = DELIMITERS.get(parser.written(token)) if token.kind != "end" else None
    if bracket is None and token.text in ("⟨", "⟩", "‖", "⌊", "⌋", "⌈", "⌉"):
        return token.text
    if bracket is None:
        raise parser.fail("bad_delimiter", token, command=parser.written(at))
    return bracket


def _left(parser: Parser, at: Token) -> Node:
    left = _delimiter(parser, at)
    opening = parser.source[at.offset : parser.tokens[parser.place].offset].rstrip()
    found: list[Node] = []
    while True:
        found.extend(parser.parts())
        token = parser.take()
        if token.kind == "command" and token.text == "middle":
            found.append(Delimiter(_delimiter(parser, token), 0, "rel"))
        elif token.kind == "command" and token.text == "right":
            return fence(left, row(found), _delimiter(parser, token))
        elif token.kind == "end":
            raise parser.fail("unclosed", at, opening=opening)
        else:
            raise parser.fail("unexpected", token, found=parser.written(token))


_SIZES = {"big": 1, "Big": 3, "bigg": 3, "Bigg": 5}
_SIDES: dict[str, Atom | None] = {"": None, "l": "open", "r": "close", "m": "rel"}


def _big(parser: Parser, at: Token) -> Node:
    bare = at.text.rstrip("lrm")
    bracket = _delimiter(parser, at)
    natural: Atom = "open" if bracket and bracket in "([{⟨⌊⌈" else "close" if bracket and bracket in ")]}⟩⌋⌉" else "ord"
    return Delimiter(bracket, _SIZES[bare], _SIDES[at.text[len(bare) :]] or natural)


def _between(left: str, right: str, parser: Parser, at: Token) -> Node:
    parser.meets("*")
    return Fenced(left, parser.group(at), right)


def _divided(left: str, right: str, parser: Parser, at: Token) -> Node:
    r"""Brackets whose bars grow with them: ``\Set{x | x > 0}``."""
    parts = [
        Delimiter(part.text, 0, "rel") if isinstance(part, Symbol) and part.text in ("|", "‖") else part
        for part in items(parser.group(at))
    ]
    return Fenced(left, row(parts), right)


_PAIRS = {
    "norm": ("‖", "‖"),
    "abs": ("|", "|"),
    "bra": ("⟨", "|"),
    "ket": ("|", "⟩"),
    "braket": ("⟨", "⟩"),
    "ceil": ("⌈", "⌉"),
    "floor": ("⌊", "⌋"),
    **dict.fromkeys(("eval", "evaluated"), ("", "|")),
}
"""Commands that put brackets around their argument (packages physics, braket, mathtools)."""

FENCES: dict[str, Handler] = {
    "left": _left,
    **{size + side: _big for size in _SIZES for side in _SIDES},
    **{name: partial(_between, *pair) for name, pair in _PAIRS.items()},
    **dict.fromkeys(("set", "Set"), partial(_divided, "{", "}")),
    "Braket": partial(_divided, "⟨", "⟩"),
}
