"""Saying a node: `speech` fills in who says what, everybody asks `say`."""

from collections.abc import Callable
from typing import Any

from tutor.typeset.nodes import Node
from tutor.typeset.spoken import Lexicon

SPEAKERS: dict[type, Callable[[Any, Lexicon], str]] = {}


def say(node: Node, words: Lexicon) -> str:
    """A node in words."""
    return SPEAKERS[type(node)](node, words)


def waits(text: str, words: Lexicon) -> bool:
    """Whether what was said is completed by what follows: “gradient of”, “sum over i of”."""
    return text.endswith(words.phrases["of"].format(name=""))


def complete(text: str, words: Lexicon) -> str:
    """What was said, without the “of” that nothing follows."""
    return text.removesuffix(words.phrases["of"].format(name=""))
