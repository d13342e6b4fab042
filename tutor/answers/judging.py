"""Is it right?  Three-valued and in layers: equal trees, shapes, refutation and agreement at exact points, a proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tutor.answers.compare import Bench, Domain, compare
from tutor.answers.dims import ShapeError, SingularError, SizeError, described
from tutor.answers.entries import Trial, has_grids, sizes_to_try
from tutor.answers.exact import rational
from tutor.answers.findings import Found, confirmed, domain_notices, on_a_kink, refuted, with_a_gap
from tutor.answers.grids import dims_of, grid, transposed
from tutor.answers.prover import Prover
from tutor.answers.rounding import is_rounding
from tutor.answers.tables import UndecidedError
from tutor.answers.tidying import ZERO
from tutor.answers.tree import Expr, Matrix, Tree
from tutor.answers.verdict import Outcome, Verdict
from tutor.words import Message


def judge(
    answer: Tree | Expr,
    expected: Expr,
    *,
    shapes: Mapping[str, Sequence[int | str]] | None = None,
    positive: frozenset[str] = frozenset(),
    complex: bool = False,
    layout: bool = False,
    prover: Prover | None = None,
) -> Verdict:
    """Hold an answer against the expected one.

    Args:
        answer: what was read, with its other readings, or a bare tree.
        expected: the right answer, which may use the author's dialect.
        shapes: the shapes of the names that are not scalars; a letter for a size is tried with several numbers.
        positive: names that stand for positive numbers.
        complex: whether the names are complex; they are real otherwise.
        layout: whether row or column is the question itself, so that a transposed answer is wrong.
        prover: asked at last, after everything else agreed; without it the verdict rests on the points.

    Returns:
        right, almost, wrong or unsure. Wrong is always proved: by disjoint balls, by a shape, by a point where only one
        side has a value.
    """
    tree = answer if isinstance(answer, Tree) else Tree(answer, "")
    case = _Case(expected, shapes or {}, Domain(positive, complex), layout, prover)
    verdict = _placed(case.verdict(tree.expr), tree)
    if verdict.outcome == "wrong":
        for other in map(case.verdict, tree.alternatives):
            if other.outcome == "right":
                return Verdict("almost", "other-reading", Message("judge.other-reading"), notices=tree.notices)
            verdict = other if other.outcome == "almost" and verdict.outcome == "wrong" else verdict
    return replace(verdict, notices=(*tree.notices, *verdict.notices))


def _placed(verdict: Verdict, tree: Tree) -> Verdict:
    """With the place in the typed text of what is wrong: an entry, or the whole where its shape is."""
    if verdict.because in ("shape", "layout"):
        return replace(verdict, at=tree.at)
    row, column = verdict.entry or (0, 0)
    if not verdict.entry or row > len(tree.entries) or column > len(tree.entries[row - 1]):
        return verdict
    return replace(verdict, at=tree.entries[row - 1][column - 1])


@dataclass(slots=True)
class _Case:
    expected: Expr
    shapes: Mapping[str, Sequence[int | str]]
    domain: Domain
    layout: bool
    prover: Prover | None
    pairs: list[tuple[Expr, Expr]] = field(default_factory=list)

    def verdict(self, answer: Expr) -> Verdict:
        if answer == self.expected:
            return confirmed("equal-trees")
        try:
            trials = self._trials(answer)
        except SingularError as error:
            return Verdict("wrong", "domain", error.message)
        except SizeError as error:
            return Verdict("unsure", "undecided", error.message)
        except ShapeError as error:
            return Verdict("wrong", "shape", error.message)
        except (UndecidedError, RecursionError):
            return Verdict("unsure", "too-large", Message("judge.unsure"))
        if not trials:
            return Verdict("unsure", "undecided", Message("judge.unsure"))
        for typed, right in trials:
            if dims_of(typed) != dims_of(right) and not _single(typed, right):
                return self._other_shape(typed, right)
        looked = [self._entries(typed, right) for typed, right in trials]
        somewhere = [entries for entries in looked if not all(entry.evidence.nowhere for entry in entries)]
        verdict = self._from([entry for entries in somewhere or looked for entry in entries])
        if verdict.outcome == "wrong" and all(self._is_transposed(typed, right) for typed, right in trials):
            return self._transposed("judge.square")
        return verdict

    def _trials(self, answer: Expr) -> list[tuple[Expr, Expr]]:
        """Both sides written out, once for every choice of sizes for which the expected answer has a value."""
        if not self.shapes and not (has_grids(answer) or has_grids(self.expected)):
            return [(answer, self.expected)]
        return [pair for trial in sizes_to_try(self.shapes) if (pair := self._sized(answer, trial))]

    def _sized(self, answer: Expr, trial: Trial) -> tuple[Expr, Expr] | None:
        try:
            right = trial.expand(self.expected)
        except SingularError:
            return None
        except ShapeError:  # a bare I as expected answer takes its size from what was typed
            typed = trial.expand(answer)
            return typed, trial.expand(self.expected, dims_of(typed))
        return trial.expand(answer, dims_of(right)), right

    def _entries(self, typed: Expr, right: Expr) -> list[Found]:
        found = []
        bench = Bench(
            [entry for side in (typed, right) for row in grid(side) for entry in row],
            self.domain,
            isinstance(right, Matrix),
        )
        for row, (ours, theirs) in enumerate(zip(grid(typed), grid(right), strict=True), 1):
            for column, (one, other) in enumerate(zip(ours, theirs, strict=True), 1):
                place = (row, column) if isinstance(right, Matrix) else None
                found.append(Found(compare(one, other, self.domain, bench), one, other, place))
                if found[-1].evidence.finding == "different" and not is_rounding(one, other):
                    return found[-1:]
        return found

    def _from(self, found: Sequence[Found]) -> Verdict:
        different = [entry for entry in found if entry.evidence.finding == "different"]
        if different:
            if all(is_rounding(entry.typed, entry.right) for entry in different):
                return Verdict("almost", "rounded", Message("judge.rounded"))
            return refuted(different[0])
        gap = with_a_gap(found)
        if gap:
            return gap
        unknown = [entry for entry in found if entry.evidence.finding == "unknown"]
        if unknown:
            if self._proved(found):
                return confirmed("proved")
            return Verdict("unsure", "undecided", Message("judge.unsure"))
        kink = on_a_kink(found)
        if kink:
            return kink
        notices = domain_notices(found)
        if all(entry.evidence.proved for entry in found) or self._proved(found):
            return confirmed("proved", notices=notices)
        return confirmed("agrees", points=sum(entry.evidence.agreements for entry in found), notices=notices)

    def _proved(self, found: Sequence[Found]) -> bool:
        if self.prover is None or self.domain.complex:
            return False
        pairs = [(entry.typed, entry.right) for entry in found if not entry.evidence.proved]
        return self.prover.prove(pairs, self.domain.positive)

    def _other_shape(self, typed: Expr, right: Expr) -> Verdict:
        words: dict[str, Message | str | int | float] = {
            "found": described(dims_of(typed)),
            "expected": described(dims_of(right)),
        }
        if self._is_transposed(typed, right):
            return self._transposed("judge.layout", words)
        if rational(typed) == 0 and all(compare(ZERO, entry).finding == "same" for row in grid(right) for entry in row):
            return Verdict("wrong" if self.layout else "almost", "layout", Message("judge.zero", words))
        return Verdict("wrong", "shape", Message("judge.shape.differs", words))

    def _is_transposed(self, typed: Expr, right: Expr) -> bool:
        turned = transposed(typed)
        if not isinstance(typed, Matrix) or dims_of(turned) != dims_of(right):
            return False
        return all(entry.evidence.finding == "same" for entry in self._entries(turned, right))

    def _transposed(self, code: str, words: Mapping[str, Message | str | int | float] | None = None) -> Verdict:
        outcome: Outcome = "wrong" if self.layout else "almost"
        return Verdict(outcome, "layout", Message(f"{code}.{outcome}", words or {}))


def _single(typed: Expr, right: Expr) -> bool:
    return dims_of(typed) in ((), (1, 1)) and dims_of(right) in ((), (1, 1))
