"""The shape of every part of an answer, and in words where one does not fit.

A value is a scalar ``()`` or a grid of rows and columns; a vector of n components is a column ``(n, 1)``. The sizes of
a bare ``I``, ``1`` or ``0`` follow from what they stand beside: unknown sizes are found by unification.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tutor.answers.dims import Dims, ShapeError, SizeError, chain, described, side_by_side
from tutor.answers.exact import rational
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
from tutor.words import Message


def infer(expr: Expr, shapes: Mapping[str, Dims], want: Dims | None = None) -> "Sizes":
    """The sizes of all parts of an answer; `want` is the shape the context asks for, where it has one.

    Raises:
        ShapeError: two parts do not fit, or nothing tells the size of an ``I``.
    """
    sizes = Sizes(shapes)
    dims = sizes.of(expr)
    if want and dims:
        sizes.fits(dims, want)
    sizes.total = sizes.known(dims)
    return sizes


@dataclass(slots=True)
class Sizes:
    """Sizes while they are being found. A negative size is not known yet; `bound` says what it became."""

    shapes: Mapping[str, Dims]
    total: Dims = ()
    bound: dict[int, int] = field(default_factory=dict)
    bare: dict[int, Dims] = field(default_factory=dict)
    fresh: int = 0

    def of(self, expr: Expr) -> Dims:
        """The dims of a node, all its parts looked at."""
        match expr:
            case Number() | Constant():
                return ()
            case Symbol(name):
                return self.shapes.get(name, ())
            case Negative(operand):
                return self.of(operand)
            case Sum(terms):
                return self.alike([self.of(term) for term in terms], "judge.shape.sum")
            case Product(factors):
                times = self.gated if has_gate(factors) else self.times
                return chain([self.of(factor) for factor in factors], lambda dims: dims, times)
            case Quotient(above, below):
                return self.quotient(self.of(above), self.of(below))
            case Power(base, exponent):
                return self.power(self.of(base), self.of(exponent), expr)
            case Call(function, arguments):
                return self.call(expr, function, arguments)
            case Matrix(rows):
                return self.matrix([[self.of(entry) for entry in row] for row in rows])
            case Indicator(Comparison(_, left, right)) | Comparison(_, left, right):
                return self.alike([self.of(left), self.of(right)], "judge.shape.compare")
            case Cases(branches):
                tests = [self.of(test) for _, test in branches if test]
                return self.alike([*(self.of(value) for value, _ in branches), *tests], "judge.shape.cases")

    # Unknown sizes

    def unknown(self) -> int:
        self.fresh -= 1
        return self.fresh

    def find(self, size: int) -> int:
        while size in self.bound:
            size = self.bound[size]
        return size

    def same(self, left: int, right: int) -> bool:
        left, right = self.find(left), self.find(right)
        if left == right:
            return True
        if left > 0 and right > 0:
            return False
        unknown, other = (left, right) if left < 0 else (right, left)
        self.bound[unknown] = other
        return True

    def fits(self, left: Dims, right: Dims) -> bool:
        """Whether two grids have one shape; unknown sizes become known by it."""
        if any(a > 0 and b > 0 and a != b for a, b in zip(map(self.find, left), map(self.find, right), strict=True)):
            return False
        return all(self.same(a, b) for a, b in zip(left, right, strict=True))

    def known(self, dims: Dims) -> Dims:
        """Dims without unknowns.

        Raises:
            ShapeError: nothing tells the size.
        """
        found = tuple(size if size > 0 else self.usual() for size in map(self.find, dims))
        if any(size < 0 for size in found):
            raise SizeError
        return found

    def usual(self) -> int:
        """The one size of all declared vectors and matrices, which is that of an ``I`` that stands alone; else -1."""
        sizes = {size for dims in self.shapes.values() for size in dims} - {1}
        return sizes.pop() if len(sizes) == 1 else -1

    def size_of(self, call: Call) -> Dims:
        """The dims of a bare ``identity``, ``ones`` or ``zeros``."""
        return self.known(self.bare[id(call)])

    # Rules

    def scalar(self, dims: Dims) -> bool:
        return not dims or tuple(map(self.find, dims)) == (1, 1)

    def alike(self, parts: Sequence[Dims], code: str) -> Dims:
        """The common shape of parts taken component by component; scalars go with everything."""
        common: Dims = ()
        for dims in parts:
            if self.scalar(common):
                common = dims if dims or not common else common
            elif not self.scalar(dims) and not self.fits(common, dims):
                raise self.error(code, left=common, right=dims)
        return common

    def times(self, left: Dims, right: Dims) -> Dims:
        if self.scalar(left):
            return right or left
        if self.scalar(right):
            return left
        if not self.same(left[1], right[0]):
            raise self.error("judge.shape.product", left=left, right=right)
        return left[0], right[1]

    def gated(self, left: Dims, right: Dims) -> Dims:
        """A product with an indicator in it: ``x [x > 0]`` is taken component by component."""
        seen = [tuple(map(self.find, dims)) for dims in (left, right)]
        return left if side_by_side(*seen) and self.fits(left, right) else self.times(left, right)

    def quotient(self, above: Dims, below: Dims) -> Dims:
        if self.scalar(above) or self.scalar(below):
            square = below and not self.scalar(below) and 1 not in map(self.find, below)
            if square:
                raise self.error("judge.shape.divide", left=above, right=below)
            return above if self.scalar(below) else below
        return self.alike([above, below], "judge.shape.divide")

    def power(self, base: Dims, exponent: Dims, expr: Power) -> Dims:
        if self.scalar(base) or not self.scalar(exponent) or 1 in map(self.find, base):
            return self.alike([base, exponent], "judge.shape.sum")
        times = rational(expr.exponent)
        if times is None or times.denominator != 1 or abs(times) > 12:
            raise self.error("judge.shape.power", left=base)
        return self.square(base)

    def square(self, dims: Dims) -> Dims:
        if not self.same(dims[0], dims[1]):
            raise self.error("judge.shape.square", left=dims)
        return dims

    def call(self, call: Call, function: str, arguments: tuple[Expr, ...]) -> Dims:
        if function in BARE:
            return self.sized(call, function, arguments)
        parts = [self.of(argument) for argument in arguments]
        rule = _RULES.get(function)
        return rule(self, parts) if rule else self.alike(parts, "judge.shape.sum")

    def sized(self, call: Call, function: str, arguments: tuple[Expr, ...]) -> Dims:
        if function == "unit":
            self.bare[id(call)] = self.unknown(), self.unknown()
            return self.bare[id(call)]
        given = [rational(argument) for argument in arguments]
        if any(size is None or size.denominator != 1 or not 0 < size <= 12 for size in given):
            raise SizeError
        sizes = [int(size) for size in given if size is not None]
        if function == "identity":
            n = sizes[0] if sizes else self.unknown()
            if sizes[1:] not in ([], [n]):
                raise self.error("judge.shape.square", left=(n, sizes[1]))
            dims = n, n
        elif function == "ones":
            dims = sizes[0] if sizes else self.unknown(), sizes[1] if len(sizes) > 1 else 1
        else:
            dims = sizes[0] if sizes else self.unknown(), sizes[1] if len(sizes) > 1 else 1 if sizes else self.unknown()
        self.bare[id(call)] = dims
        return dims

    def matrix(self, rows: list[list[Dims]]) -> Dims:
        if all(not dims for row in rows for dims in row):
            return len(rows), len(rows[0])
        heights, width = 0, 0
        for row in rows:
            blocks = [self.known(dims) or (1, 1) for dims in row]
            if len({height for height, _ in blocks}) != 1 or width not in (0, sum(across for _, across in blocks)):
                raise ShapeError(Message("judge.shape.blocks"))
            heights, width = heights + blocks[0][0], sum(across for _, across in blocks)
        return heights, width

    def vector_length(self, dims: Dims) -> int:
        rows, columns = map(self.find, dims or (1, 1))
        if rows != 1 and columns != 1:
            raise self.error("judge.shape.vector", left=dims)
        return rows if columns == 1 else columns

    def error(self, code: str, **dims: Dims) -> ShapeError:
        found = {name: tuple(max(self.find(size), 1) for size in value) for name, value in dims.items()}
        return ShapeError(Message(code, {name: described(value) for name, value in found.items()}))


BARE = ("identity", "ones", "zeros", "unit")


def has_gate(factors: Sequence[Expr]) -> bool:
    """Whether an indicator multiplies something."""
    return any(isinstance(factor, Indicator) for factor in factors)


def _transpose(sizes: Sizes, parts: list[Dims]) -> Dims:
    return parts[0][::-1]


def _diag(sizes: Sizes, parts: list[Dims]) -> Dims:
    rows, columns = map(sizes.find, parts[0] or (1, 1))
    if rows != 1 and columns != 1:
        return sizes.square(parts[0])[0], 1
    n = rows if columns == 1 else columns
    return n, n


def _dot(sizes: Sizes, parts: list[Dims]) -> Dims:
    left, right = parts
    if sizes.scalar(left) or sizes.scalar(right) or not (_flat(sizes, left) and _flat(sizes, right)):
        return sizes.times(left, right)
    if not sizes.same(sizes.vector_length(left), sizes.vector_length(right)):
        raise sizes.error("judge.shape.dot", left=left, right=right)
    return ()


def _flat(sizes: Sizes, dims: Dims) -> bool:
    return 1 in map(sizes.find, dims)


def _to_scalar(sizes: Sizes, parts: list[Dims]) -> Dims:
    return ()


def _square_to_scalar(sizes: Sizes, parts: list[Dims]) -> Dims:
    if parts[0]:
        sizes.square(parts[0])
    return ()


def _cross(sizes: Sizes, parts: list[Dims]) -> Dims:
    common = sizes.alike(parts, "judge.shape.dot")
    if sizes.vector_length(common) != 3:
        raise sizes.error("judge.shape.vector", left=common)
    return common


def _diff(sizes: Sizes, parts: list[Dims]) -> Dims:
    if all(sizes.scalar(variable) for variable in parts[1:]):
        return parts[0]
    return _jacobian(sizes, parts[:2])


def _jacobian(sizes: Sizes, parts: list[Dims]) -> Dims:
    functions, variables = parts
    return sizes.vector_length(functions), sizes.vector_length(variables)


_RULES: Mapping[str, Callable[[Sizes, list[Dims]], Dims]] = {
    "transpose": _transpose,
    "diag": _diag,
    "dot": _dot,
    "cross": _cross,
    "sum": _to_scalar,
    "norm": _to_scalar,
    "trace": _square_to_scalar,
    "det": _square_to_scalar,
    "diff": _diff,
    "grad": _jacobian,
    "jacobian": _jacobian,
}
"""Every other function is taken component by component."""

GRID_FUNCTIONS = frozenset((*BARE, *_RULES, "hadamard", "hadamard_division", "hadamard_power"))
"""Functions that speak of vectors and matrices, or that the author differentiates with."""
