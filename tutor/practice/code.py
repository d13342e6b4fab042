"""The short code of a problem: a letter for the topic, the level, the seed in base 36. ``c3-1z`` is chain, 3, 71."""

import re
from dataclasses import dataclass

from tutor.words import Message

LETTERS = {"chain": "c"}
"""The letter of each topic; permanent, since people's logs hold codes."""

_TOPICS = {letter: topic for topic, letter in LETTERS.items()}
_CODE = re.compile(r"\s*([A-Za-z])([0-9])-([0-9A-Za-z]{1,10})\s*", re.ASCII)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
SEEDS = 36**10
"""Seeds are whole numbers from 0 up to, but not including, this one."""


class PracticeError(ValueError):
    """There is no such problem; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a problem comes from: the same origin and generator version make the same problem."""

    topic: str
    level: int
    seed: int

    @property
    def code(self) -> str:
        """The origin in short."""
        return f"{LETTERS[self.topic]}{self.level}-{_in_base_36(self.seed)}"


def origin(code: str) -> Origin:
    """What a code stands for; capitals do not matter.

    Raises:
        PracticeError: it is not a code, or of no topic.
    """
    found = _CODE.fullmatch(code)
    if found is None or found[1].lower() not in _TOPICS:
        raise PracticeError(Message("practice.bad_code", {"code": code, "example": "c3-1z"}))
    return Origin(_TOPICS[found[1].lower()], int(found[2]), int(found[3], 36))


def _in_base_36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
