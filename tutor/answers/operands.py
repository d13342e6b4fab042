"""What stands where an operand begins: numbers, names, functions, roots, brackets."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from tutor.answers import application, brackets, latex_groups, totals
from tutor.answers.parser import ONE, SIMPLE, Parser
from tutor.answers.rewriting import rewritten
from tutor.answers.runs import CONDITION
from tutor.answers.tokens import ReadError
from tutor.answers.tree import Call, Constant, Expr, Number, Symbol
from tutor.words import Message

_DEGREES = {"√": 2, "∛": 3, "∜": 4}


def _number(parser: Parser) -> Expr:
    number = parser.advance().number
    assert number is not None
    if parser.token.kind == "virtual":
        raise ReadError("numbers", parser.token.at)
    if number == ONE and parser.token.kind in ("[", "{", "_") and not (parser.token.spaced or parser.lexer.single):
        return brackets.one(parser, number)
    return number


def _special(parser: Parser) -> Expr:
    """The identity, a vector of ones or of zeros, the size of the identity perhaps as a subscript."""
    token = parser.advance()
    tested = CONDITION.match(parser.lexer.text, token.end) is not None
    if token.kind == "ones" and (tested or parser.token.kind in ("[", "_")):
        return brackets.one(parser, ONE)
    if not parser.names.matrices:
        return Number(Fraction(token.kind == "ones"), "1" if token.kind == "ones" else "0")
    if token.kind != "identity" or token.text == "I":
        return Call(token.kind, ())
    size = Number(Fraction(token.text), token.text) if token.text.isdigit() else Symbol(token.text)
    return Call("identity", (size,))


def _unit(parser: Parser) -> Expr:
    """A unit vector: ``i``, ``e_2``."""
    place = parser.advance().text
    return Call("unit", (Number(Fraction(place), place),))


def _virtual(parser: Parser) -> Expr:
    """A fraction of one character: ``½``."""
    return parser.enclosed("shut", parser.expression)


def _root(parser: Parser) -> Expr:
    """``√2x`` is ``√2·x``."""
    degree = _DEGREES[parser.advance().kind]
    argument = parser.power()
    touching = parser.token.kind in SIMPLE and not parser.token.spaced
    if touching and parser.lexer.choose("root-run", Message("read.notice.root-run")):
        argument = parser.touching(argument)
    return latex_groups.root_of(argument, Number(Fraction(degree), str(degree)))


def _indexed_root(parser: Parser) -> Expr:
    """``³√x``."""
    at = parser.token.at
    index = parser.enclosed("shut", parser.expression)
    if parser.token.kind != "√":
        raise ReadError("base", at)
    parser.advance()
    return latex_groups.root_of(parser.power(), index)


OPERANDS: Mapping[str, Callable[[Parser], Expr]] = {
    "number": _number,
    "variable": lambda parser: Symbol(parser.advance().text),
    "constant": lambda parser: Constant(parser.advance().text),
    "function": application.function,
    "rewritten": rewritten,
    **dict.fromkeys(("identity", "ones", "zeros"), _special),
    "unit": _unit,
    "virtual": _virtual,
    "superscript": _indexed_root,
    **dict.fromkeys(_DEGREES, _root),
    **dict.fromkeys(("<", "⟨"), brackets.angle_bracket),
    "(": brackets.round_bracket,
    "[": brackets.square_bracket,
    "{": brackets.brace,
    "|": brackets.bars,
    "‖": brackets.norm,
    "if": application.choice,
    "∑": totals.total,
    "frac": latex_groups.fraction,
    "sqrt": latex_groups.root,
    "begin": latex_groups.environment,
}
"""How an operand is read, by the token it begins with."""
