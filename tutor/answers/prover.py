"""SymPy's proof of equality, in a worker process that can be ended, with a second one kept hot.

Trees travel as JSON lists, never as strings to parse. A proof that takes too long is no proof, never a refutation.
"""

import atexit
import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, LifoQueue, Queue
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Self

from tutor.answers.tree import (
    Call,
    Cases,
    Comparison,
    Constant,
    Expr,
    Indicator,
    Matrix,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    walk,
)

SOFT_LIMIT, HARD_LIMIT = 1.5, 2.0
"""Seconds after which the worker gives up by itself, and after which it is ended."""
LARGEST = 2000
"""Nodes of a pair of trees beyond which no proof is tried."""
_WORKER = Path(__file__).with_name("worker.py")


class Prover:
    """Proves trees equal in a process apart; safe to use from several threads, one proof at a time.

    `start` returns at once and warms two workers; until one is ready `prove` says False without waiting longer than
    `patience` seconds. `close` ends them; they also end by themselves when this process does, however it does.
    """

    def __init__(self, patience: float = 0.0) -> None:
        self.patience = patience
        self._wanted: Queue[bool] = Queue()
        self._idle: LifoQueue[_Worker] = LifoQueue()
        self._workers: list[_Worker] = []
        self._one_at_a_time = Lock()
        self._started = self._closed = False

    def start(self) -> None:
        """Begin to warm the workers, once."""
        if self._started or self._closed:
            return
        self._started = True
        atexit.register(self.close)
        for _ in ("worker", "spare"):
            self._wanted.put(True)
        Thread(target=self._keep, name="prover", daemon=True).start()

    def prove(self, pairs: Sequence[tuple[Expr, Expr]], positive: frozenset[str] = frozenset()) -> bool:
        """Whether SymPy proves every pair equal, in time. False means nothing."""
        if any(sum(1 for tree in pair for _ in walk(tree)) > LARGEST for pair in pairs):
            return False
        request = {
            "pairs": [[encoded(left), encoded(right)] for left, right in pairs],
            "positive": sorted(positive),
            "seconds": SOFT_LIMIT,
        }
        self.start()
        with self._one_at_a_time:
            return self._asked(json.dumps(request))

    def _asked(self, request: str) -> bool:
        while not self._closed:
            try:
                worker = self._idle.get(timeout=self.patience) if self.patience else self._idle.get_nowait()
            except Empty:
                return False
            if worker.alive():
                break
            self._replace(worker)
        else:
            return False
        answer = worker.ask(request)
        if answer is None:
            self._replace(worker)
            return False
        self._idle.put(worker)
        return answer

    def close(self) -> None:
        """End the workers. The prover proves nothing afterwards."""
        self._closed = True
        self._wanted.put(False)
        for worker in self._workers:
            worker.end()
        atexit.unregister(self.close)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _replace(self, worker: "_Worker") -> None:
        worker.end()
        self._workers.remove(worker)
        self._wanted.put(True)

    def _keep(self) -> None:
        """Starts every worker from one thread that lives as long as they do: Linux ends them when it goes."""
        while self._wanted.get():
            with suppress(OSError):
                worker = _Worker(self._idle)
                self._workers.append(worker)
                if self._closed:
                    worker.end()


class _Worker:
    """One process; it joins the idle ones when it says it is ready."""

    def __init__(self, idle: "LifoQueue[_Worker]") -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._lines: Queue[bytes] = Queue()
        Thread(target=self._listen, args=(idle,), name="prover-listener", daemon=True).start()

    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, request: str) -> bool | None:
        """The answer; None when there was none in time or the process ended."""
        stdin = self._process.stdin
        assert stdin is not None
        try:
            stdin.write(request.encode() + b"\n")
            stdin.flush()
            line = self._lines.get(timeout=HARD_LIMIT)
            return bool(json.loads(line)) if line else None
        except (Empty, OSError, ValueError):
            return None

    def end(self) -> None:
        """Kill the process and wait for it."""
        self._process.kill()
        with suppress(OSError):
            if self._process.stdin:
                self._process.stdin.close()
        self._process.wait()

    def _listen(self, idle: "LifoQueue[_Worker]") -> None:
        stdout = self._process.stdout
        assert stdout is not None
        with stdout:
            if stdout.readline():
                idle.put(self)
            for line in stdout:
                self._lines.put(line)
        self._lines.put(b"")


def encoded(expr: Expr) -> Any:
    """A scalar tree as nested lists: a tag and the parts.

    Raises:
        TypeError: a matrix.
    """
    match expr:
        case Number(value):
            return ["number", str(value)]
        case Symbol(name) | Constant(name):
            return [type(expr).__name__.lower(), name]
        case Negative(operand):
            return ["negative", encoded(operand)]
        case Sum(parts) | Product(parts):
            return [type(expr).__name__.lower(), *map(encoded, parts)]
        case Quotient(left, right) | Power(left, right):
            return [type(expr).__name__.lower(), encoded(left), encoded(right)]
        case Call(function, arguments):
            return ["call", function, *map(encoded, arguments)]
        case Comparison(symbol, left, right):
            return ["comparison", symbol, encoded(left), encoded(right)]
        case Indicator(condition):
            return ["cases", [["number", "1"], encoded(condition)], [["number", "0"], None]]
        case Cases(branches):
            return ["cases", *([encoded(value), test and encoded(test)] for value, test in branches)]
        case Matrix():
            raise TypeError("a matrix has no value to prove; its entries have")
