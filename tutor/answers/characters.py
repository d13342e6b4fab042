"""Characters: what people type or paste, folded one by one so that every position in the text survives.

Never a whole-string normalisation: ``x²`` must not become ``x2``, and the caret must stand where the learner's does.
"""

import re
import unicodedata

SUPERSCRIPTS = dict(
    zip(
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿ",
        "0123456789+-()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθ",
        strict=True,
    )
)
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", "0123456789aehijklmnoprstuvxβγρφχ", strict=True))
FRACTIONS = {
    character: tuple(unicodedata.normalize("NFKC", character).split("\u2044")) for character in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
}

BOLD = {"𝟏": "ones", "𝟙": "ones", "𝟎": "zeros"}

GREEK = {
    letter: name
    for name, letters in {
        "alpha": "α",
        "beta": "βϐ",
        "gamma": "γ",
        "delta": "δ",
        "epsilon": "εϵ",
        "zeta": "ζ",
        "eta": "η",
        "theta": "θϑ",
        "iota": "ι",
        "kappa": "κϰ",
        "lambda": "λ",
        "mu": "μµ",
        "nu": "ν",
        "xi": "ξ",
        "pi": "πϖ",
        "rho": "ρϱ",
        "sigma": "σς",
        "tau": "τ",
        "upsilon": "υ",
        "phi": "φϕ",
        "chi": "χ",
        "psi": "ψ",
        "omega": "ω",
        "Gamma": "Γ",
        "Delta": "Δ∆",
        "Theta": "Θ",
        "Lambda": "Λ",
        "Xi": "Ξ",
        "Pi": "Π",
        "Sigma": "Σ",
        "Phi": "Φ",
        "Psi": "Ψ",
        "Omega": "ΩΩ",
    }.items()
    for letter in letters
}

GREEK_LETTERS = {name: letter for letter, name in reversed(GREEK.items())}

_ALIKE = {
    "-": "−–‐‑‒—―﹣－",
    "*": "∗✕✖⨯＊﹡",
    "×": "",
    "·": "⋅•∙‧・･",
    "/": "÷∕⁄／ᐟ",
    "+": "＋﹢",
    "=": "＝",
    "|": "∣｜❘│",
    "‖": "∥",
    "'": "′’‘ʼ＇´‵",
    '"': "″“”„＂",
    "√": "",
    "∛": "",
    "∜": "",
    "⟨": "〈",
    "⟩": "〉",
    "⊙": "∘◦⊚⨀",
    "≤": "⩽≦",
    "≥": "⩾≧",
    "≠": "",
    "(": "❨❪⟮﹙（",
    ")": "❩❫⟯﹚）",
    "[": "［⟦",
    "]": "］⟧",
    "{": "｛❴﹛",
    "}": "｝❵﹜",
    ",": "，",
    ";": "；",
    "<": "＜﹤",
    ">": "＞﹥",
    "^": "＾ˆ",
    "i": "î",
    "j": "ĵ",
    "_": "＿",
    " ": "\t\u00a0\u202f\u205f\u2060\u2061\u2062\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C))),
    "\n": "\r\x0b\x0c\x85\u2028\u2029",
}


class _Folding(dict[int, str]):
    """Code point → folded character, computed once each; a character that folds to none stays itself."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_one(chr(code))
        return folded


def _fold_one(character: str) -> str:
    if character in SUPERSCRIPTS or character in SUBSCRIPTS or character in FRACTIONS or character in GREEK:
        return character
    if unicodedata.category(character) == "Nd" and character not in BOLD:
        return str(unicodedata.digit(character))
    if unicodedata.decomposition(character).startswith(("<wide>", "<font>")):
        plain = unicodedata.normalize("NFKC", character)
        if plain in GREEK or (plain.isascii() and plain.isalpha()):
            return plain
    return character


_FOLDING = _Folding()
_FOLDING.update((ord(letter), GREEK_LETTERS[name]) for letter, name in GREEK.items())
for _plain, _others in _ALIKE.items():
    _FOLDING[ord(_plain)] = _plain
    _FOLDING.update((ord(other), _plain) for other in _others)


def fold(text: str) -> str:
    """The text with typographic variants as plain characters: one character for each, in the same places."""
    if text.isascii():
        return re.sub(r"[\t\r\x0b\x0c]", lambda found: " " if found[0] == "\t" else "\n", text)
    return text.translate(_FOLDING)


def describe(character: str) -> str:
    """How to name a character in a message: itself when it can be seen, and its code (never a raw control)."""
    code = f"U+{ord(character):04X}"
    if unicodedata.category(character)[0] in "LNPS" and character not in "\u3164\u115f\u1160\uffa0":
        return f"{character} ({code})"
    return code
