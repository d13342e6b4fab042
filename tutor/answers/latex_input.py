"""The LaTeX people paste: what each command stands for in the answer grammar."""

import re
from collections.abc import Mapping

from tutor.answers import runs
from tutor.answers.characters import GREEK, GREEK_LETTERS
from tutor.answers.scanner import Scanner
from tutor.answers.tokens import ReadError, Token

COMMAND = re.compile(r"\\([A-Za-z]+)\*?")

SYMBOLS: Mapping[str, str] = {
    **dict.fromkeys(("cdot", "cdotp", "bullet"), "·"),
    **dict.fromkeys(("ast", "star"), "*"),
    **dict.fromkeys(("odot", "circ", "hadamard"), "⊙"),
    **dict.fromkeys(("le", "leq", "leqslant"), "<="),
    **dict.fromkeys(("ge", "geq", "geqslant"), ">="),
    **dict.fromkeys(("ne", "neq"), "!="),
    **dict.fromkeys(("vert", "lvert", "rvert", "mid"), "|"),
    **dict.fromkeys(("Vert", "lVert", "rVert"), "‖"),
    **dict.fromkeys(("top", "intercal"), "transpose"),
    **dict.fromkeys(("lbrace",), "{"),
    **dict.fromkeys(("rbrace",), "}"),
    **dict.fromkeys(("land", "wedge"), "and"),
    **dict.fromkeys(("lor", "vee"), "or"),
    "lparen": "(",
    "rparen": ")",
    **dict.fromkeys(("cr", "tabularnewline"), "\\\\"),
    "times": "×",
    "div": "/",
    "oslash": "./",
    "otimes": "⊗",
    "lt": "<",
    "gt": ">",
    "prime": "'",
    "frac": "frac",
    "dfrac": "frac",
    "tfrac": "frac",
    "cfrac": "frac",
    "over": "over",
    "sqrt": "sqrt",
    "infty": "∞",
    "partial": "∂",
    "nabla": "∇",
    "langle": "⟨",
    "rangle": "⟩",
    "lbrack": "[",
    "rbrack": "]",
}
"""Commands that are an operator, a bracket or another token of the grammar."""

_SKIPPED = """
    left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr
    quad qquad space enspace thinspace medspace thickspace nobreakspace
    hline displaystyle textstyle scriptstyle limits nolimits mathstrut
"""
SKIPPED = frozenset(_SKIPPED.split())
"""Commands that change the look or the spacing only."""

_FONTS = """
    mathbf mathrm mathit mathsf mathtt mathcal mathbb mathds mathop boldsymbol bm pmb symbf vec overrightarrow
    boxed fbox text textrm textbf textit textnormal mbox operatorname rm bf it
"""
FONTS = frozenset(_FONTS.split())
"""Commands around a word."""

LETTERS: Mapping[str, str] = {
    **{name: name for name in GREEK.values()},
    **{"var" + name: name for name in ("epsilon", "theta", "phi", "rho", "sigma", "pi", "kappa")},
    "ell": "l",
    "imath": "i",
    "jmath": "j",
}
"""Commands that are a letter, by the name it is declared with."""

