"""Runs of letters: known words only, with their subscripts; what is not known is asked for, with a suggestion."""

import difflib
import re
from collections.abc import Mapping

from tutor.answers.characters import GREEK, SUBSCRIPTS
from tutor.answers.names import Names, Pieces, Word, bare
from tutor.answers.scanner import Scanner
from tutor.answers.tokens import ReadError, Token
from tutor.answers.tree import Span
from tutor.words import Message

MOST_LETTERS = 60

_GREEK = "".join(GREEK)
LETTERS = re.compile(f"[A-Za-záéíóú{_GREEK}]+")
_SUFFIX = re.compile(
    f"[{''.join(SUBSCRIPTS)}]+|[0-9]+"
    rf"|_ ?(?:\{{[^{{}}]{{1,20}}\}}|\([^(){{}}]{{1,20}}\)|[0-9]+|[A-Za-z]+|[{_GREEK}])"
)
"""Digits, a subscript in lowered characters, or one after an underscore."""
KEYWORD = re.compile(
    r"(?i)(?P<otherwise>en otro caso|en caso contrario|en otra parte|en el resto|resto|si no|sino|otherwise|else|true)"
    r"\b"
    r"|(?P<if>if|si|when|cuando|where|for|para)\b|(?P<then>then|entonces)\b"
    r"|(?P<and>and|y)\b|(?P<or>or|o)\b"
)
_COMPARED = re.compile(r"[<>=≤≥≠]|\\(?:[lg]eq?|neq?)(?![A-Za-z])")
MODULE = re.compile(r"(?:np|numpy|[Mm]ath|cmath|jnp|torch|tf|sp|sympy)\.(?:linalg\.)?(?=[a-z])")
"""What programmers write before a function's name."""
_ARC = re.compile(r"arc ([a-z]{2,4})(?![A-Za-z])")
"""``arc sen x``, in two words."""
_NEXT_TEST = re.compile(r"[\w)\]}|!²³] [yo] +(?!and\b|or\b)[\w(|√.-][^<>=≤≥≠;,:}\]&\\]*[<>=≤≥≠]")
"""A comparison of its own after a Spanish “and” or “or”, which may also be the name of a variable."""
_ACCENTS = str.maketrans("áéíóú", "aeiou")
CONDITION = re.compile(r" *_? *(?:\\left)? *\\?[\[({][^\[\](){}]*[<>≤≥]")
"""A condition in brackets, after the I of an indicator."""
_INFINITE = frozenset(("oo", "inf", "infinity", "infinito", "nan", "zoo"))
_DIFFERENTIAL = re.compile(r" *(?:/ *d|\()")
_TOTALS = frozenset(("sum", "suma"))
_BELOW = re.compile(r" *_")
_PRIMED = re.compile(r"'+ *\(")
_WITH_DIGITS = frozenset(("log2", "log10", "norm1", "norm2"))
"""Functions with digits in their name; in ``log2x`` the digits belong to the argument."""
_SLIPS: Mapping[str, str] = {"In": "ln", "Iog": "log", "sqr": "sqrt", "ex": "e^x"}
_SHOWN = 8
_DIGITS = frozenset("123456789")


def letters(scanner: Scanner, found: re.Match[str], spaced: bool) -> Token:
    """The tokens of a run of letters: a keyword, or names side by side."""
    if found[0] in _TOTALS and scanner.names.shaped and _BELOW.match(scanner.text, found.end()):
        return scanner.operator("∑", found.start(), found.end(), spaced)
    if (arc := scanner.match(_ARC)) and "arc" + arc[1] in scanner.names.function_words:
        scanner.place = arc.end()
        return Token("function", *arc.span(), scanner.names.words["arc" + arc[1]].name, spaced=spaced)
    keyword = scanner.match(KEYWORD)
    if keyword and _is_keyword(scanner, keyword, found[0]):
        scanner.place = keyword.end()
        return Token(str(keyword.lastgroup), *keyword.span(), keyword[0], spaced=spaced)
    run = found[0][:1] if scanner.single else found[0]
    plain = run if run.isascii() else run.translate(_ACCENTS)
    known = plain if len(plain) > 1 and scanner.names.word(plain) else run
    return word(scanner, known, found.start(), found.start() + len(run), spaced)


def _is_keyword(scanner: Scanner, keyword: re.Match[str], run: str) -> bool:
    """Whether ``si`` is a word here and not a product of letters; “and” and “or” are words after a comparison only."""
    if keyword.lastgroup in ("and", "or", "then") and not _COMPARED.search(scanner.text, 0, keyword.start()):
        return False
    if run in ("y", "o") and _NEXT_TEST.match(scanner.text, max(0, keyword.start() - 2)):
        return True
    if run == "where" and scanner.text[keyword.end() : keyword.end() + 1] == "(":
        return False
    if scanner.names.dialect == "single-letter":
        around = scanner.text[keyword.start() - 1] + scanner.text[keyword.end() : keyword.end() + 1]
        return bool(scanner.depth) and not around.strip(" )]}")
    return (bool(scanner.depth) and run not in scanner.names.words) or scanner.names.split(run) is None


