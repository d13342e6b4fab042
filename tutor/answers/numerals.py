"""Numbers as people type them: decimals with a point or a comma, ``2e3``, ``½``, and exponents like ``²³``."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from tutor.answers.characters import FRACTIONS, SUPERSCRIPTS
from tutor.answers.tokens import ReadError, Token
from tutor.answers.tree import Number
from tutor.words import Message

if TYPE_CHECKING:
    from tutor.answers.lexer import Lexer

NUMBER = re.compile(r"[0-9]+(?:\.(?![*/^'])[0-9]*)?|\.[0-9]+")
MOST_DIGITS = 40
LARGEST_EXPONENT = 300

_FRACTION = re.compile(r",([0-9]+)")
_SCIENTIFIC = re.compile(r"e([+-]?[0-9]+)|E([+-]?[0-9]+)")
_SECOND_POINT = re.compile(r"\.(?![*/^'])(?=.)")


def number(lexer: Lexer, found: re.Match[str], spaced: bool) -> Token:
    """A number; one digit of it where LaTeX takes one character."""
    start, digits = found.start(), found[0]
    if lexer.single and digits[0] != ".":
        lexer.place = start + 1
        return Token("number", start, start + 1, digits[0], Number(Fraction(digits[0]), digits[0]), spaced)
    lexer.place = found.end()
    digits = digits.removesuffix(".")
    if "." not in digits and not lexer.depth and not lexer.names.rows:
        digits += _decimal_comma(lexer, digits)
    if second := lexer.match(_SECOND_POINT):
        raise ReadError("dots", (second.start(), second.start() + 1))
    if len(digits) > MOST_DIGITS:
        raise ReadError("digits", (start, lexer.place))
    digits += _power_of_ten(lexer, start)
    return Token("number", start, lexer.place, digits, Number(_exact(digits), digits), spaced)


def _exact(digits: str) -> Fraction:
    return Fraction(int(digits)) if digits.isdecimal() else Fraction(digits)


def _decimal_comma(lexer: Lexer, digits: str) -> str:
    """The decimals after a comma, with a point; what may be thousands is asked for."""
    found = lexer.match(_FRACTION)
    if found is None:
        return ""
    comma, decimals = found.start(), found[1]
    decimal = f"{digits}.{decimals}"
    if len(decimals) == 3 and len(digits) < 4 and digits.strip("0"):
        raise ReadError("thousands", (comma, comma + 1), whole=digits + decimals, decimal=decimal)
    lexer.place = found.end()
    lexer.choose("comma", Message("read.notice.comma", {"typed": f"{digits},{decimals}", "number": decimal}))
    return f".{decimals}"


def _power_of_ten(lexer: Lexer, start: int) -> str:
    """The exponent of ``2e3``, ``1e-3``, ``2.5e-3``. ``2e-3`` alone is 2·e − 3, as the house reads it."""
    found = lexer.match(_SCIENTIFIC)
    if found is None or (found[1] and "e" in lexer.names.variables):
        return ""
    typed = lexer.text[start : found.end()]
    mantissa = lexer.text[start : found.start()]
    if found[1] and not found[1].isdecimal() and mantissa != "1" and "." not in mantissa:
        if not lexer.choose("product", Message("read.notice.product", {"text": typed})):
            return ""
    elif lexer.choose("scientific", Message("read.notice.scientific", {"text": typed})):
        return ""
    exponent = found[1] or found[2]
    if len(exponent) > 5 or abs(int(exponent)) > LARGEST_EXPONENT:
        raise ReadError("large", (start, found.end()))
    lexer.place = found.end()
    return f"{'E' if int(exponent) < 0 else 'e'}{int(exponent)}"


def fraction(lexer: Lexer, start: int, spaced: bool) -> Token:
    """The tokens of ``½``: a fraction that holds together."""
    above, below = FRACTIONS[lexer.text[start]]
    lexer.place = end = start + 1
    return lexer.emit(
        Token("virtual", start, end, "(", spaced=spaced),
        Token("number", start, end, above, Number(Fraction(above), above)),
        Token("/", start, end, "/"),
        Token("number", start, end, below, Number(Fraction(below), below)),
        Token("shut", start, end, ")"),
    )


def superscripts(lexer: Lexer, start: int) -> Token:
    """The tokens of an exponent typed in raised characters, ``⁵⁺³``: each stands where its character does."""
    end = start
    while end < lexer.end and lexer.text[end] in SUPERSCRIPTS:
        end += 1
    plain = "".join(SUPERSCRIPTS[character] for character in lexer.text[start:end])
    inner = type(lexer)(plain, lexer.names, lexer.other, lexer.met)
    inner.exponent = True
    tokens: list[Token] = []
    try:
        while (token := inner.next()).kind != "end":
            tokens.append(token._replace(start=start + token.start, end=start + token.end))
    except ReadError as problem:
        raise ReadError("superscript", (start + problem.at[0], start + problem.at[1])) from None
    lexer.count += inner.count
    lexer.place = end
    return lexer.emit(Token("superscript", start, end, plain), *tokens, Token("shut", end, end, ")"))
