"""The suspects of one problem: every wrong derivative a known mistake leads to, with its values at the sample's points.

They are kept, for who answered wrongly is likely to answer again.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tutor.answers.derivatives import DerivativeError
from tutor.answers.floats import FLOATS
from tutor.answers.grids import dims_of, grid
from tutor.answers.links import Chain
from tutor.answers.mistakes import HOLE, Slip, slips
from tutor.answers.slips_of_gradients import gradient_slips, jacobian_slips, partial_slips
from tutor.answers.tree import Expr, Matrix, symbols
from tutor.answers.values import ValuesAt

CLOSE = 1e-9

Point = Mapping[str, float]
Values = tuple[float, ...]
"""Of a scalar, or of the entries of a grid row by row."""


@lru_cache(maxsize=8)
def suspects(function: Expr, wrt: tuple[str, ...], chain: Chain | None, names: tuple[str, ...]) -> "Suspects":
    """The suspects of a function, looked at where these names have values (always the same: `points.sample`)."""
    found: list[Slip] = []
    try:
        for slip in _slips(function, wrt, chain):
            found.append(slip)
    except (DerivativeError, RecursionError):
        pass
    return Suspects(found)


class Suspects:
    """Slips with their values: at the first point an answer is looked at all of them, at others as they are asked."""

    def __init__(self, slips: Sequence[Slip]) -> None:
        self._slips = slips
        self._known: dict[int, list[Values | None]] = {}

    def with_values(self, wanted: Mapping[int, tuple[Point, Values]]) -> Iterator[Slip]:
        """The slips that have these values at these points, by number, wherever they have any: at two or more."""
        first, *rest = wanted
        others = [(at_point(wanted[turn][0]), wanted[turn][1]) for turn in rest]
        for slip, found in zip(self._slips, self._first(first, wanted[first][0]), strict=True):
            if found is not None and not alike(found, wanted[first][1]):
                continue
            met = [(one, values) for point, values in others if (one := _values_of(slip, point)) is not None]
            if len(met) + (found is not None) > 1 and all(alike(one, values) for one, values in met):
                yield slip

    def _first(self, turn: int, point: Point) -> list[Values | None]:
        known = self._known.get(turn)
        if known is None:
            at = at_point(point)
            known = self._known[turn] = [_values_of(slip, at) for slip in self._slips]
        return known


def at_point(point: Point) -> ValuesAt:
    """Floats at a point. The hole of a frame is i: a derivative is linear in that of a part, ``rest + slope * i``."""
    return ValuesAt({**point, HOLE.name: 1j}, FLOATS)


def _values_of(slip: Slip, at: ValuesAt) -> Values | None:
    found = values_of(slip.slope, at)
    if slip.frame is HOLE or found is None:
        return found
    try:
        frame = complex(at.of(slip.frame))
    except (ArithmeticError, ValueError, KeyError):
        return None
    return _kept((frame.real + frame.imag * found[0],))


def values_of(expr: Expr, at: ValuesAt) -> Values | None:
    """The values of a tree or of its entries at a point; None where one is missing or too large to mean anything."""
    try:
        return _kept(tuple(float(at.of(entry)) for row in grid(expr) for entry in row))
    except (ArithmeticError, ValueError, KeyError):
        return None


def _kept(values: Values) -> Values | None:
    return values if all(abs(value) < 1e200 for value in values) else None


def alike(left: Values, right: Values) -> bool:
    """Whether these are the same values, as far as floats tell."""
    return len(left) == len(right) and all(
        abs(one - other) <= CLOSE * max(abs(one), abs(other), CLOSE) for one, other in zip(left, right, strict=True)
    )


def _slips(function: Expr, wrt: Sequence[str], chain: Chain | None) -> Iterator[Slip]:
    if isinstance(function, Matrix) and dims_of(function) != (1, 1):
        yield from jacobian_slips([entry for row in function.rows for entry in row], wrt)
        return
    function = grid(function)[0][0]
    if len(wrt) > 1:
        yield from gradient_slips(function, wrt)
        return
    yield from slips(function, wrt[0], chain)
    if symbols(function) - {wrt[0]}:
        yield from partial_slips(function, wrt[0])
