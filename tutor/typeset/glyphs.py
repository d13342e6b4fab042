"""What a terminal can show: the pieces things are drawn with, and what stands in for signs it lacks."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tutor.typeset.symbols import BINARY, DOTS, GREEK, LETTERS, OPERATORS, RELATIONS, pairs


class Pieces(NamedTuple):
    """A bracket of several rows: its first, middle, last and other rows."""

    top: str
    middle: str
    bottom: str
    filler: str


@dataclass(frozen=True, slots=True, eq=False)
class Glyphs:
    """A repertoire. `charset` is the encoding whose characters it has; None has them all.

    `crosses` are where rules meet: corners, edges and the middle of a table, row by row.
    """

    name: str
    charset: str | None
    brackets: Mapping[str, Pieces]
    bar: str
    rule: str
    radical: str
    corner: str
    brace_under: tuple[str, str, str, str]
    brace_over: tuple[str, str, str, str]
    crosses: str
    superscripts: Mapping[str, str]
    subscripts: Mapping[str, str]
    accents: Mapping[str, str]


_SUPERSCRIPTS = pairs("""
    0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ − ⁻ = ⁼ ( ⁽ ) ⁾ ′ ′ ″ ″ ∘ ° ° °
    a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ h ʰ i ⁱ j ʲ k ᵏ l ˡ m ᵐ n ⁿ o ᵒ p ᵖ r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ
    A ᴬ B ᴮ D ᴰ E ᴱ G ᴳ H ᴴ I ᴵ J ᴶ K ᴷ L ᴸ M ᴹ N ᴺ O ᴼ P ᴾ R ᴿ T ᵀ U ᵁ V ⱽ W ᵂ ⊤ ᵀ ⊺ ᵀ β ᵝ γ ᵞ δ ᵟ θ ᶿ
""")
_SUBSCRIPTS = pairs("""
    0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ − ₋ = ₌ ( ₍ ) ₎
    a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ n ₙ o ₒ p ₚ r ᵣ s ₛ t ₜ u ᵤ v ᵥ x ₓ β ᵦ γ ᵧ ρ ᵨ φ ᵩ χ ᵪ
