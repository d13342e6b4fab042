"""A lesson as data: frozen, in one language, with the machine data both languages share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tutor.answers.task import Kind
from tutor.course.problem import Place
from tutor.course.question import Choice
from tutor.words import Lang

SUMMARY_LINES = 5
"""How many lines of a lesson go to the formula sheet."""

NoteKind = Literal["watch", "notes", "why"]
Size = tuple[int | str, ...]
"""A shape whose entries may be letters: ``("n",)`` is a column of n components, whatever n is."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a displayed formula states, in the author's dialect, so that it can be checked.

    `says` are comparisons that hold together; with `holds` false at least one of them must fail. `none` names the
    reason why there is nothing to check (``definition``, ``notation``).
    """

    id: str
    place: Place
    says: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shapes: Mapping[str, Size] = field(default_factory=dict)
    positive: frozenset[str] = frozenset()
    holds: bool = True
    none: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the lesson."""

    level: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, a list or a table, as Markdown source with ``$…$`` formulas and ``[words](term:id)`` links."""

    markdown: str
    place: Place
    kind: Literal["paragraph", "list", "table"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Formula:
    """A displayed formula with its claim."""

    latex: str
    claim: Claim
    place: Place


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture drawn with text."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Note:
    """An aside: ``watch`` warns of a mistake, ``notes`` mends the source notes (its `errata`), ``why`` explains."""

    kind: NoteKind
    blocks: tuple["Block", ...]
    place: Place
    errata: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worked:
    """A worked example, revealed step by step; `statement` comes first and is always there."""

    id: str
    statement: tuple["Block", ...]
    steps: tuple[tuple["Block", ...], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Lab:
    """The door to the lab, with the name of a data set."""

    data: str
    place: Place


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise. Its strings are in the author's dialect; `instance.question` makes them what a learner is asked.

    `params` are the values each parameter may take and `given` the expression they make; both may be named in the texts
    as ``{{name}}``. `note` is its number in the plan (``L09.1``).
    """

    id: str
    lesson: str
    place: Place
    answer: str
    statement: tuple["Block", ...]
    hints: tuple[tuple["Block", ...], ...]
    solution: tuple["Block", ...]
    kind: Kind = "expression"
    names: tuple[str, ...] = ()
    shapes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    positive: frozenset[str] = frozenset()
    function: str | None = None
    wrt: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    wrong: Mapping[str, str] = field(default_factory=dict)
    layout: bool = False
    params: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given: str | None = None
    choices: tuple[Choice, ...] = ()
    errata: tuple[str, ...] = ()
    note: str | None = None

    @property
    def key(self) -> str:
        """Its permanent name in the log of progress: ``lesson/exercise``."""
        return f"{self.lesson}/{self.id}"


Block = Heading | Prose | Formula | Picture | Note | Worked | Lab | Exercise


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson in one language: `notes` are the statements of the source notes it teaches, `errata` those it mends.

    `places` tell where the fields of its front matter stand, entry by entry; see `at`.
    """

    id: str
    lang: Lang
    title: str
    blocks: tuple[Block, ...]
    place: Place
    needs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    errata: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)

    def at(self, name: str, entry: int = 0) -> Place:
        """Where an entry of a field stands; where the lesson begins when it is not written."""
        found = self.places.get(name, ())
        return found[entry] if entry < len(found) else self.place

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises, in the order of the text."""
        return tuple(block for block in self.blocks if isinstance(block, Exercise))


def parts(block: Block) -> tuple[tuple[Block, ...], ...]:
    """The groups of blocks inside a block, in reading order."""
    match block:
        case Note(blocks=blocks):
            return (blocks,)
        case Worked(statement=statement, steps=steps):
            return (statement, *steps)
        case Exercise(statement=statement, hints=hints, solution=solution):
            return (statement, *hints, solution)
        case _:
            return ()


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, at every depth, in reading order."""
    for block in blocks:
        yield block
        for group in parts(block):
            yield from walk(group)


def markdown(blocks: Iterable[Block]) -> str:
    """Blocks as Markdown again, without the machine data; a formula is a ``math`` fence."""
    return "\n\n".join(_source(block) for block in blocks)


def _source(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return f"{'#' * level} {text}"
        case Prose(markdown=source):
            return source
        case Formula(latex=latex):
            return f"```math\n{latex}\n```"
        case Picture(text=text):
            return f"```text\n{text}\n```"
        case Note(blocks=blocks):
            return "\n".join(f"> {line}".rstrip() for line in markdown(blocks).split("\n"))
        case Worked() | Exercise() | Lab():
            return "\n\n".join(markdown(group) for group in parts(block))
