"""Claims: what a displayed formula states, computed. Sides are compared by balls at exact points and by SymPy; vectors
entry by entry for two sizes; every derivative in them also against central differences.
"""

from collections.abc import Iterator, Mapping

from tutor.answers import Names, Prover, read
from tutor.answers.compare import Domain
from tutor.answers.derivatives import DerivativeError
from tutor.answers.dims import Dims, ShapeError
from tutor.answers.entries import components, expand, sizes_to_try
from tutor.answers.grids import dims_of, grid
from tutor.answers.tidying import number
from tutor.answers.tree import Comparison, Symbol, Unreadable, substitute
from tutor.course.checks import displays
from tutor.course.checks.differences import disagreement
from tutor.course.checks.proof import proved
from tutor.course.checks.truth import truth
from tutor.course.lesson import Claim, Formula, Lesson, walk
from tutor.course.problem import Problem
from tutor.words import Message


class ClaimError(Exception):
    """Why a statement does not hold, or (`fatal`, also where the formula should be wrong) cannot be understood."""

    def __init__(self, code: str, says: str, fatal: bool = False, **args: str | int | Message) -> None:
        self.message = Message(f"course.{code}", {"says": says, **args})
        self.fatal = fatal
        super().__init__(says)


def check(lesson: Lesson, prover: Prover) -> list[Problem]:
    """The claims of a lesson that fail; both languages share them."""
    formulas = [block for block in walk(lesson.blocks) if isinstance(block, Formula) and not block.claim.none]
    found = [Problem(one.claim.place, message) for one in formulas for message in problems(one.claim, prover)]
    return found + [
        Problem(one.place, message) for one in formulas if one.claim.holds for message in displays.check(one)
    ]


def problems(claim: Claim, prover: Prover) -> Iterator[Message]:
    """What is wrong with a claim."""
    failures = [failure for says in claim.says if (failure := _failure(says, claim, prover))]
    if claim.holds:
        yield from (failure.message for failure in failures)
    elif any(failure.fatal for failure in failures):
        yield from (failure.message for failure in failures if failure.fatal)
    elif not failures:
        yield Message("course.claim-not-false", {"id": claim.id})


def _failure(says: str, claim: Claim, prover: Prover) -> ClaimError | None:
    try:
        for dims in (trial.dims for trial in sizes_to_try(claim.shapes)):
            _hold(says, claim, dims, prover)
    except ClaimError as failure:
        return failure
    except (ShapeError, DerivativeError) as error:
        reason = error.message if isinstance(error, ShapeError) else Message("course.no-rule", {"what": str(error)})
        return ClaimError("claim-shape", says, fatal=True, reason=reason)
    return None


def _hold(says: str, claim: Claim, dims: Mapping[str, Dims], prover: Prover) -> None:
    """Raises ClaimError when a statement does not hold for these sizes."""
    statement = _statement(says, claim, dims)
    difference = disagreement(statement, dims, claim.positive)
    if difference:
        raise ClaimError("claim-difference", says, fatal=True, at=difference)
    entries = {
        (row, column): entry
        for row, line in enumerate(grid(expand(statement, dims)), 1)
        for column, entry in enumerate(line, 1)
    }
    findings = {place: truth(entry, Domain(claim.positive)) for place, entry in entries.items()}
    if statement.operator == "!=" and any(found.doubt is None for found in findings.values()):
        return
    for (row, column), found in findings.items():
        if found.doubt:
            raise ClaimError(f"claim-{found.doubt}", says, row=row, column=column, at=found.at)
    unproved = [found.pair for found in findings.values() if found.pair]
    if unproved and claim.holds and not proved(unproved, claim.positive, prover):
        raise ClaimError("claim-unproved", says)


def _statement(says: str, claim: Claim, dims: Mapping[str, Dims]) -> Comparison:
    letters = _letters(claim, dims)
    variables = tuple(dict.fromkeys((*claim.names, *claim.shapes, *letters, *_parts(claim, dims))))
    shapes = {name: tuple(size) for name, size in dims.items()}
    tree = read(says, Names(variables, shapes, author=True))
    if isinstance(tree, Unreadable):
        raise ClaimError("says-unreadable", says, fatal=True, reason=tree.message)
    if not isinstance(tree.expr, Comparison):
        raise ClaimError("says-no-comparison", says, fatal=True)
    sized = substitute(tree.expr, {name: number(size) for name, size in letters.items()})
    assert isinstance(sized, Comparison)
    _same_shape(says, sized, dims)
    return sized


def _same_shape(says: str, statement: Comparison, dims: Mapping[str, Dims]) -> None:
    """A number does not equal a vector, though it could be compared with each of its entries."""
    try:
        sides = [dims_of(expand(side, dims)) for side in (statement.left, statement.right)]
    except ShapeError:
        return  # a bare I has the size of the other side
    if sides[0] != sides[1] and set(sides) != {(), (1, 1)}:
        raise ClaimError("claim-sides", says, left=_shown(sides[0]), right=_shown(sides[1]))


def _shown(dims: Dims) -> str:
    return "×".join(map(str, dims)) or "1×1"


def _letters(claim: Claim, dims: Mapping[str, Dims]) -> dict[str, int]:
    """What the letters of the shapes are this time."""
    return {
        size: found
        for name, shape in claim.shapes.items()
        for size, found in zip(shape, dims[name], strict=False)
        if isinstance(size, str)
    }


def _parts(claim: Claim, dims: Mapping[str, Dims]) -> Iterator[str]:
    """The names of the components, which a claim about given sizes may speak of."""
    for name in claim.shapes:
        for row in grid(components(name, dims)):
            yield from (entry.name for entry in row if isinstance(entry, Symbol))
