"""Where a row says “f of x”: functions, their arguments, and what is heard as one thing."""

from collections.abc import Sequence

from tutor.typeset.nodes import (
    Accent,
    Delimiter,
    Fenced,
    Marked,
    Node,
    Operator,
    Row,
    Scripts,
    Space,
    Symbol,
    Text,
    items,
)

_CLOSING = {"(": ")", "[": "]"}
_BARS = (Symbol("|"), Symbol("|", "rel"), Delimiter("|", 0, "rel"), Delimiter("|", 1, "rel"), Delimiter("|", 3, "rel"))


def solid(node: Node) -> list[Node]:
    """The parts of a row without spaces."""
    return [part for part in items(node) if not isinstance(part, Space)]


def ends_raised(node: Node) -> bool:
    """Whether an argument ends in an exponent, which would be heard as the function's own."""
    last = solid(node)[-1]
    return isinstance(last, Scripts) and last.sup is not None and label_of(last.sup) is None


def label_of(script: Node) -> Node | None:
    """What stands in brackets above a letter, which numbers it and is no power: ``x^{(i)}``, ``W^{[l]}``."""
    parts = solid(script)
    if len(parts) == 1 and isinstance(parts[0], Fenced) and parts[0].left in ("(", "["):
        return parts[0].body
    if len(parts) < 3 or (text_of(parts[0]), text_of(parts[-1])) not in (("(", ")"), ("[", "]")):
        return None
    inner = parts[1:-1]
    return None if any(text_of(part) in ("(", ")", "[", "]") for part in inner) else Row(tuple(inner))


def takes_arguments(node: Node) -> bool:
    """Whether parentheses after a node may hold its arguments."""
    return is_operator(node) or is_name(node) or _is_letter(node)


def is_operator(node: Node) -> bool:
    """Whether a node is a named function or a big sign, with or without scripts."""
    return isinstance(node.base if isinstance(node, Scripts) else node, Operator)


def is_name(node: Node) -> bool:
    r"""Whether a word in upright letters stands for a function: ``\text{diag}(x)``."""
    base = node.base if isinstance(node, Scripts) else node
    return (
        isinstance(base, Text | Symbol)
        and len(base.text.strip()) > 1
        and base.text.strip().isalpha()
        and base.style == "plain"
    )


def _is_letter(node: Node) -> bool:
    base = node.base if isinstance(node, Scripts) else node
    base = base.body if isinstance(base, Accent) else base
    return isinstance(base, Symbol) and base.atom == "ord" and base.text[:1].isalpha()


def arguments_after(parts: Sequence[Node], place: int) -> tuple[list[Node] | None, int]:
    """The arguments in the parentheses that open at a place, and the place after them."""
    if place >= len(parts):
        return None, place
    opening = parts[place]
    pairs = "([" if _takes_brackets(parts[place - 1]) else "("
    if isinstance(opening, Fenced) and opening.left in pairs and opening.right == _CLOSING.get(opening.left):
        return _split(solid(opening.body)), place + 1
    if opening != Symbol("(", "open") and (opening != Symbol("[", "open") or pairs == "("):
        return None, place
    sign = text_of(opening)
    depth = 0
    for end in range(place, len(parts)):
        depth += {sign: 1, _CLOSING[sign]: -1}.get(text_of(parts[end]), 0)
        if depth == 0:
            return (_split(parts[place + 1 : end]), end + 1) if isinstance(parts[end], Symbol) else (None, place)
    return None, place


def _takes_brackets(node: Node) -> bool:
    """Whether square brackets after a node hold arguments too: ``E[X]``, ``Var[X]``."""
    name = text_of(node)
    return is_operator(node) or is_name(node) or (len(name) == 1 and name.isupper())


def condition(node: Node) -> list[Node]:
    """The two sides of the one bar between arguments, as in ``P(A | B)`` and ``{x | x > 0}``; else the node alone."""
    parts = items(node)
    depth = 0
    bars: list[int] = []
    for place, part in enumerate(parts):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(text_of(part), 0)
        if depth == 0 and part in _BARS:
            bars.append(place)
    if len(bars) != 1 or bars[0] in (0, len(parts) - 1):
        return [node]
    return [Row(parts[: bars[0]]), Row(parts[bars[0] + 1 :])]


def text_of(node: Node) -> str:
    """The text of a symbol, with or without scripts; empty for anything else."""
    base = node.base if isinstance(node, Scripts) else node
    return base.text if isinstance(base, Symbol) else ""


def _split(parts: Sequence[Node]) -> list[Node]:
    groups: list[list[Node]] = [[]]
    depth = 0
    for part in parts:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(text_of(part), 0)
        if depth == 0 and part == Symbol(",", "punct"):
            groups.append([])
        else:
            groups[-1].append(part)
    return [Row(tuple(group)) for group in groups]


def is_simple(node: Node) -> bool:
    """Whether a thing is heard as one without saying where it ends."""
    parts = solid(node)
    if not parts or len(parts) > 2:
        return False
    if len(parts) == 2 and not (isinstance(parts[0], Symbol) and (parts[0].text.isdecimal() or parts[0].text in "−d∂")):
        return False
    last = parts[-1]
    if isinstance(last, Scripts):
        return (
            not last.stacked
            and is_simple(last.base)
            and all(part is None or is_simple(label_of(part) or part) for part in (last.sub, last.sup))
        )
    if isinstance(last, Accent | Marked):
        return is_simple(last.body)
    return isinstance(last, Symbol | Text)
