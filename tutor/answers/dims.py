"""The shape of a value, in numbers and in words, and the order in which a product of grids is taken."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from tutor.words import Message

Dims = tuple[int, ...]
"""() a scalar, (rows, columns) a grid."""
Part = TypeVar("Part")


class ShapeError(ValueError):
    """Parts that do not fit together; `message` says which."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


class SizeError(ShapeError):
    """Nothing tells the size of an ``I``, of ones or of zeros."""

    def __init__(self) -> None:
        super().__init__(Message("judge.shape.size"))


class SingularError(ShapeError):
    """The inverse of a matrix that has none."""

    def __init__(self) -> None:
        super().__init__(Message("judge.singular"))


def described(dims: Dims) -> Message:
    """A shape in words: a number, a row of 3, a column of 2, a 2×3 matrix."""
    if dims in ((), (1, 1)):
        return Message("judge.shape.number")
    rows, columns = dims
    if rows == 1:
        return Message("judge.shape.row", {"n": columns})
    if columns == 1:
        return Message("judge.shape.column", {"n": rows})
    return Message("judge.shape.matrix", {"m": rows, "n": columns})


def as_dims(shape: Sequence[int | str], sizes: Mapping[str, int] | None = None) -> Dims:
    """The dims of a declared shape, its letters put in: ``(n,)`` is a column.

    Raises:
        KeyError: a letter has no size.
    """
    found = tuple(size if isinstance(size, int) else (sizes or {})[size] for size in shape)
    return (*found, 1) if len(found) == 1 else found


def side_by_side(left: Dims, right: Dims) -> bool:
    """Whether two columns or two rows stand beside each other, which have no matrix product."""
    return any(one == other == 1 for one, other in zip(left, right, strict=False)) and not {(), (1, 1)} & {left, right}


def chain(parts: Sequence[Part], dims_of: Callable[[Part], Dims], times: Callable[[Part, Part], Part]) -> Part:
    """A product from left to right; where that does not fit, a row times a column further right is a number.

    ``A x^T y`` is ``A (x^T y)`` as on paper.
    """
    total, place = parts[0], 1
    while place < len(parts):
        try:
            total, place = times(total, parts[place]), place + 1
        except ShapeError:
            after = _number_ahead(parts, place, dims_of, times)
            if not after:
                raise
            total, place = times(total, chain(parts[place:after], dims_of, times)), after
    return total


def _number_ahead(
    parts: Sequence[Part], start: int, dims_of: Callable[[Part], Dims], times: Callable[[Part, Part], Part]
) -> int:
    """Where a product that starts here has become a single number; 0 where it never does."""
    ahead = parts[start]
    for place in range(start + 1, len(parts)):
        try:
            ahead = times(ahead, parts[place])
        except ShapeError:
            return 0
        if dims_of(ahead) == (1, 1):
            return place + 1
    return 0
