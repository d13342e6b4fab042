"""Where two expressions are held against each other: exact points of every size and sign, the same in every run."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from random import Random

Point = Mapping[str, Fraction]

FIRST = 8
"""Points that are always tried."""
LAST = 96
"""Points after which the search ends."""

_PRIMES = (1_000_003, 998_244_353, 999_999_937, 2**31 - 1)
"""The first few points have these denominators, so that ``sin(1024 pi x)`` does not vanish there; the others a power of
two, so that a ball around them has no radius."""

_SIZES = (1.0, 2.0, 0.5, 3.0, 1.0, 6.0, 0.25, 2.0, 12.0, 0.0625, 40.0, 1.0, 300.0, 3.0, 5000.0, 0.001, 1e7)


def sample(names: Sequence[str], positive: frozenset[str] = frozenset()) -> Iterator[Point]:
    """Points for these variables: both signs of each from the start, then larger and smaller, and some whole ones."""
    return (_point(turn, tuple(names), positive) for turn in range(LAST))


@lru_cache(maxsize=4096)
def _point(turn: int, names: tuple[str, ...], positive: frozenset[str]) -> Point:
    random = Random(turn)
    size = _SIZES[turn % len(_SIZES)]
    whole = turn % 7 == 5
    prime = _PRIMES[turn] if turn < len(_PRIMES) else None
    signs = _signs(turn, len(names), random)
    return {
        name: _coordinate(random, size, prime, whole) * (1 if name in positive else sign)
        for name, sign in zip(names, signs, strict=True)
    }


def _signs(turn: int, count: int, random: Random) -> list[int]:
    """All positive, all negative, then one negative at a time, then any."""
    if turn % 2 == 0 and turn < 4:
        return [1] * count
    if turn == 1:
        return [-1] * count
    if turn < 2 * count + 2 and turn % 2:
        return [-1 if place == (turn - 3) // 2 else 1 for place in range(count)]
    return [random.choice((1, -1)) for _ in range(count)]


def _coordinate(random: Random, size: float, prime: int | None, whole: bool) -> Fraction:
    if prime:
        return Fraction(round(random.uniform(0.2, 1.2) * size * prime), prime)
    if whole:
        return Fraction(random.randint(1, 2 + int(size)))
    steps = 256 if size >= 0.05 else 2**18
    return Fraction(4 * max(1, round(random.uniform(0.2, 1.2) * size * steps)) + 1, 4 * steps)
