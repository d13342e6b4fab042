"""Known mistakes as a table: what each does to a derivative, defined on the structure of the problem.

A piece rule (group A) answers with the derivative a learner would give for one piece; the rest of the derivative stays
right. A chain rule (group B) answers with the derivative of a whole composition. Ids are those of the catalogue of
mistakes; a rule gives nothing where it does not apply or is not to be offered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tutor.answers.derivatives import depends, derive
from tutor.answers.links import Chain, chain_of, sites
from tutor.answers.slips_of_chains import CHAINS, OF_THE_WHOLE, About
from tutor.answers.slips_of_pieces import PIECES, Piece
from tutor.answers.tidying import PLAIN
from tutor.answers.tree import Expr, Symbol, children, substitute, walk

HOLE = Symbol("δ")
"""Stands for the derivative of the piece that went wrong, in the `frame` around it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake with the wrong derivative it leads to, `slope`; with a `frame`, that of the piece it happens in."""

    mistake: str
    slope: Expr
    about: About = field(default_factory=dict)
    frame: Expr = HOLE

    @property
    def answer(self) -> Expr:
        """The whole wrong derivative, for evaluation."""
        return self.slope if self.frame is HOLE else substitute(self.frame, {HOLE.name: self.slope})


@lru_cache(maxsize=8)
def slips(function: Expr, wrt: str, chain: Chain | None = None) -> tuple[Slip, ...]:
    """Every wrong derivative of a function that a known mistake in one place, or in all places alike, leads to."""
    problem = _Problem(function, wrt)
    return (*_in_pieces(problem), *_in_chains(problem, chain))


class _Problem:
    """A function with the derivatives of its parts, taken once."""

    def __init__(self, function: Expr, wrt: str) -> None:
        self.function, self.wrt = function, wrt
        self.parents: dict[int, list[Expr]] = {id(function): []}
        self.pieces = []
        for node in walk(function):
            for part in children(node):
                self.parents.setdefault(id(part), []).append(node)
            if depends(node, wrt):
                self.pieces.append(node)
        self.known: dict[int, Expr] = {}
        self.frames: dict[int, Expr] = {id(function): HOLE}

    def slope(self, part: Expr) -> Expr:
        """The right derivative of a part."""
        found = self.known.get(id(part))
        if found is None:
            found = derive(part, self.wrt, lambda node: self.known.get(id(node)), PLAIN)
            if id(part) in self.parents:
                self.known[id(part)] = found
        return found

    def frame(self, piece: Expr) -> Expr:
        """The derivative of the function with a hole for that of a piece."""
        found = self.frames.get(id(piece))
        if found is None:
            found = self.frames[id(piece)] = self.replaced([piece], lambda node, of: iter((HOLE,)))
        return found

    def replaced(self, pieces: Sequence[Expr], rule: Piece) -> Expr:
        """The derivative of the function with those of some pieces replaced."""
        chosen = {id(piece) for piece in pieces}
        around: set[int] = set()
        pending = [parent for piece in pieces for parent in self.parents[id(piece)]]
        while pending:
            node = pending.pop()
            if id(node) not in around:
                around.add(id(node))
                pending += self.parents[id(node)]

        def instead(node: Expr) -> Expr | None:
            if id(node) in chosen:
                return next(rule(node, of), None)
            return None if id(node) in around or id(node) not in self.parents else self.slope(node)

        def of(part: Expr) -> Expr:
            return derive(part, self.wrt, instead, PLAIN)

        return of(self.function)


def _in_pieces(problem: _Problem) -> Iterator[Slip]:
    for mistake, rule in PIECES.items():
        slipped = []
        for piece in problem.pieces:
            slopes = list(rule(piece, problem.slope))
            slipped += [piece] if slopes else []
            for slope in slopes:
                yield Slip(mistake, slope, {"piece": piece}, problem.frame(piece))
        if len(slipped) > 1:
            yield Slip(mistake, problem.replaced(slipped, rule), {"piece": slipped[0]})


def _in_chains(problem: _Problem, chain: Chain | None) -> Iterator[Slip]:
    for site in sites(problem.function, problem.wrt):
        whole = site is problem.function
        links = chain if chain and whole else chain_of(site, problem.wrt)
        for mistake, rule in CHAINS.items():
            if whole or mistake not in OF_THE_WHOLE:
                for slope, about in rule(links):
                    yield Slip(mistake, slope, about, problem.frame(site))
