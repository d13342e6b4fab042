"""The process that proves. Run alone (``python -I worker.py``): JSON lines in, ``true`` or ``false`` lines out.

It knows nothing of the rest of the tutor. It ends when its standard input does, and with its parent where Linux helps.
"""

import ctypes
import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import sympy

_MEMORY = 1 << 30
_KILLED_WITH_PARENT = 1


class _TooLong(BaseException):
    """Not an Exception, so that no ``except Exception`` of the algebra swallows it."""


def main() -> None:
    """Answer requests until there are no more."""
    _bound_memory()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_KILLED_WITH_PARENT, signal.SIGKILL)
    requests: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_read, args=(requests,), daemon=True).start()
    _say("true")
    while True:
        request = json.loads(requests.get())
        _say(json.dumps(_answer(request)))


def _read(requests: "queue.Queue[str]") -> None:
    for line in sys.stdin:
        requests.put(line)
    os._exit(0)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _answer(request: Mapping[str, Any]) -> bool:
    try:
        with _limited(request["seconds"]):
            names = _Names(request["positive"])
            return all(_equal(names.tree(left), names.tree(right)) for left, right in request["pairs"])
    except (Exception, _TooLong, RecursionError, MemoryError):
        return False


def _equal(left: Any, right: Any) -> bool:
    difference = left - right
    return difference == 0 or any(step(difference) == 0 for step in _STEPS)


_STEPS: tuple[Callable[[Any], Any], ...] = (
    sympy.expand,
    lambda d: sympy.cancel(sympy.together(d)),
    lambda d: sympy.expand(sympy.expand_log(sympy.expand_power_base(d))),
    sympy.trigsimp,
    sympy.simplify,
    lambda d: sympy.simplify(d.rewrite(sympy.exp)),
    sympy.radsimp,
    lambda d: 0 if d.equals(0) else 1,
)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise `_TooLong` after this long, and let the system end the process a little later, where it can."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def too_long(*_: object) -> None:
        raise _TooLong

    _bound_processor(seconds)
    signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _bound_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _bound_processor(seconds: float) -> None:
    """Should the parent be gone and the algebra deaf, the processor time left is what stops it."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        spent = resource.getrusage(resource.RUSAGE_SELF)
        most = int(spent.ru_utime + spent.ru_stime + seconds) + 5
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


class _Names:
    """Lists back to SymPy's expressions; the same name is the same symbol."""

    def __init__(self, positive: list[str]) -> None:
        self.positive = frozenset(positive)

    def tree(self, node: Any) -> Any:
        tag, *parts = node
        if tag == "number":
            return sympy.Rational(*map(int, parts[0].split("/")))
        if tag == "symbol":
            return sympy.Symbol(parts[0], **{"positive" if parts[0] in self.positive else "real": True})
        if tag == "constant":
            return {"pi": sympy.pi, "e": sympy.E, "i": sympy.I}[parts[0]]
        if tag == "call":
            return _FUNCTIONS[parts[0]](*map(self.tree, parts[1:]))
        if tag == "comparison":
            return _RELATIONS[parts[0]](*map(self.tree, parts[1:]))
        if tag == "cases":
            return sympy.Piecewise(
                *[(self.tree(value), True if test is None else self.tree(test)) for value, test in parts]
            )
        return _OPERATIONS[tag](*map(self.tree, parts))


_OPERATIONS: Mapping[str, Callable[..., Any]] = {
    "negative": lambda u: -u,
    "sum": sympy.Add,
    "product": sympy.Mul,
    "quotient": lambda above, below: above / below,
    "power": sympy.Pow,
}
_RELATIONS: Mapping[str, Callable[..., Any]] = {
    "<": sympy.StrictLessThan,
    "<=": sympy.LessThan,
    ">": sympy.StrictGreaterThan,
    ">=": sympy.GreaterThan,
    "==": sympy.Eq,
    "!=": sympy.Ne,
    "and": sympy.And,
    "or": sympy.Or,
}
_SAME = [
    "sqrt",
    "exp",
    "sin",
    "cos",
    "tan",
    "sec",
    "csc",
    "cot",
    "sinh",
    "cosh",
    "tanh",
    "sech",
    "csch",
    "coth",
    "factorial",
]
_ARC = ["sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "sech", "csch", "coth"]
_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    **{name: getattr(sympy, name) for name in _SAME},
    **{"arc" + name: getattr(sympy, "a" + name) for name in _ARC},
    "ln": sympy.log,
    "abs": sympy.Abs,
    "conj": lambda u: u,
    "sign": sympy.sign,
    "max": sympy.Max,
    "min": sympy.Min,
    "relu": lambda u: sympy.Max(0, u),
    "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)),
}


if __name__ == "__main__":
    main()
