r"""Words inside formulas: the argument of ``\text`` and its like, where ``$…$`` is mathematics again."""

from collections.abc import Callable

from tutor.typeset.lexer import Token
from tutor.typeset.nodes import Boxed, Marked, Node, Row, Space, Style, Symbol, Text, row
from tutor.typeset.parser import Handler, Parser
from tutor.typeset.symbols import SPACES, SWITCHES, SYMBOLS, TEXTS

_SIGNS = {
    name: SYMBOLS[name][0] for name in ("{", "}", "_", "#", "%", "&", "$", "ldots", "dots", "textbackslash", "S", "P")
}


def words(parser: Parser, at: Token, style: Style) -> Node:
    """The words of a command's argument; spaces count, ``$…$`` inside is read as a formula."""
    opening = parser.ahead
    if not parser.meets("{"):
        if opening.kind != "character" or opening.text in "}&^_$":
            raise parser.fail("missing_argument", at, command=parser.written(at))
        return Text(parser.take().text, style)
    found = prose(parser, style)
    if not parser.meets("}"):
        raise parser.fail("unclosed", opening, opening="{")
    return found


def prose(parser: Parser, style: Style = "plain", ends: Callable[[Token], bool] = lambda token: False) -> Node:
    """Words up to a closing brace of somebody else's or a token that `ends` them, which stays unread."""
    parser.descend()
    found: list[Node] = []
    run = ""
    outer: list[Style] = []
    swallows = False
    while True:
        token = parser.ahead
        run += " " * (token.spaced and not swallows)
        if token.kind == "end" or (not outer and (_closes(token) or ends(token))):
            break
        swallows = token.kind == "command" and (token.text in SWITCHES or SPACES.get(token.text) == 0)
        piece, new_style = _node(parser, token), _style(token, style, outer)
        if isinstance(piece, str) and new_style == style:
            run += piece
            continue
        found += [Text(run, style)] if run else []
        found += [] if isinstance(piece, str) else [piece]
        run, style = "", new_style
    if run or not found:
        found.append(Text(run, style))
    parser.depth -= 1
    return row(found)


def _closes(token: Token) -> bool:
    return token.kind == "character" and token.text == "}"


def _style(token: Token, style: Style, outer: list[Style]) -> Style:
    r"""The style of the words after a token: ``\bf`` changes it up to the end of its group."""
    if token.kind == "command":
        return SWITCHES.get(token.text, style)
    if token.kind == "character" and token.text == "{":
        outer.append(style)
    elif token.kind == "character" and token.text == "}":
        return outer.pop()
    return style


def _node(parser: Parser, token: Token) -> Node | str:
    """What one token of a text stands for: characters of the text, or a node of its own."""
    parser.place += 1
    if token.kind == "command":
        return _command(parser, token)
    if token.text == "~":
        return " "
    if token.text == "$":
        return _formula(parser, token)
    return "" if token.text in "{}" else token.text


def _command(parser: Parser, token: Token) -> Node | str:
    if token.text in _SIGNS:
        return _SIGNS[token.text]
    if token.text in SPACES:
        return " " * SPACES[token.text]
    if token.text in SWITCHES:
        return ""
    if token.text in TEXTS:
        return words(parser, token, TEXTS[token.text])
    parser.place -= 1
    return parser.atom()


def _formula(parser: Parser, opening: Token) -> Node:
    found = parser.parts("$")
    if not parser.meets("$"):
        raise parser.fail("unclosed", opening, opening="$")
    return row(found)


def _text(parser: Parser, at: Token) -> Node:
    return words(parser, at, TEXTS[at.text])


def _color_box(parser: Parser, at: Token) -> Node:
    parser.raw(at)
    if at.text == "fcolorbox":
        parser.raw(at)
    return Marked(words(parser, at, "plain"), "highlight")


def _boxed_words(parser: Parser, at: Token) -> Node:
    r"""``\framebox[2cm]{words}``, and ``\framebox(18,40){words}`` of a picture."""
    parser.optional()
    if parser.meets("("):
        parser.parts(")")
        parser.meets(")")
    return Boxed(words(parser, at, "plain"))


def _words(parser: Parser, at: Token) -> Node:
    parser.optional()
    return words(parser, at, "plain")


def _raised_words(parser: Parser, at: Token) -> Node:
    r"""``\raisebox{22pt}{words}``."""
    parser.raw(at)
    return _words(parser, at)


def _verbatim(parser: Parser, at: Token) -> Node:
    r"""``\verb|x_1|``."""
    fence = parser.take()
    start = fence.offset + len(fence.text)
    while (token := parser.take()).text != fence.text:
        if token.kind == "end":
            raise parser.fail("unclosed", fence, opening=fence.text)
    return Text(parser.source[start : token.offset])


def _tag(parser: Parser, at: Token) -> Node:
    star = parser.meets("*")
    label = words(parser, at, "plain")
    return Row((Space(4), label if star else Row((Symbol("(", "open"), label, Symbol(")", "close")))))


def _reference(parser: Parser, at: Token) -> Node:
    """The name of what is referred to, whose number only the whole text would tell."""
    name = Text(parser.raw(at))
    return Row((Symbol("(", "open"), name, Symbol(")", "close"))) if at.text == "eqref" else name


WORDS: dict[str, Handler] = {
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys(("colorbox", "fcolorbox"), _color_box),
    **dict.fromkeys(("fbox", "framebox"), _boxed_words),
    "makebox": _words,
    "raisebox": _raised_words,
    "verb": _verbatim,
    "tag": _tag,
    **dict.fromkeys(("ref", "eqref", "cref", "autoref"), _reference),
}
"""Commands whose argument is words."""
