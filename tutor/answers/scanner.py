"""A folded text while it is cut into tokens: the place in it, the tokens that wait, the ambiguities met."""

import re
from collections import deque
from collections.abc import Mapping

from tutor.answers.names import Names
from tutor.answers.tokens import ReadError, Token
from tutor.words import Message

_BODY = re.compile(r"(?s).*[\w)\]}|'!](?=[ \n]*\.[ \n]*\Z)|.*[^ \n]|")
"""The text without the spaces and the full stop at its end."""
_ROW_GAP = re.compile(r"\[-?[0-9.]+ ?(?:pt|em|ex|mm|cm)\]")
r"""The space asked for after a row: ``\\[4pt]``."""
_KINDS: Mapping[str, str] = {
    "**": "^",
    "≤": "<=",
    "≥": ">=",
    "=<": "<=",
    "≠": "!=",
    ".'": "'",
    "\\|": "‖",
    "\\{": "{",
    "\\}": "}",
    "⊤": "transpose",
    "∧": "and",
    "∨": "or",
    "&&": "and",
}
_REFUSED: Mapping[str, str] = {
    ":=": "equation",
    "->": "character",
    "//": "operand",
    "=>": "comparison",
    "~=": "comparison",
}


class Scanner:
    r"""A place in a folded text.

    `exponent` is set while an exponent begins, where ``T`` may mean transposed; `single` where LaTeX takes one
    character (``\frac12``); `index` holds the letters that number components in a sum. `other` names the ambiguities
    to be read the other way, `met` collects those that were met.
    """

    def __init__(self, text: str, names: Names, other: frozenset[str], met: dict[str, Message | None]) -> None:
        body = _BODY.match(text)
        self.text = text
        self.end = body.end() if body else len(text)
        self.names = names
        self.other = other
        self.met = met
        self.place = len(text) - len(text.lstrip(" \n"))
        self.count = 0
        self.depth = 0
        self.exponent = False
        self.single = False
        self.index = ""
        self.ready: deque[Token] = deque()

    def choose(self, what: str, notice: Message | None = None) -> bool:
        """Whether the other reading of an ambiguity is asked for; it is noted as met."""
        self.met.setdefault(what, notice)
        return what in self.other

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """A match right after the current token."""
        return pattern.match(self.text, self.place, self.end)

    def skip(self, pattern: re.Pattern[str]) -> bool:
        """Step over what stands right after the current token, if it is that."""
        found = self.match(pattern)
        if found:
            self.place = found.end()
        return found is not None

    def emit(self, first: Token, *rest: Token) -> Token:
        """A token now and others after it."""
        self.ready.extend(rest)
        return first

    def operator(self, text: str, start: int, end: int, spaced: bool) -> Token:
        """The operator or bracket `text` that stands at ``start:end``."""
        if text in _REFUSED:
            raise ReadError(_REFUSED[text], (start + (text == "//"), end), character=text)
        self.place = end
        kind = _KINDS.get(text, text)
        if kind == "\\\\":
            self.skip(_ROW_GAP)
        if kind in "([{⟨":
            self.depth += 1
        elif kind in ")]}⟩":
            self.depth = max(0, self.depth - 1)
        return Token(kind, start, end, text, spaced=spaced)
