"""Functions and their arguments: ``sin x``, ``sin^2(x)``, ``max(0, z)``, ``sqrt[3]{x}``, ``sin 2 pi x``."""

import re

from tutor.answers import latex_groups
from tutor.answers.brackets import arguments
from tutor.answers.conditions import blaming, conditional
from tutor.answers.functions import FUNCTIONS, INVERSES, Function
from tutor.answers.parser import ONE, SIMPLE, TWO, Parser, product
from tutor.answers.powers import exponent
from tutor.answers.products import ONES
from tutor.answers.tokens import ReadError, Token
from tutor.answers.tree import Call, Cases, Expr, Indicator, Matrix, Negative, Power, Quotient, Span, Symbol
from tutor.words import Message

_UNPOWERED = frozenset(("exp", "sqrt", "abs"))
_SIZES = re.compile(r" *([A-Za-z]+) *(?:, *([A-Za-z]+|1) *)?\)")


def function(parser: Parser) -> Expr:
    """A function, the current token, with its power and its argument."""
    token = parser.advance()
    name, known = token.text, FUNCTIONS.get(token.text)
    bare = known is None or known.bare
    follows = parser.token.kind
    if name == "sqrt" and follows == "[":
        return latex_groups.indexed_root(parser)
    if known is not None and known.kind == "size":
        sizes = _sizes(parser) if follows == "(" else ()
        if sizes or follows != "(":
            return Call(name, sizes)
    if known is not None and follows in ("^", "superscript"):
        if not bare or name in _UNPOWERED:
            raise ReadError("function.power", parser.token.at, function=name)
        return _powered(parser, name, token.start)
    if not bare and follows not in ("(", "[", "{") and not _of_one_vector(parser, known):
        raise ReadError("argument", parser.token.at, function=name)
    return applied(parser, name, token.start)


def _of_one_vector(parser: Parser, known: Function | None) -> bool:
    """Whether ``det A`` and ``tr A`` go without brackets here: a function of vectors before a name."""
    return known is not None and known.kind == "vector" and known.least == 1 and parser.token.kind == "variable"


def _sizes(parser: Parser) -> tuple[Expr, ...]:
    """``(n)`` and ``(m, n)`` where they are the letters of declared sizes; nothing where they are not."""
    found = parser.lexer.match(_SIZES)
    if found is None or not set(found.groups()) <= {*parser.names.sizes, "1", None}:
        return ()
    parser.lexer.skip(_SIZES)
    parser.lexer.depth -= 1
    parser.advance()
    return tuple(ONE if size == "1" else Symbol(size) for size in found.groups() if size)


def _powered(parser: Parser, name: str, start: int) -> Expr:
    """``sin^2 x`` is the power of the value; ``sin^-1`` is the inverse function."""
    raised = exponent(parser)
    if raised is None:
        raise ReadError("function.power", (start, parser.previous.end), function=name)
    if raised == Negative(ONE) and name in INVERSES:
        notice = Message("read.notice.inverse", {"inverse": INVERSES[name], "function": name})
        if not parser.lexer.choose("inverse", notice):
            return applied(parser, INVERSES[name], start)
    return Power(parser.placed(applied(parser, name, start), start), raised)


def choice(parser: Parser) -> Expr:
    """Cases that begin with their condition: ``if(z > 0, z, 0)``, ``si z > 0: z; si no: 0``."""
    start = parser.token.start
    with blaming(parser, start):
        parser.advance()
        if parser.token.kind in ("(", "["):
            found, commas = arguments(parser)
            if commas:
                return chosen(found, (start, parser.previous.end))
            parser.given = found[0]
        return conditional(parser)


def chosen(arguments: list[Expr], at: Span) -> Expr:
    """``if(z > 0, z, 0)`` as cases."""
    match arguments:
        case [Indicator(condition), value, other]:
            return Cases(((value, condition), (other, None)))
    raise ReadError("condition", at)


def applied(parser: Parser, name: str, start: int) -> Call:
    """A function of its arguments, in brackets or as the run after it."""
    known, kind = FUNCTIONS.get(name), parser.token.kind
    if kind == "[" and known is not None and known.kind == "vector" and known.least == 1:
        return Call(name, (parser.primary(),))
    if kind not in ("(", "{", "["):
        return Call(name, (run(parser, name),))
    found, commas = arguments(parser, none=known is not None and not known.least)
    if name == "norm" and len(found) == 2 and found[1] == TWO:
        found.pop()
    if known is not None and known.most is not None and len(found) > known.most:
        raise ReadError("arguments", commas[known.most - 1], function=name, n=known.most)
    if known is not None and len(found) < known.least:
        raise ReadError("arguments", (start, parser.previous.end), function=name, n=known.least)
    if name == "diag" and len(found) > 1:
        found = [Matrix((tuple(found),))]
    if name == "dot":
        found = [ONES if argument == ONE else argument for argument in found]
    return Call(name, tuple(found))


def run(parser: Parser, name: str) -> Expr:
    """The run after a function without brackets: numbers, names and constants side by side, or one bracket."""
    if parser.token.kind == "-":
        return parser.signed(lambda: run(parser, name))
    first = parser.token
    kind, start = first.kind, first.start
    if not parser.begins_operand():
        raise (
            parser.missing()
            if kind == "end" and parser.openers
            else ReadError("argument", parser.token.at, function=name)
        )
    factors, constant = [parser.power()], kind in ("number", "constant")
    while kind in SIMPLE and _goes_on(parser, constant, name, first):
        kind = parser.token.kind
        constant = constant and kind in ("number", "constant")
        factors.append(parser.power())
    argument = parser.placed(product(factors), start)
    ambiguous = parser.token.kind == "/" and not parser.token.spaced and kind in SIMPLE
    if ambiguous and parser.lexer.choose("argument", Message("read.notice.argument", {"function": name})):
        parser.advance()
        argument = parser.placed(Quotient(argument, parser.power()), start)
    return argument


def _goes_on(parser: Parser, constant: bool, name: str, first: Token) -> bool:
    """Whether a run, `constant` so far, goes on: ``sin 2 pi x``, ``sinh xy``, but not ``sin x e^x`` or ``sqrt2 x``."""
    token = parser.token
    if token.kind == "(":
        return parser.previous.kind == "number" and constant
    if name == "sqrt" and token.spaced and not first.spaced:
        return token.kind in SIMPLE and parser.lexer.choose("spaced")
    if token.kind not in SIMPLE or (token.kind == "number" and parser.previous.kind == "number"):
        return False
    if constant:
        return True
    if token.kind == "constant" and token.text == "e":
        return False
    return not token.spaced or parser.lexer.choose("spaced")
