"""Machine data of the course: YAML read field by field, every complaint with its line and column."""

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

import yaml

from tutor.course import nodes
from tutor.course.problem import Place
from tutor.course.source import Source
from tutor.words import Message

T = TypeVar("T")
W = TypeVar("W", bound=str)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_fields(
    source: Source, text: str, line: int = 1, column: int = 1, indents: Mapping[int, int] | None = None
) -> "Fields":
    """The YAML mapping in a part of the file that begins at a spot; an unreadable one reads as empty.

    `indents` tells how many columns of each line (from 0) stand before the text, as in a quotation.
    """
    shifts = indents or {}

    def where(mark: yaml.Mark) -> Place:
        before = column - 1 if mark.line == 0 else 0
        return source.place(line + mark.line, mark.column + 1 + before + shifts.get(mark.line, 0))

    node, readable = None, False
    try:
        node, readable = yaml.compose(text, Loader=_LOADER), True
    except yaml.MarkedYAMLError as error:
        mark = _culprit(error)
        place = where(mark) if mark else source.place(line, column)
        source.report(place, "yaml", problem=error.problem or "?")
    except yaml.YAMLError as error:
        source.report(source.place(line, column), "yaml", problem=str(error).partition("\n")[0])
    if node is not None and not isinstance(node, yaml.MappingNode):
        source.report(where(node.start_mark), "no-fields")
        readable = False
    return Fields(node, source, source.place(line, column), where, readable)


def _culprit(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where a bracket or a quote opens that is never closed; else where the reading stopped."""
    opened = re.search(r"flow|quoted", error.context or "")
    return error.context_mark if opened and error.context_mark else error.problem_mark


class Fields:
    """A YAML mapping whose fields are taken one by one; `done` reports those that nobody took.

    A taker reports a missing or ill-formed value and returns the default, so that one reading finds every problem.
    """

    def __init__(
        self,
        node: yaml.Node | None,
        source: Source,
        place: Place,
        where: Callable[[yaml.Mark], Place] | None = None,
        readable: bool = True,
    ) -> None:
        self.source = source
        self.place = place
        self._where = where or (lambda mark: place)
        self._entries: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        self._taken: list[str] = []
        self.readable = readable
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            name = str(key.value)
            if name in self._entries:
                source.report(self._where(key.start_mark), "field-twice", field=name)
            self._entries[name] = (key, value)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def names(self) -> tuple[str, ...]:
        """The names of the fields, in the order of the file."""
        return tuple(self._entries)

    def rest(self) -> tuple[str, ...]:
        """The names that nobody took so far."""
        return tuple(name for name in self._entries if name not in self._taken)

    def drop(self, name: str) -> None:
        """Take a field without reading it."""
        self._taken.append(name)

    def where(self, name: str) -> Place:
        """Where the value of a field begins."""
        return self._where(self._entries[name][1].start_mark) if name in self._entries else self.place

    def places(self) -> dict[str, tuple[Place, ...]]:
        """Where each field stands: the entries of a list one by one."""
        nodes = {name: value for name, (_, value) in self._entries.items()}
        return {
            name: tuple(self._where(one.start_mark) for one in _entries(node)) or (self.where(name),)
            for name, node in nodes.items()
        }

    def done(self) -> None:
        """Report the fields that nobody took."""
        for name in self.rest():
            key = self._entries[name][0]
            near = get_close_matches(name, self._taken, 1)
            place = self._where(key.start_mark)
            if near:
                self.source.report(place, "unknown-field-near", field=name, near=near[0])
            else:
                self.source.report(place, "unknown-field", field=name, known=", ".join(self._taken))

    def text(self, name: str, default: str | None = None) -> str:
        """A quoted string; required when there is no default."""
        return self._take(name, nodes.text, "text", "" if default is None else default, required=default is None)

    def word(self, name: str, default: str | None = None) -> str:
        """A bare or quoted scalar, as written."""
        return self._take(name, nodes.scalar, "word", "" if default is None else default, required=default is None)

    def slug(self, name: str) -> str:
        """A permanent id: small letters, digits and hyphens."""
        return self._take(name, nodes.slug, "slug", "")

    def maybe(self, name: str) -> str | None:
        """A string that may be missing."""
        if name in self:
            return self.text(name)
        self.drop(name)
        return None

    def texts(self, name: str) -> tuple[str, ...]:
        """A string or a list of strings; none when missing."""
        return self._take(name, nodes.texts, "texts", (), required=False)

    def words(self, name: str) -> tuple[str, ...]:
        """A list of bare words; none when missing."""
        return self._take(name, nodes.words, "words", (), required=False)

    def number(self, name: str) -> int:
        """A whole number."""
        return self._take(name, nodes.whole, "number", 0)

    def numbers(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers; required."""
        return self._take(name, nodes.list_of(nodes.whole), "numbers", ())

    def flag(self, name: str, default: bool) -> bool:
        """``true`` or ``false``."""
        return self._take(name, nodes.flag, "flag", default, required=False)

    def one_of(self, name: str, known: tuple[W, ...], default: W) -> W:
        """One of the known words."""
        written = self._take(name, nodes.scalar, "word", str(default), required=False)
        for word in known:
            if word == written:
                return word
        self.source.report(self.where(name), "one-of", field=name, value=written, known=", ".join(known))
        return default

    def sizes(self, name: str) -> dict[str, tuple[int | str, ...]]:
        """Shapes by variable: ``{x: [3], A: [m, n]}``."""
        return self._each(name, nodes.size, "size")

    def strings(self, name: str) -> dict[str, str]:
        """Quoted strings by name, in the order of the file."""
        return self._each(name, nodes.text, "text")

    def ranges(self, name: str) -> dict[str, tuple[str, ...]]:
        """The values each parameter may take: ``2..9`` or a list."""
        return self._each(name, nodes.values, "values")

    def mapping(self, name: str) -> "Fields":
        """A mapping inside; empty when missing."""
        node = self._take(name, nodes.mapping, "mapping", None, required=False)
        return Fields(node, self.source, self.where(name), self._where, node is not None)

    def below(self, name: str) -> "Fields":
        """The fields of ``name: {…}``, or those that stand beside an empty ``name:``."""
        if name not in self:
            return self
        inside = self._entries[name][1]
        self.drop(name)
        return self.mapping(name) if isinstance(inside, yaml.MappingNode) else self

    def items(self, name: str) -> list["Fields"]:
        """A list of mappings."""
        nothing: tuple[yaml.MappingNode, ...] = ()
        inside = self._take(name, nodes.list_of(nodes.mapping), "mappings", nothing)
        return [Fields(node, self.source, self._where(node.start_mark), self._where) for node in inside]

    def _each(self, name: str, read: Callable[[yaml.Node], T | None], what: str) -> dict[str, T]:
        inside = self.mapping(name)
        found = {key: inside._take(key, read, what, None) for key in inside.names()}
        return {key: value for key, value in found.items() if value is not None}

    def _take(
        self, name: str, read: Callable[[yaml.Node], T | None], what: str, default: T, required: bool = True
    ) -> T:
        self._taken.append(name)
        if name not in self._entries:
            if required and self.readable:
                self.source.report(self.place, "missing-field", field=name)
            return default
        node = self._entries[name][1]
        value = read(node)
        if value is None:
            self._expects(node, name, what)
            return default
        return value

    def _expects(self, node: yaml.Node, name: str, what: str) -> None:
        self.source.report(self._where(node.start_mark), "expects", field=name, what=Message(f"course.what.{what}"))


def _entries(node: yaml.Node) -> Sequence[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else (node,)
