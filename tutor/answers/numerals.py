"""Numbers as people type them: decimals with a point or a comma, ``2e3`` and ``½``."""

import re
from fractions import Fraction

from tutor.answers.characters import FRACTIONS
from tutor.answers.scanner import Scanner
from tutor.answers.tokens import ReadError, Token
from tutor.answers.tree import Number
from tutor.words import Message

NUMBER = re.compile(r"[0-9]+(?:\.(?![*/^'])[0-9]*)?|\.[0-9]+")
MOST_DIGITS = 40
LARGEST_EXPONENT = 300

_FRACTION = re.compile(r"(?:,|\{,\})([0-9]+)")
_SCIENTIFIC = re.compile(r"e([+-]?[0-9]+)|E([+-]?[0-9]+)")
_SECOND_POINT = re.compile(r"\.(?![*/^'])(?=.)")


def number(scanner: Scanner, found: re.Match[str], spaced: bool) -> Token:
    """A number; one digit of it where LaTeX takes one character."""
    start, digits = found.start(), found[0]
    if scanner.single and digits[0] != ".":
        scanner.place = start + 1
        return Token("number", start, start + 1, digits[0], Number(Fraction(digits[0]), digits[0]), spaced)
    scanner.place = found.end()
    digits = digits.removesuffix(".")
    if "." not in digits and _is_decimal(scanner):
        digits += _decimal_comma(scanner, digits)
    if second := scanner.match(_SECOND_POINT):
        raise ReadError("dots", (second.start(), second.start() + 1))
    if len(digits) > MOST_DIGITS:
        raise ReadError("digits", (start, scanner.place))
    digits += _power_of_ten(scanner, start)
    return Token("number", start, scanner.place, digits, Number(_exact(digits), digits), spaced)


def _exact(digits: str) -> Fraction:
    return Fraction(int(digits)) if digits.isdecimal() else Fraction(digits)


def _is_decimal(scanner: Scanner) -> bool:
    """Whether a comma after digits is a decimal one: where it may part entries, with the other reading only."""
    found = scanner.match(_FRACTION)
    if found is None or found[0][0] == "{" or not (scanner.depth or scanner.names.rows):
        return found is not None
    return scanner.choose("commas")


def _decimal_comma(scanner: Scanner, digits: str) -> str:
    """The decimals after a comma, with a point; what may be thousands is asked for."""
    found = scanner.match(_FRACTION)
    if found is None:
        return ""
    comma, decimals = found.start(), found[1]
    decimal = f"{digits}.{decimals}"
    if len(decimals) == 3 and len(digits) < 4 and digits.strip("0"):
        raise ReadError("thousands", (comma, comma + 1), whole=digits + decimals, decimal=decimal)
    scanner.place = found.end()
    scanner.choose("comma", Message("read.notice.comma", {"typed": f"{digits},{decimals}", "number": decimal}))
    return f".{decimals}"


def _power_of_ten(scanner: Scanner, start: int) -> str:
    """The exponent of ``2e3``, ``1e-3``, ``2.5e-3``. ``2e-3`` alone is 2·e − 3, as the house reads it."""
    found = scanner.match(_SCIENTIFIC)
    if found is None or (found[1] and "e" in scanner.names.variables):
        return ""
    typed = scanner.text[start : found.end()]
    mantissa = scanner.text[start : found.start()]
    if found[1] and not found[1].isdecimal() and mantissa != "1" and "." not in mantissa:
        if not scanner.choose("product", Message("read.notice.product", {"text": typed})):
            return ""
    elif scanner.choose("scientific", Message("read.notice.scientific", {"text": typed})):
        return ""
    exponent = found[1] or found[2]
    if len(exponent) > 5 or abs(int(exponent)) > LARGEST_EXPONENT:
        raise ReadError("large", (start, found.end()))
    scanner.place = found.end()
    return f"{'E' if int(exponent) < 0 else 'e'}{int(exponent)}"


def fraction(scanner: Scanner, start: int, spaced: bool) -> Token:
    """The tokens of ``½``: a fraction that holds together."""
    above, below = FRACTIONS[scanner.text[start]]
    scanner.place = end = start + 1
    return scanner.emit(
        Token("virtual", start, end, "(", spaced=spaced),
        Token("number", start, end, above, Number(Fraction(above), above)),
        Token("/", start, end, "/"),
        Token("number", start, end, below, Number(Fraction(below), below)),
        Token("shut", start, end, ")"),
    )
