"""Which known mistakes explain a wrong answer: every one whose value it has, none when none has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tutor.answers.derivatives import DerivativeError, derive, gradient, jacobian
from tutor.answers.evaluation import Closure, Remembering, Together, compiled
from tutor.answers.floats import FLOATS
from tutor.answers.grids import dims_of, grid
from tutor.answers.links import Chain
from tutor.answers.mistakes import HOLE, Slip, partial_slips, slips
from tutor.answers.points import sample
from tutor.answers.tidying import PLAIN, ZERO, add
from tutor.answers.tree import Call, Constant, Expr, Matrix, Power, Symbol, substitute, symbols, walk

POINTS = 4
_CLOSE = 1e-9

Values = tuple[float, ...]


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
    names = sorted({*wrt, *symbols(answer), *symbols(function)})
    candidates = _candidates(function, wrt, chain)
    try:
        entries = _Fingerprints(answer, names, positive)
    except KeyError:
        return Explained()
    if not entries.points:
        return Explained()
    found: dict[str, Slip] = {}
    if _integrated(answer, function, wrt, entries):
        found["A4"] = Slip("A4", answer)
    try:
        for slip in candidates:
            if slip.mistake not in found and entries.match(slip):
                found[slip.mistake] = slip
    except (DerivativeError, RecursionError):
        pass
    return Explained(tuple(sorted(found.values(), key=_rank)))


class _Fingerprints:
    """The values of an answer at a few points where it has them."""

    def __init__(self, answer: Expr, names: Sequence[str], positive: frozenset[str]) -> None:
        self.dims = dims_of(answer) or (1, 1)
        self.points: list[Remembering] = []
        self.values: list[Values] = []
        self.frames: dict[int, Closure] = {}
        self.slopes = Together(FLOATS)
        closures = _closures(answer)
        for point in sample(names, positive):
            values = Remembering({name: float(value) for name, value in point.items()})
            found = _values(closures, values)
            if found is not None:
                self.points.append(values)
                self.values.append(found)
            if len(self.points) == POINTS:
                break

    def match(self, slip: Slip) -> bool:
        """Whether a slip leads to these values wherever it has any, at two points or more."""
        if (dims_of(slip.slope) or (1, 1)) != self.dims:
            return False
        try:
            closures = [self.slopes.of(entry) for row in grid(slip.slope) for entry in row]
            frame = None if slip.frame is HOLE else self.frame(slip.frame)
        except KeyError:
            return False
        alike = 0
        for point, wanted in zip(self.points, self.values, strict=True):
            found = _values(closures, point)
            if found and frame:
                found = _values([frame], {**point, HOLE.name: found[0]})
            if found is not None:
                if not all(map(_close, found, wanted)):
                    return False
                alike += 1
        return alike > 1

    def frame(self, frame: Expr) -> Closure:
        """The closure of a frame, made once."""
        found = self.frames.get(id(frame))
        if found is None:
            found = self.frames[id(frame)] = compiled(frame, FLOATS)
        return found


def _closures(value: Expr) -> list[Closure]:
    return [compiled(entry, FLOATS) for row in grid(value) for entry in row]


def _values(closures: Iterable[Closure], point: Mapping[str, float]) -> Values | None:
    try:
        found = tuple(float(closure(point)) for closure in closures)
    except (ArithmeticError, ValueError, KeyError):
        return None
    return found if all(abs(value) < 1e200 for value in found) else None


def _close(left: float, right: float) -> bool:
    return abs(left - right) <= _CLOSE * max(abs(left), abs(right), 1e-9)


def _candidates(function: Expr, wrt: Sequence[str], chain: Chain | None) -> Iterator[Slip]:
    if isinstance(function, Matrix) and dims_of(function) != (1, 1):
        yield from _jacobian_slips([entry for row in function.rows for entry in row], wrt)
        return
    function = grid(function)[0][0]
    if len(wrt) > 1:
        yield from _gradient_slips(function, wrt)
        return
    yield from slips(function, wrt[0], chain)
    if symbols(function) - {wrt[0]}:
        yield from partial_slips(function, wrt[0])


def _gradient_slips(function: Expr, wrt: Sequence[str]) -> Iterator[Slip]:
    """Group C on a whole gradient: its own mistakes, and those of a partial derivative in one entry or in all."""
    row = list(gradient(function, tuple(wrt)).rows[0])
    yield Slip("C6", add(*row))
    yield Slip("C7", Matrix((tuple(reversed(row)),)))
    others = [{other: ZERO for other in wrt if other != name} for name in wrt]
    alone = [derive(substitute(function, zeros), name) for name, zeros in zip(wrt, others, strict=True)]
    yield Slip("C8", Matrix((tuple(alone),)))
    each = [list(_entry_slips(function, name)) for name in wrt]
    for place, slipped in enumerate(each):
        for slip in slipped:
            yield Slip(slip.mistake, Matrix(((*row[:place], slip.answer, *row[place + 1 :]),)), slip.about)
    for mistake in dict.fromkeys(slip.mistake for slipped in each for slip in slipped if slip.mistake not in _ALONE):
        firsts = [next((slip for slip in slipped if slip.mistake == mistake), None) for slipped in each]
        chosen = tuple(slip.answer if slip else right for slip, right in zip(firsts, row, strict=True))
        yield Slip(mistake, Matrix((chosen,)), next(slip.about for slip in firsts if slip))


_ALONE = ("C2", "C5")
"""In all entries alike these are other mistakes: C7, C8."""


def _entry_slips(function: Expr, name: str) -> Iterator[Slip]:
    yield from partial_slips(function, name)
    yield from slips(function, name)


def _jacobian_slips(functions: Sequence[Expr], wrt: Sequence[str]) -> Iterator[Slip]:
    """Group D."""
    rows = jacobian(tuple(functions), tuple(wrt)).rows
    yield Slip("D1", Matrix(tuple(zip(*rows, strict=True))))
    yield Slip("D2", Matrix(tuple(reversed(rows))))
    diagonal = tuple(
        tuple(entry if row == column else ZERO for column, entry in enumerate(entries))
        for row, entries in enumerate(rows)
    )
    yield Slip("D3", Matrix(diagonal))
    yield Slip("D4", Matrix((tuple(add(*column) for column in zip(*rows, strict=True)),)))
    for place, function in enumerate(functions):
        for slip in _gradient_slips(function, wrt):
            if isinstance(slip.slope, Matrix):
                yield Slip(slip.mistake, Matrix((*rows[:place], slip.slope.rows[0], *rows[place + 1 :])), slip.about)


def _integrated(answer: Expr, function: Expr, wrt: Sequence[str], entries: _Fingerprints) -> bool:
    """A4: the derivative of the answer is the function."""
    if (
        len(wrt) != 1
        or isinstance(answer, Matrix)
        or isinstance(function, Matrix)
        or _bare_exponential(function, wrt[0])
    ):
        return False
    try:
        slope = compiled(derive(answer, wrt[0], make=PLAIN), FLOATS)
        whole = compiled(function, FLOATS)
    except (DerivativeError, KeyError):
        return False
    pairs = [(_values([slope], point), _values([whole], point)) for point in entries.points]
    return all(left and right and _close(left[0], right[0]) for left, right in pairs)


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
