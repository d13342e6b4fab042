"""Tree → words, for people who listen: what a formula means where that can be told, else what stands on the paper."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Literal

from tutor.typeset.application import (
    arguments_after,
    ends_raised,
    is_name,
    is_operator,
    is_simple,
    solid,
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
    aligned_pairs,
    items,
)
from tutor.typeset.spacing import Placed, placed
from tutor.typeset.spoken import Lexicon, en, es
from tutor.typeset.symbols import GREEK, letter_and_accent

Lang = Literal["es", "en"]
_LEXICONS: dict[str, Lexicon] = {"es": es.LEXICON, "en": en.LEXICON}
_GREEK_NAMES = {sign: name.removeprefix("var") for name, sign in GREEK.items()}


def speak(node: Node, lang: Lang) -> str:
    """A formula in words: “derivada parcial de C respecto de w es igual a …”."""
    text = _say(node, _LEXICONS[lang])
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([.,;:])", r"\1", text)
    return re.sub(r"[,;]+(?=[,;])|,$", "", text)


def _say(node: Node, words: Lexicon) -> str:
    return _SPEAKERS[type(node)](node, words)


def _row(node: Node, words: Lexicon) -> str:
    row = list(placed(_with_names(fenced(node), words)))
    parts = [part.node for part in row]
    said: list[str] = []
    place = 0
    while place < len(parts):
        if place and row[place].gap >= 2:
            said.append(",")
        elif place and _is_product(row[place - 1], row[place]):
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
        or (isinstance(before.node, Symbol | Text) and _is_prefix(before.node))
    ):
        return False
    return isinstance(before.node, Fraction) or isinstance(after.node, Fraction)


def _is_prefix(node: Symbol | Text) -> bool:
    return node.text in ("∂", "∇", "d", "Δ", "…", "⋯") or isinstance(node, Text)


def _next(parts: Sequence[Node], place: int, words: Lexicon) -> tuple[str, int]:
    """What the part at a place says, together with its arguments when it is a function, and the place after it."""
    node = parts[place]
    name = _say(node, words)
    arguments, end = arguments_after(parts, place + 1) if takes_arguments(node) else (None, place)
    if arguments is None:
        waits = is_operator(node) and place + 1 < len(parts) and not _ends_with_of(name, words)
        return (words.phrases["of"].format(name=name) if waits else name), place + 1
    short = all(is_simple(argument) and not ends_raised(argument) for argument in arguments)
    if not short and not (is_operator(node) or is_name(node)):
        return name, place + 1
    said = _listed(arguments, words)
    if not short:
        said = words.phrases["group"].format(open=words.signs["("], body=said, close=words.signs[")"])
    if _ends_with_of(name, words):
        return f"{name} {said}", end
    return words.phrases["apply"].format(name=name, arguments=said), end


def _ends_with_of(name: str, words: Lexicon) -> bool:
    return name.endswith(words.phrases["of"].format(name=""))


def _listed(nodes: Sequence[Node], words: Lexicon) -> str:
    return f" {words.signs[',']} ".join(_row(node, words) for node in nodes)


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
    if found.of is None:
        text = words.phrases[f"{kind}_operator"].format(by=by)
    else:
        text = words.phrases[kind].format(of=_row(found.of, words), by=by)
    if found.order is None:
        return text
    order = _row(found.order, words)
    if order in words.orders:
        return words.phrases["nth"].format(order=words.orders[order], derivative=text)
    return words.phrases["nth_other"].format(order=order, derivative=text)


def _root(node: Root, words: Lexicon) -> str:
    body = _row(node.radicand, words)
    if node.index is not None:
        return words.phrases["root_n"].format(index=_row(node.index, words), body=body)
    return words.phrases["root" if is_simple(node.radicand) else "root_long"].format(body=body)


def _scripts(node: Scripts, words: Lexicon) -> str:
    if isinstance(node.base, Operator):
        return _limits(node, node.base, words)
    if isinstance(node.base, Brace):
        label = node.sup if node.base.over else node.sub
        phrase = words.phrases["label_above" if node.base.over else "label_below"]
        return (
            phrase.format(body=_row(node.base, words), label=_row(label, words))
            if label is not None
            else _row(node.base, words)
        )
    said = _row(node.base, words)
    waiting = _ends_with_of(said, words)
    text = _scripted(said.removesuffix(words.phrases["of"].format(name="")) if waiting else said, node, words)
    return words.phrases["of"].format(name=text) if waiting else text


def _scripted(text: str, node: Scripts, words: Lexicon) -> str:
    if node.stacked:
        for script, phrase in ((node.sub, "below"), (node.sup, "above")):
            if script is not None:
                text = words.phrases[phrase].format(base=text, script=_row(script, words))
        return text
    if node.sub is not None:
        phrase = "sub" if is_simple(node.sub) else "sub_long"
        text = words.phrases[phrase].format(base=text, script=_row(node.sub, words))
    return text if node.sup is None else _raised(text, node.sup, words)


_POWERS = {
    "2": "squared",
    "3": "cubed",
    "T": "transposed",
    "⊤": "transposed",
    "⊺": "transposed",
    "*": "starred",
    "∗": "starred",
    "⋆": "starred",
}


def _raised(base: str, script: Node, words: Lexicon) -> str:
    """A base with what is above it: squared, transposed, prime, to the power …"""
    parts = solid(script)
    texts = [part.text if isinstance(part, Symbol) else "" for part in parts]
    if texts and texts[0] and set(texts[0]) == {"′"}:
        for _ in texts[0]:
            base = words.phrases["prime"].format(base=base)
        return _raised(base, Row(tuple(parts[1:])), words) if parts[1:] else base
    if len(texts) == 1 and texts[0] in _POWERS:
        return words.phrases[_POWERS[texts[0]]].format(base=base)
    phrase = "power" if is_simple(script) else "power_long"
    return words.phrases[phrase].format(base=base, script=_row(script, words))


def _limits(node: Scripts, base: Operator, words: Lexicon) -> str:
    """An operator with its limits, up to the “of” that what follows completes."""
    brief = _brief(words)
    name = words.signs.get(base.name) or words.names.get(base.name, base.name)
    below = _row(node.sub, brief) if node.sub is not None else ""
    above = _row(node.sup, brief) if node.sup is not None else ""
    if below and above:
        return words.phrases["from_to"].format(name=name, below=below, above=above)
    if below:
        phrase = {"lim": "as", "log": "base"}.get(base.name, "for")
        return words.phrases[phrase].format(name=name, below=below)
    if base.name.isascii() and node.sup is not None:
        return words.phrases["of"].format(name=_raised(name, node.sup, words))
    return words.phrases["up_to"].format(name=name, above=above)


@cache
def _brief(words: Lexicon) -> Lexicon:
    return replace(words, signs={**words.signs, **words.brief})


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
    phrase = words.brackets.get(node.left + node.right)
    if phrase is not None:
        return phrase.format(body=body)
    opening, closing = (words.signs.get(sign, sign) for sign in (node.left, node.right))
    return words.phrases["group"].format(open=opening, body=body, close=closing)


def _delimiter(node: Delimiter, words: Lexicon) -> str:
    return words.signs.get(node.text, node.text)


def _grid(node: Grid, words: Lexicon) -> str:
    if node.kind == "cases":
        return words.phrases["cases"].format(body="; ".join(_case(cells, words) for cells in node.rows))
    if node.kind in ("aligned", "stack"):
        return "; ".join(", ".join(_row(pair, words) for pair in aligned_pairs(cells)) for cells in node.rows)
    rows, columns = len(node.rows), max(map(len, node.rows))
    lines = [", ".join(_row(cell, words) or words.phrases["empty"] for cell in cells) for cells in node.rows]
    if columns == 1 and rows > 1:
        text = words.phrases["column_vector"].format(rows=rows, body="; ".join(lines))
    elif rows == 1:
        text = words.phrases["row_vector"].format(columns=columns, body=lines[0])
    else:
        numbered = [words.phrases["row"].format(number=number, body=text) for number, text in enumerate(lines, 1)]
        text = words.phrases["matrix"].format(rows=rows, columns=columns, body="; ".join(numbered))
    return words.phrases["determinant"].format(matrix=text) if node.left == "|" else text


def _case(cells: tuple[Node, ...], words: Lexicon) -> str:
    value, *conditions = (_row(_without_comma(cell), words) for cell in cells)
    condition = " ".join(conditions)
    if not condition:
        return value
    spoken = isinstance(solid(cells[1])[0], Text) if solid(cells[1]) else False
    return f"{value} {condition}" if spoken else words.phrases["case"].format(value=value, condition=condition)


def _without_comma(cell: Node) -> Node:
    parts = solid(cell)
    return Row(tuple(parts[:-1])) if parts and parts[-1] in (Symbol(",", "punct"), Symbol(";", "punct")) else cell


def _nothing(node: Node, words: Lexicon) -> str:
    return ""


_SPEAKERS: dict[type, Callable[[Any, Lexicon], str]] = {
    Symbol: _symbol,
    Text: _text,
    Space: _nothing,
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
    Marked: _marked,
    Boxed: _boxed,
    Phantom: _nothing,
}
