"""What each command with arguments does: name → handler. A new command is one row of a table here or in `symbols`."""

from dataclasses import replace
from functools import partial

from tutor.typeset.environments import ENVIRONMENTS, Environment, environment, grid, rows_until
from tutor.typeset.fences import FENCES
from tutor.typeset.lengths import length
from tutor.typeset.lexer import Token
from tutor.typeset.nodes import (
    EMPTY,
    Accent,
    Atom,
    Boxed,
    Brace,
    Fenced,
    Fraction,
    Grid,
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
from tutor.typeset.parser import Handler, Parser, joined
from tutor.typeset.physics import PHYSICS
from tutor.typeset.symbols import ACCENTS, ALPHABETS, DELIMITERS, SAME_ACCENTS, STYLES, negated, precomposed
from tutor.typeset.texts import WORDS


def _fraction(parser: Parser, at: Token) -> Node:
    return Fraction(parser.group(at), parser.group(at))


def _binomial(parser: Parser, at: Token) -> Node:
    return Fenced("(", Fraction(parser.group(at), parser.group(at), bar=False), ")")


def _root(parser: Parser, at: Token) -> Node:
    index = parser.optional()
    return Root(parser.group(at), index)


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


def _at_sides(parser: Parser, at: Token) -> Node:
    r"""``\sideset{_a^b}{'}\sum_i``: scripts at the corners of a sign that has limits of its own."""
    left, right = parser.group(at), parser.group(at)
    sign = parser.scripted(parser.atom())
    base = sign.base if isinstance(sign, Scripts) else sign
    whole = Row((*items(left), base, *items(right)))
    return replace(sign, base=whole) if isinstance(sign, Scripts) else whole


def _tensor(parser: Parser, at: Token) -> Node:
    r"""``\tensor{T}{^a_b}``."""
    return Row((*items(parser.group(at)), *items(parser.group(at))))


def _before(parser: Parser, at: Token) -> Node:
    r"""``\prescript{above}{below}{base}``."""
    above, below = parser.group(at), parser.group(at)
    return Row((Scripts(EMPTY, below, above), parser.group(at)))


def _arrow(sign: str, parser: Parser, at: Token) -> Node:
    below = parser.optional()
    above = parser.group(at)
    arrow = Symbol(sign, "rel")
    return Scripts(arrow, below, above if items(above) else None, stacked=True) if below or items(above) else arrow


def _color(parser: Parser, at: Token) -> Node:
    r"""``\color{red}{x}`` colours an argument (MathJax), ``\color{red} x`` the rest of the group (LaTeX)."""
    parser.optional()
    mark = _name(parser.raw(at))
    if at.text == "textcolor" or (parser.ahead.text == "{" and parser.ahead.kind == "character"):
        return Marked(parser.group(at), mark)
    return Marked(row(parser.parts()), mark)


def _name(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum()) or "highlight"


def _marked(mark: str, parser: Parser, at: Token) -> Node:
    return Marked(parser.group(at), mark)


def _cancelled_to(parser: Parser, at: Token) -> Node:
    value = parser.group(at)
    return Scripts(Marked(parser.group(at), "cancel"), None, value)


def _phantom(parser: Parser, at: Token) -> Node:
    return Phantom(parser.group(at))


def _strut(parser: Parser, at: Token) -> Node:
    """Height without width: rows of text have no use for it."""
    parser.group(at)
    return Space(0)


def _boxed(parser: Parser, at: Token) -> Node:
    return Boxed(parser.group(at))


def _argument(parser: Parser, at: Token) -> Node:
    parser.optional()
    return parser.group(at)


def _not(parser: Parser, at: Token) -> Node:
    node = parser.group(at)
    if not isinstance(node, Symbol) or len(node.text) != 1:
        raise parser.fail("missing_argument", at, command="\\not")
    return replace(node, text=negated(node.text), atom="rel")


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


def _bordered(parser: Parser, at: Token) -> Node:
    r"""``\bordermatrix{ & a \cr b & c}``: the names of rows and columns stand before rules."""
    node = _rows(Environment("matrix"), parser, at)
    return replace(node, columns="c|" + node.columns[1:], rules=(1,)) if isinstance(node, Grid) else node


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

COMMANDS: dict[str, Handler] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "sfrac", "nicefrac"), _fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _binomial),
    "genfrac": _general_fraction,
    "root": _plain_root,
    "sqrt": _root,
    **WORDS,
    **dict.fromkeys(STYLES, _styled),
    **dict.fromkeys(("operatorname", "operatornamewithlimits"), _operator_name),
    "mathop": _math_operator,
    **dict.fromkeys((*ACCENTS, *SAME_ACCENTS), _accent),
    **dict.fromkeys(("underbrace", "underbracket"), partial(_brace, False)),
    **dict.fromkeys(("overbrace", "overbracket"), partial(_brace, True)),
    **dict.fromkeys(("overset", "stackrel"), partial(_stack, False)),
    "underset": partial(_stack, True),
    "prescript": _before,
    "sideset": _at_sides,
    "tensor": _tensor,
    **{name: partial(_arrow, sign) for name, sign in _ARROWS.items()},
    **FENCES,
    **PHYSICS,
    **dict.fromkeys(("color", "textcolor"), _color),
    **dict.fromkeys(("hl", "highlight"), partial(_marked, "highlight")),
    **dict.fromkeys(("cancel", "bcancel", "xcancel", "sout"), partial(_marked, "cancel")),
    "cancelto": _cancelled_to,
    **dict.fromkeys(("phantom", "hphantom"), _phantom),
    "vphantom": _strut,
    "boxed": _boxed,
    **dict.fromkeys(("not", "centernot"), _not),
    **dict.fromkeys(("label", "vspace", "cline", "cmidrule", "require"), _ignored),
    **dict.fromkeys(("hspace", "mspace", "kern", "mkern", "hskip", "mskip"), length),
    **{name: partial(_class, atom) for name, atom in _CLASSES.items()},
    **dict.fromkeys(("pmod", "mod", "pod"), _modulo),
    "substack": partial(_rows, Environment("stack")),
    **{name: partial(_rows, ENVIRONMENTS[name]) for name in ("matrix", "pmatrix", "cases")},
    **dict.fromkeys(("eqalign", "displaylines"), partial(_rows, ENVIRONMENTS["aligned"])),
    "bordermatrix": _bordered,
    "begin": environment,
    **dict.fromkeys(("smash", "ensuremath", "mathclap", "mathllap", "mathrlap"), _argument),
}  # fmt: skip
