"""IS IT RIGHT?  Typed text → tree → verdict and the name of the mistake (the only room with SymPy).

Read, then judge, or do both with a `Task`:

    tree = read("2x cos(x^2)", Names(variables=("x",)))
    verdict = judge(tree, expected)
    verdict = mark(Task("2*x*cos(x^2)", names=("x",), function="sin(x^2)", wrt=("x",)), "cos(x^2)")

Names are imported when they are first used: this room's import costs nothing, and flint comes with the first verdict.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.answers.derivatives import derive, gradient, jacobian
    from tutor.answers.evaluation import compiled
    from tutor.answers.judging import judge
    from tutor.answers.marking import mark
    from tutor.answers.names import Names
    from tutor.answers.notation import latex
    from tutor.answers.printing import show
    from tutor.answers.prover import Prover
    from tutor.answers.reader import read
    from tutor.answers.tables import Table
    from tutor.answers.task import Kind, Shape, Task
    from tutor.answers.task_trees import TaskError, answer_names, author_tree, expected_tree
    from tutor.answers.tidying import tidy
    from tutor.answers.tree import Expr, Tree, Unreadable, substitute
    from tutor.answers.values import evaluate
    from tutor.answers.verdict import Outcome, Verdict

_HOMES = {
    "derivatives": ("derive", "gradient", "jacobian"),
    "evaluation": ("compiled",),
    "values": ("evaluate",),
    "tables": ("Table",),
    "judging": ("judge",),
    "marking": ("mark",),
    "names": ("Names",),
    "prover": ("Prover",),
    "reader": ("read",),
    "notation": ("latex",),
    "printing": ("show",),
    "task": ("Kind", "Shape", "Task"),
    "task_trees": ("TaskError", "answer_names", "author_tree", "expected_tree"),
    "tidying": ("tidy",),
    "tree": ("Expr", "Tree", "Unreadable", "substitute"),
    "verdict": ("Outcome", "Verdict"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Expr",
    "Kind",
    "Names",
    "Outcome",
    "Prover",
    "Shape",
    "Table",
    "Task",
    "TaskError",
    "Tree",
    "Unreadable",
    "Verdict",
    "answer_names",
    "author_tree",
    "compiled",
    "derive",
    "evaluate",
    "expected_tree",
    "gradient",
    "jacobian",
    "judge",
    "latex",
    "mark",
    "read",
    "show",
    "substitute",
    "tidy",
]


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"tutor.answers.{home}"), name)
