"""Values in a finite field at one fixed random point, with what is known of them exactly.

What vanishes identically vanishes there, and nothing else does but for a chance of 2⁻⁶⁰ (Schwartz–Zippel).
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tutor.answers.tree import Expr

PRIME = 2**61 - 1
MOST_BITS = 4096
LARGEST_EXPONENT = 10**6


class SenseError(Exception):
    """A part without a value, or one too large: `code` says which, `node` where."""

    def __init__(self, code: str, node: Expr) -> None:
        super().__init__(code)
        self.code = code
        self.node = node


@dataclass(frozen=True, slots=True)
class Value:
    """A residue (None: no number); where known the exact value, a float near it, the value as a multiple of π."""

    residue: int | None
    exact: Fraction | None = None
    near: float | None = None
    turns: Fraction | None = None


NOTHING = Value(None)


def bounded(value: Fraction, node: Expr) -> Fraction:
    """A fraction that is small enough to go on with."""
    if value.numerator.bit_length() > MOST_BITS or value.denominator.bit_length() > MOST_BITS:
        raise SenseError("large", node)
    return value


def exactly(value: Fraction, node: Expr) -> Value:
    """The value of a fraction."""
    bounded(value, node)
    residue = residue_of(value)
    try:
        near = float(value)
    except OverflowError:
        near = math.inf
    return Value(residue, value, near, Fraction(0) if not value else None)


def residue_of(value: Fraction) -> int:
    """A fraction in the field."""
    above, below = value.as_integer_ratio()
    return above % PRIME if below == 1 else above * pow(below, -1, PRIME) % PRIME


@lru_cache(4096)
def random_residue(*key: object) -> int:
    """A residue that depends on the key alone, the same in every process."""
    seed = 0x9E3779B97F4A7C15
    for part in repr(key).encode():
        seed = (seed * 0x100000001B3 + part) % PRIME
    return seed * seed % PRIME or 1