MATRICES = frozenset(("matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "smallmatrix", "array", "aligned"))
CASES = frozenset(("cases", "dcases", "rcases"))

_HATS = frozenset(("hat", "widehat"))
_UNIT = re.compile(r" *\{? *(?:\\(?:mathbf|vec|bm|boldsymbol) *\{? *)?(?:[ijk]|\\[ij]math)(?![A-Za-z])")
"""A unit vector, which alone carries a hat."""
_KNOWN = frozenset((*SYMBOLS, *SKIPPED, *FONTS, *LETTERS, *_HATS, "begin", "end"))


_GROUP = re.compile(r" *\{ *([^{}\\]*?) *\}| *([A-Za-z0-9])")
_COLUMNS = re.compile(r" *\{[^{}]*\}")
_BELOW = re.compile(r" *(?:\\limits *)?_")
_UPRIGHT = frozenset(("text", "mathrm", "operatorname"))


def command(scanner: Scanner, found: re.Match[str], spaced: bool) -> Token | None:
    """The token of a command; None where it is passed over."""
    start, name = found.start(), named(scanner, found[1])
    if name is None:
        raise ReadError("command", found.span(), command=found[0])
    scanner.place = end = start + 1 + len(name)
    if name in SKIPPED:
        return _skipped(scanner, name, start)
    if name in SYMBOLS:
        return _symbol(scanner, SYMBOLS[name], start, spaced)
    if name == "sum" and scanner.names.shaped and _BELOW.match(scanner.text, end):
        return scanner.operator("∑", start, end, spaced)
    if name in LETTERS:
        letter = LETTERS[name]
        run = letter if letter in scanner.names.words else GREEK_LETTERS.get(letter, letter)
        return runs.word(scanner, run, start, end, spaced)
    if name in ("begin", "end"):
        return _environment(scanner, name, start, spaced)
    if name in FONTS or (name in _HATS and scanner.names.units and scanner.match(_UNIT)):
        return _font(scanner, name, start, spaced)
    return runs.word(scanner, name, start, end, spaced)


def named(scanner: Scanner, letters: str) -> str | None:
    r"""The command a run of letters after a backslash begins with: all of it if known (``\lnx`` is ``\ln x``)."""
    for stop in range(len(letters), 0, -1):
        if letters[:stop] in _KNOWN or letters[:stop] in scanner.names.function_words:
            rest = letters[stop:]
            return letters[:stop] if not rest or scanner.names.split(rest) else None
    return None


def _skipped(scanner: Scanner, name: str, start: int) -> Token | None:
    r"""What follows a command without a meaning of its own; ``\right.`` closes the brace of cases."""
    if name in ("left", "right") and scanner.text[scanner.place : scanner.place + 1] == ".":
        scanner.place += 1
        if name == "right":
            return scanner.operator("}", start, scanner.place, True)
    return None


def _symbol(scanner: Scanner, kind: str, start: int, spaced: bool) -> Token:
    if kind in "∞∂∇":
        raise ReadError("infinite" if kind == "∞" else "derivative", (start, scanner.place))
    return scanner.operator(kind, start, scanner.place, spaced)


def _environment(scanner: Scanner, name: str, start: int, spaced: bool) -> Token:
    r"""``\begin{…}``, the columns of an array passed over, or ``\end{…}``."""
    group = scanner.match(_GROUP)
    kind = (group[1] or "").rstrip("*") if group else ""
    if group is None or kind not in MATRICES | CASES:
        end = group.end() if group else scanner.place
        raise ReadError("command", (start, end), command=scanner.text[start:end])
    scanner.place = group.end()
    if name == "end":
        scanner.depth -= 1
        return Token("finish", start, scanner.place, kind, spaced=spaced)
    if kind == "array":
        scanner.skip(_COLUMNS)
    scanner.depth += 1
    return Token("begin", start, scanner.place, kind, spaced=spaced)


def _font(scanner: Scanner, name: str, start: int, spaced: bool) -> Token | None:
    """A word in a font: a name, a keyword, a bold 1 or 0. Around anything else the font is passed over."""
    group = scanner.match(_GROUP)
    inner = (group[1] or group[2] or "") if group else ""
    keyword = None if inner in scanner.names.words else runs.KEYWORD.fullmatch(inner.strip(".,:; "))
    if group and inner == "I" and name in ("mathbb", "mathds") and runs.CONDITION.match(scanner.text, group.end()):
        scanner.place = group.end()
        return Token("ones", start, scanner.place, inner, spaced=spaced)
    if group is None or not (inner in ("0", "1") or keyword or runs.LETTERS.fullmatch(inner)):
        return None
    if inner in ("0", "1"):
        if name in _UPRIGHT:
            return None
        scanner.place = group.end()
        return Token("zeros" if inner == "0" else "ones", start, scanner.place, inner, spaced=spaced)
    if keyword:
        scanner.place = group.end()
        return Token(str(keyword.lastgroup), start, scanner.place, inner, spaced=spaced)
    return runs.word(scanner, inner, start, group.end(), spaced)
