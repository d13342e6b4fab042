r"""Sums over an index, ``\sum_{i=1}^n w_i x_i``: the sum of a vector taken component by component, ``sum(w .* x)``."""

import re

from tutor.answers.parser import Parser
from tutor.answers.tokens import ReadError
from tutor.answers.tree import Call, Expr, Power, Product, Quotient, rebuild

INDEX = re.compile(
    r"(?: *\\limits)? *(?:_ ?(?:\{ ?(?P<i>[a-z])(?: ?=[^{}]*)? ?\}|(?P<j>[a-z])(?:=\w+)?(?![A-Za-z]))|(?P<k>[ᵢⱼₖ]))"
    r"(?: *(?:\\limits)? *\^ ?(?:\{[^{}]*\}|\w))?"
)
"""What stands below and above the sign."""
_LOWERED = {"ᵢ": "i", "ⱼ": "j", "ₖ": "k"}


def total(parser: Parser) -> Expr:
    """A sum over an index, the current token its sign; the index reaches to the end of the product after it."""
    token, lexer = parser.token, parser.lexer
    found = lexer.match(INDEX)
    around, lexer.index = lexer.index, "ijk"
    if found:
        lexer.place = found.end()
        lexer.index = _LOWERED.get(found[found.lastgroup or 0], found[found.lastgroup or 0])
    parser.advance()
    body = _componentwise(parser, parser.product())
    lexer.index = around
    if parser.kind_of(body) != "column":
        raise ReadError("argument", token.at, function="sum")
    return Call("sum", (body,))


def _componentwise(parser: Parser, body: Expr) -> Expr:
    """The body with its products, powers and quotients between vectors taken component by component."""
    node = rebuild(body, lambda part: _componentwise(parser, part))
    match node:
        case Product(factors):
            vectors = [factor for factor in factors if parser.kind_of(factor) != "number"]
            if len(vectors) < 2:
                return node
            product = vectors[0]
            for vector in vectors[1:]:
                product = Call("hadamard", (product, vector))
            numbers = tuple(factor for factor in factors if parser.kind_of(factor) == "number")
            return Product((*numbers, product)) if numbers else product
        case Power(base, exponent) if parser.kind_of(base) != "number":
            return Call("hadamard_power", (base, exponent))
        case Quotient(above, below) if "number" not in (parser.kind_of(above), parser.kind_of(below)):
            return Call("hadamard_division", (above, below))
    return node
