"""How formulas are said, one table a language. `Lexicon` is what a new language has to fill in."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of a language: of signs, of function names, of accents, and the phrases that join them.

    `brief` are signs said more shortly inside limits; `orders` the ordinals of derivatives.
    """

    signs: Mapping[str, str]
    brief: Mapping[str, str]
    names: Mapping[str, str]
    accents: Mapping[str, str]
    brackets: Mapping[str, str]
    orders: Mapping[str, str]
    phrases: Mapping[str, str]
