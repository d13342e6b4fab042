"""The lexer: folded text → tokens, one at a time, each with its place; what it does not know it refuses there."""

import re
from collections.abc import Mapping
from fractions import Fraction

from tutor.answers import latex_input, numerals, runs
from tutor.answers.characters import BOLD, FRACTIONS, SUBSCRIPTS, SUPERSCRIPTS, describe
from tutor.answers.scanner import Scanner
from tutor.answers.tokens import ReadError, Token
from tutor.answers.tree import Number

MOST_TOKENS = 300

_SPACE = re.compile(r"(?: |(?<=[^ ~])~(?=[^ ~])|\\[,;:! ])+")
_SPACE_IN_BRACKETS = re.compile(r"(?:[ \n]|(?<=[^ ~])~(?=[^ ~])|\\[,;:! ])+")
_SPACING = frozenset(" ~\\\n")
_OPERATOR = re.compile(
    r"\*\*|<=|>=|=<|=>|==|!=|~=|&&|\.\*|\./|\.\^|\.'|:=|->|//"
    r"|[-+*×·/^!',;:=<>≤≥≠()\[\]{}⟨⟩|‖√∛∜⊙⊗&⊤∧∨_]|\\\\|\\\||\\[{}]"
)
_MATRIX_OPERATOR = re.compile(r"\.dot(?= ?\()|\.transpose\(\)|\.T(?![A-Za-z])|@|\.(?= ?[A-Za-z(\[])")
_MATRIX_KINDS: Mapping[str, str] = {".T": "'", ".transpose()": "'", ".dot": "·", "@": "@", ".": "·"}
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


class Lexer(Scanner):
    """The tokens of a folded text."""

    def next(self) -> Token:
        """The next token; ``end`` at the end of the text."""
        self.count += 1
        if self.count > MOST_TOKENS:
            raise ReadError("long", (self.place, self.end))
        return self.ready.popleft() if self.ready else self.scan(False)

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
        if character in "∑Σ" and self.names.shaped and "Sigma" not in self.names.words:
            return self.operator("∑", start, start + 1, spaced)
        if character.isalpha() and (letters := self.match(runs.LETTERS)):
            if letters[0] not in self.names.words and self.skip(runs.MODULE):
                return self.scan(spaced)
            return runs.letters(self, letters, spaced)
        if character == "\\" and self._divides():
            return self.operator("\\", start, start + 1, spaced)
        if character == "\\" and (command := self.match(latex_input.COMMAND)):
            return latex_input.command(self, command, spaced) or self.scan(True)
        if operator := self.match(_OPERATOR):
            return self.operator(operator[0], start, operator.end(), spaced)
        return self.special(character, start, spaced)

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
            return self.superscripts(start)
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

    def _divides(self) -> bool:
        r"""Whether a backslash divides from the left here, ``A\\b``: among matrices, before what is no command."""
        if not self.names.shaped:
            return False
        found = self.match(latex_input.COMMAND)
        if found is None:
            return self.text[self.place + 1 : self.place + 2] == "("
        return latex_input.named(self, found[1]) is None and self.names.split(found[1]) is not None

    def _is_raised_bar(self, place: int) -> bool:
        """Whether a bar stands between two raised characters: ``x¹⁄²``."""
        return self.text[place] == "/" and self.text[place + 1 : place + 2] in SUPERSCRIPTS

    def superscripts(self, start: int) -> Token:
        """The tokens of an exponent typed in raised characters, ``⁵⁺³``: each stands where its character does."""
        end = start
        while end < self.end and (self.text[end] in SUPERSCRIPTS or self._is_raised_bar(end)):
            end += 1
        plain = "".join(SUPERSCRIPTS.get(character, character) for character in self.text[start:end])
        inner = Lexer(plain, self.names, self.other, self.met)
        inner.exponent = True
        tokens: list[Token] = []
        try:
            while (token := inner.next()).kind != "end":
                tokens.append(token._replace(start=start + token.start, end=start + token.end))
        except ReadError as problem:
            raise ReadError("superscript", (start + problem.at[0], start + problem.at[1])) from None
        self.count += inner.count
        self.place = end
        return self.emit(Token("superscript", start, end, plain), *tokens, Token("shut", end, end, ")"))
