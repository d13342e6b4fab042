"""Vectors and matrices written out: a tree over grids becomes one scalar tree an entry, and only scalars are judged.

A vector ``x`` of three components becomes the column ``[x1; x2; x3]`` of the very symbols a learner may type.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tutor.answers.dims import Dims, as_dims, chain
from tutor.answers.exact import rational
from tutor.answers.grids import (
    RULES,
    blocks,
    comparison,
    dims_of,
    each,
    filled,
    gated,
    identity,
    indicator,
    inverse,
    times,
    unit,
)
from tutor.answers.shapes import BARE, GRID_FUNCTIONS, Sizes, has_gate, infer
from tutor.answers.tidying import number
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
    distinct,
    substitute,
)


def expand(expr: Expr, shapes: Mapping[str, Dims], want: Dims | None = None) -> Expr:
    """A scalar tree, or a `Matrix` of scalar trees.

    Raises:
        ShapeError: the parts do not fit together.
        DerivativeError: the author differentiates what has no rule.
    """
    if not shapes and not has_grids(expr):
        return expr
    return _Expansion(infer(expr, shapes, want)).of(expr)


def has_grids(expr: Expr) -> bool:
    """Whether vectors or matrices, or operations on them, stand in a tree."""
    return any(
        isinstance(node, Matrix) or (isinstance(node, Call) and node.function in GRID_FUNCTIONS)
        for node in distinct(expr)
    )


def component(name: str, place: Sequence[int], shapes: Mapping[str, Dims]) -> str:
    """The name of an entry of a declared vector or matrix: ``x2``, ``A12``."""
    digits = "".join(map(str, place)) if max(place) < 10 else "_".join(map(str, place))
    plain = f"{name}_{digits}" if name[-1].isdigit() else f"{name}{digits}"
    return f"{name}[{digits}]" if plain in shapes else plain


def components(name: str, shapes: Mapping[str, Dims]) -> Matrix:
    """The grid of the entries of a declared vector or matrix."""
    rows, columns = shapes[name]
    flat = 1 in (rows, columns)
    return Matrix(
        tuple(
            tuple(
                Symbol(component(name, (max(row, column),) if flat else (row, column), shapes))
                for column in range(1, columns + 1)
            )
            for row in range(1, rows + 1)
        )
    )


class _Expansion:
    def __init__(self, sizes: Sizes) -> None:
        self.sizes = sizes

    def of(self, expr: Expr) -> Expr:
        match expr:
            case Number() | Constant():
                return expr
            case Symbol(name):
                return components(name, self.sizes.shapes) if self.sizes.shapes.get(name) else expr
            case Negative(operand):
                return each(Negative, self.of(operand))
            case Sum(terms):
                return each(lambda *parts: Sum(parts), *map(self.of, terms))
            case Product(factors):
                return self.product(factors)
            case Quotient(above, below):
                return each(Quotient, self.of(above), self.of(below))
            case Power(base, exponent):
                return self.power(self.of(base), self.of(exponent))
            case Call(function, arguments):
                return self.call(expr, function, arguments)
            case Matrix(rows):
                return blocks([[self.of(entry) for entry in row] for row in rows])
            case Comparison(symbol, left, right):
                return each(lambda a, b: Comparison(symbol, a, b), self.of(left), self.of(right))
            case Indicator(condition):
                return each(indicator, self.of(condition))
            case Cases(branches):
                return self.cases(branches)

    def product(self, factors: tuple[Expr, ...]) -> Expr:
        parts = [self.of(factor) for factor in factors]
        if not any(isinstance(part, Matrix) for part in parts):
            return Product(tuple(parts))
        return chain(parts, dims_of, gated if has_gate(factors) else times)

    def power(self, base: Expr, exponent: Expr) -> Expr:
        rows, columns = dims_of(base) or (1, 1)
        if isinstance(exponent, Matrix) or 1 in (rows, columns):
            return each(Power, base, exponent)
        count = int(rational(exponent) or 0)
        factor = inverse(base) if count < 0 else base
        result: Expr = identity(rows)
        for _ in range(abs(count)):
            result = times(result, factor)
        return result

    def call(self, call: Call, function: str, arguments: tuple[Expr, ...]) -> Expr:
        if function in BARE:
            rows, columns = self.sizes.size_of(call)
            if function == "unit":
                return unit(rows, columns, int(rational(arguments[0]) or 0))
            return identity(rows) if function == "identity" else filled(rows, columns, function == "ones")
        parts = [self.of(argument) for argument in arguments]
        rule = RULES.get(function)
        return rule(*parts) if rule else each(lambda *us: Call(function, us), *parts)

    def cases(self, branches: tuple[tuple[Expr, Comparison | None], ...]) -> Expr:
        values = [self.of(value) for value, _ in branches]
        tests = [self.of(test) for _, test in branches if test]

        def chosen(*parts: Expr) -> Expr:
            conditions = iter(parts[len(values) :])
            return Cases(
                tuple(
                    (value, comparison(next(conditions)) if test else None)
                    for value, (_, test) in zip(parts, branches, strict=False)
                )
            )

        return each(chosen, *values, *tests)


@dataclass(frozen=True, slots=True)
class Trial:
    """Declared shapes with numbers in the place of their letters; in an answer the letters stand for them too."""

    dims: Mapping[str, Dims]
    letters: Mapping[str, Expr]

    def expand(self, expr: Expr, want: Dims | None = None) -> Expr:
        """See `expand`."""
        return expand(substitute(expr, self.letters) if self.letters else expr, self.dims, want)


def sizes_to_try(shapes: Mapping[str, Sequence[int | str]]) -> list[Trial]:
    """Concrete dims for declared shapes; a letter for a size is tried with two numbers, each letter with others."""
    letters = sorted({size for shape in shapes.values() for size in shape if isinstance(size, str)})
    count = max(2, len(letters))
    trials = [{letter: 2 + (place + turn) % count for place, letter in enumerate(letters)} for turn in (0, 1)]
    return [
        Trial(
            {name: as_dims(shape, trial) for name, shape in shapes.items() if shape},
            {letter: number(size) for letter, size in trial.items() if letter not in shapes},
        )
        for trial in (trials if letters else [{}])
    ]
