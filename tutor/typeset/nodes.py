"""A formula as a small frozen tree: the one thing that `parse` makes and every output reads.

Equality of nodes is equality of structure. `children` and `walk` look at a formula without knowing each type.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "italic", "bold", "script"]
"""`script` is a letter of a special alphabet (calligraphic, Fraktur) that has no character of its own."""

Atom = Literal["ord", "op", "bin", "rel", "open", "close", "punct", "inner", "stop"]
"""The classes by which TeX decides the space between neighbours (The TeXbook, chapter 18), and the full stop."""

GridKind = Literal["matrix", "cases", "aligned", "stack"]


@dataclass(frozen=True, slots=True)
class Symbol:
    r"""A letter, a number, a sign, or an upright name such as the ``diag`` of ``\mathrm{diag}``."""

    text: str
    atom: Atom = "ord"
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Text:
    r"""Words inside a formula: ``\text{if }``."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Space:
    """Explicit room, in cells."""

    cells: int


@dataclass(frozen=True, slots=True)
class Operator:
    """A named function (``sin``, ``lim``) or a big sign (∑, ∫). With `limits`, its scripts go below and above."""

    name: str
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Things side by side."""

    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Fraction:
    """One thing over another; without `bar`, as in a binomial coefficient."""

    numerator: "Node"
    denominator: "Node"
    bar: bool = True


@dataclass(frozen=True, slots=True)
class Root:
    """A square root, or a root of the given index."""

    radicand: "Node"
    index: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with a subscript, a superscript or both; `stacked` ones stand below and above it."""

    base: "Node"
    sub: "Node | None" = None
    sup: "Node | None" = None
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over its body (``hat``, ``bar``, ``vec``, ``overline``…) or, for ``underline``, under it."""

    kind: str
    body: "Node"


@dataclass(frozen=True, slots=True)
class Brace:
    """A horizontal brace over or under its body; its label is a stacked script."""

    body: "Node"
    over: bool


@dataclass(frozen=True, slots=True)
class Fenced:
    """A body between brackets that grow with it; an empty string is the invisible bracket ``.``."""

    left: str
    body: "Node"
    right: str


@dataclass(frozen=True, slots=True)
class Delimiter:
    r"""A lone bracket: `size` rows of ``\Big|``, or 0 for ``\middle|``, which grows with the fence around it."""

    text: str
    size: int
    atom: Atom


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells: a matrix, cases, aligned equations or a stack of lines.

    `columns` has a letter (l, c, r) for each column and a bar for each vertical rule; `rules` are the rows above which
    a horizontal rule stands.
    """

    rows: tuple[tuple["Node", ...], ...]
    columns: str
    kind: GridKind = "matrix"
    left: str = ""
    right: str = ""
    rules: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A body that stands out: ``highlight``, ``cancel`` or the name of a colour."""

    body: "Node"
    mark: str


@dataclass(frozen=True, slots=True)
class Boxed:
    """A body in a frame."""

    body: "Node"


@dataclass(frozen=True, slots=True)
class Phantom:
    """The room of a body, left blank."""

    body: "Node"


Node = (
    Symbol
    | Text
    | Space
    | Operator
    | Row
    | Fraction
    | Root
    | Scripts
    | Accent
    | Brace
    | Fenced
    | Delimiter
    | Grid
    | Marked
    | Boxed
    | Phantom
)

EMPTY = Row(())


def children(node: Node) -> tuple[Node, ...]:
    """The direct parts of a node, left to right."""
    match node:
        case Row(parts):
            return parts
        case Fraction(upper, lower):
            return (upper, lower)
        case Root(radicand, index):
            return (radicand,) if index is None else (index, radicand)
        case Scripts(base, sub, sup):
            return tuple(part for part in (base, sub, sup) if part is not None)
        case Accent(_, body) | Brace(body) | Fenced(_, body) | Marked(body) | Boxed(body) | Phantom(body):
            return (body,)
        case Grid(rows):
            return tuple(cell for row in rows for cell in row)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """Every node of a tree, parents first."""
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(reversed(children(current)))


def items(node: Node) -> tuple[Node, ...]:
    """The parts of a row; anything else is a row of one."""
    return node.items if isinstance(node, Row) else (node,)


def row(parts: list[Node]) -> Node:
    """Parts as one node: the part itself when there is only one."""
    return parts[0] if len(parts) == 1 else Row(tuple(parts))


def aligned_pairs(cells: tuple[Node, ...]) -> list[Row]:
    """The cells of a row of aligned equations, two by two: each pair is one equation."""
    pairs = [cells[start : start + 2] for start in range(0, len(cells), 2)]
    return [Row(tuple(part for cell in pair for part in items(cell))) for pair in pairs]
