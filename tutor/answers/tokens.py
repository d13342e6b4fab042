"""What the lexer hands over, and the one exception of reading."""

from typing import NamedTuple

from tutor.answers.tree import Number, Span
from tutor.words import Message

COMPARISONS = frozenset(("<", "<=", ">", ">=", "==", "!="))
SEPARATORS = frozenset((",", ";"))


class ReadError(Exception):
    """The text cannot be read: a message ``read.<code>`` and the place it is about."""

    def __init__(self, code: str, at: Span, /, **args: str | int | Message) -> None:
        super().__init__(code)
        self.message = Message(f"read.{code}", args)
        self.at = at


class Token(NamedTuple):
    """A piece of the text. `kind` is ``number``, ``variable``, ``constant``, ``function``… or the operator itself.

    `text` is the canonical name of a word, else what was typed; `spaced` tells that a space stands before it.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    number: Number | None = None
    spaced: bool = False

    @property
    def at(self) -> Span:
        """Its place."""
        return self.start, self.end
