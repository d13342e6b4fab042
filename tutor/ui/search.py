"""Finding words as people type them: in any case, with or without accents, across the end of a line."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text to compare with: lower case, without accents; character by character, so that places stay."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] for letter in text)


def occurrences(words: str, lines: Sequence[str]) -> list[list[tuple[int, int, int]]]:
    """Where words stand on lines: for each time, the parts as (line, start, end); one that goes on has several."""
    parts = folded(words).split()
    if not parts:
        return []
    text = "\n".join(map(folded, lines))
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found = re.finditer(r"\s+".join(map(re.escape, parts)), text)
    return [_parts(match.start(), match.end(), starts) for match in found]


def _parts(start: int, end: int, starts: Sequence[int]) -> list[tuple[int, int, int]]:
    return [
        (number, max(start, first) - first, min(end, after - 1) - first)
        for number, (first, after) in enumerate(pairwise(starts))
        if max(start, first) < min(end, after - 1)
    ]
