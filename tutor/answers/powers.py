"""What follows a primary: factorials, primes that transpose, and exponents, ``T`` among them."""

import re
from collections.abc import Callable

from tutor.answers.parser import ONE, Parser
from tutor.answers.tokens import ReadError
from tutor.answers.tree import Call, Constant, Expr, Negative, Number, Power, Quotient
from tutor.words import Message

_ELEMENTWISE_EXPONENT = re.compile(r" *\{ *(?:\\odot|\\circ|⊙)")
_INVERSE_TRANSPOSE = re.compile(
    r" *(?:\{ *- *(?:T|⊤|\\top|\\intercal|\\math(?:sf|rm) *\{ *T *\}) *\}|- *[T⊤](?![A-Za-z]))"
)
_PRIME = re.compile(r" *(?:\{ *(?:'|\\prime) *\}|\\prime(?![A-Za-z]))")


def power(parser: Parser) -> Expr:
    """A primary with its factorials, primes and exponents."""
    start = parser.token.start
    node = _postfixes(parser, parser.nested(parser.primary, parser.token.at), start)
    while parser.token.kind in ("^", "superscript", ".^"):
        operator = parser.token.kind
        node = _postfixes(parser, parser.placed(_raised(parser, node), start), start)
        if operator == "superscript" and parser.token.kind in ("^", "superscript"):
            raise ReadError("powers", parser.token.at)
    return node


def _postfixes(parser: Parser, node: Expr, start: int) -> Expr:
    """A node with the factorials and the primes after it; a prime or ``⊤`` transposes."""
    while parser.token.kind in ("!", "'", "transpose"):
        if parser.token.kind != "!" and not parser.names.matrices:
            raise parser.unexpected()
        if parser.token.kind == "!" and parser.previous.kind == "!":
            raise ReadError("factorials", parser.token.at)
        mark = parser.advance().kind
        node = parser.placed(Call("factorial", (node,)) if mark == "!" else transposed(parser, node), start)
    return node


def transposed(parser: Parser, node: Expr) -> Expr:
    """The transpose; ``1^T`` is the row of ones."""
    if isinstance(node, Number) and parser.names.matrices and node.digits in ("0", "1"):
        node = Call("ones" if node.digits == "1" else "zeros", ())
    return Call("transpose", (node,))


def _raised(parser: Parser, base: Expr) -> Expr:
    """A base with the exponent that the current token begins; ``A^-T`` is the inverse, transposed."""
    dotted = parser.token.kind == ".^" or parser.lexer.match(_ELEMENTWISE_EXPONENT) is not None
    if parser.names.matrices and parser.token.kind == "superscript" and parser.token.text == "-T":
        parser.enclosed("shut", lambda: (parser.advance(), parser.advance()))
        return transposed(parser, Power(base, Negative(ONE)))
    if parser.names.matrices and parser.lexer.skip(_INVERSE_TRANSPOSE):
        parser.advance()
        return transposed(parser, Power(base, Negative(ONE)))
    if parser.names.matrices and parser.lexer.skip(_PRIME):
        parser.advance()
        return transposed(parser, base)
    found = exponent(parser)
    if found is None:
        return transposed(parser, base)
    if dotted and not parser.kind_of(base) == parser.kind_of(found) == "number":
        return Call("hadamard_power", (base, found))
    return Power(base, _more(parser, base, found))


def exponent(parser: Parser) -> Expr | None:
    """What follows ``^``, or a raised run; None where it is the mark of a transpose."""
    parser.lexer.exponent = True
    closer = "shut" if parser.token.kind == "superscript" else "}"
    if closer == "}":
        parser.advance()
        if parser.token.kind != "{":
            return _transpose_or(parser, lambda: parser.signed(parser.power))
    return parser.enclosed(closer, lambda: _transpose_or(parser, parser.expression))


def _transpose_or(parser: Parser, parse: Callable[[], Expr]) -> Expr | None:
    """An exponent, or None for ``T``."""
    parser.lexer.exponent = False
    if parser.token.kind in ("transpose", "⊙") and parser.advance().kind == "transpose":
        return None
    return parser.nested(parse, parser.token.at)


def _more(parser: Parser, base: Expr, found: Expr) -> Expr:
    """The exponent, or with the other reading what stands right after it too: ``e^2x``, ``x^1/2``."""
    token = parser.token
    if parser.previous.kind not in ("number", "variable") or token.spaced:
        return found
    if token.kind in ("variable", "constant") and isinstance(base, Number | Constant):
        if parser.lexer.choose("exponent", Message("read.notice.exponent")):
            return parser.touching(found)
    elif token.kind == "/" and isinstance(found, Number | Negative):
        likely = found in (ONE, Negative(ONE))
        if parser.lexer.choose("root", Message("read.notice.root") if likely else None):
            parser.advance()
            below = parser.power()
            if isinstance(found, Negative):
                return Negative(Quotient(found.operand, below))
            return Quotient(found, below)
    return found