def word(scanner: Scanner, run: str, start: int, end: int, spaced: bool) -> Token:
    """The tokens of a run of letters that stands at ``start:end``, and of the digits or the subscript after it."""
    names = scanner.names
    if len(run) > MOST_LETTERS:
        raise ReadError("long", (start, end))
    scanner.place = end
    suffix = None if scanner.single else scanner.match(_SUFFIX)
    if suffix and (tokens := _subscripted(scanner, run, start, suffix, spaced)):
        return scanner.emit(*tokens)
    if run.lower() in _INFINITE and run not in names.words and names.dialect == "standard":
        raise ReadError("infinite", (start, end))
    pieces = names.split(run)
    if scanner.exponent and run[0] in "Tt" and run[0] not in names.words and pieces is None:
        scanner.place = end if len(run) == 1 else start + 1
        return Token("transpose", start, scanner.place, "T", spaced=spaced)
    if run == "I" and run not in names.variables and CONDITION.match(scanner.text, end):
        return Token("ones", start, end, run, spaced=spaced)
    if pieces is None:
        raise _unknown(scanner, run, (start, end))
    if suffix:
        _check_suffix(scanner, run, pieces[-1], suffix, (start, end))
    return scanner.emit(*_tokens(_apart(scanner, run, pieces), start, end, spaced))


def _apart(scanner: Scanner, run: str, pieces: Pieces) -> Pieces:
    """The pieces, or with the other reading ``asin`` as ``a·sin``."""
    if not scanner.names.compounds(run, pieces):
        return pieces
    if scanner.choose("apart", Message("read.notice.apart", {"text": run})):
        return scanner.names.split(run, apart=True) or pieces
    return pieces


def _tokens(pieces: Pieces, start: int, end: int, spaced: bool) -> list[Token]:
    if len(pieces) == 1:
        return [Token(pieces[0][1].sort, start, end, pieces[0][1].name, spaced=spaced)]
    tokens = []
    for length, piece in pieces:
        tokens.append(Token(piece.sort, start, start + length, piece.name, spaced=spaced))
        start, spaced = start + length, False
    return tokens


# subscripts


def _subscripted(scanner: Scanner, run: str, start: int, suffix: re.Match[str], spaced: bool) -> list[Token]:
    """The tokens of ``xw_1``: known names, at last one with its subscript; none when there is no such name."""
    names, typed = scanner.names, suffix[0]
    shortest = 2 if typed[0] == "_" and typed[1:].isalpha() else len(typed)
    for length in range(len(typed), shortest - 1, -1):
        end = suffix.start() + length
        for cut in range(len(run)):
            known = _with_subscript(scanner, run[cut:], typed[:length], end)
            head = names.split(run[:cut]) if known and cut else ()
            if known and head is not None:
                scanner.place = end
                last = Token(known.sort, start + cut, end, known.name, spaced=spaced and not cut)
                return [*(_tokens(head, start, start + cut, spaced) if head else ()), last]
    return []


def _with_subscript(scanner: Scanner, base: str, subscript: str, end: int) -> Word | None:
    """What a name with a subscript, or with digits, means."""
    names, plain = scanner.names, bare(subscript)
    if (base + plain).lower() in _WITH_DIGITS:
        belongs = subscript[0] == "_" or not scanner.text[end : end + 1].isalnum()
        return names.word((base + plain).lower()) if belongs else None
    if scanner.index and plain in scanner.index and len(names.shapes.get(base, ())) == 1:
        return Word("variable", base)
    known = names.words.get(base + subscript) or names.subscripted.get(bare(base) + plain)
    if known:
        return known
    if base == "e" and names.units and plain in _DIGITS:
        return Word("unit", plain)
    if base == "I" and names.shaped and (plain.isdigit() or plain in names.variables or plain in names.sizes):
        return Word("identity", plain)
    if names.dialect == "single-letter" and len(base) == 1 and subscript[0] == "_":
        inner = subscript[1:].strip("{}() ")
        return Word("variable", f"{base}_{inner}" if inner.isalnum() else f"{base}_({inner})")
    return None


def _check_suffix(scanner: Scanner, run: str, last: tuple[int, Word], suffix: re.Match[str], at: Span) -> None:
    """Digits go after a function only (``cos2x``), an underscore after ``log`` only."""
    typed, (length, piece) = suffix[0], last
    if not typed.isascii() or typed[0] == "_":
        if piece.name != "log":
            raise _unknown(scanner, run + typed, (at[0], suffix.end()))
    elif piece.sort not in ("function", "rewritten"):
        if "scientific" not in scanner.other:
            name = run[-length:]
            place = (at[1] - 1, suffix.end())
            raise ReadError("subscript", place, name=name + typed, product=f"{name}*{typed}", power=f"{name}^{typed}")
    elif piece.sort == "function" and scanner.text[suffix.end() : suffix.end() + 1] == "(":
        raise ReadError("function.digits", (at[0], suffix.end()), function=run[-length:], digits=typed)


# what is not known


def _unknown(scanner: Scanner, name: str, at: Span) -> ReadError:
    names = scanner.names
    if len(name) == 1 and _PRIMED.match(scanner.text, at[1]):
        return ReadError("derivative", at)
    if len(name) < 3 and name[0] == "d" and _DIFFERENTIAL.match(scanner.text, at[1]):
        return ReadError("derivative", at)
    near = _near(name, names)
    if near:
        return ReadError("unknown.near", at, name=name, near=near)
    if not names.variables:
        return ReadError("unknown.alone", at, name=name)
    more = ["…"] if len(names.variables) > _SHOWN else []
    return ReadError("unknown", at, name=name, names=", ".join([*names.variables[:_SHOWN], *more]))


def _near(name: str, names: Names) -> str | None:
    """What may have been meant by an unknown name."""
    if name in _SLIPS:
        return _SLIPS[name]
    for variable in names.variables:
        if variable.lower() == name.lower():
            return variable
    if not 1 < len(name) < 20:
        return None
    alike = [
        known
        for known in names.words
        if len(known) > 1 and abs(len(known) - len(name)) < 3 and known[0] == name[0].lower()
    ]
    return next(iter(difflib.get_close_matches(name.lower(), alike, 1, 0.7)), None)