""")
_ACCENTS = {
    "hat": "^", "widehat": "^", "bar": "_", "overline": "_", "vec": "→", "overrightarrow": "→", "overleftarrow": "←",
    "overleftrightarrow": "↔", "tilde": "~", "widetilde": "~", "dot": "˙", "ddot": "¨", "dddot": "…", "check": "ˇ",
    "widecheck": "ˇ", "breve": "˘", "acute": "´", "grave": "`", "mathring": "˚", "underline": "‾", "underbar": "‾",
    "undertilde": "~", "underrightarrow": "→", "underleftarrow": "←", "underleftrightarrow": "↔",
    "overparen": "╭╮", "underparen": "╰╯",
}  # fmt: skip
_ASCII_ACCENTS = _ACCENTS | {
    "vec": "->", "overrightarrow": "->", "overleftarrow": "<-", "overleftrightarrow": "<->", "dot": ".", "ddot": "..",
    "dddot": "...", "check": "v", "widecheck": "v", "breve": "u", "acute": "'", "mathring": "o", "underline": "-",
    "underbar": "-", "underrightarrow": "->", "underleftarrow": "<-", "underleftrightarrow": "<->",
    "overparen": "/\\", "underparen": "\\/",
}  # fmt: skip

UNICODE = Glyphs(
    name="unicode",
    charset=None,
    brackets={
        "(": Pieces("⎛", "⎜", "⎝", "⎜"),
        ")": Pieces("⎞", "⎟", "⎠", "⎟"),
        "[": Pieces("⎡", "⎢", "⎣", "⎢"),
        "]": Pieces("⎤", "⎥", "⎦", "⎥"),
        "{": Pieces("⎧", "⎨", "⎩", "⎪"),
        "}": Pieces("⎫", "⎬", "⎭", "⎪"),
        "⌊": Pieces("⎢", "⎢", "⎣", "⎢"),
        "⌋": Pieces("⎥", "⎥", "⎦", "⎥"),
        "⌈": Pieces("⎡", "⎢", "⎢", "⎢"),
        "⌉": Pieces("⎤", "⎥", "⎥", "⎥"),
        "⟦": Pieces("╓", "║", "╙", "║"),
        "⟧": Pieces("╖", "║", "╜", "║"),
        "|": Pieces("│", "│", "│", "│"),
        "‖": Pieces("║", "║", "║", "║"),
        "↑": Pieces("↑", "│", "│", "│"),
        "↓": Pieces("│", "│", "↓", "│"),
        "↕": Pieces("↑", "│", "↓", "│"),
        "⇑": Pieces("⇑", "║", "║", "║"),
        "⇓": Pieces("║", "║", "⇓", "║"),
        "⇕": Pieces("⇑", "║", "⇓", "║"),
    },
    bar="─",
    rule="│",
    radical="√",
    corner="┌",
    brace_under=("╰", "─", "┬", "╯"),
    brace_over=("╭", "─", "┴", "╮"),
    crosses="┌┬┐├┼┤└┴┘",
    superscripts=_SUPERSCRIPTS,
    subscripts=_SUBSCRIPTS,
    accents=_ACCENTS,
)

_BOX_BRACKETS = {
    "(": Pieces("┌", "│", "└", "│"),
    ")": Pieces("┐", "│", "┘", "│"),
    "{": Pieces("┌", "┤", "└", "│"),
    "}": Pieces("┐", "├", "┘", "│"),
    "⌊": Pieces("│", "│", "└", "│"),
    "⌋": Pieces("│", "│", "┘", "│"),
    "⌈": Pieces("┌", "│", "│", "│"),
    "⌉": Pieces("┐", "│", "│", "│"),
    "|": Pieces("│", "│", "│", "│"),
    "‖": Pieces("║", "║", "║", "║"),
}
BLOCK = Glyphs(
    name="block",
    charset="cp437",
    brackets=_BOX_BRACKETS | {"[": _BOX_BRACKETS["("], "]": _BOX_BRACKETS[")"]},
    bar="─",
    rule="│",
    radical="√",
    corner="┌",
    brace_under=("└", "─", "┬", "┘"),
    brace_over=("┌", "─", "┴", "┐"),
    crosses="┌┬┐├┼┤└┴┘",
    superscripts={},
    subscripts={},
    accents=_ASCII_ACCENTS,
)

_PLAIN_BRACKETS = {
    "(": Pieces("/", "|", "\\", "|"),
    ")": Pieces("\\", "|", "/", "|"),
    "[": Pieces("[", "[", "[", "["),
    "]": Pieces("]", "]", "]", "]"),
    "{": Pieces("/", "<", "\\", "|"),
    "}": Pieces("\\", ">", "/", "|"),
    "⌊": Pieces("|", "|", "L", "|"),
    "⌋": Pieces("|", "|", "J", "|"),
    "⌈": Pieces("F", "|", "|", "|"),
    "⌉": Pieces("7", "|", "|", "|"),
    "|": Pieces("|", "|", "|", "|"),
    "‖": Pieces("||", "||", "||", "||"),
}
ASCII = Glyphs(
    name="ascii",
    charset="ascii",
    brackets=_PLAIN_BRACKETS,
    bar="-",
    rule="|",
    radical="\\/",
    corner="+",
    brace_under=("\\", "_", "v", "/"),
    brace_over=("/", "-", "^", "\\"),
    crosses="+++++++++",
    superscripts={},
    subscripts={},
    accents=_ASCII_ACCENTS,
)

_JOINING = frozenset(BINARY.values()) | frozenset(RELATIONS.values())
"""Signs that need room on both sides when they are spelled: ``1 times q``, but ``2pi``."""
_STROKE = "\u0338"
_NAMED = {sign: name for table in (DOTS, BINARY, RELATIONS, LETTERS, GREEK) for name, sign in reversed(table.items())}
_STAND_INS = {
    **{sign: name for name, (sign, _) in OPERATORS.items() if not sign.isascii()},
    **_NAMED,
    **pairs("""
        − - · * ÷ div ∗ ast ∘ circ ⊙ (*) ⊕ (+) ⊖ (-) ⊘ (/) ≤ <= ≥ >= ≠ != ≈ ~= ≡ == ∼ ~ ≪ << ≫ >> ⩽ <= ⩾ >= ± +- ∓ -+
        → -> ← <- ↔ <-> ⇒ => ⇐ <== ⇔ <=> ↦ |-> ⟶ --> ⟵ <-- ⟹ ==> ⟸ <== ⟺ <==> ⟷ <--> ⟼ |--> ≔ := … ... ⋯ ... ⋮ : ⋱ \\
        ⋰ / ′ ' ″ '' ‖ || ⟨ < ⟩ > ∂ @ ∞ oo ∑ sum ∏ prod ∫ int √ sqrt ⌊ |_ ⌋ _| ⌈ |^ ⌉ ^| ∣ | ∥ parallel ∅ {} ᵀ T ‘ `
        ı i ȷ j ł l Ł L ø o/ Ø O/ æ ae Æ AE œ oe Œ OE ß ss ℒ L ˙ . ¨ .. ˇ v ˘ u ´ ' ˚ o ‾ - ⊤ T ⊺ T ⋅ * « << » >> “ "
        ” " ’ ' – - — -- ¿ ? ¡ ! ⟦ [[ ⟧ ]] ⌜ |^ ⌝ ^| ° deg ║ || │ | ─ -
    """),
}


@lru_cache(maxsize=4096)
def shown(text: str, glyphs: Glyphs) -> str:
    """A text in the characters of a repertoire: itself, or what stands in for the characters that are missing."""
    if glyphs.charset is None or text.isascii():
        return text
    return "".join(
        character if _has(glyphs.charset, character) else _stand_in(character, glyphs.charset) for character in text
    )


def collide(before: str, after: str, glyphs: Glyphs) -> bool:
    """Whether a stand-in of several letters (``alpha`` for α) would read as one word with its neighbour."""
    left, right = shown(before, glyphs), shown(after, glyphs)
    spelled = len(left) > len(before) or len(right) > len(after)
    apart = left[-1:].isalpha() or (left[-1:].isdecimal() and after in _JOINING)
    return spelled and apart and right[:1].isalnum()


def lacks(text: str, glyphs: Glyphs) -> bool:
    """Whether a repertoire has no character of its own for a sign."""
    return glyphs.charset is not None and not text.isascii() and not _has(glyphs.charset, text)


def _stand_in(character: str, charset: str) -> str:
    if character in _STAND_INS:
        return _STAND_INS[character]
    apart = unicodedata.normalize("NFD", character)
    if apart[1:] == _STROKE:
        return f"not {_STAND_INS.get(apart[0], apart[0])}"
    letters = "".join(part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))
    return letters if letters and all(_has(charset, letter) for letter in letters) else "?"


def _has(charset: str, character: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return character.isprintable()


def choose_glyphs(encoding: str | None, term: str | None = None, *, ascii_only: bool = False) -> Glyphs:
    """The repertoire for an output encoding and the ``TERM`` of the terminal, or ASCII where that is asked for."""
    name = (encoding or "ascii").lower().replace("_", "-")
    if ascii_only or term in ("dumb", "vt100", "vt102", "vt220"):
        return ASCII
    if name in ("cp437", "cp850", "cp858", "ibm437", "ibm850"):
        return BLOCK
    if not name.startswith(("utf", "cp65001", "gb18030")):
        return ASCII
    return BLOCK if term == "linux" else UNICODE
