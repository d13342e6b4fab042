"""Operations on written-out values: a scalar tree, or a `Matrix` of scalar trees."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from random import Random

from tutor.answers.derivatives import derive
from tutor.answers.dims import Dims, ShapeError, SingularError, chain, described, side_by_side
from tutor.answers.evaluation import compiled
from tutor.answers.exact import EXACT, rational
from tutor.answers.tidying import ONE, PLAIN, TWO, ZERO, negate
from tutor.answers.tree import (
    Call,
    Comparison,
    Expr,
    Indicator,
    Matrix,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    symbols,
)
from tutor.words import Message

_LARGEST_INVERSE = 5


def grid(value: Expr) -> tuple[tuple[Expr, ...], ...]:
    """The rows of an expanded value; a scalar is one row of one."""
    return value.rows if isinstance(value, Matrix) else ((value,),)


def dims_of(value: Expr) -> Dims:
    """The dims of an expanded value."""
    return (len(value.rows), len(value.rows[0])) if isinstance(value, Matrix) else ()


def transposed(value: Expr) -> Expr:
    """Rows become columns."""
    return Matrix(tuple(zip(*value.rows, strict=True))) if isinstance(value, Matrix) else value


def comparison(expr: Expr) -> Comparison:
    assert isinstance(expr, Comparison)
    return expr


def indicator(condition: Expr) -> Expr:
    return Indicator(comparison(condition))


def each(function: Callable[..., Expr], *parts: Expr) -> Expr:
    """A function taken entry by entry, its scalars (and grids of one) repeated."""
    shape = next((dims_of(part) for part in parts if dims_of(part) not in ((), (1, 1))), None)
    if shape is None:
        result = function(*[grid(part)[0][0] for part in parts])
        return Matrix(((result,),)) if any(isinstance(part, Matrix) for part in parts) else result
    rows, columns = shape
    spread = [grid(part) if dims_of(part) == shape else ((grid(part)[0][0],) * columns,) * rows for part in parts]
    return Matrix(
        tuple(
            tuple(function(*[part[row][column] for part in spread]) for column in range(columns)) for row in range(rows)
        )
    )


def times(left: Expr, right: Expr) -> Expr:
    one, other = dims_of(left), dims_of(right)
    if one in ((), (1, 1)) or other in ((), (1, 1)):
        return each(_shown_product, left, right)
    if one[1] != other[0]:
        raise ShapeError(Message("judge.shape.product"))
    columns = list(zip(*grid(right), strict=True))
    return Matrix(tuple(tuple(_inner(row, column) for column in columns) for row in grid(left)))


def gated(left: Expr, right: Expr) -> Expr:
    """A product with an indicator in it; see `Sizes.gated`."""
    return each(_shown_product, left, right) if side_by_side(dims_of(left), dims_of(right)) else times(left, right)


def _shown_product(left: Expr, right: Expr) -> Expr:
    return right if left == ONE else left if right == ONE else ZERO if ZERO in (left, right) else Product((left, right))


def _inner(left: Sequence[Expr], right: Sequence[Expr]) -> Expr:
    terms = [term for a, b in zip(left, right, strict=True) if (term := _shown_product(a, b)) != ZERO]
    return ZERO if not terms else terms[0] if len(terms) == 1 else Sum(tuple(terms))


def identity(n: int) -> Matrix:
    return Matrix(tuple(tuple(ONE if row == column else ZERO for column in range(n)) for row in range(n)))


def filled(rows: int, columns: int, ones: bool) -> Matrix:
    return Matrix(((ONE if ones else ZERO,) * columns,) * rows)


def unit(rows: int, columns: int, place: int) -> Matrix:
    """The row or the column with a 1 in one place."""
    if 1 not in (rows, columns) or place > rows * columns:
        raise ShapeError(Message("judge.shape.vector", {"left": described((rows, columns))}))
    ones = iter([ONE if entry == place else ZERO for entry in range(1, rows * columns + 1)])
    return Matrix(tuple(tuple(next(ones) for _ in range(columns)) for _ in range(rows)))


def blocks(rows: list[list[Expr]]) -> Expr:
    if not any(isinstance(entry, Matrix) for row in rows for entry in row):
        return Matrix(tuple(map(tuple, rows)))
    joined = [tuple(sum(parts, ())) for row in rows for parts in zip(*map(grid, row), strict=True)]
    return Matrix(tuple(joined))


def _flat(value: Expr) -> list[Expr]:
    return [entry for row in grid(value) for entry in row]


def _sum(value: Expr) -> Expr:
    entries = _flat(value)
    return entries[0] if len(entries) == 1 else Sum(tuple(entries))


def _norm(value: Expr) -> Expr:
    if not isinstance(value, Matrix):
        return Call("abs", (value,))
    return Call("sqrt", (_sum(each(lambda u: Power(u, TWO), value)),))


def _diag(value: Expr) -> Expr:
    rows, columns = dims_of(value) or (1, 1)
    if 1 not in (rows, columns):
        return Matrix(tuple((grid(value)[place][place],) for place in range(rows)))
    entries = _flat(value)
    return Matrix(
        tuple(
            tuple(entry if row == column else ZERO for column in range(len(entries)))
            for row, entry in enumerate(entries)
        )
    )


def _dot(left: Expr, right: Expr) -> Expr:
    one, other = dims_of(left) or (1, 1), dims_of(right) or (1, 1)
    if (1, 1) in (one, other) or 1 not in one or 1 not in other:
        return chain([left, right], dims_of, times)
    return _inner(_flat(left), _flat(right))


def _cross(left: Expr, right: Expr) -> Expr:
    a, b = _flat(left), _flat(right)
    entries = [
        Sum((Product((a[(k + 1) % 3], b[(k + 2) % 3])), Negative(Product((a[(k + 2) % 3], b[(k + 1) % 3])))))
        for k in range(3)
    ]
    return Matrix((tuple(entries),)) if dims_of(left)[0] == 1 else Matrix(tuple((entry,) for entry in entries))


def _trace(value: Expr) -> Expr:
    rows = grid(value)
    return PLAIN.add(*[rows[place][place] for place in range(len(rows))])


def _det(value: Expr) -> Expr:
    rows = grid(value)
    if len(rows) > _LARGEST_INVERSE:
        raise ShapeError(Message("judge.shape.large"))
    return _minors(rows)(tuple(range(len(rows))), tuple(range(len(rows))))


Minor = Callable[[tuple[int, ...], tuple[int, ...]], Expr]


def _minors(rows: Sequence[Sequence[Expr]]) -> Minor:
    """The determinants of what chosen rows and columns leave of a matrix, each made once."""

    @cache
    def minor(down: tuple[int, ...], across: tuple[int, ...]) -> Expr:
        if not down:
            return ONE
        terms = []
        for place, column in enumerate(across):
            term = PLAIN.multiply(rows[down[0]][column], minor(down[1:], (*across[:place], *across[place + 1 :])))
            terms.append(negate(term) if place % 2 else term)
        return PLAIN.add(*terms)

    return minor


def _vanishes(expr: Expr) -> bool:
    """Whether an expression is 0 everywhere, as its exact value at a random point of large numbers tells."""
    random = Random(2**13 - 1)
    point = {name: Fraction(random.getrandbits(61)) for name in sorted(symbols(expr))}
    try:
        return bool(compiled(expr, EXACT)(point) == 0)
    except (ArithmeticError, KeyError):
        return False


def inverse(value: Expr) -> Expr:
    below, size = _det(value), len(grid(value))
    if _vanishes(below):
        raise SingularError
    minor = _minors(grid(value))

    def entry(row: int, column: int) -> Expr:
        others = [tuple(place for place in range(size) if place != left_out) for left_out in (column, row)]
        cofactor = minor(others[0], others[1])
        return Quotient(negate(cofactor) if (row + column) % 2 else cofactor, below)

    return Matrix(tuple(tuple(entry(row, column) for column in range(size)) for row in range(size)))


def _variables(value: Expr) -> list[str]:
    names = [entry.name for entry in _flat(value) if isinstance(entry, Symbol)]
    if len(names) != len(_flat(value)):
        raise ShapeError(Message("judge.shape.variables"))
    return names


def _jacobian(functions: Expr, variables: Expr) -> Expr:
    names = _variables(variables)
    return Matrix(tuple(tuple(derive(function, name) for name in names) for function in _flat(functions)))


def _diff(function: Expr, *variables: Expr) -> Expr:
    """Again and again: ``diff(f, x, y)``, ``diff(f, x, 2)``; by a vector it is the Jacobian matrix."""
    result, before = function, None
    for variable in variables:
        times = rational(variable)
        if isinstance(variable, Matrix):
            result = _jacobian(result, variable)
        elif times is None:
            result, before = _by(result, variable, 1), variable
        elif before is not None:
            result = _by(result, before, int(times) - 1)
    return result


def _by(function: Expr, variable: Expr, times: int) -> Expr:
    name = _variables(variable)[0]
    for _ in range(times):
        function = each(lambda entry: derive(entry, name), function)
    return function


RULES: Mapping[str, Callable[..., Expr]] = {
    "transpose": transposed,
    "diag": _diag,
    "dot": _dot,
    "cross": _cross,
    "sum": _sum,
    "norm": _norm,
    "trace": _trace,
    "det": _det,
    "hadamard": lambda a, b: each(_shown_product, a, b),
    "hadamard_division": lambda a, b: each(Quotient, a, b),
    "hadamard_power": lambda a, b: each(Power, a, b),
    "diff": _diff,
    "grad": _jacobian,
    "jacobian": _jacobian,
}
