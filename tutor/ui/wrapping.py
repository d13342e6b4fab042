"""Lines of prose: broken between words, and inside a formula only where one may breathe."""

from rich.cells import cell_len
from textual.content import Content

_TIGHT, _OPERATOR, _RELATION = "\ue000", "\ue001", "\ue002"
"""Stand for the spaces of a formula: inside brackets or between factors, after an operator, after a relation."""

LONG = 32
"""A formula of more cells may be broken after a relation even where a line of its own would hold it."""

_RELATIONS = frozenset("=≠<>≤≥≈≡→⇒∈,;")
_OPERATORS = frozenset("+−±·×⊙-*")
_OPENING, _CLOSING = frozenset("([{⟨"), frozenset(")]}⟩")


def glued(formula: Content) -> Content:
    """A formula whose spaces are no places to break a line at."""
    return Content("".join(_glue(formula.plain)), list(formula.spans))


def _glue(text: str) -> list[str]:
    glue, depth = list(text), 0
    for place, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING)
        if character == " ":
            before = text[place - 1 : place]
            loose = depth <= 0 and (before in _RELATIONS or before in _OPERATORS)
            glue[place] = _TIGHT if not loose else _RELATION if before in _RELATIONS else _OPERATOR
    return glue


def unglued(content: Content) -> Content:
    """The same with spaces again."""
    plain = content.plain
    for glue in (_TIGHT, _OPERATOR, _RELATION):
        plain = plain.replace(glue, " ")
    return content if plain == content.plain else Content(plain, list(content.spans))


def wrap(content: Content, width: int) -> list[Content]:
    """Lines no wider than `width`: a formula is broken only when it is long, after a relation before anywhere else."""
    width = max(1, width)
    plain = content.plain
    for glue, longest in ((_RELATION, min(LONG, width)), (_OPERATOR, width), (_TIGHT, width)):
        if glue in plain:
            plain = " ".join(word.replace(glue, " ") if cell_len(word) > longest else word for word in plain.split(" "))
    loosened = Content(plain, list(content.spans))
    return [unglued(line.rstrip()) for line in loosened.wrap(width)] or [Content("")]
