"""What a topic of practice is made of."""

from collections.abc import Callable, Mapping
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
    """A topic: `draw` makes the nodes of a candidate for a level, `write` puts a graph into words.

    `version` changes whenever the same seed would make another problem. `levels` are the levels there are, each with
    the hand-written problems that stand in when no candidate is fit.
    """

    name: str
    version: int
    levels: Mapping[int, tuple[Nodes, ...]]
    draw: Callable[[Random, int], Nodes]
    write: Callable[[Graph], Writing]
