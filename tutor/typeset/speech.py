"""Tree → words, for people who listen: what a formula means where that can be told, else what stands on the paper."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

from tutor.typeset.application import (
    arguments_after,
    condition,
    ends_raised,
    is_name,
    is_operator,
    is_simple,
    takes_arguments,
)
from tutor.typeset.bars import fenced
from tutor.typeset.derivatives import Derivative, derivative
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
    items,
)
from tutor.typeset.spacing import Placed, placed
from tutor.typeset.spoken import Lexicon, en, es
from tutor.typeset.spoken.grids import say_grid
from tutor.typeset.spoken.scripts import say_scripts
from tutor.typeset.spoken.voice import SPEAKERS, complete, say, waits
from tutor.typeset.symbols import GREEK, letter_and_accent

Lang = Literal["es", "en"]
_LEXICONS: dict[str, Lexicon] = {"es": es.LEXICON, "en": en.LEXICON}
_NABLA = Symbol("∇")
_GREEK_NAMES = {sign: name.removeprefix("var") for name, sign in GREEK.items()}


def speak(node: Node, lang: Lang) -> str:
    """A formula in words: “derivada parcial de C respecto de w es igual a …”."""
    text = say(node, _LEXICONS[lang])
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([.,;:])(?=\s|[.,;:]|$)", r"\1", text)
    return re.sub(r"[,;]+(?=[.,;])|,$", "", text)


def _row(node: Node, words: Lexicon) -> str:
    row = list(placed(_with_names(fenced(node), words)))
    parts = [part.node for part in row]
    said: list[str] = []
    place = 0
    while place < len(parts):
        if place and row[place].gap >= 2:
            said.append(",")
        elif place and _is_product(row[place - 1], row[place]) and not waits(said[-1], words):
            said.append(words.signs["·"])
        text, place = _next(parts, place, words)
        said.append(text)
    return " ".join(text for text in said if text)


def _with_names(node: Node, words: Lexicon) -> Node:
    """A row in which letters that spell a known function are its name: ``max(0, z)`` without a backslash."""
    found: list[Node] = []
    for part in items(node):
        found.append(part)
        for length in range(min(6, len(found)), 2, -1):
            letters = found[-length:]
            name = "".join(letter.text for letter in letters if isinstance(letter, Symbol) and letter.style == "italic")
            if len(name) == length and name in words.names:
                found[-length:] = [Symbol(name)]
                break
    return Row(tuple(found))


def _is_product(before: Placed, after: Placed) -> bool:
    """Whether two neighbours are factors that would run into each other without a “times”: one of them a fraction."""
    factors = before.right in ("ord", "close", "inner") and after.left in ("ord", "op", "inner")
    waiting = derivative(before.node)
    if (
        not factors
        or (waiting is not None and waiting.of is None)
        or isinstance(after.node, Text)
        or (isinstance(before.node, Symbol | Text) and _is_prefix(before.node))
    ):
        return False
    return isinstance(before.node, Fraction) or isinstance(after.node, Fraction)


def _is_prefix(node: Symbol | Text) -> bool:
    return node.text in ("∂", "∇", "d", "Δ", "…", "⋯") or isinstance(node, Text)


def _next(parts: Sequence[Node], place: int, words: Lexicon) -> tuple[str, int]:
    """What the part at a place says, together with its arguments when it is a function, and the place after it."""
    node = parts[place]
    if _is(node, "→", "⟶") and any(_is(part, ":") for part in parts[:place]):
        return words.phrases["into"], place + 1
    name = say(node, words)
    if waits(name, words) and (place + 1 == len(parts) or _is_end(parts[place + 1], node)):
        return words.phrases["nabla"] if node == _NABLA else complete(name, words), place + 1
    arguments, end = arguments_after(parts, place + 1) if takes_arguments(node) else (None, place)
    if arguments is None:
        waiting = is_operator(node) and place + 1 < len(parts) and not waits(name, words)
        return (words.phrases["of"].format(name=name) if waiting else name), place + 1
    short = all(map(_is_short, arguments))
    if not short and not (is_operator(node) or is_name(node)):
        return name, place + 1
    said = f" {words.signs[',']} ".join(_argument(argument, words) for argument in arguments)
    if not short:
        said = words.phrases["group"].format(open=words.signs["("], body=said, close=words.signs[")"])
    if waits(name, words):
        return f"{name} {said}", end
    return words.phrases["apply"].format(name=name, arguments=said), end


def _is(node: Node, *signs: str) -> bool:
    return isinstance(node, Symbol) and node.text in signs


def _is_end(node: Node, waiting: Node) -> bool:
    """Whether a sign leaves something that waits without what it waits for; a minus after a sum does not."""
    ends = ("rel", "punct", "close", "bin") if waiting == _NABLA else ("rel", "punct", "close")
    return isinstance(node, Symbol) and node.atom in ends


def _is_short(argument: Node) -> bool:
    sides = condition(argument)
    return all(is_simple(side) and not ends_raised(side) for side in sides)


def _argument(argument: Node, words: Lexicon) -> str:
    """An argument; the bar of ``P(A | B)`` is “given”."""
    return f" {words.phrases['given']} ".join(_row(side, words) for side in condition(argument))


def _symbol(node: Symbol, words: Lexicon) -> str:
    text = node.text
    if text in words.signs:
        return words.signs[text]
    if text in _GREEK_NAMES:
        return _GREEK_NAMES[text]
    if text in words.names:
        return words.names[text]
    if set(text) == {"′"}:
        return " ".join([words.signs["′"]] * len(text))
    found = letter_and_accent(text)
    if found is not None and found[1] in words.accents:
        return words.accents[found[1]].format(body=found[0])
    return unicodedata.normalize("NFKC", text)


def _text(node: Text, words: Lexicon) -> str:
    return words.names.get(node.text.strip(), node.text)


def _operator(node: Operator, words: Lexicon) -> str:
    if node.name in words.signs:
        return words.phrases["of"].format(name=words.signs[node.name])
    return words.names.get(node.name, node.name)


def _fraction(node: Fraction, words: Lexicon) -> str:
    found = derivative(node)
    if found is not None:
        return _derivative(found, words)
    upper, lower = _row(node.numerator, words), _row(node.denominator, words)
    if not node.bar:
        return words.phrases["binomial"].format(upper=upper, lower=lower)
    simple = is_simple(node.numerator) and is_simple(node.denominator)
    return words.phrases["over" if simple else "fraction"].format(upper=upper, lower=lower)


def _derivative(found: Derivative, words: Lexicon) -> str:
    kind = "partial" if found.partial else "total"
    by = _row(found.by[0], words)
    for variable in found.by[1:]:
        by = words.phrases["and"].format(left=by, right=_row(variable, words))
    name = words.phrases[f"{kind}_name"]
    if found.order is not None:
        order = _row(found.order, words)
        known = order in words.orders
        name = words.phrases["nth" if known else "nth_other"].format(order=words.orders.get(order, order), name=name)
    if found.of is None:
        return words.phrases["derivative_operator"].format(name=name, by=by)
    return words.phrases["derivative"].format(name=name, of=_row(found.of, words), by=by)


def _root(node: Root, words: Lexicon) -> str:
    body = _row(node.radicand, words)
    if node.index is not None:
        return words.phrases["root_n"].format(index=_row(node.index, words), body=body)
    return words.phrases["root" if is_simple(node.radicand) else "root_long"].format(body=body)


def _accent(node: Accent, words: Lexicon) -> str:
    body = _row(node.body, words)
    return words.accents.get(node.kind, "{body}").format(body=body)


def _body(node: Brace | Boxed, words: Lexicon) -> str:
    return _row(node.body, words)


def _boxed(node: Boxed, words: Lexicon) -> str:
    return words.phrases["boxed"].format(body=_row(node.body, words))


def _marked(node: Marked, words: Lexicon) -> str:
    body = _row(node.body, words)
    return words.phrases["cancelled"].format(body=body) if node.mark == "cancel" else body


def _fenced(node: Fenced, words: Lexicon) -> str:
    body = _row(node.body, words)
    if isinstance(node.body, Fraction) and not node.body.bar:
        return body
    if node.left == "{" and node.right == "}" and len(sides := condition(node.body)) == 2:
        body = f" {words.phrases['such_that']} ".join(_row(side, words) for side in sides)
    phrase = words.brackets.get(node.left + node.right)
    if phrase is not None:
        return phrase.format(body=body)
    opening, closing = (words.signs.get(sign, sign) for sign in (node.left, node.right))
    return words.phrases["group"].format(open=opening, body=body, close=closing)


def _delimiter(node: Delimiter, words: Lexicon) -> str:
    return words.signs.get(node.text, node.text)


def _nothing(node: Node, words: Lexicon) -> str:
    return ""


SPEAKERS |= {
    Symbol: _symbol,
    Text: _text,
    Space: _nothing,
    Operator: _operator,
    Row: _row,
    Fraction: _fraction,
    Root: _root,
    Scripts: say_scripts,
    Accent: _accent,
    Brace: _body,
    Fenced: _fenced,
    Delimiter: _delimiter,
    Grid: say_grid,
    Marked: _marked,
    Boxed: _boxed,
    Phantom: _nothing,
}
