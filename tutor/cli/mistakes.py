"""The name of a mistake in words."""

from tutor.typeset import plain
from tutor.words import Lang, Message, codes, say


def named(mistake: str, lang: Lang) -> str:
    """``B1: Multiply by the derivative of the inside: it is missing.``; the id alone where it is a lesson's own."""
    code = f"mistake.{mistake}"
    return f"{mistake}: {plain(say(Message(code), lang))}" if code in codes(lang) else mistake
