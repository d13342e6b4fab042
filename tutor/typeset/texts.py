r"""Words inside formulas: the argument of ``\text`` and its like, where ``$…$`` is mathematics again."""

from tutor.typeset.lexer import Token
from tutor.typeset.nodes import Node, Style, Text, row
from tutor.typeset.parser import Parser
from tutor.typeset.symbols import SPACES, SYMBOLS, TEXTS

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
    found: list[Node] = []
    run = ""
    depth = 0
    while True:
        token = parser.tokens[parser.place]
        if token.kind == "end":
            raise parser.fail("unclosed", opening, opening="{")
        run += " " * token.spaced
        if token.kind == "character" and token.text == "}" and depth == 0:
            parser.place += 1
            break
        node = _node(parser, token)
        if isinstance(node, str):
            depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "character" else 0
            run += node
            continue
        found += [Text(run, style), node] if run else [node]
        run = ""
    if run or not found:
        found.append(Text(run, style))
    return row(found)


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
    if token.text in TEXTS:
        parser.descend()
        node = words(parser, token, TEXTS[token.text])
        parser.depth -= 1
        return node
    parser.place -= 1
    return parser.atom()


def _formula(parser: Parser, opening: Token) -> Node:
    found = parser.parts("$")
    if not parser.meets("$"):
        raise parser.fail("unclosed", opening, opening="$")
    return row(found)
