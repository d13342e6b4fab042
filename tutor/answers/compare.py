"""Whether two scalar trees have the same value: refuted by disjoint balls, agreeing at exact points, or not known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, partial
from typing import Any, Literal

from tutor.answers.balls import BALLS, BOXES, PRECISIONS, ball, box, precision, tight
from tutor.answers.evaluation import Closure, Remembering, Together, compiled
from tutor.answers.exact import EXACT, has_exact_values, rational
from tutor.answers.forms import Forms
from tutor.answers.kinks import boundary_points, kinks, points_between
from tutor.answers.points import FIRST, LAST, Point, sample
from tutor.answers.tables import UndecidedError, UndefinedError
from tutor.answers.tree import Call, Cases, Comparison, Constant, Expr, Indicator, Power, Symbol, distinct, symbols

ENOUGH = 5
"""Agreements after which the search ends, once every sign was tried."""
ENOUGH_SMOOTH = 3
"""The same where one formula holds everywhere: an agreement at any point is one at all of them."""

EXACTLY = 0
"""As a number of bits: no rounding at all."""

Finding = Literal["same", "different", "unknown"]
At = Literal["agree", "differ", "left", "right", "neither", "unknown"]
"""What was found at one point; left and right: only that side has a value."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found of two expressions, the typed one on the left.

    `at` is the point where they differ, or where only one has a value; `values` are both there (None: no value).
    `nowhere` says that neither has a value at any point that was looked at. `boundary` is a point exactly on a kink
    where they differ although they agree on both sides of it.
    """

    finding: Finding
    agreements: int = 0
    proved: bool = False
    at: Point | None = None
    values: tuple[float | None, float | None] | None = None
    left_only: Point | None = None
    right_only: Point | None = None
    boundary: Point | None = None
    nowhere: bool = False


@dataclass(frozen=True, slots=True)
class Domain:
    """What the variables may be: real, positive, or complex."""

    positive: frozenset[str] = frozenset()
    complex: bool = False


def compare(left: Expr, right: Expr, domain: Domain = Domain(), bench: "Bench | None" = None) -> Evidence:
    """Hold two scalar trees against each other; `bench` is shared between comparisons of trees that share parts.

    Raises:
        KeyError: a function has no values in the table (a matrix operation that was not expanded).
    """
    if left == right:
        return Evidence("same", proved=True)
    bench = bench or Bench((left, right), domain)
    pair = _Pair(left, right, bench)
    if not bench.names or not symbols(left) | symbols(right):
        return _constants(pair)
    points = sample(pair.names, domain.positive)
    evidence = _over(pair, points, 0, ENOUGH_SMOOTH) if bench.smooth else _over(pair, points, FIRST, ENOUGH)
    if evidence.finding == "different" or domain.complex:
        return evidence
    evidence = evidence if bench.smooth else _at_kinks(pair, evidence)
    if evidence.finding == "different" or evidence.agreements:
        return evidence
    return _beyond_the_reals(pair, evidence)


class Bench:
    """Where trees over the same variables are evaluated; with `shared` parts, each part once a point and precision.

    `smooth` says that all are made of functions without branches, kinks or borders; `exact` that they have exact values
    wherever the variables do.
    """

    def __init__(self, trees: Sequence[Expr], domain: Domain, shared: bool = False) -> None:
        nodes = list(distinct(*trees))
        self.names = sorted({node.name for node in nodes if isinstance(node, Symbol)})
        self.smooth = all(map(_smooth, nodes))
        self.exact = all(map(has_exact_values, nodes))
        self.domain = domain
        table = BOXES if domain.complex else BALLS
        self.closure = Together(table).of if shared else partial(compiled, table=table)
        self.exactly = Together(EXACT).of if shared else partial(compiled, table=EXACT)
        self.forms = Forms()
        self._values: dict[tuple[int, int], tuple[Point, Remembering]] = {}

    def values(self, point: Point, bits: int) -> Remembering:
        """The values of the variables at a point, to be asked for inside that precision; `EXACTLY` as they are."""
        known = self._values.get((id(point), bits))
        if known is None:
            known = self._values[id(point), bits] = (
                point,
                Remembering(self._valued(point) if bits != EXACTLY else point),
            )
        return known[1]

    def _valued(self, point: Point) -> dict[str, Any]:
        return self._boxes(point) if self.domain.complex else {name: ball(value) for name, value in point.items()}

    def _boxes(self, point: Point) -> dict[str, Any]:
        """Complex values off the axes, so that branches count."""
        return {
            name: box(point[name], point[name] * Fraction(2 * place + 3, 8) + 1)
            for place, name in enumerate(sorted(point))
        }


def _beyond_the_reals(pair: "_Pair", evidence: Evidence) -> Evidence:
    """Nowhere do both have a real value: the formulas over the complex numbers decide, where that can be told."""
    beyond = compare(*pair.trees, replace(pair.domain, complex=True))
    if beyond.finding == "same":
        return replace(beyond, left_only=evidence.left_only, right_only=evidence.right_only)
    if evidence.right_only or (beyond.finding == "different" and not evidence.left_only):
        return replace(evidence, finding="different", at=evidence.right_only)
    return replace(evidence, finding="unknown")


class _Pair:
    """Two trees, compiled once, looked at in one point at a time."""

    def __init__(self, left: Expr, right: Expr, bench: Bench) -> None:
        self.trees = left, right
        self.bench, self.names, self.domain = bench, bench.names, bench.domain
        self.left, self.right = bench.closure(left), bench.closure(right)

    @cached_property
    def proved(self) -> bool:
        """Whether both are the same wherever both have a value; to be asked once they agree somewhere."""
        return not self.domain.complex and self.bench.forms.prove(*self.trees)

    def look(self, point: Point, precisions: Sequence[int] = PRECISIONS) -> tuple[At, Any, Any]:
        """What there is at a point, asked with more and more bits until it can be told."""
        found: tuple[At, Any, Any] = ("unknown", None, None)
        for bits in precisions:
            with precision(bits):
                values = self.bench.values(point, bits)
                found = _found(_value(self.left, values), _value(self.right, values))
            if found[0] != "unknown":
                break
        return found


def _smooth(node: Expr) -> bool:
    match node:
        case Call(function, _):
            return function in _MEROMORPHIC
        case Power(base, exponent):
            times = rational(exponent)
            return base == Constant("e") or (times is not None and times.denominator == 1)
        case Cases() | Indicator() | Comparison():
            return False
    return True


_MEROMORPHIC = frozenset(
    ("exp", "sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "sech", "csch", "coth", "sigmoid")
)
_NO_VALUE, _UNKNOWN = object(), object()


def _value(closure: Closure, values: Mapping[str, Any]) -> Any:
    try:
        value = closure(values)
    except (UndefinedError, ZeroDivisionError):
        return _NO_VALUE
    except (UndecidedError, ArithmeticError, ValueError, MemoryError):
        return _UNKNOWN
    return value if value.is_finite() else _UNKNOWN


def _found(left: Any, right: Any) -> tuple[At, Any, Any]:
    if left is _UNKNOWN or right is _UNKNOWN:
        return "unknown", left, right
    if left is _NO_VALUE or right is _NO_VALUE:
        at: At = "neither" if left is right else "right" if left is _NO_VALUE else "left"
        return at, left, right
    if not left.overlaps(right):
        return "differ", left, right
    return ("agree" if tight(left) and tight(right) else "unknown"), left, right


def _constants(pair: _Pair) -> Evidence:
    """Two numbers: exactly if they can be, else to the last bit there is."""
    exact = _exactly(pair, {})
    if exact is not None and exact[0] == exact[1]:
        return Evidence("same", proved=True, agreements=1)
    at, left, right = pair.look({})
    for bits in PRECISIONS[1:]:
        if at == "agree":
            at, left, right = pair.look({}, (bits,))
    if at == "agree":
        return Evidence("same", agreements=1)
    if at == "neither" and not pair.domain.complex:
        return compare(*pair.trees, replace(pair.domain, complex=True))
    if at in ("differ", "left", "right"):
        return Evidence("different", at={}, values=_shown(left, right))
    return Evidence("unknown")


def _over(pair: _Pair, points: Iterable[Point], first: int, enough: int) -> Evidence:
    """Agreement or refutation over points: over the first ones in any case, then until there are enough agreements.

    One of them is looked at exactly, or with every precision there is, unless there is a proof.
    """
    agreements, left_only, right_only = 0, None, None
    nowhere = True
    for turn, point in enumerate(points):
        if turn >= first and agreements >= (1 if agreements and pair.proved else enough):
            break
        at, left, right = pair.look(point, PRECISIONS[:1] if turn >= FIRST else PRECISIONS[:2])
        if at == "agree" and not agreements and not pair.proved:
            at, left, right = _to_the_last_bit(pair, point, at, left, right)
        if at == "differ":
            return Evidence("different", agreements, at=point, values=_shown(left, right))
        agreements += at == "agree"
        nowhere = nowhere and (at == "neither" or (at == "unknown" and _UNKNOWN is left is right))
        left_only = point if at == "left" and left_only is None else left_only
        right_only = point if at == "right" and right_only is None else right_only
    if agreements:
        return Evidence("same", agreements, pair.proved, left_only=left_only, right_only=right_only)
    return Evidence("unknown", left_only=left_only, right_only=right_only, nowhere=nowhere)


def _to_the_last_bit(pair: _Pair, point: Point, at: At, left: Any, right: Any) -> tuple[At, Any, Any]:
    """A first agreement may be a difference too small to see: look again, exactly where that is possible."""
    exact = _exactly(pair, point)
    if exact is not None:
        return ("agree" if exact[0] == exact[1] else "differ"), ball(exact[0]), ball(exact[1])
    for bits in PRECISIONS[1:]:
        closer = pair.look(point, (bits,))
        if closer[0] == "differ":
            return closer
    return at, left, right


def _exactly(pair: _Pair, point: Point) -> tuple[Fraction, Fraction] | None:
    if not pair.bench.exact:
        return None
    try:
        values = pair.bench.values(point, EXACTLY)
        left, right = (pair.bench.exactly(tree)(values) for tree in pair.trees)
    except ArithmeticError:
        return None
    return left, right


def _at_kinks(pair: _Pair, evidence: Evidence) -> Evidence:
    """Between the kinks of both trees, and then exactly on them."""
    places = [kink for tree in pair.trees for kink in kinks(tree)]
    if not places:
        return evidence
    names = sorted(symbols(pair.trees[0]) | symbols(pair.trees[1]))
    between = () if evidence.proved else points_between(places, names, pair.domain.positive)
    more = _over(pair, between, LAST, LAST)
    if more.finding == "different":
        return more
    evidence = replace(
        evidence if evidence.finding == "same" else more,
        agreements=evidence.agreements + more.agreements,
        left_only=evidence.left_only or more.left_only,
        right_only=evidence.right_only or more.right_only,
    )
    for point in boundary_points(places, names):
        left, right = _on_the_kink(pair.trees, point) or (None, None)
        if left is None and right is not None:
            evidence = replace(evidence, right_only=evidence.right_only or point)
        elif right is None and left is not None:
            evidence = replace(evidence, left_only=evidence.left_only or point)
        elif left != right:
            return replace(evidence, boundary=point)
    return evidence


def _on_the_kink(trees: tuple[Expr, Expr], point: Point) -> tuple[Fraction | None, Fraction | None] | None:
    def value(tree: Expr) -> Fraction | None:
        try:
            result: Fraction = compiled(tree, EXACT)(point)
        except UndefinedError:
            return None
        return result

    try:
        return value(trees[0]), value(trees[1])
    except ArithmeticError:
        return None


def _shown(left: Any, right: Any) -> tuple[float | None, float | None]:
    return _float(left), _float(right)


def _float(value: Any) -> float | None:
    if value is _NO_VALUE or value is _UNKNOWN or value is None:
        return None
    try:
        return float(value.real)
    except (ArithmeticError, ValueError):
        return None
