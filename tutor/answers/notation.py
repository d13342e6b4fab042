"""A tree as LaTeX, the structure as it was read: every fraction and every product can be seen."""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from itertools import pairwise
from typing import Any

from tutor.answers.characters import GREEK
from tutor.answers.exact import rational
from tutor.answers.functions import FUNCTIONS, INVERSES
from tutor.answers.printing import level
from tutor.answers.tables import JOINING
from tutor.answers.task import Shape
from tutor.answers.tree import (
    Call,
    Cases,
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
    Sum,
    Symbol,
)

_SUM, _TERM, _PRODUCT, _POWER, _ATOM = range(5)
_NAMES = frozenset(GREEK.values())
_OPERATORS = {"<=": r"\le", ">=": r"\ge", "!=": r"\ne", "==": "="}


def latex(expr: Expr, shapes: Mapping[str, Shape] | None = None, *, otherwise: str | None = None) -> str:
    """The expression as LaTeX of the subset that `tutor.typeset` sets.

    Names with a shape are bold; `otherwise` is the word for the last branch of cases, whose condition is written out
    when there is none.
    """
    return _Writer(shapes or {}, otherwise).write(expr)


class _Writer:
    def __init__(self, shapes: Mapping[str, Shape], otherwise: str | None) -> None:
        self.shapes = shapes
        self.otherwise = otherwise

    def write(self, expr: Expr) -> str:
        writer: Callable[[_Writer, Any], str] = _WRITERS[type(expr)]
        return writer(self, expr)

    def above(self, expr: Expr, least: int) -> str:
        text = self.write(expr)
        return text if self.level(expr) >= least else self.bracketed(text)

    def bracketed(self, text: str) -> str:
        return rf"\left({text}\right)" if r"\frac" in text or r"\begin" in text else f"({text})"

    def level(self, expr: Expr) -> int:
        if isinstance(expr, Number) and "e" in expr.digits.lower():
            return _PRODUCT
        if isinstance(expr, Quotient) or (isinstance(expr, Number) and not expr.digits and expr.value > 0):
            return _POWER
        if isinstance(expr, Call):
            return _PRODUCT if expr.function in _INFIX else _POWER if expr.function in _RAISED else _ATOM
        return level(expr)

    def number(self, expr: Number) -> str:
        if expr.digits:
            whole, e, exponent = expr.digits.lower().partition("e")
            whole = f"0{whole}" if whole.startswith(".") else whole
            return rf"{whole} \cdot 10^{{{exponent}}}" if e else whole
        above, below = expr.value.as_integer_ratio()
        if below == 1:
            return str(above)
        return rf"{'-' if above < 0 else ''}\frac{{{abs(above)}}}{{{below}}}"

    def symbol(self, expr: Symbol) -> str:
        base, subscript = _parted(expr.name)
        letter = rf"\{base}" if base in _NAMES else base if len(base) == 1 else rf"\mathrm{{{base}}}"
        if self.shapes.get(expr.name):
            letter = rf"\mathbf{{{letter}}}"
        return f"{letter}_{{{subscript}}}" if subscript else letter

    def constant(self, expr: Constant) -> str:
        return r"\pi" if expr.name == "pi" else expr.name

    def negative(self, expr: Negative) -> str:
        return f"-{self.above(expr.operand, _PRODUCT)}"

    def sum(self, expr: Sum) -> str:
        text = self.above(expr.terms[0], _TERM)
        for term in expr.terms[1:]:
            if isinstance(term, Negative):
                text += f" - {self.above(term.operand, _PRODUCT)}"
            else:
                text += f" + {self.above(term, _PRODUCT)}"
        return text

    def product(self, expr: Product) -> str:
        parts = [self.above(factor, _POWER) for factor in expr.factors]
        text = parts[0]
        for before, part in pairwise(parts):
            dot = part[0].isdigit() or (part.startswith(r"\frac") and before[-1:].isdigit())
            text += (r" \cdot " if dot else r"\,") + part
        return text

    def quotient(self, expr: Quotient) -> str:
        return rf"\frac{{{self.write(expr.numerator)}}}{{{self.write(expr.denominator)}}}"

    def power(self, expr: Power) -> str:
        exponent = self.write(expr.exponent)
        base = expr.base
        if isinstance(base, Call) and base.function in INVERSES and rational(expr.exponent) == -1:
            return rf"{self.bracketed(self.write(base))}^{{{exponent}}}"  # sin^{-1} is the inverse function
        if isinstance(base, Call) and base.function in _POWERED and len(base.arguments) == 1:
            return rf"{FUNCTIONS[base.function].latex}^{{{exponent}}}{self.bracketed(self.write(base.arguments[0]))}"
        tall = isinstance(base, Quotient) or self.level(base) < _ATOM
        text = self.bracketed(self.write(base)) if tall else self.write(base)
        return f"{text}^{{{exponent}}}"

    def call(self, expr: Call) -> str:
        special = _SPECIAL.get(expr.function)
        if special is not None:
            return special(self, *expr.arguments)
        function = FUNCTIONS.get(expr.function)
        name = function.latex if function else self.symbol(Symbol(expr.function))
        return name + self.bracketed(", ".join(self.write(argument) for argument in expr.arguments))

    def infix(self, operator: str, left: Expr, right: Expr) -> str:
        return f"{self.above(left, _POWER)} {operator} {self.above(right, _POWER)}"

    def transpose(self, inner: Expr) -> str:
        base = self.write(inner)
        return rf"{base if self.level(inner) == _ATOM else self.bracketed(base)}^{{\top}}"

    def sized(self, symbol: str, *sizes: Expr) -> str:
        size = r" \times ".join(map(self.write, sizes))
        return f"{symbol}_{{{size}}}" if size else symbol

    def matrix(self, expr: Matrix) -> str:
        return _environment("bmatrix", (" & ".join(self.write(entry) for entry in row) for row in expr.rows))

    def comparison(self, expr: Comparison) -> str:
        if expr.operator in JOINING:
            return self.joined(expr, *(self.condition(side, expr.operator) for side in (expr.left, expr.right)))
        return f"{self.write(expr.left)} {_OPERATORS.get(expr.operator, expr.operator)} {self.write(expr.right)}"

    def joined(self, expr: Comparison, left: str, right: str) -> str:
        """``0 < z < 1`` where that was typed, else two conditions with a sign between them."""
        first, second = expr.left, expr.right
        if expr.operator == "and" and isinstance(first, Comparison) and isinstance(second, Comparison):
            before = first.right if first.operator not in JOINING else None
            if before == second.left and second.operator not in JOINING and first.operator[0] == second.operator[0]:
                return left + right[len(self.write(second.left)) :]
        return rf"{left} \{'land' if expr.operator == 'and' else 'lor'} {right}"

    def condition(self, expr: Expr, around: str) -> str:
        inner = isinstance(expr, Comparison) and expr.operator in JOINING and expr.operator != around
        return f"({self.write(expr)})" if inner else self.write(expr)

    def indicator(self, expr: Indicator) -> str:
        return f"[{self.write(expr.condition)}]"

    def cases(self, expr: Cases) -> str:
        if self.otherwise is None:
            rest = reduce(_both, (_opposite(condition) for _, condition in expr.branches if condition), None)
            last = self.write(rest) if rest else ""
        else:
            last = rf"\text{{{self.otherwise}}}"
        rows = (
            f"{self.write(value)} & {last if condition is None else self.write(condition)}"
            for value, condition in expr.branches
        )
        return _environment("cases", rows)


