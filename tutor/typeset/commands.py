"""What each command with arguments does: name → handler. A new command is one row of a table here or in `symbols`."""

from dataclasses import replace
from functools import partial

from tutor.typeset.environments import ENVIRONMENTS, Environment, environment, grid, rows_until
from tutor.typeset.lengths import length
from tutor.typeset.lexer import Token
from tutor.typeset.nodes import (
    EMPTY,
    Accent,
    Atom,
    Boxed,
    Brace,
    Delimiter,
    Fenced,
    Fraction,
    Marked,
    Node,
    Operator,
    Phantom,
    Root,
    Row,
    Scripts,
    Space,
    Symbol,
    Text,
    items,
    row,
)
from tutor.typeset.parser import Handler, Parser, fence, joined
from tutor.typeset.symbols import ACCENTS, ALPHABETS, DELIMITERS, SAME_ACCENTS, STYLES, TEXTS, negated, precomposed
from tutor.typeset.texts import words


def _fraction(parser: Parser, at: Token) -> Node:
    return Fraction(parser.group(at), parser.group(at))


def _binomial(parser: Parser, at: Token) -> Node:
    return Fenced("(", Fraction(parser.group(at), parser.group(at), bar=False), ")")


def _root(parser: Parser, at: Token) -> Node:
    index = parser.optional()
    return Root(parser.group(at), index)


def _text(parser: Parser, at: Token) -> Node:
    return words(parser, at, TEXTS[at.text])


def _styled(parser: Parser, at: Token) -> Node:
    return joined(parser.styled(at, STYLES[at.text], ALPHABETS.get(at.text)))


def _operator_name(parser: Parser, at: Token) -> Node:
    limits = parser.meets("*")
    return _operator(parser.styled(at, "plain"), limits)


def _math_operator(parser: Parser, at: Token) -> Node:
    return _operator(parser.group(at), True)


def _operator(node: Node, limits: bool) -> Node:
    """Words or a sign as an operator; anything else stays as it is."""
    if all(isinstance(part, Symbol | Space | Text | Operator) for part in items(node)):
        name = "".join(_plain_name(part) for part in items(node)).strip()
        return Operator(name, limits) if name else EMPTY
    return node


def _plain_name(part: Node) -> str:
    match part:
        case Symbol(text) | Text(text):
            return "-" if text == "−" else text
        case Operator(name):
            return name
        case Space(cells):
            return " " if cells else ""
        case _:
            return ""


def _accent(parser: Parser, at: Token) -> Node:
    kind = SAME_ACCENTS.get(at.text, at.text)
    body = parser.group(at)
    if isinstance(body, Symbol) and (letter := precomposed({"ı": "i", "ȷ": "j"}.get(body.text, body.text), kind)):
        return replace(body, text=letter)
    return Accent(kind, body)


def _brace(over: bool, parser: Parser, at: Token) -> Node:
    return Brace(parser.group(at), over)


def _stack(sub: bool, parser: Parser, at: Token) -> Node:
    script = parser.group(at)
    base = parser.group(at)
    if items(base) and all(isinstance(part, Operator) for part in items(base)):
        base = _operator(base, True)
    return Scripts(base, script if sub else None, None if sub else script, stacked=True)


def _before(parser: Parser, at: Token) -> Node:
    r"""``\prescript{above}{below}{base}``."""
    above, below = parser.group(at), parser.group(at)
    return Row((Scripts(EMPTY, below, above), parser.group(at)))


def _arrow(sign: str, parser: Parser, at: Token) -> Node:
    below = parser.optional()
    above = parser.group(at)
    arrow = Symbol(sign, "rel")
    return Scripts(arrow, below, above if items(above) else None, stacked=True) if below or items(above) else arrow


def _delimiter(parser: Parser, at: Token) -> str:
    token = parser.take()
    bracket = DELIMITERS.get(parser.written(token)) if token.kind != "end" else None
    if bracket is None and token.text in ("⟨", "⟩", "‖", "⌊", "⌋", "⌈", "⌉"):
        return token.text
    if bracket is None:
        raise parser.fail("bad_delimiter", token, command=parser.written(at))
    return bracket


