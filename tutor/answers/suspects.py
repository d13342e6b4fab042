"""The suspects of one problem: every wrong derivative a known mistake leads to, with its values at the sample's points.

They are kept, for who answered wrongly is likely to answer again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from tutor.answers.derivatives import DerivativeError
from tutor.answers.evaluation import Closure, Remembering, Together, compiled
from tutor.answers.floats import FLOATS
from tutor.answers.grids import dims_of, grid
from tutor.answers.links import Chain
from tutor.answers.mistakes import HOLE, Slip, slips
from tutor.answers.slips_of_gradients import gradient_slips, jacobian_slips, partial_slips
from tutor.answers.tree import Expr, Matrix, symbols

CLOSE = 1e-9

Point = Mapping[str, float]
Values = tuple[float, ...]
"""Of a scalar, or of the entries of a grid row by row."""
Suspect = Callable[[Remembering], Values | None]
"""The values of a slip at a point; None where it has none."""


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
        together = Together(FLOATS)
        frames: dict[int, Closure] = {}
        self._suspects: list[tuple[Slip, Suspect]] = []
        self._known: dict[int, list[Values | None]] = {}
        for slip in slips:
            try:
                self._suspects.append((slip, _suspect(slip, together, frames)))
            except KeyError:
                continue

    def with_values(self, wanted: Mapping[int, tuple[Point, Values]]) -> Iterator[Slip]:
        """The slips that have these values at these points, by number, wherever they have any: at two or more."""
        first, *rest = wanted
        for (slip, suspect), found in zip(self._suspects, self._at(first, wanted[first][0]), strict=True):
            if found is not None and not alike(found, wanted[first][1]):
                continue
            others = [(suspect(Remembering(point)), values) for point, values in (wanted[turn] for turn in rest)]
            met = [(one, values) for one, values in others if one is not None]
            if len(met) + (found is not None) > 1 and all(alike(one, values) for one, values in met):
                yield slip

    def _at(self, turn: int, point: Point) -> list[Values | None]:
        known = self._known.get(turn)
        if known is None:
            values = Remembering(point)
            known = self._known[turn] = [suspect(values) for _, suspect in self._suspects]
        return known


def _suspect(slip: Slip, together: Together, frames: dict[int, Closure]) -> Suspect:
    closures = [together.of(entry) for row in grid(slip.slope) for entry in row]
    if slip.frame is HOLE:
        return lambda point: values_of(closures, point)
    if id(slip.frame) not in frames:
        frames[id(slip.frame)] = compiled(slip.frame, FLOATS)
    frame = frames[id(slip.frame)]

    def framed(point: Remembering) -> Values | None:
        found = values_of(closures, point)
        return found and values_of((frame,), {**point, HOLE.name: found[0]})

    return framed


def values_of(closures: Iterable[Closure], point: Point) -> Values | None:
    """The values at a point; None where one is missing or too large to mean anything."""
    try:
        found = tuple(float(closure(point)) for closure in closures)
    except (ArithmeticError, ValueError, KeyError):
        return None
    return found if all(abs(value) < 1e200 for value in found) else None


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
