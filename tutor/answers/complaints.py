"""What to say where a text breaks off or goes on in a way the grammar does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tutor.answers.characters import describe
from tutor.answers.tokens import ReadError

if TYPE_CHECKING:
    from tutor.answers.grammar import Parser

COMPARISONS = frozenset(("<", "<=", ">", ">=", "==", "!="))
_CLOSERS = frozenset((")", "]", "}"))
_OPERATORS = frozenset(("+", "-", "*", "·", "×", "/", "^", ".*", "./", ".^", "⊙", "√", "∛", "∜"))
_CODES: Mapping[str, str] = {
    "=": "equation",
    ",": "list",
    ";": "list",
    "if": "condition",
    "!": "operand",
    "'": "prime",
    "number": "numbers",
    **dict.fromkeys(COMPARISONS, "comparison"),
}
_MISSING: Mapping[str, str] = {"=": "equation", "superscript": "base", "transpose": "base", "'": "quotes"}


def unexpected(parser: Parser) -> ReadError:
    """About the current token, which cannot stand after what was read."""
    token, before = parser.token, parser.previous
    if token.kind == "end" and parser.openers:
        return ReadError("unclosed", parser.openers[0])
    if token.kind in _CLOSERS:
        return ReadError("mismatched" if parser.openers else "unopened", token.at, bracket=token.text)
    if token.kind in ("_", "⟨", "⟩"):
        return ReadError("character", token.at, character=describe(token.text[:1]))
    return ReadError(_CODES.get(token.kind, "unexpected"), token.at, text=token.text or before.text)


def missing(parser: Parser) -> ReadError:
    """About the place where a number, a name or a bracket should stand and does not."""
    token, before = parser.token, parser.previous
    if token.kind == "end" and parser.openers and before.kind not in _OPERATORS:
        return ReadError("unclosed", parser.openers[0])
    if before.kind in (",", ";") and token.kind in (*_CLOSERS, "end"):
        return ReadError("comma.last", before.at)
    if token.kind in _CLOSERS and not parser.openers:
        return ReadError("unopened", token.at, bracket=token.text)
    if token.kind in _CLOSERS and before.kind in ("(", "[", "{"):
        return ReadError("nothing", token.at)
    if token.kind == "_":
        return ReadError("character", token.at, character=describe("_"))
    return ReadError(_MISSING.get(token.kind, "operand"), token.at)
