"""How long a formula takes to read and lay out: ``python tests/bench/bench_typeset.py [FILE]``.

FILE has a formula a line, or JSON lines with the LaTeX under ``tex``; without it the tests' own list is used. A time is
the best of several rounds, in CPU time. Targets: median ≤ 0.5 ms, maximum ≤ 5 ms, nothing above 76 columns, no error.
"""

import json
import sys
from pathlib import Path
from statistics import median
from time import process_time

from tutor.typeset import Node, TypesetError, layout, line, parse, speak

WIDTH = 76
ROUNDS = 7


def formulas(path: Path) -> list[str]:
    """The formulas of a file."""
    rows = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(row)["tex"] if path.suffix == ".jsonl" else row for row in rows if row]


def best(action, *arguments) -> float:
    """The shortest of several runs, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        action(*arguments)
        times.append(process_time() - start)
    return min(times) * 1000


def set_whole(latex: str) -> int:
    """Read a formula and lay it out; its width."""
    return layout(parse(latex), WIDTH).width


def main() -> None:
    """Print the table."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "typeset" / "formulas.txt"
    nodes: list[Node] = []
    times: list[float] = []
    errors = wide = 0
    for latex in formulas(path):
        try:
            wide += set_whole(latex) > WIDTH
        except TypesetError as error:
            errors += 1
            print(f"error  {error}  {latex}")
            continue
        times.append(best(set_whole, latex))
        nodes.append(parse(latex))
    for label, count in [("formulas", len(times)), ("errors", errors), (f"above {WIDTH} columns", wide)]:
        print(f"{label:24}{count:8}")
    for label, spent in [
        ("read + set, median", median(times)),
        ("read + set, maximum", max(times)),
        ("one line, median", median(best(line, node) for node in nodes)),
        ("in words, median", median(best(speak, node, "es") for node in nodes)),
    ]:
        print(f"{label:24}{spent:8.2f} ms")


if __name__ == "__main__":
    main()
