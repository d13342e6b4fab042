"""Functions that are read as others: ``log_2 x`` as ``ln x / ln 2``, ``inv(A)`` as ``A^(-1)``."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from tutor.answers.application import chosen, run
from tutor.answers.brackets import arguments, rectangular, subscript
from tutor.answers.latex_groups import root_of
from tutor.answers.parser import Parser
from tutor.answers.piecewise import piecewise
from tutor.answers.powers import exponent
from tutor.answers.tokens import ReadError
from tutor.answers.tree import (
    Call,
    Comparison,
    Constant,
    Expr,
    Indicator,
    Matrix,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Span,
    Sum,
)
from tutor.words import Message


def _whole(value: int) -> Number:
    return Number(Fraction(value), str(value))


def _filled(entry: Expr) -> Expr:
    return Call("zeros" if entry == _whole(0) else "ones", ())


def _full(entry: Expr) -> Expr:
    """A matrix of ones or of zeros, of the size the context gives."""
    column = _filled(entry)
    return column if entry == _whole(0) else Product((column, Call("transpose", (column,))))


_RULES: Mapping[str, tuple[int, Callable[..., Expr]]] = {
    "cbrt": (1, lambda x: root_of(x, _whole(3))),
    "inv": (1, lambda x: Power(x, Negative(_whole(1)))),
    "power": (2, Power),
    "matmul": (2, lambda x, y: Product((x, y))),
    "outer": (2, lambda x, y: Product((x, Call("transpose", (y,))))),
    "norm1": (1, lambda x: Call("sum", (Call("abs", (x,)),))),
    "ctrans": (1, lambda x: Call("transpose", (Call("conj", (x,)),))),
    "re": (1, lambda z: Quotient(Sum((z, Call("conj", (z,)))), _whole(2))),
    "im": (1, lambda z: Quotient(Sum((z, Negative(Call("conj", (z,))))), Product((_whole(2), Constant("i"))))),
    "step": (1, lambda x: Indicator(Comparison(">", x, _whole(0)))),
}
"""How many arguments, and what they become."""

_LOGARITHMS: Mapping[str, Expr | None] = {"log": None, "log2": _whole(2), "log10": _whole(10)}
_OPENERS = frozenset(("(", "[", "{"))


def rewritten(parser: Parser) -> Expr:
    """The expression that a rewritten function, the current token, stands for."""
    token = parser.advance()
    name = token.text
    if name in _LOGARITHMS:
        return _logarithm(parser, name, token.start)
    if parser.token.kind not in _OPENERS and name != "cbrt":
        raise ReadError("argument", parser.token.at, function=name)
    if name == "piecewise":
        return piecewise(parser)
    found = arguments(parser)[0] if parser.token.kind in _OPENERS else [run(parser, name)]
    at = (token.start, parser.previous.end)
    if name == "matrix":
        return _stacked(found, at)
    if name == "vector":
        return _filled(found[0]) if len(found) == 1 else Matrix(tuple((entry,) for entry in found))
    if name == "root":
        return _root(parser, found, at)
    if name == "where":
        return chosen(found, at)
    count, rule = _RULES[name]
    if len(found) != count:
        raise ReadError("arguments", at, function=name, n=count)
    return rule(*found)


def _stacked(rows: list[Expr], at: Span) -> Expr:
    """``matrix([1, 2], [3, 4])``, and ``matrix(1)`` of ones."""
    if len(rows) == 1:
        return rows[0] if isinstance(rows[0], Matrix) else _full(rows[0])
    inner = [row.rows[0] for row in rows if isinstance(row, Matrix) and len(row.rows) == 1]
    if len(inner) != len(rows):
        raise ReadError("list", at)
    return rectangular(inner, at)


def _root(parser: Parser, found: list[Expr], at: Span) -> Expr:
    """``root(x, 3)``, ``root[3](x)``; a number before what is none is the degree too: ``root(3, x)``."""
    if len(found) > 2:
        raise ReadError("arguments", at, function="root", n=2)
    if len(found) == 1:
        index = parser.token.kind in _OPENERS
        return root_of(arguments(parser)[0][0], found[0]) if index else Call("sqrt", (found[0],))
    before = isinstance(found[0], Number) and not isinstance(found[1], Number)
    if parser.lexer.choose("degree", Message("read.notice.degree") if before else None) != before:
        found.reverse()
    return root_of(*found)


def _logarithm(parser: Parser, name: str, start: int) -> Expr:
    """``log x`` is the natural logarithm; ``log_2 x``, ``log2(x)`` and ``log(x, 2)`` have another base."""
    base = _LOGARITHMS[name]
    if name == "log" and parser.token.kind == "_":
        parser.advance()
        base = subscript(parser)
    raised = exponent(parser) if parser.token.kind in ("^", "superscript") else None
    found, commas = arguments(parser) if parser.token.kind in _OPENERS else ([run(parser, name)], [])
    if len(found) > (2 if base is None else 1):
        raise ReadError("arguments", commas[-1], function=name, n=1)
    if len(found) == 2:
        found = found[::-1] if parser.lexer.choose("base", Message("read.notice.base")) else found
        base = found[1]
    elif base is None and parser.lexer.choose("log", Message("read.notice.log")):
        base = _whole(10)
    node = parser.placed(Call("ln", (found[0],)), start)
    if base is not None:
        node = parser.placed(Quotient(node, parser.placed(Call("ln", (base,)), start)), start)
    return node if raised is None else Power(node, raised)
