"""What stands in a task as text, as trees: its expected answer, its function, its links; and the names it allows."""

from functools import lru_cache

from tutor.answers.dims import as_dims
from tutor.answers.entries import components, expand
from tutor.answers.grids import grid
from tutor.answers.kinds import kind_of
from tutor.answers.links import Chain, chain_of, named_chain
from tutor.answers.names import Dialect, Names
from tutor.answers.reader import read
from tutor.answers.task import Shape, Task
from tutor.answers.tree import Expr, Matrix, Symbol, Tree, Unreadable
from tutor.words import Message


class TaskError(ValueError):
    """The task itself cannot be understood: an expected answer or a function that does not read; `message` says why."""

    def __init__(self, text: str, message: Message) -> None:
        super().__init__(f"{text!r}: {message.code}")
        self.message = Message("judge.task", {"text": text, "why": message})


def expected_tree(task: Task) -> Expr:
    """The tree of the expected answer of an ``expression`` task.

    Raises:
        TaskError: it cannot be read.
    """
    return author_tree(task.expected, task)


def author_tree(text: str, task: Task) -> Expr:
    """A tree from a string of the task itself, in the author's dialect.

    Raises:
        TaskError: it cannot be read.
    """
    found = _own(text, task)
    if isinstance(found, Unreadable):
        raise TaskError(text, found.message)
    return found.expr


def _own(text: str, task: Task) -> Tree | Unreadable:
    shapes = tuple(sorted(task.shapes.items()))
    return _read_own(text, _variables(task), shapes, task.dialect, task.complex)


@lru_cache(maxsize=1024)
def _read_own(
    text: str, variables: tuple[str, ...], shapes: tuple[tuple[str, Shape], ...], dialect: Dialect, complex: bool
) -> Tree | Unreadable:
    return read(text, Names(variables, dict(shapes), dialect=dialect, complex=complex, author=True))


def answer_names(task: Task) -> Names:
    """What a typed answer to a task may speak of: its names, their components, and the links of its chain.

    Where a row, a column or a matrix is expected, a list in round brackets or in none is one.
    """
    expected = _own(task.expected, task)
    lists = isinstance(expected, Tree) and kind_of(expected.expr, task.shapes) != "number"
    return Names(_variables(task), dict(task.shapes), dialect=task.dialect, complex=task.complex, lists=lists)


def _variables(task: Task) -> tuple[str, ...]:
    dims = {name: as_dims(shape) for name, shape in task.shapes.items() if shape and not _letters(shape)}
    parts = [
        entry.name
        for name in dims
        for row in grid(components(name, dims))
        for entry in row
        if isinstance(entry, Symbol) and entry.name.isalnum()
    ]
    links = [name for name, _ in task.links if name != "y"] or (_LINKS if task.function and len(task.wrt) == 1 else [])
    sizes = [size for shape in task.shapes.values() for size in shape if isinstance(size, str)]
    return tuple(dict.fromkeys((*task.names, *task.shapes, *task.wrt, *parts, *links, *sizes)))


_LINKS = ["u", "u1", "u2", "u3"]
"""What the steps inside a bare function are called; a learner may type them."""


def _letters(shape: Shape) -> bool:
    return any(isinstance(size, str) for size in shape)


def chain_in(task: Task) -> Chain | None:
    """The declared links, else those of the function."""
    if len(task.wrt) != 1 or task.wrt[0] in task.shapes:
        return None
    if task.links:
        return named_chain([(name, author_tree(value, task)) for name, value in task.links], task.wrt[0])
    function = author_tree(task.function, task) if task.function else None
    return None if function is None or isinstance(function, Matrix) else _chain_of(function, task.wrt[0])


_chain_of = lru_cache(maxsize=64)(chain_of)


def links_in(task: Task) -> list[tuple[str, Expr]]:
    """What an answer may still speak of besides the variables, each in terms of the ones before it.

    The declared links, else those of the function, the first of which goes by ``u`` and by ``u1``.
    """
    if task.links:
        links = [(name, author_tree(value, task)) for name, value in task.links]
    else:
        chain = chain_in(task)
        links = [(link.name, link.expr) for link in chain.links[:-1]] if chain else []
        links = [(name, value) for name in ("u", "u1") for _, value in links[:1]] + links[1:]
    return [(name, value) for name, value in links if name not in (*task.names, *task.wrt)]


def written_out(expr: Expr, task: Task) -> Expr | None:
    """Entry by entry, where the sizes are numbers and everything fits."""
    try:
        return expand(expr, {name: as_dims(shape) for name, shape in task.shapes.items() if shape})
    except (KeyError, ValueError):
        return None


def components_of(variable: str, task: Task) -> list[str]:
    """The names a variable of a derivative stands for: its own, or those of its entries."""
    shape = task.shapes.get(variable)
    if not shape or _letters(shape):
        return [variable]
    cells = components(variable, {variable: as_dims(shape)})
    return [entry.name for row in cells.rows for entry in row if isinstance(entry, Symbol)]