def _left(parser: Parser, at: Token) -> Node:
    left = _delimiter(parser, at)
    opening = parser.source[at.offset : parser.tokens[parser.place].offset].rstrip()
    found: list[Node] = []
    while True:
        found.extend(parser.parts())
        token = parser.take()
        if token.kind == "command" and token.text == "middle":
            found.append(Delimiter(_delimiter(parser, token), 0, "rel"))
        elif token.kind == "command" and token.text == "right":
            return fence(left, row(found), _delimiter(parser, token))
        elif token.kind == "end":
            raise parser.fail("unclosed", at, opening=opening)
        else:
            raise parser.fail("unexpected", token, found=parser.written(token))


_SIZES = {"big": 1, "Big": 3, "bigg": 3, "Bigg": 5}
_SIDES: dict[str, Atom | None] = {"": None, "l": "open", "r": "close", "m": "rel"}


def _big(parser: Parser, at: Token) -> Node:
    bare = at.text.rstrip("lrm")
    bracket = _delimiter(parser, at)
    natural: Atom = "open" if bracket and bracket in "([{⟨⌊⌈" else "close" if bracket and bracket in ")]}⟩⌋⌉" else "ord"
    return Delimiter(bracket, _SIZES[bare], _SIDES[at.text[len(bare) :]] or natural)


def _color(parser: Parser, at: Token) -> Node:
    r"""``\color{red}{x}`` colours an argument (MathJax), ``\color{red} x`` the rest of the group (LaTeX)."""
    parser.optional()
    mark = _name(parser.raw(at))
    if at.text == "textcolor" or (parser.ahead.text == "{" and parser.ahead.kind == "character"):
        return Marked(parser.group(at), mark)
    return Marked(row(parser.parts()), mark)


def _color_box(parser: Parser, at: Token) -> Node:
    parser.raw(at)
    if at.text == "fcolorbox":
        parser.raw(at)
    return Marked(words(parser, at, "plain"), "highlight")


def _name(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum()) or "highlight"


def _marked(mark: str, parser: Parser, at: Token) -> Node:
    return Marked(parser.group(at), mark)


def _phantom(parser: Parser, at: Token) -> Node:
    return Phantom(parser.group(at))


def _strut(parser: Parser, at: Token) -> Node:
    """Height without width: rows of text have no use for it."""
    parser.group(at)
    return Space(0)


def _between(left: str, right: str, parser: Parser, at: Token) -> Node:
    parser.meets("*")
    return Fenced(left, parser.group(at), right)


def _boxed(parser: Parser, at: Token) -> Node:
    return Boxed(parser.group(at))


def _boxed_words(parser: Parser, at: Token) -> Node:
    parser.optional()
    return Boxed(words(parser, at, "plain"))


def _words(parser: Parser, at: Token) -> Node:
    parser.optional()
    return words(parser, at, "plain")


def _argument(parser: Parser, at: Token) -> Node:
    parser.optional()
    return parser.group(at)


def _not(parser: Parser, at: Token) -> Node:
    node = parser.group(at)
    if not isinstance(node, Symbol) or len(node.text) != 1:
        raise parser.fail("missing_argument", at, command="\\not")
    return replace(node, text=negated(node.text), atom="rel")


def _tag(parser: Parser, at: Token) -> Node:
    star = parser.meets("*")
    label = words(parser, at, "plain")
    return Row((Space(4), label if star else Row((Symbol("(", "open"), label, Symbol(")", "close")))))


def _ignored(parser: Parser, at: Token) -> Node:
    parser.raw(at)
    return Space(0)


def _class(atom: Atom, parser: Parser, at: Token) -> Node:
    node = joined(parser.group(at))
    return replace(node, atom=atom) if isinstance(node, Symbol) else node


def _modulo(parser: Parser, at: Token) -> Node:
    if at.text == "mod":
        return Row((Space(2), Symbol("mod", "op"), Space(1)))
    name = [Symbol("mod", "op")] if at.text == "pmod" else []
    return Row((Space(2), Symbol("(", "open"), *name, parser.group(at), Symbol(")", "close")))


def _rows(how: Environment, parser: Parser, at: Token) -> Node:
    r"""``\substack{…}``, and the matrices of plain TeX: ``\pmatrix{a & b \cr c & d}``."""
    opening = parser.ahead
    if not parser.meets("{"):
        raise parser.fail("missing_argument", at, command=parser.written(at))
    rows, rules = rows_until(parser)
    if not parser.meets("}"):
        raise parser.fail("unclosed", opening, opening="{")
    return grid(rows, how, rules=rules)


