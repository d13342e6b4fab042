"""The lexer: folded text → tokens, one at a time, each with its place; what it does not know it refuses there."""

import re
from collections import deque
from collections.abc import Mapping
from fractions import Fraction

from tutor.answers import latex_input, numerals, runs
from tutor.answers.characters import BOLD, FRACTIONS, SUBSCRIPTS, SUPERSCRIPTS, describe
from tutor.answers.names import Names
from tutor.answers.tokens import ReadError, Token
from tutor.answers.tree import Number
from tutor.words import Message

MOST_TOKENS = 300

_BODY = re.compile(r"(?s).*[\w)\]}|'!](?=[ \n]*\.[ \n]*\Z)|.*[^ \n]|")
"""The text without the spaces and the full stop at its end."""
_SPACE = re.compile(r"(?:[ ~]|\\[,;:! ])+")
_SPACE_IN_BRACKETS = re.compile(r"(?:[ ~\n]|\\[,;:! ])+")
_SPACING = frozenset(" ~\\\n")
_OPERATOR = re.compile(
    r"\*\*|<=|>=|=<|=>|==|!=|~=|\.\*|\./|\.\^|\.'|:=|->|<-|//"
    r"|[-+*×·/^!',;:=<>≤≥≠()\[\]{}⟨⟩|‖√∛∜⊙⊗&⊤_]|\\\\|\\\||\\[{}]"
)
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
}
_REFUSED: Mapping[str, str] = {
    ":=": "equation",
    "->": "character",
    "<-": "comparison",
    "//": "operand",
    "=>": "comparison",
    "~=": "comparison",
}
_MATRIX_OPERATOR = re.compile(r"\.T(?![A-Za-z])|@|\.(?= ?[A-Za-z(\[])")
_MATRIX_KINDS: Mapping[str, str] = {".T": "'", "@": "*", ".": "·"}
_PERCENT_CONSTANT = re.compile(r"%(e|pi|i)(?![A-Za-z])")
_CODES: Mapping[str, str] = {
    ".": "dot",
    "\n": "lines",
    "∞": "infinite",
    "∂": "derivative",
    "∇": "derivative",
    "%": "percent",
    **dict.fromkeys('"`«»', "quotes"),
}
"""What to say of a character that has no place in a formula."""


class Lexer:
    r"""The tokens of a folded text.

    `exponent` is set while an exponent begins, where ``T`` may mean transposed; `single` where LaTeX takes one
    character (``\frac12``). `other` names the ambiguities to be read the other way, `met` collects those that were met.
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
        self.ready: deque[Token] = deque()

    def next(self) -> Token:
        """The next token; ``end`` at the end of the text."""
        self.count += 1
        if self.count > MOST_TOKENS:
            raise ReadError("long", (self.place, self.end))
        return self.ready.popleft() if self.ready else self.scan(False)

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

    def scan(self, spaced: bool) -> Token:
        """The token at the current place; `spaced` where a space was already passed."""
        if self.text[self.place : self.place + 1] in _SPACING:
            spaced = self.skip(_SPACE_IN_BRACKETS if self.depth else _SPACE) or spaced
        start = self.place
        if start >= self.end:
            return Token("end", self.end, self.end, spaced=spaced)
        character = self.text[start]
        if character in "0123456789." and (numeral := self.match(numerals.NUMBER)):
            return numerals.number(self, numeral, spaced)
        if character.isalpha() and (letters := self.match(runs.LETTERS)):
            return runs.letters(self, letters, spaced)
        if character == "\\" and (command := self.match(latex_input.COMMAND)):
            return latex_input.command(self, command, spaced)
        if operator := self.match(_OPERATOR):
            return self.operator(operator[0], start, operator.end(), spaced)
        return self.special(character, start, spaced)

    def operator(self, text: str, start: int, end: int, spaced: bool) -> Token:
        """The operator or bracket `text` that stands at ``start:end``."""
        if text in _REFUSED:
            raise ReadError(_REFUSED[text], (start + (text == "//"), end), character=text)
        self.place = end
        kind = _KINDS.get(text, text)
        if kind in "([{⟨":
            self.depth += 1
        elif kind in ")]}⟩":
            self.depth = max(0, self.depth - 1)
        return Token(kind, start, end, text, spaced=spaced)

    def special(self, character: str, start: int, spaced: bool) -> Token:
        """What is written with one unusual character, or only where matrices are spoken of."""
        if self.names.matrices and (found := self.match(_MATRIX_OPERATOR)):
            self.place = found.end()
            return Token(_MATRIX_KINDS[found[0]], start, self.place, found[0], spaced=spaced)
        constant = self.match(_PERCENT_CONSTANT)
        if constant and (constant[1] != "i" or self.names.complex):
            self.place = constant.end()
            return Token("constant", start, self.place, constant[1], spaced=spaced)
        if character in SUPERSCRIPTS:
            return numerals.superscripts(self, start)
        if character in FRACTIONS:
            return numerals.fraction(self, start, spaced)
        self.place = end = start + 1
        if character in BOLD:
            return Token(BOLD[character], start, end, character, spaced=spaced)
        digit = SUBSCRIPTS.get(character, "")
        if digit.isdigit():
            number = Number(Fraction(digit), digit)
            return self.emit(Token("_", start, end, character), Token("number", start, end, digit, number))
        raise ReadError(_CODES.get(character, "character"), (start, end), character=describe(character))
