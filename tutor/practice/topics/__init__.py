"""The topics that can be practised, a module each."""

from collections.abc import Mapping

from tutor.practice.topic import Topic
from tutor.practice.topics import chain

TOPICS: Mapping[str, Topic] = {topic.name: topic for topic in (chain.TOPIC,)}
