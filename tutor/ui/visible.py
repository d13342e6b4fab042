"""What nobody could see is made visible: control, bidirectional and other invisible characters in shown text."""

import unicodedata

_CONTROL_PICTURES = 0x2400
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_KEPT = frozenset("\n")


def visible(text: str) -> str:
    """The text with every character that acts instead of showing replaced by a sign of one column."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(character if _shows(character) else _sign(character) for character in text)


def _shows(character: str) -> bool:
    return character in _KEPT or unicodedata.category(character) not in _HIDDEN


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return "␡" if code == 0x7F else "�"