def _general_fraction(parser: Parser, at: Token) -> Node:
    r"""``\genfrac{(}{)}{0pt}{}{n}{k}``."""
    left, right, thickness, _ = (parser.raw(at) for _ in range(4))
    node = Fraction(parser.group(at), parser.group(at), bar=thickness.strip()[:1] != "0")
    pair = [DELIMITERS.get(sign, "") for sign in (left, right)]
    return Fenced(pair[0], node, pair[1]) if any(pair) else node


def _plain_root(parser: Parser, at: Token) -> Node:
    r"""``\root 3 \of x``."""
    index = row(parser.parts())
    if not parser.meets("of", "command"):
        raise parser.fail("missing_argument", at, command="\\root")
    return Root(parser.group(at), index)


_CLASSES: dict[str, Atom] = {
    "mathbin": "bin", "mathrel": "rel", "mathopen": "open", "mathclose": "close", "mathpunct": "punct",
    "mathord": "ord", "mathinner": "inner",
}  # fmt: skip
_ARROWS = {
    "xrightarrow": "⟶",
    "xleftarrow": "⟵",
    "xRightarrow": "⟹",
    "xLeftarrow": "⟸",
    "xleftrightarrow": "⟷",
    "xmapsto": "⟼",
    "xlongequal": "=",
    "xhookrightarrow": "↪",
}

_PAIRS = {
    "norm": ("‖", "‖"),
    "abs": ("|", "|"),
    "bra": ("⟨", "|"),
    "ket": ("|", "⟩"),
    "braket": ("⟨", "⟩"),
    "set": ("{", "}"),
    "ceil": ("⌈", "⌉"),
    "floor": ("⌊", "⌋"),
}
"""Commands that put brackets around their argument (packages physics, braket, mathtools)."""

COMMANDS: dict[str, Handler] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "sfrac", "nicefrac"), _fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _binomial),
    "genfrac": _general_fraction,
    "root": _plain_root,
    "sqrt": _root,
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys(STYLES, _styled),
    **dict.fromkeys(("operatorname", "operatornamewithlimits"), _operator_name),
    "mathop": _math_operator,
    **dict.fromkeys((*ACCENTS, *SAME_ACCENTS), _accent),
    **dict.fromkeys(("underbrace", "underbracket"), partial(_brace, False)),
    **dict.fromkeys(("overbrace", "overbracket"), partial(_brace, True)),
    **dict.fromkeys(("overset", "stackrel"), partial(_stack, False)),
    "underset": partial(_stack, True),
    "prescript": _before,
    **{name: partial(_arrow, sign) for name, sign in _ARROWS.items()},
    "left": _left,
    **{size + side: _big for size in _SIZES for side in _SIDES},
    **dict.fromkeys(("color", "textcolor"), _color),
    **dict.fromkeys(("colorbox", "fcolorbox"), _color_box),
    **dict.fromkeys(("hl", "highlight"), partial(_marked, "highlight")),
    **dict.fromkeys(("cancel", "bcancel", "xcancel", "sout"), partial(_marked, "cancel")),
    **dict.fromkeys(("phantom", "hphantom"), _phantom),
    "vphantom": _strut,
    **{name: partial(_between, *pair) for name, pair in _PAIRS.items()},
    "boxed": _boxed,
    **dict.fromkeys(("fbox", "framebox"), _boxed_words),
    **dict.fromkeys(("makebox", "raisebox"), _words),
    **dict.fromkeys(("not", "centernot"), _not),
    "tag": _tag,
    **dict.fromkeys(("label", "ref", "vspace", "cline", "eqref"), _ignored),
    **dict.fromkeys(("hspace", "mspace", "kern", "mkern", "hskip", "mskip"), length),
    **{name: partial(_class, atom) for name, atom in _CLASSES.items()},
    **dict.fromkeys(("pmod", "mod", "pod"), _modulo),
    "substack": partial(_rows, Environment("stack")),
    **{name: partial(_rows, ENVIRONMENTS[name]) for name in ("matrix", "pmatrix", "cases")},
    **dict.fromkeys(("eqalign", "displaylines"), partial(_rows, ENVIRONMENTS["aligned"])),
    "begin": environment,
    **dict.fromkeys(("smash", "ensuremath", "mathclap", "mathllap", "mathrlap"), _argument),
}  # fmt: skip
