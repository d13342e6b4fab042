"""Where a tree changes its formula: the zeros of what stands inside |·|, max, sign, roots of squares and conditions.

Points are taken between the kinks along straight lines, so that a difference in a narrow piece is not missed, and
exactly on a kink where it can be solved for.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from random import Random

from tutor.answers.evaluation import compiled
from tutor.answers.exact import EXACT, rational
from tutor.answers.floats import FLOATS
from tutor.answers.points import Point
from tutor.answers.tables import JOINING
from tutor.answers.tidying import subtract
from tutor.answers.tree import Call, Comparison, Expr, Power, distinct, symbols

_SIZES = (0.01, 0.1, 0.3, 0.72, 1.31, 2.03, 3.1, 6.1, 12.3, 41.0, 301.0, 1e4, 1e5, 1e7, 1e10, 1e15)
_LINE = (*(-size for size in reversed(_SIZES)), *(1.07 * size for size in _SIZES))
"""Steps along a line between which a change of sign is looked for."""

_PARTS, _BEYOND = (0.3819660113, 0.7639320225), (0.6180339887, 2.4142135624)
"""Where a piece is looked at: two places, none of them round, since ``max(0, 2z - 8)`` is 2 one step after its kink."""


def kinks(expr: Expr) -> list[Expr]:
    """The expressions whose sign decides the formula of a tree."""
    found: dict[Expr, None] = {}
    for node in distinct(expr):
        match node:
            case Call("abs" | "sign" | "relu", (inner,)):
                found[inner] = None
            case Call("max" | "min", arguments):
                for place, one in enumerate(arguments):
                    found |= {subtract(one, other): None for other in arguments[place + 1 :]}
            case Comparison(symbol, left, right) if symbol not in JOINING:
                found[subtract(left, right)] = None
            case Call("sqrt", (Power(inner, _),)):
                found[inner] = None
            case Power(Power(inner, _), exponent) if (rational(exponent) or Fraction(1)).denominator % 2 == 0:
                found[inner] = None
    return [kink for kink in found if symbols(kink) and rational(kink) is None]


def points_between(places: Sequence[Expr], names: Sequence[str], positive: frozenset[str]) -> Iterator[Point]:
    """Points in every piece that a few straight lines meet."""
    random = Random(1931)
    for turn in range(max(1, min(6, 2 * len(names) - 1))):
        base = {name: Fraction(random.randint(-96, 96), 32) + Fraction(1, 64) for name in names}
        slope = {name: Fraction(random.randint(1, 64), 32) * random.choice((1, -1)) for name in names}
        if len(names) == 1:
            base, slope = dict.fromkeys(names, Fraction(0)), dict.fromkeys(names, Fraction(1))
        elif turn < len(names):
            slope = {name: Fraction(int(place == turn)) for place, name in enumerate(names)}
        for step in _steps(places, base, slope):
            point = {name: base[name] + slope[name] * step for name in names}
            if all(point[name] > 0 for name in positive & point.keys()):
                yield point


def _steps(places: Sequence[Expr], base: Point, slope: Point) -> list[Fraction]:
    """Two places in every piece of a line, and two beyond each of its ends."""
    zeros = sorted({zero for place in places for zero in _zeros(place, base, slope)})[:24]
    if not zeros:
        return [Fraction(-2), Fraction(3, 2)]
    inner = [left + part * (right - left) for left, right in pairwise(zeros) if right - left > 1e-9 for part in _PARTS]
    below, above = (max(1.0, abs(end) / 64) for end in (zeros[0], zeros[-1]))
    outer = [end for far in _BEYOND for end in (zeros[0] - far * below, zeros[-1] + far * above)]
    return [Fraction(step).limit_denominator(2**40) for step in [*outer, *inner]]


def _zeros(place: Expr, base: Point, slope: Point) -> Iterator[float]:
    """Where it is 0 along a line: solved for where it is linear, and the changes of sign closed in on by bisection."""
    exact = compiled(place, EXACT)
    linear = _root(lambda step: exact({name: base[name] + slope[name] * step for name in base}))
    if linear is not None:
        yield float(linear)
        return
    closure = compiled(place, FLOATS)

    def value(step: float) -> float | None:
        try:
            return float(closure({name: float(base[name]) + float(slope[name]) * step for name in base}))
        except ArithmeticError:
            return None

    known = [(step, found) for step in _LINE if (found := value(step)) is not None]
    for (left, below), (right, above) in pairwise(known):
        if below == 0:
            yield left
        if below * above < 0:
            yield _bisect(value, left, right, below)


def _bisect(value: Callable[[float], float | None], left: float, right: float, below: float) -> float:
    for _ in range(60):
        middle = (left + right) / 2
        found = value(middle)
        if found is None:
            break
        if found * below > 0:
            left = middle
        else:
            right = middle
    return (left + right) / 2


def boundary_points(places: Sequence[Expr], names: Sequence[str]) -> Iterator[Point]:
    """A point exactly on each kink that is linear in one of its variables."""
    random = Random(1879)
    for place in places:
        for name in sorted(symbols(place)):
            point = {other: Fraction(random.randint(1, 96), 32) for other in names}
            solved = _solved(place, name, point)
            if solved is not None:
                yield {**point, name: solved}
                break


def _solved(place: Expr, name: str, point: Point) -> Fraction | None:
    closure = compiled(place, EXACT)
    return _root(lambda step: closure({**point, name: step}))


_STRIDE = Fraction(13, 7)


def _root(value: Callable[[Fraction], Fraction]) -> Fraction | None:
    """The zero of what is linear in a step, as far as five steps tell; None for anything else."""
    try:
        first, *rest = (value(turn * _STRIDE) for turn in range(5))
    except ArithmeticError:
        return None
    rise = rest[0] - first
    if not rise or any(later - first != turn * rise for turn, later in enumerate(rest, 1)):
        return None
    return -first / rise * _STRIDE
