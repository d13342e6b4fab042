"""Functions that are read as others: ``log_2 x`` as ``ln x / ln 2``, ``inv(A)`` as ``A^(-1)``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from tutor.answers.brackets import subscript
from tutor.answers.lexer import Problem
from tutor.answers.tree import Call, Comparison, Expr, Indicator, Negative, Number, Power, Product, Quotient
from tutor.words import Message

if TYPE_CHECKING:
    from tutor.answers.grammar import Parser


def _whole(value: int) -> Number:
    return Number(Fraction(value), str(value))


_RULES: Mapping[str, tuple[str, Callable[..., Expr]]] = {
    "cbrt": ("sqrt", lambda x: Power(x, Quotient(_whole(1), _whole(3)))),
    "inv": ("transpose", lambda x: Power(x, Negative(_whole(1)))),
    "outer": ("dot", lambda x, y: Product((x, Call("transpose", (y,))))),
    "norm1": ("norm", lambda x: Call("sum", (Call("abs", (x,)),))),
    "step": ("relu", lambda x: Indicator(Comparison(">", x, _whole(0)))),
}
"""The function with the same arguments, and what they become."""

_LOGARITHMS: Mapping[str, Expr | None] = {"log": None, "log2": _whole(2), "log10": _whole(10)}


def product(factors: Sequence[Expr]) -> Expr:
    """The product of one or more factors."""
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def rewritten(parser: Parser) -> Expr:
    """The expression that a rewritten function, the current token, stands for."""
    token = parser.advance()
    if token.text in _LOGARITHMS:
        return _logarithm(parser, token.text, token.start)
    inner, rule = _RULES[token.text]
    if parser.token.kind not in ("(", "[", "{") and token.text != "cbrt":
        raise Problem("argument", (parser.token.start, parser.token.end), function=token.text)
    call = parser.applied(inner, token.start)
    assert isinstance(call, Call)
    return rule(*call.arguments)


def _logarithm(parser: Parser, name: str, start: int) -> Expr:
    base = _LOGARITHMS[name]
    if name == "log" and parser.token.kind == "_":
        parser.advance()
        base = subscript(parser)
    exponent = parser.exponent() if parser.token.kind in ("^", "superscript") else None
    if base is None and parser.lexer.choose("log", Message("read.notice.log")):
        base = _whole(10)
    node = parser.applied("ln", start)
    if base is not None:
        node = Quotient(parser.placed(node, start), Call("ln", (base,)))
    return node if exponent is None else Power(parser.placed(node, start), exponent)
