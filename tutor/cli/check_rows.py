"""``tutor check --jsonl``: a row for every row, and the totals of a labelled file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter
from typing import Any, Literal, TextIO

from tutor.answers import Prover, Task, TaskError, Verdict, answer_names, mark
from tutor.typeset import plain
from tutor.words import Lang, Message, say


class RowError(ValueError):
    """A row that cannot be judged; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with its verdict and the milliseconds it took."""

    row: Mapping[str, Any]
    verdict: Verdict
    ms: float


def check_rows(
    source: Iterable[bytes], out: TextIO, lang: Lang, *, summary: bool = False, prover: Prover | None = None
) -> int:
    """Judge every row of a file; a broken one is reported with its line number and the rest goes on.

    Returns:
        0, or 1 where a row was broken.
    """
    done: list[Judged] = []
    broken = 0
    for number, result in judged_rows(source, prover):
        if isinstance(result, RowError):
            broken += 1
            print(json.dumps({"line": number, "error": plain(say(result.message, lang))}, ensure_ascii=False), file=out)
        elif summary:
            done.append(result)
        else:
            print(json.dumps(as_row(result, lang), ensure_ascii=False), file=out)
    if summary:
        print("\n".join(totals(done)), file=out)
    return 1 if broken else 0


def judged_rows(source: Iterable[bytes], prover: Prover | None = None) -> Iterator[tuple[int, Judged | RowError]]:
    """The rows of a file with their line numbers; empty lines are passed over."""
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            row = _parsed(line)
            yield number, judged(row, prover)
        except RowError as error:
            yield number, error
        except TaskError as error:
            yield number, RowError(error.message)
        except Exception as error:  # a row never ends the others
            yield number, RowError(Message("cli.check.row.failed", {"error": f"{type(error).__name__}: {error}"}))


def judged(row: Mapping[str, Any], prover: Prover | None = None) -> Judged:
    """The verdict on a row, timed from the typed text on: the exercise's own strings are read once, before any answer.

    Raises:
        RowError: a field is missing or of the wrong kind.
        TaskError: the expected answer cannot be read.
    """
    task, typed = _task(row), str(row.get("latex") or row["student"])
    answer_names(task)
    start = perf_counter()
    verdict = mark(task, typed, prover=prover)
    return Judged(row, verdict, 1000 * (perf_counter() - start))


def as_row(done: Judged, lang: Lang) -> dict[str, Any]:
    """What is printed of a row."""
    verdict = done.verdict
    return {
        "id": done.row.get("id"),
        "verdict": verdict.outcome,
        "because": verdict.because,
        "message": plain(" ".join(say(message, lang) for message in (verdict.message, *verdict.notices))),
        "at": list(verdict.at) if verdict.at else None,
        "mistake": list(verdict.mistakes) or None,
        "ms": round(done.ms, 3),
    }


def _parsed(line: bytes) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise RowError(Message("cli.check.row.json")) from None
    if not isinstance(row, dict):
        raise RowError(Message("cli.check.row.json"))
    return row


def _task(row: Mapping[str, Any]) -> Task:
    for name in ("latex" if row.get("latex") else "student", "expected"):
        if not isinstance(row.get(name), str):
            raise RowError(Message("cli.check.row.field", {"name": name}))
    names = _strings(row, "vars")
    function = row.get("function")
    if function is not None and not isinstance(function, str):
        raise RowError(Message("cli.check.row.field", {"name": "function"}))
    dialect: Literal["standard", "single-letter"] = row.get("dialect") or "standard"
    if dialect not in ("standard", "single-letter"):
        raise RowError(Message("cli.check.row.field", {"name": "dialect"}))
    return Task(
        row["expected"],
        names=names,
        shapes=_shapes(row),
        function=function,
        wrt=_strings(row, "wrt") or (names if function and len(names) == 1 else ()),
        positive=frozenset(names) if row.get("assume") == "positive" else frozenset(),
        complex=bool(row.get("complex")),
        dialect=dialect,
    )


def _strings(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = row.get(name) or []
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list) or not all(_is_name(item) for item in found):
        raise RowError(Message("cli.check.row.field", {"name": name}))
    return tuple(found)


def _is_name(name: object) -> bool:
    return isinstance(name, str) and name != "" and not any(map(str.isspace, name))


def _shapes(row: Mapping[str, Any]) -> dict[str, tuple[int | str, ...]]:
    declared = row.get("shapes") or {}
    if not isinstance(declared, dict) or not all(_is_name(key) and _is_shape(declared[key]) for key in declared):
        raise RowError(Message("cli.check.row.field", {"name": "shapes"}))
    return {name: tuple(shape) for name, shape in declared.items()}


def _is_shape(shape: object) -> bool:
    return (
        isinstance(shape, list)
        and len(shape) <= 2
        and all((type(size) is int and 0 < size <= 12) or (isinstance(size, str) and size.isalpha()) for size in shape)
    )


_COUNTED = ("false+", "false-", "unread", "unsure", "almost")


def totals(done: Sequence[Judged]) -> Iterator[str]:
    """The totals of a labelled file as a table, all together and by kind and syntax."""
    yield (
        f"{'':<28}{'rows':>6}{'right %':>9}{'false+':>8}{'false-':>8}{'unread':>8}{'unsure':>8}{'almost':>8}"
        + "".join(f"{name:>9}" for name in ("median", "p95", "max ms"))
    )
    yield _line("all", done)
    for field in ("kind", "syntax"):
        for value in sorted({str(item.row[field]) for item in done if item.row.get(field)}):
            yield _line(f"{field} {value}", [item for item in done if item.row.get(field) == value])


def _line(name: str, done: Sequence[Judged]) -> str:
    labelled = [item for item in done if item.row.get("verdict") is not None]
    counts = Counter(_result(item) for item in labelled)
    share = f"{100 * counts['as labelled'] / len(labelled):.1f}" if labelled else "-"
    almost = sum(item.verdict.outcome == "almost" for item in done)
    times = sorted(item.ms for item in done) or [0.0]
    cuts = quantiles(times, n=20, method="inclusive") if len(times) > 1 else times * 19
    columns = [counts["false accept"], counts["false reject"], counts["unread"], counts["unsure"], almost]
    return (
        f"{name:<28}{len(done):>6}{share:>9}"
        + "".join(f"{count:>8}" for count in columns)
        + "".join(f"{ms:>9.2f}" for ms in (cuts[9], cuts[18], times[-1]))
    )


def _result(item: Judged) -> str:
    """How a verdict stands to its label (true, false, or the name of an outcome)."""
    label, outcome = item.row["verdict"], item.verdict.outcome
    wanted = label if isinstance(label, str) else "right" if label else "wrong"
    if outcome == wanted:
        return "as labelled"
    if outcome in ("unreadable", "unsure"):
        return {"unreadable": "unread", "unsure": "unsure"}[outcome]
    if wanted == "right":
        return "false reject"
    return "false accept" if outcome == "right" else "as labelled"
