"""What the judge says of an answer."""

from dataclasses import dataclass
from typing import Literal

from tutor.answers.tree import Span
from tutor.words import Message

Outcome = Literal["right", "almost", "wrong", "unreadable", "unsure"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome with its reason.

    `because` is the machine-readable reason (``equal-trees``, ``proved``, ``agrees``, ``shape``, ``entry``,
    ``differs``, ``layout``, ``not-substituted`` …); `message` the sentence for the learner; `at` the place in the typed
    text when there is one; `mistakes` every id of the mistake catalogue that explains a wrong answer (several: a tie);
    `notices` how something ambiguous was read, or a remark on the domain; `entry` the row and column of the first wrong
    entry, counted from 1.
    """

    outcome: Outcome
    because: str
    message: Message
    at: Span | None = None
    mistakes: tuple[str, ...] = ()
    notices: tuple[Message, ...] = ()
    entry: tuple[int, int] | None = None

    @property
    def counts(self) -> bool:
        """Whether the answer counts as an attempt: what could not be read or decided never does."""
        return self.outcome in ("right", "almost", "wrong")
