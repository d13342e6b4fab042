"""Typed text → tree: limits first, then characters, the label, the grammar, and whether what was read makes sense."""

import re

from tutor.answers.blanks import NOTICE, parted
from tutor.answers.brackets import open_row
from tutor.answers.characters import fold
from tutor.answers.conditions import comparison, open_cases
from tutor.answers.grammar import Grammar
from tutor.answers.labels import label_end
from tutor.answers.names import Names
from tutor.answers.residues import SenseError
from tutor.answers.sanity import check
from tutor.answers.tokens import COMPARISONS, SEPARATORS, ReadError
from tutor.answers.tree import Expr, Matrix, Span, Tree, Unreadable

MOST_CHARACTERS = 600
_ITEM = re.compile(r" *(?P<item>\((?P<letter>[a-d])\)) +(?=[0-9A-Za-z\\√])")
_COMMA = re.compile(r"[0-9],[0-9]")
_SHOWN = r"(?:equation|align|aligned|gather)\*?"
_AROUND = tuple(
    re.compile(rf"(\s*{opener})(.+?)({closer}[\s.]*)", re.DOTALL)
    for opener, closer in (
        (r"\$\$", r"\$\$"),
        (r"\$", r"\$"),
        (r"\\\(", r"\\\)"),
        (r"\\\[", r"\\\]"),
        (rf"\\begin\{{{_SHOWN}\}}", rf"\\end\{{{_SHOWN}\}}"),
        (r"\\boxed ?\{", r"\}"),
    )
)


def read(text: str, names: Names) -> Tree | Unreadable:
    """What a typed answer means in an exercise, or where and why it cannot be read. Never raises, whatever the text.

    The reading follows the house rules of `tutor.answers.grammar`; `Tree.notices` state the rules that decided, and
    `Tree.alternatives` are the readings they decided against.
    """
    try:
        return _read(text, names)
    except ReadError as problem:
        return Unreadable(text, _within(problem.at, text), problem.message)


def _read(text: str, names: Names) -> Tree:
    if len(text) > MOST_CHARACTERS:
        raise ReadError("long", (MOST_CHARACTERS, len(text)), n=MOST_CHARACTERS)
    folded = _without_delimiters(fold(text))
    if not folded.strip():
        raise ReadError("empty", (0, 0))
    if "[/" in folded:
        raise ReadError("markup", (folded.find("["), folded.find("[") + 1))
    item = _ITEM.match(folded)
    if item and not names.author:
        raise ReadError("item", item.span("item"), item=item["item"], letter=item["letter"])
    start = 0 if names.author else label_end(folded, names)
    body = " " * start + folded[start:]
    if start and not body.strip():
        raise ReadError("label", (start, start))
    expr, parser = _first(body, names)
    others = []
    for ambiguity in [met for met in parser.met if met != "comma"]:
        other = _other(body, names, parser.lexer.other ^ {ambiguity})
        if other is not None and other != expr and other not in others:
            others.append(other)
    notices = tuple(notice for notice in parser.met.values() if notice is not None)
    label = folded[:start].strip(" $=") or None
    return Tree(expr, text, notices, tuple(others), label, _at(body), _entries(expr, parser))


def _at(body: str) -> Span:
    return len(body) - len(body.lstrip()), len(body.rstrip())


def _entries(expr: Expr, parser: Grammar) -> tuple[tuple[Span, ...], ...]:
    """The places of the entries of a matrix of numbers that is written out."""
    rows = expr.rows if isinstance(expr, Matrix) else ()
    if not all(id(entry) in parser.places and parser.kind_of(entry) == "number" for row in rows for entry in row):
        return ()
    return tuple(tuple(parser.places[id(entry)][1] for entry in row) for row in rows)


def _first(body: str, names: Names) -> tuple[Expr, Grammar]:
    """The reading by the house rules; commas in brackets are decimal where nothing else makes sense."""
    try:
        return _parse(body, names)
    except ReadError:
        try:
            if _COMMA.search(body) and not names.author:
                return _parse(body, names, frozenset(("commas",)))
        except ReadError:
            pass
        raise


def _parse(body: str, names: Names, other: frozenset[str] = frozenset()) -> tuple[Expr, Grammar]:
    text, flipped = parted(body, names)
    if "blanks" in other:
        text = flipped
    parser = Grammar(text, names, other)
    if text != flipped:
        parser.met["blanks"] = None if text == body else NOTICE
    expr = parser.expression()
    if parser.token.kind == "if":
        expr = open_cases(parser, expr)
    elif parser.token.kind in SEPARATORS and names.rows:
        expr = open_row(parser, expr)
    elif parser.token.kind in COMPARISONS and names.author:
        expr = comparison(parser, expr)
    if parser.token.kind != "end":
        raise parser.unexpected()
    try:
        check(expr, names.shapes, names.complex)
    except SenseError as nonsense:
        place = parser.places.get(id(nonsense.node))
        raise ReadError(nonsense.code, place[1] if place else (0, len(body))) from None
    return expr, parser


def _other(body: str, names: Names, other: frozenset[str]) -> Expr | None:
    try:
        return _parse(body, names, other)[0]
    except ReadError:
        return None


def _without_delimiters(text: str) -> str:
    r"""LaTeX's dollars, ``\(…\)``, ``\begin{align}…`` and ``\boxed{…}`` around the whole text, as spaces."""
    while text.lstrip().startswith(("$", "\\")):
        found = next(filter(None, (around.fullmatch(text) for around in _AROUND)), None)
        if found is None or not _is_whole(found[2]):
            break
        opener, inner, closer = found.groups()
        text = " " * len(opener) + inner + " " * len(closer)
    return text


def _is_whole(inner: str) -> bool:
    """Whether every brace of a text closes one that it opens."""
    depth = 0
    for character in inner:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def _within(at: Span, text: str) -> Span:
    """A span inside the text, at least one character wide where there is one."""
    start = min(max(at[0], 0), len(text))
    return start, min(max(at[1], start + 1), len(text)) if start < len(text) else start
