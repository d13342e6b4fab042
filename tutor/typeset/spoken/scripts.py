"""Subscripts, powers, limits and what else stands above or below, in words."""

from dataclasses import replace
from functools import cache

from tutor.typeset.application import ends_raised, is_simple, label_of, solid, text_of
from tutor.typeset.nodes import Brace, Delimiter, Fenced, Node, Operator, Row, Scripts, Symbol, items
from tutor.typeset.spoken import Lexicon
from tutor.typeset.spoken.voice import complete, say, waits


def say_scripts(node: Scripts, words: Lexicon) -> str:
    if isinstance(node.base, Operator):
        return _limits(node, node.base, words)
    if isinstance(node.base, Brace):
        label = node.sup if node.base.over else node.sub
        phrase = words.phrases["label_above" if node.base.over else "label_below"]
        return (
            phrase.format(body=say(node.base, words), label=say(label, words))
            if label is not None
            else say(node.base, words)
        )
    special = _by(node, words) or _at(node, words)
    if special:
        return special
    said = say(node.base, words)
    text = _scripted(words.phrases["nabla"] if text_of(node.base) == "∇" else complete(said, words), node, words)
    return words.phrases["of"].format(name=text) if waits(said, words) else text


def _by(node: Scripts, words: Lexicon) -> str:
    """``∇_w`` and ``∂_w``: a gradient, a partial derivative with respect to w."""
    phrase = {"∇": "gradient_by", "∂": "partial_operator"}.get(text_of(node.base), "")
    if not phrase or node.sub is None or node.sup is not None:
        return ""
    return words.phrases[phrase].format(by=say(node.sub, words))


def _at(node: Scripts, words: Lexicon) -> str:
    """What stands at the foot of a bar: the place where something is evaluated, or the limits of a difference."""
    base = node.base
    if isinstance(base, Fenced) and (base.left, base.right) == ("", "|"):
        body = say(base.body, words)
    elif text_of(base) == "|" or (isinstance(base, Delimiter) and base.text == "|"):
        body = ""
    else:
        return ""
    if node.sub is None:
        return ""
    below, above = say(node.sub, brief(words)), say(node.sup, brief(words)) if node.sup is not None else ""
    place = words.phrases["between" if above else "at"].format(below=below, above=above)
    return f"{body}, {place},"


def _scripted(text: str, node: Scripts, words: Lexicon) -> str:
    if node.stacked:
        for script, phrase in ((node.sub, "below"), (node.sup, "above")):
            if script is not None:
                text = words.phrases[phrase].format(base=text, script=say(script, words))
        return text
    if node.sub is not None:
        phrase = "sub" if is_simple(node.sub) else "sub_letters" if _spells(node.sub) else "sub_long"
        text = words.phrases[phrase].format(base=text, script=say(node.sub, words))
    return text if node.sup is None else _raised(text, node.sup, words)


def _spells(script: Node) -> bool:
    """Whether a script is letters and digits alone, as the indices of a matrix."""
    return all(isinstance(part, Symbol) and part.atom == "ord" for part in items(script))


_POWERS = {
    "2": "squared",
    "3": "cubed",
    "T": "transposed",
    "⊤": "transposed",
    "⊺": "transposed",
    "*": "starred",
    "∗": "starred",
    "⋆": "starred",
    "∘": "degrees",
    "°": "degrees",
}


_PRIMES = {1: "prime", 2: "prime_double", 3: "prime_triple"}


def _raised(base: str, script: Node, words: Lexicon) -> str:
    """A base with what is above it: squared, transposed, prime, to the power …"""
    parts = solid(script)
    texts = [part.text if isinstance(part, Symbol) else "" for part in parts]
    if texts and texts[0] and set(texts[0]) == {"′"}:
        count = len(texts[0])
        base = words.phrases[_PRIMES.get(count, "primes")].format(base=base, count=count)
        return _raised(base, Row(tuple(parts[1:])), words) if parts[1:] else base
    if len(texts) == 1 and texts[0] in _POWERS:
        return words.phrases[_POWERS[texts[0]]].format(base=base)
    label = label_of(script)
    if label is not None:
        phrase = "label" if is_simple(label) else "label_long"
        return words.phrases[phrase].format(base=base, script=say(label, words))
    phrase = "power" if is_simple(script) and not ends_raised(script) else "power_long"
    return words.phrases[phrase].format(base=base, script=say(script, words))


def _limits(node: Scripts, base: Operator, words: Lexicon) -> str:
    """An operator with its limits, up to the “of” that what follows completes."""
    short = brief(words)
    name = words.signs.get(base.name) or words.names.get(base.name, base.name)
    below = say(node.sub, short) if node.sub is not None else ""
    above = say(node.sup, short) if node.sup is not None else ""
    if below and above:
        return words.phrases["from_to"].format(name=name, below=below, above=above)
    if below:
        phrase = {"lim": "as", "log": "base"}.get(base.name, "for")
        return words.phrases[phrase].format(name=name, below=below)
    if base.name.isascii() and node.sup is not None:
        return words.phrases["of"].format(name=_raised(name, node.sup, words))
    return words.phrases["up_to"].format(name=name, above=above)


@cache
def brief(words: Lexicon) -> Lexicon:
    """The words for limits, where relations are said more shortly."""
    return replace(words, signs={**words.signs, **words.brief})
