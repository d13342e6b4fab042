"""A file of the course while it is being read."""

from pathlib import Path

from tutor.course.problem import LessonError, Place, Problem
from tutor.words import Message


class Source:
    """A file being read: its text, and the problems found so far."""

    def __init__(self, path: Path, parts: int) -> None:
        """Read the file; messages call it by the last parts of its path.

        Raises:
            LessonError: there is no such file, or it is not UTF-8.
        """
        self.file = "/".join(path.absolute().parts[-parts:])
        self.problems: list[Problem] = []
        try:
            self.text = path.read_text("utf-8-sig")
        except OSError:
            raise LessonError([Problem(Place(self.file), Message("course.no-file"))]) from None
        except UnicodeDecodeError:
            raise LessonError([Problem(Place(self.file), Message("course.not-utf8"))]) from None

    def place(self, line: int, column: int = 1) -> Place:
        """A spot of this file, from line 1 and column 1."""
        return Place(self.file, line, column)

    def report(self, place: Place, code: str, **args: "str | int | Message") -> None:
        """Note a problem and go on reading."""
        self.problems.append(Problem(place, Message(f"course.{code}", args)))

    def finish(self) -> None:
        """Raises LessonError when a problem was found."""
        if self.problems:
            raise LessonError(self.problems)
