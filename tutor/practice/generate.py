"""From a topic, a level and a seed to a problem, always the same one."""

from functools import lru_cache
from random import Random

from tutor.practice.code import LETTERS, SEEDS, Origin, PracticeError, origin
from tutor.practice.fit import is_fit
from tutor.practice.graph import Graph, differentiate
from tutor.practice.problem import Problem
from tutor.practice.topic import Topic
from tutor.practice.topics import TOPICS
from tutor.words import Message

DRAWS = 50
"""Candidates looked at before a hand-written problem is taken."""
WRT = "x"


@lru_cache(maxsize=256)
def generate(topic: str, level: int, seed: int) -> Problem:
    """The problem of a topic at a level that this seed makes.

    Raises:
        PracticeError: there is no such topic, level or seed.
    """
    if topic not in TOPICS:
        raise PracticeError(Message("practice.bad_topic", {"topic": topic, "topics": ", ".join(LETTERS)}))
    found = TOPICS[topic]
    if level not in found.levels:
        raise PracticeError(
            Message("practice.bad_level", {"level": level, "first": min(found.levels), "last": max(found.levels)})
        )
    if not 0 <= seed < SEEDS:
        raise PracticeError(Message("practice.bad_seed", {"seed": seed, "last": SEEDS - 1}))
    graph = _graph(found, level, Random(f"{topic}:{level}:{seed}:{found.version}"))
    return Problem(Origin(topic, level, seed), found.version, graph, *found.write(graph))


def from_code(code: str) -> Problem:
    """The problem of a short code.

    Raises:
        PracticeError: there is no such problem.
    """
    found = origin(code)
    return generate(found.topic, found.level, found.seed)


def _graph(topic: Topic, level: int, random: Random) -> Graph:
    for _ in range(DRAWS):
        graph = differentiate(topic.draw(random, level), WRT)
        if is_fit(graph, level):
            return graph
    return differentiate(topic.classic(random, level), WRT)
