"""What to say where a text breaks off or goes on in a way the grammar does not know."""

from collections.abc import Mapping, Sequence

from tutor.answers.characters import describe
from tutor.answers.tokens import COMPARISONS, SEPARATORS, ReadError, Token
from tutor.answers.tree import Span

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


def unexpected(token: Token, before: Token, openers: Sequence[Span]) -> ReadError:
    """About a token that cannot stand after what was read; `openers` are the brackets that are open."""
    if token.kind == "end" and openers:
        return ReadError("unclosed", openers[0])
    if token.kind in _CLOSERS:
        return ReadError("mismatched" if openers else "unopened", token.at, bracket=token.text)
    if token.kind in ("_", "⟨", "⟩"):
        return ReadError("character", token.at, character=describe(token.text[:1]))
    return ReadError(_CODES.get(token.kind, "unexpected"), token.at, text=token.text or before.text)


def missing(token: Token, before: Token, openers: Sequence[Span]) -> ReadError:
    """About a token in whose place a number, a name or a bracket should stand."""
    if token.kind == "end" and openers and before.kind not in _OPERATORS:
        return ReadError("unclosed", openers[0])
    if before.kind in SEPARATORS and token.kind in (*_CLOSERS, "end"):
        return ReadError("comma.last", before.at)
    if token.kind in _CLOSERS and not openers:
        return ReadError("unopened", token.at, bracket=token.text)
    if token.kind in _CLOSERS and before.kind in ("(", "[", "{"):
        return ReadError("nothing", token.at)
    if token.kind == "_":
        return ReadError("character", token.at, character=describe("_"))
    return ReadError(_MISSING.get(token.kind, "operand"), token.at)
