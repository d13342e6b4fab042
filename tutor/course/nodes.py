"""What a YAML node may stand for: each reader gives the value, or None when the node is something else."""

import re
from collections.abc import Callable
from typing import TypeVar

import yaml

T = TypeVar("T")
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_RANGE = re.compile(r"(-?\d{1,4})\.\.(-?\d{1,4})")


def scalar(node: yaml.Node) -> str | None:
    """A word, bare or quoted."""
    return node.value if isinstance(node, yaml.ScalarNode) and node.value else None


def text(node: yaml.Node) -> str | None:
    """A quoted string (bare, it may turn out a number or a list)."""
    return scalar(node) if node.tag.endswith(":str") else None


def slug(node: yaml.Node) -> str | None:
    """A permanent id."""
    value = scalar(node)
    return value if value and SLUG.fullmatch(value) else None


def whole(node: yaml.Node) -> int | None:
    """A whole number."""
    value = scalar(node)
    return int(value) if value and node.tag.endswith(":int") and value.lstrip("-").isdecimal() else None


def flag(node: yaml.Node) -> bool | None:
    """``true`` or ``false``."""
    return {"true": True, "false": False}.get(str(node.value)) if isinstance(node, yaml.ScalarNode) else None


def mapping(node: yaml.Node) -> yaml.MappingNode | None:
    """A group of fields."""
    return node if isinstance(node, yaml.MappingNode) else None


def list_of(read: Callable[[yaml.Node], T | None]) -> Callable[[yaml.Node], tuple[T, ...] | None]:
    """A reader of lists whose every entry is of a sort."""

    def read_list(node: yaml.Node) -> tuple[T, ...] | None:
        if not isinstance(node, yaml.SequenceNode):
            return None
        found = tuple(value for value in map(read, node.value) if value is not None)
        return found if len(found) == len(node.value) else None

    return read_list


words = list_of(scalar)
"""A list of words."""


def texts(node: yaml.Node) -> tuple[str, ...] | None:
    """A quoted string or a list of them."""
    single = text(node)
    return (single,) if single is not None else list_of(text)(node)


def size(node: yaml.Node) -> tuple[int | str, ...] | None:
    """A shape of one or two entries, numbers or letters."""
    entries = words(node)
    if entries is None or not 1 <= len(entries) <= 2:
        return None
    return tuple(int(entry) if entry.isdecimal() else entry for entry in entries)


def values(node: yaml.Node) -> tuple[str, ...] | None:
    """The values of a parameter: ``2..9`` or a list."""
    bounds = _RANGE.fullmatch(scalar(node) or "")
    if bounds:
        low, high = int(bounds[1]), int(bounds[2])
        return tuple(map(str, range(low, high + 1))) or None
    return words(node) or None
