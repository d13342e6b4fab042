"""Naive SymPy, `.equals()` and this judge side by side on a file of labelled rows.

    python tests/bench/bench_judge.py ROWS.jsonl [--limit SECONDS]

Every method reads and judges each row in a process of its own that is ended when it takes too long. This is the one
place where text is handed to SymPy's parser: run it only on rows you trust.
"""

import argparse
import json
import multiprocessing
import re
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import quantiles
from typing import Any

Row = Mapping[str, Any]
HOUSE_RULES = ("precedence", "domain", "shape-policy")


def by_simplify(row: Row) -> str:
    """``simplify(parse_expr(a) - parse_expr(b)) == 0``"""
    import sympy

    left, right = _parsed(row)
    return "right" if sympy.simplify(left - right) == 0 else "wrong"


def by_equals(row: Row) -> str:
    """``parse_expr(a).equals(parse_expr(b))``"""
    left, right = _parsed(row)
    return {True: "right", False: "wrong", None: "unsure"}[left.equals(right)]


def by_this_judge(row: Row) -> str:
    """The judge of this package."""
    from tutor.cli.check_rows import judged

    return judged(row).verdict.outcome


def _parsed(row: Row) -> tuple[Any, Any]:
    import sympy
    from sympy.parsing import sympy_parser as parser

    names = {name: sympy.Symbol(name, real=True) for name in row.get("vars", ())}
    names |= {"e": sympy.E, "ln": sympy.log, "arcsin": sympy.asin, "arccos": sympy.acos, "arctan": sympy.atan}
    rules = (
        *parser.standard_transformations,
        parser.implicit_multiplication_application,
        parser.convert_xor,
    )
    texts = [re.sub(r"\s+", " ", str(text)) for text in (row.get("latex") or row["student"], row["expected"])]
    left, right = (parser.parse_expr(text, local_dict=names, transformations=rules) for text in texts)
    return left, right


METHODS: Mapping[str, Callable[[Row], str]] = {
    "parse_expr + simplify": by_simplify,
    "parse_expr + equals": by_equals,
    "this judge": by_this_judge,
}


def _serve(method: str, pipe: Any) -> None:
    judge = METHODS[method]
    while True:
        row = pipe.recv()
        start = time.perf_counter()
        try:
            outcome = judge(row)
        except Exception as error:
            outcome = f"raised {type(error).__name__}"
        pipe.send((outcome, time.perf_counter() - start))


class _Server:
    """A process that judges by one method; replaced when a row takes too long."""

    def __init__(self, method: str, limit: float) -> None:
        self.method, self.limit = method, limit
        self._start()

    def _start(self) -> None:
        self.pipe, other = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=_serve, args=(self.method, other), daemon=True)
        self.process.start()
        self.pipe.send({"student": "x", "expected": "x + 0", "vars": ["x"]})
        self.pipe.recv()

    def judge(self, row: Row) -> tuple[str, float]:
        self.pipe.send(row)
        if self.pipe.poll(self.limit):
            return self.pipe.recv()
        self.process.kill()
        self.process.join()
        self._start()
        return "too long", self.limit


def _standing(row: Row, outcome: str) -> str:
    if outcome == "too long":
        return outcome
    if outcome not in ("right", "wrong", "almost"):
        return "undecided" if outcome == "unsure" else "unread"
    if outcome == "right":
        return "as labelled" if row["verdict"] else "false accept"
    return "false reject" if row["verdict"] else "as labelled"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--limit", type=float, default=5.0, help="seconds for a row")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.rows.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [row for row in rows if row.get("kind") not in HOUSE_RULES]
    columns = ("false accept", "false reject", "undecided", "unread", "too long")
    print(f"{len(rows)} rows, house rules apart\n")
    print(
        f"{'':<24}{'accuracy':>9}"
        + "".join(f"{name:>14}" for name in columns)
        + f"{'median ms':>11}{'p95':>8}{'max':>9}"
    )
    for method in METHODS:
        server = _Server(method, arguments.limit)
        results = [(row, *server.judge(row)) for row in rows]
        server.process.kill()
        counts = Counter(_standing(row, outcome) for row, outcome, _ in results)
        times = sorted(1000 * seconds for _, _, seconds in results)
        cuts = quantiles(times, n=20, method="inclusive")
        print(
            f"{method:<24}{100 * counts['as labelled'] / len(rows):>8.1f}%"
            + "".join(f"{counts[name]:>14}" for name in columns)
            + f"{cuts[9]:>11.2f}{cuts[18]:>8.1f}{times[-1]:>9.0f}"
        )


if __name__ == "__main__":
    main()
