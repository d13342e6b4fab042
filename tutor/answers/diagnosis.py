"""Which known mistakes explain a wrong answer: every one whose value it has, none when none has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tutor.answers.derivatives import DerivativeError, derive
from tutor.answers.floats import FLOATS
from tutor.answers.grids import dims_of
from tutor.answers.links import Chain
from tutor.answers.mistakes import Slip
from tutor.answers.points import sample
from tutor.answers.suspects import Point, Values, alike, suspects, values_of
from tutor.answers.tidying import PLAIN
from tutor.answers.tree import Call, Constant, Expr, Matrix, Power, Symbol, symbols, walk
from tutor.answers.values import ValuesAt

POINTS = 4
_SMALL = 1e-6

Fingerprint = Mapping[int, tuple[Point, Values]]
"""The values of an answer at a few points where it has them, by the number of the point in the sample."""


@dataclass(frozen=True, slots=True)
class Explained:
    """The slips that have the value of the answer, one an id, the more basic first."""

    slips: tuple[Slip, ...] = ()

    @property
    def mistakes(self) -> tuple[str, ...]:
        return tuple(slip.mistake for slip in self.slips)


def explain(
    answer: Expr,
    function: Expr,
    wrt: Sequence[str],
    *,
    chain: Chain | None = None,
    positive: frozenset[str] = frozenset(),
) -> Explained:
    """The mistakes that explain a wrong derivative.

    Args:
        answer: the wrong answer, written out: a scalar tree or a `Matrix` of them.
        function: what was to be differentiated, written out: a scalar tree, or a column of functions.
        wrt: the variables; one for a derivative, more for a gradient or a Jacobian.
        chain: the declared links, where the problem names them.
        positive: names that stand for positive numbers.
    """
    names = tuple(sorted({*wrt, *symbols(answer), *symbols(function)}))
    fingerprint = _fingerprint(answer, names, positive)
    if not fingerprint:
        return Explained()
    found: dict[str, Slip] = {}
    if _integrated(answer, function, wrt, fingerprint):
        found["A4"] = Slip("A4", answer)
    dims = dims_of(answer) or (1, 1)
    for slip in suspects(function, tuple(wrt), chain, names).with_values(fingerprint):
        if (dims_of(slip.slope) or (1, 1)) == dims:
            found.setdefault(slip.mistake, slip)
    return Explained(tuple(sorted(found.values(), key=_rank)))


def _fingerprint(answer: Expr, names: Sequence[str], positive: frozenset[str]) -> Fingerprint:
    """Points where the answer is so small that floats cannot tell it from another are passed over."""
    found: dict[int, tuple[Point, Values]] = {}
    small = _SMALL if symbols(answer) else -1.0
    for turn, point in enumerate(sample(names)):
        if any(point[name] < 0 for name in positive & point.keys()):
            continue
        at = {name: float(value) for name, value in point.items()}
        values = values_of(answer, ValuesAt(at, FLOATS))
        if values is not None and max(map(abs, values)) > small:
            found[turn] = at, values
        if len(found) == POINTS:
            break
    return found


def _integrated(answer: Expr, function: Expr, wrt: Sequence[str], fingerprint: Fingerprint) -> bool:
    """A4: the derivative of the answer is the function."""
    if len(wrt) != 1 or isinstance(answer, Matrix) or isinstance(function, Matrix):
        return False
    if _bare_exponential(function, wrt[0]):
        return False
    try:
        slope = derive(answer, wrt[0], make=PLAIN)
    except DerivativeError:
        return False
    places = [ValuesAt(point, FLOATS) for point, _ in fingerprint.values()]
    return all(
        (left := values_of(slope, at)) and (right := values_of(function, at)) and alike(left, right) for at in places
    )


def _bare_exponential(function: Expr, wrt: str) -> bool:
    bare = (Call("exp", (Symbol(wrt),)), Power(Constant("e"), Symbol(wrt)))
    return any(node in bare for node in walk(function))


_BASIC = [
    "B1",
    "B4",
    "B5",
    "B3",
    "A1",
    "A3",
    "A5",
    "B13",
    "B12",
    "A7",
    "A11",
    "C1",
    "C5",
    "D1",
    "B10",
    "A10",
    "B2",
    "B8",
]
"""What is offered first when several explain an answer: the more frequent, the more telling."""


def _rank(slip: Slip) -> tuple[int, str, int]:
    place = _BASIC.index(slip.mistake) if slip.mistake in _BASIC else len(_BASIC)
    return place, slip.mistake[0], int(slip.mistake[1:])
