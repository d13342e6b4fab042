"""Known mistakes as a table: what each does to a derivative, defined on the structure of the problem.

A piece rule (group A) answers with the derivative a learner would give for one piece; the rest of the derivative stays
right. A chain rule (group B) answers with the derivative of a whole composition. Ids are those of the catalogue of
mistakes; a rule gives nothing where it does not apply or is not to be offered.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tutor.answers.derivatives import depends, derive
from tutor.answers.links import Chain, chain_of, sites
from tutor.answers.slips_of_chains import OF_THE_WHOLE, About, in_chain
from tutor.answers.slips_of_pieces import PIECES, Piece, spread, with_plain_roots
from tutor.answers.tidying import ONE, PLAIN
from tutor.answers.tree import Call, Expr, Negative, Quotient, Sum, Symbol, children, rebuild, substitute, walk

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
    found = [*_in_pieces(problem, PIECES), *_spread_first(problem), *_in_chains(problem, chain)]
    if any(isinstance(node, Call) and node.function == "sigmoid" for node in problem.pieces):
        found += _in_pieces(_Problem(_written_out(function), wrt), _OF_SIGMOID)
    return tuple(found)


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


_OF_SIGMOID = ("A1", "A2", "A3", "A6", "A16", "B14")
"""What goes wrong where a sigmoid is written ``1/(1 + e^(-u))``."""


def _written_out(expr: Expr) -> Expr:
    match expr:
        case Call("sigmoid", (u,)):
            return Quotient(ONE, Sum((ONE, Call("exp", (Negative(_written_out(u)),)))))
    return rebuild(expr, _written_out)


def _in_pieces(problem: _Problem, mistakes: Iterable[str]) -> Iterator[Slip]:
    for mistake in mistakes:
        rule, slipped = PIECES[mistake], []
        for piece in problem.pieces:
            slopes = list(rule(piece, problem.slope))
            slipped += [piece] if slopes else []
            for slope in slopes:
                yield Slip(mistake, slope, {"piece": piece}, problem.frame(piece))
        if len(slipped) > 1:
            yield Slip(mistake, problem.replaced(slipped, rule), {"piece": slipped[0]})


def _spread_first(problem: _Problem) -> Iterator[Slip]:
    """B14 before anything is differentiated: ``cos(√(x² + 4))`` taken for ``cos(x + 2)``."""
    for piece in problem.pieces:
        for instead in spread(piece, problem.slope):
            for each in dict.fromkeys((instead, with_plain_roots(instead))):
                whole = _with(problem.function, piece, each)
                yield Slip("B14", derive(whole, problem.wrt, make=PLAIN), {"piece": piece})


def _with(expr: Expr, part: Expr, instead: Expr) -> Expr:
    return instead if expr is part else rebuild(expr, lambda inner: _with(inner, part, instead))


def _in_chains(problem: _Problem, chain: Chain | None) -> Iterator[Slip]:
    for site in sites(problem.function, problem.wrt):
        whole = site is problem.function
        links = chain if chain and whole else chain_of(site, problem.wrt)
        for mistake, slope, about in in_chain(links):
            if whole or mistake not in OF_THE_WHOLE:
                yield Slip(mistake, slope, about, problem.frame(site))
