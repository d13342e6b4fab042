r"""Words inside formulas: the argument of ``\text`` and its like, where ``$…$`` is mathematics again."""

from tutor.typeset.lexer import Token
from tutor.typeset.nodes import Node, Style, Text, row
from tutor.typeset.parser import Parser
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
    parser.descend()
    found: list[Node] = []
    run = ""
    outer: list[Style] = []
    swallows = False
    while True:
        token = parser.tokens[parser.place]
        if token.kind == "end":
            raise parser.fail("unclosed", opening, opening="{")
        run += " " * (token.spaced and not swallows)
        if token.kind == "character" and token.text == "}" and not outer:
            parser.place += 1
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