_OPPOSITES = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "==", "and": "or", "or": "and"}


def _opposite(condition: Comparison) -> Comparison:
    """What holds where a condition does not."""
    left, right = (
        _opposite(side) if condition.operator in JOINING and isinstance(side, Comparison) else side
        for side in (condition.left, condition.right)
    )
    return Comparison(_OPPOSITES[condition.operator], left, right)


def _both(first: Comparison | None, second: Comparison) -> Comparison:
    return Comparison("and", first, second) if first else second


_RAISED = frozenset(("transpose", "factorial", "hadamard_power"))
_INFIX = {"dot": r"\cdot", "hadamard": r"\odot", "hadamard_division": r"\oslash", "cross": r"\times"}
_POWERED = frozenset(
    name
    for name, function in FUNCTIONS.items()
    if function.bare
    and function.latex.startswith("\\")
    and name not in ("exp", "ln", "sqrt", "abs", "sign", "sigmoid", "relu")
)


def _environment(name: str, rows: Iterable[str]) -> str:
    inner = r" \\ ".join(rows)
    return rf"\begin{{{name}}} {inner} \end{{{name}}}"


def _infix(operator: str) -> Callable[[_Writer, Expr, Expr], str]:
    return lambda writer, left, right: writer.infix(operator, left, right)


def _sized(symbol: str) -> Callable[..., str]:
    return lambda writer, *sizes: writer.sized(symbol, *sizes)


_SPECIAL: Mapping[str, Callable[..., str]] = {
    **{name: _infix(operator) for name, operator in _INFIX.items()},
    "transpose": lambda writer, inner: writer.transpose(inner),
    "sqrt": lambda writer, inner: rf"\sqrt{{{writer.write(inner)}}}",
    "abs": lambda writer, inner: rf"\left|{writer.write(inner)}\right|",
    "norm": lambda writer, inner: rf"\left\|{writer.write(inner)}\right\|",
    "conj": lambda writer, inner: rf"\overline{{{writer.write(inner)}}}",
    "factorial": lambda writer, inner: f"{writer.above(inner, _ATOM)}!",
    "hadamard_power": lambda writer, base, exponent: rf"{writer.above(base, _ATOM)}^{{\odot {writer.write(exponent)}}}",
    "identity": _sized(r"\mathbf{I}"),
    "ones": _sized(r"\mathbf{1}"),
    "zeros": _sized(r"\mathbf{0}"),
    "unit": _sized(r"\mathbf{e}"),
}

_WRITERS: Mapping[type, Callable[[_Writer, Any], str]] = {
    Number: _Writer.number,
    Symbol: _Writer.symbol,
    Constant: _Writer.constant,
    Negative: _Writer.negative,
    Sum: _Writer.sum,
    Product: _Writer.product,
    Quotient: _Writer.quotient,
    Power: _Writer.power,
    Call: _Writer.call,
    Matrix: _Writer.matrix,
    Comparison: _Writer.comparison,
    Indicator: _Writer.indicator,
    Cases: _Writer.cases,
}


def _parted(name: str) -> tuple[str, str]:
    """Base and subscript of a name: ``w_1`` and ``w1`` have the subscript 1."""
    base, underscore, subscript = name.partition("_")
    if underscore:
        return base, subscript.strip("(){}")
    letters = name.rstrip("0123456789")
    return (letters, name[len(letters) :]) if letters else (name, "")
