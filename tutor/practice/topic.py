"""What a topic of practice is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tutor.practice.graph import Graph, Node
from tutor.practice.problem import Passage
from tutor.words import Message

Nodes = tuple[Node, ...]
Writing = tuple[Message, tuple[Passage, ...], tuple[Passage, ...]]
"""The statement, the rungs before the solution, and the steps of the solution."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of practice.

    `draw` makes the nodes of a candidate for a level, `classic` those of a hand-written problem that stands in when no
    candidate is fit, `write` puts a graph into words. `version` changes whenever the same seed would make another
    problem.
    """

    name: str
    version: int
    levels: tuple[int, ...]
    draw: Callable[[Random, int], Nodes]
    classic: Callable[[Random, int], Nodes]
    write: Callable[[Graph], Writing]
