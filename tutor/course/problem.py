"""What is wrong with a file of the course, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

from tutor.words import Lang, Message, say


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot of a file; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem at a spot of a file, with a message that tells what to do."""

    place: Place
    message: Message

    def said(self, lang: Lang) -> str:
        """``file:line:column: message``."""
        return f"{self.place}: {say(self.message, lang)}"

    @property
    def file(self) -> str:
        """The file, as a path."""
        return self.place.file

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """The column, from 1."""
        return self.place.column


class LessonError(Exception):
    """A file of the course that cannot be used; `problems` are all that were found, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.place))
        super().__init__("\n".join(problem.said("en") for problem in self.problems))
