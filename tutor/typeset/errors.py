"""What `parse` raises, and nothing else."""

from collections.abc import Mapping


class TypesetError(ValueError):
    """LaTeX that cannot be read: a code, the offset of the culprit in code points, and what a sentence about it needs.

    `args` are the named arguments of the sentence, not the positional ones of an ordinary exception.
    """

    def __init__(self, code: str, offset: int, **details: str | int) -> None:
        super().__init__(code, offset)
        self.code = code
        self.offset = offset
        self._details = details

    @property
    def args(self) -> Mapping[str, str | int]:  # type: ignore[override]
        """The named arguments of the sentence."""
        return self._details

    def __str__(self) -> str:
        return f"{self.code} at {self.offset} {self._details or ''}".rstrip()
