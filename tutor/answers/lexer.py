"""The lexer: folded text → tokens, one at a time, each with its place. What it does not know it refuses with that place."""

import difflib
import re
from collections import deque
from fractions import Fraction
from typing import NamedTuple

from tutor.answers import latex_input
from tutor.answers.characters import FRACTIONS, GREEK, SUBSCRIPTS, SUPERSCRIPTS, describe
from tutor.answers.names import Names, Word, bare
from tutor.answers.tree import Number, Span
from tutor.words import Message

MOST_TOKENS = 500
MOST_DIGITS = 40
LARGEST_EXPONENT = 300


class Problem(Exception):
    """The text cannot be read: a message and the place it is about."""

    def __init__(self, code: str, at: Span, /, **args: str | int | Message) -> None:
        super().__init__(code)
        self.message = Message(f"read.{code}", args)
        self.at = at


class Token(NamedTuple):
    """A piece of the text. `kind` is ``number``, ``name``, ``constant``, ``function``… or the operator itself."""

    kind: str
    start: int
    end: int
    text: str = ""
    number: Number | None = None
    spaced: bool = False


_SPACE = re.compile(r"(?:[ ~]|\\[,;:! ])+")
_NUMBER = re.compile(r"[0-9]+(?:\.(?![*/^'])[0-9]*)?|\.[0-9]+")
_SCIENTIFIC = re.compile(r"e([0-9]+)|E([+-]?[0-9]+)")
_LETTERS = re.compile("[A-Za-záéíóú" + "".join(GREEK) + "]+")
_SUFFIX = re.compile(
    "["
    + "".join(SUBSCRIPTS)
    + r"]+|[0-9]+|_ ?(?:\{[^{}]{1,20}\}|\([^(){}]{1,20}\)|[0-9]+|[A-Za-z]+|["
    + "".join(GREEK)
    + "])"
)
_WORDS = re.compile(
    r"(?i)(?P<otherwise>en otro caso|en caso contrario|en otra parte|si no|sino|otherwise|else|en el resto|resto)\b"
    r"|(?P<if>if|si|when|cuando|where)\b"
)
_OPERATOR = re.compile(
    r"\*\*|<=|>=|=<|=>|==|!=|~=|\.\*|\./|\.\^|\.'|:=|->|<-|//|\|\||[-+*·/^!',;:=<>≤≥≠()\[\]{}|‖√⊙⊗&⊤_]|\\\\|\\\||\\[{}]"
)
_KINDS = {
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
_REFUSED = {
    ":=": "equation",
    "->": "character",
    "<-": "comparison",
    "//": "operand",
    "=>": "comparison",
    "~=": "comparison",
}
_GROUP = re.compile(r" *\{ *([^{}\\]*?) *\}| *([A-Za-z0-9])")
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?")
_INFINITE = frozenset(("oo", "inf", "infinity", "infinito", "nan", "NaN", "zoo", "Inf", "Infinity"))
_ACCENTS = str.maketrans("áéíóú", "aeiou")


class Lexer:
    """Tokens of a folded text. `exponent` is set while an exponent is read, where ``T`` may mean
    transposed; `single` takes one character as LaTeX does in ``\\frac12``."""

    def __init__(self, text: str, names: Names, other: frozenset[str], met: dict[str, Message | None]) -> None:
        self.text = text
        self.names = names
        self.other = other
        self.met = met
        self.place = 0
        self.count = 0
        self.depth = 0
        self.exponent = False
        self.single = False
        self.end = len(text.rstrip(" \n"))
        self.ready: deque[Token] = deque()

    def next(self) -> Token:
        """The next token; ``end`` at the end of the text."""
        self.count += 1
        if self.count > MOST_TOKENS:
            raise Problem("long", (self.place, self.end))
        return self.ready.popleft() if self.ready else self._scan()

    def choose(self, what: str, notice: Message | None = None) -> bool:
        """Whether the other reading of an ambiguity is asked for; it is noted as met."""
        self.met.setdefault(what, notice)
        return what in self.other

    def _scan(self) -> Token:
        text, spaced = self.text, False
        while True:
            space = _SPACE.match(text, self.place, self.end)
            if space:
                self.place, spaced = space.end(), True
            elif self.depth and text[self.place : self.place + 1] == "\n":
                self.place, spaced = self.place + 1, True
            else:
                break
        start = self.place
        if start >= self.end:
            return Token("end", self.end, self.end, spaced=spaced)
        character = text[start]
        if character.isdigit() and character.isascii() or character == "." and _NUMBER.match(text, start, self.end):
            return self._number(start, spaced)
        if _LETTERS.match(character):
            return self._letters(start, spaced)
        if character == "\\" and (command := _COMMAND.match(text, start, self.end)):
            return self._command(command, spaced)
        operator = _OPERATOR.match(text, start, self.end)
        if operator:
            return self._operator(operator[0], start, spaced)
        if character in SUPERSCRIPTS:
            return self._superscripts(start)
        if character in FRACTIONS:
            return self._fraction(start, spaced)
        raise self._unexpected(character, start)

    def _unexpected(self, character: str, start: int) -> Problem:
        if character == "." and not self.text[start + 1 : self.end].strip():
            self.place = self.end
            return Problem("dot", (start, start + 1))
        codes = {".": "dot", "\n": "lines", "∞": "infinite", "∂": "derivative", "∇": "derivative", "%": "percent"}
        if character in codes:
            return Problem(codes[character], (start, start + 1))
        if character in '"`«»':
            return Problem("quotes", (start, start + 1))
        return Problem("character", (start, start + 1), character=describe(character))

    # numbers

    def _number(self, start: int, spaced: bool) -> Token:
        found = _NUMBER.match(self.text, start, self.end)
        assert found is not None
        digits, end = found[0], found.end()
        if self.single:
            self.place = start + 1
            return Token("number", start, start + 1, digits[0], Number(Fraction(digits[0]), digits[0]), spaced)
        after = self.text[end : end + 2]
        if after[:1] == "," and after[1:].isdigit() and not self.depth and "." not in digits:
            digits, end = self._decimal_comma(digits, end)
        if self.text[end : end + 1] == "." and end + 1 < self.end and not _OPERATOR.match(self.text, end):
            raise Problem("dots", (end, end + 1))
        if len(digits) > MOST_DIGITS:
            raise Problem("digits", (start, end))
        value = Fraction(digits)
        power = _SCIENTIFIC.match(self.text, end, self.end)
        if (
            power
            and (power[2] or "e" not in self.names.variables)
            and not self.choose(
                "scientific", Message("read.notice.scientific", {"text": self.text[start : power.end()]})
            )
        ):
            exponent = power[1] or power[2]
            if len(exponent) > 5 or abs(int(exponent)) > LARGEST_EXPONENT:
                raise Problem("large", (start, power.end()))
            digits, end, value = f"{digits}e{int(exponent)}", power.end(), value * Fraction(10) ** int(exponent)
        self.place = end
        return Token("number", start, end, digits, Number(value, digits), spaced)

    def _decimal_comma(self, digits: str, comma: int) -> tuple[str, int]:
        fraction = re.compile("[0-9]+").match(self.text, comma + 1)
        assert fraction is not None
        if len(fraction[0]) == 3 and len(digits) < 4 and digits.strip("0"):
            raise Problem(
                "thousands", (comma, comma + 1), whole=digits + fraction[0], decimal=f"{digits}.{fraction[0]}"
            )
        number = f"{digits}.{fraction[0]}"
        self.met["comma"] = Message("read.notice.comma", {"typed": f"{digits},{fraction[0]}", "number": number})
        return number, fraction.end()

    def _fraction(self, start: int, spaced: bool) -> Token:
        above, below = FRACTIONS[self.text[start]]
        self.place = end = start + 1
        self.ready.extend(
            (
                Token("number", start, end, above, Number(Fraction(above), above)),
                Token("/", start, end, "/"),
                Token("number", start, end, below, Number(Fraction(below), below)),
                Token("shut", start, end, ")"),
            )
        )
        return Token("virtual", start, end, "(", spaced=spaced)

    # operators

    def _operator(self, text: str, start: int, spaced: bool) -> Token:
        kind = _KINDS.get(text, text)
        if text == "||":
            text = kind = "|"
        if text in _REFUSED:
            raise Problem(_REFUSED[text], (start + (text == "//"), start + len(text)), character=text)
        if kind in "([{":
            self.depth += 1
        elif kind in ")]}":
            self.depth = max(0, self.depth - 1)
        self.place = start + len(text)
        return Token(kind, start, self.place, text, spaced=spaced)

    def _superscripts(self, start: int) -> Token:
        end = start
        while end < self.end and self.text[end] in SUPERSCRIPTS:
            end += 1
        plain = "".join(SUPERSCRIPTS[character] for character in self.text[start:end])
        inner = Lexer(plain, self.names, self.other, self.met)
        inner.exponent = True
        try:
            while (token := inner.next()).kind != "end":
                self.ready.append(token._replace(start=start + token.start, end=start + token.end))
        except Problem as problem:
            raise Problem("superscript", (start + problem.at[0], start + problem.at[1])) from None
        self.count += inner.count
        self.ready.append(Token("shut", end, end, ")"))
        self.place = end
        return Token("superscript", start, end, plain)

    # words

    def _letters(self, start: int, spaced: bool) -> Token:
        found = _LETTERS.match(self.text, start, self.end)
        assert found is not None
        keyword = _WORDS.match(self.text, start, self.end)
        if keyword and (self.names.dialect == "standard" or self.depth) and found[0] not in self.names.words:
            self.place = keyword.end()
            return Token(str(keyword.lastgroup), start, keyword.end(), keyword[0], spaced=spaced)
        letters = found[0][:1] if self.single else found[0]
        return self._word(letters.translate(_ACCENTS), start, start + len(letters), spaced)

    def _word(self, letters: str, start: int, end: int, spaced: bool) -> Token:
        """The tokens of a run of letters at ``start:end`` and of the digits or the subscript that follow it."""
        self.place = end
        names, suffix = self.names, _SUFFIX.match(self.text, end, self.end)
        if suffix:
            tokens = self._with_suffix(letters, start, end, suffix[0], spaced)
            if tokens:
                self.ready.extend(tokens[1:])
                return tokens[0]
        if self.exponent and letters[0] == "T" and names.words.get("T") is None and names.split(letters) is None:
            self.place = end if len(letters) == 1 else start + 1
            return Token("transpose", start, self.place, "T", spaced=spaced)
        pieces = names.split(letters)
        if letters in _INFINITE and letters not in names.words and names.dialect == "standard":
            raise Problem("infinite", (start, end))
        if pieces is None:
            raise self._unknown(letters, (start, end))
        if any(word.sort == "function" for _, word in pieces) and names.compounds(letters, pieces):
            apart = names.split(letters, apart=True)
            if self.choose("apart", Message("read.notice.apart", {"text": letters})) and apart:
                pieces = apart
        if (
            suffix
            and suffix[0][0] != "_"
            and pieces[-1][1].sort not in ("function", "rewritten")
            and "scientific" not in self.other
        ):
            raise self._digits_after(letters, suffix[0], (start, end))
        if suffix and suffix[0].isdigit() and pieces[-1][1].sort == "function" and self.text[suffix.end() :][:1] == "(":
            name, digits = letters[-pieces[-1][0] :], suffix[0]
            raise Problem("function.digits", (start, suffix.end()), function=name, digits=digits)
        if suffix and suffix[0][0] == "_" and pieces[-1][1].name != "log":
            raise self._unknown(letters + suffix[0], (start, suffix.end()))
        tokens = self._tokens(pieces, start, end, spaced)
        self.ready.extend(tokens[1:])
        return tokens[0]

    def _tokens(self, pieces: tuple[tuple[int, Word], ...], start: int, end: int, spaced: bool) -> list[Token]:
        if len(pieces) == 1:
            return [Token(pieces[0][1].sort, start, end, pieces[0][1].name, spaced=spaced)]
        tokens = []
        for length, word in pieces:
            tokens.append(Token(word.sort, start, start + length, word.name, spaced=spaced))
            start, spaced = start + length, False
        return tokens

    def _with_suffix(self, letters: str, start: int, end: int, suffix: str, spaced: bool) -> list[Token] | None:
        """The tokens of ``xw_1``: known names and at last a known name with its subscript; None when there is none."""
        names = self.names
        shortest = 2 if suffix[0] == "_" and suffix[1:].isalpha() else len(suffix)
        for length in range(len(suffix), shortest - 1, -1):
            ending = suffix[:length]
            for cut in range(len(letters)):
                spelling = letters[cut:] + ending
                known = (
                    names.words.get(spelling)
                    or names.subscripted.get(bare(spelling))
                    or self._special(letters[cut:], ending, end + length)
                )
                head = names.split(letters[:cut]) if known and cut else ()
                if known and head is not None:
                    self.place = end + length
                    return [
                        *(self._tokens(head, start, start + cut, spaced) if head else ()),
                        Token(known.sort, start + cut, self.place, known.name, spaced=spaced and not cut),
                    ]
        return None

    def _special(self, base: str, ending: str, end: int) -> Word | None:
        plain = bare(ending)
        bracket = ending[0] == "_" or self.text[end : end + 1] == "("
        if bracket and (base + plain).lower() in ("log2", "log10", "norm2", "norm1", "atan2"):
            return self.names.word((base + plain).lower())
        if base == "I" and self.names.shapes and (plain.isdigit() or plain in self.names.variables):
            return Word("identity", plain)
        if self.names.dialect == "single-letter" and len(base) == 1 and ending[0] == "_":
            inner = ending[1:].strip("{}() ")
            return Word("variable", f"{base}_({inner})" if not inner.isalnum() else f"{base}_{inner}")
        return None

    def _unknown(self, name: str, at: Span) -> Problem:
        names = self.names
        if re.fullmatch(r"d[A-Za-z]?", name) and re.match(r" *(?:/ *d|\()", self.text[at[1] :]):
            return Problem("derivative", at)
        known = [*names.variables, *(word for word in names.words if len(word) > 2)]
        near = [word for word in names.variables if word.lower() == name.lower()]
        near += difflib.get_close_matches(name.lower(), known, 1, 0.7) if 1 < len(name) < 20 else []
        near += {"In": ["ln"], "Iog": ["log"], "sqr": ["sqrt"], "ex": ["e^x"], "I": ["i"] if names.complex else []}.get(
            name, []
        )
        if near:
            return Problem("unknown.near", at, name=name, near=near[-1])
        if not names.variables:
            return Problem("unknown.alone", at, name=name)
        return Problem("unknown", at, name=name, names=", ".join(names.variables))

    def _digits_after(self, letters: str, digits: str, at: Span) -> Problem:
        last = letters[-1]
        place = (at[1] - 1, at[1] + len(digits))
        return Problem(
            "subscript", place, name=last + digits, product=f"{last}*{bare(digits)}", power=f"{last}^{bare(digits)}"
        )

    # LaTeX

    def _command(self, found: re.Match[str], spaced: bool) -> Token:
        start, letters = found.start(), found[1]
        command = latex_input.longest_command(letters, self.names.functions_known)
        if command is None:
            raise Problem("command", (start, found.end()), command=found[0])
        self.place = end = start + 1 + len(command)
        if command in latex_input.SKIPPED:
            return self._skipped(command, start)
        if command in latex_input.SYMBOLS:
            return self._symbol(latex_input.SYMBOLS[command], start, end, spaced)
        if command in latex_input.LETTERS:
            return self._word(latex_input.LETTERS[command], start, end, spaced)
        if command in ("begin", "end"):
            return self._environment(command, start, spaced)
        if command in latex_input.FONTS:
            return self._font(command, start, spaced)
        return self._word(command, start, end, spaced)

    def _skipped(self, command: str, start: int) -> Token:
        if command in ("left", "right") and self.text[self.place : self.place + 1] == ".":
            self.place += 1
        return self._scan()._replace(spaced=True)

    def _symbol(self, kind: str, start: int, end: int, spaced: bool) -> Token:
        if kind in "∞∂∇":
            raise Problem("infinite" if kind == "∞" else "derivative", (start, end))
        if kind in "([{":
            self.depth += 1
        return Token(kind, start, end, kind, spaced=spaced)

    def _environment(self, command: str, start: int, spaced: bool) -> Token:
        group = _GROUP.match(self.text, self.place, self.end)
        name = (group[1] or "").rstrip("*") if group else ""
        if group is None or name not in latex_input.MATRICES | latex_input.CASES:
            raise Problem("command", (start, group.end() if group else self.place), command=f"\\{command}{{{name}}}")
        self.place = group.end()
        columns = _GROUP.match(self.text, self.place, self.end) if name == "array" and command == "begin" else None
        if columns and columns[1] is not None:
            self.place = columns.end()
        self.depth += 1 if command == "begin" else -1
        return Token("begin" if command == "begin" else "finish", start, self.place, name, spaced=spaced)

    def _font(self, command: str, start: int, spaced: bool) -> Token:
        group = _GROUP.match(self.text, self.place, self.end)
        word = (group[1] if group[1] is not None else group[2]) if group else ""
        if group is None or not word:
            return self._scan()._replace(spaced=True)
        bold = command not in ("text", "mathrm", "operatorname")
        if word in ("1", "0") and bold or (word == "I" and command in ("mathbb", "mathds")):
            self.place = group.end()
            return Token("zeros" if word == "0" else "ones", start, self.place, word, spaced=spaced)
        keyword = _WORDS.fullmatch(word)
        if keyword:
            self.place = group.end()
            return Token(str(keyword.lastgroup), start, self.place, word, spaced=spaced)
        if not _LETTERS.fullmatch(word):
            return self._scan()._replace(spaced=True)
        return self._word(word, start, group.end(), spaced)
