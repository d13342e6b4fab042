"""What a selection of set lines is copied as: their text, with formulas as LaTeX."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.style import Style


def copied(lines: Sequence[Content], span: Callable[[int], tuple[int, int] | None]) -> str:
    """The text of a selection, `span` telling its part of each line; formulas are given as their LaTeX."""
    texts: list[str] = []
    shown: str | None = None
    for number, line in enumerate(lines):
        part = span(number)
        if part is None:
            continue
        start, end = part[0], len(line) if part[1] == -1 else part[1]
        display = next((latex for latex, _, _ in _marks(line, "display")), None)
        if display is None:
            texts.append(_with_latex(line, start, end))
        elif display != shown:
            texts.append(f"$${display}$$")
        shown = display
    return "\n".join(texts)


def _with_latex(line: Content, start: int, end: int) -> str:
    text, done = "", start
    for latex, first, last in _marks(line, "latex"):
        if first < end and last > start:
            text += line.plain[done : max(first, done)] + f"${latex}$"
            done = max(done, last)
    return text + line.plain[done : max(done, end)]


def _marks(line: Content, name: str) -> list[tuple[str, int, int]]:
    """The metadata of a kind on a line, with its place; a formula has one mark however many styles it has."""
    return sorted(
        {
            (span.style.meta[name], span.start, span.end)
            for span in line.spans
            if isinstance(span.style, Style) and name in span.style.meta
        },
        key=lambda mark: mark[1],
    )
