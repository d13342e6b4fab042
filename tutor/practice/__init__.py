"""WHAT TO TRY NEXT: problems without end, each made from a seed."""

from tutor.practice.code import PracticeError
from tutor.practice.generate import from_code, generate
from tutor.practice.problem import Problem
from tutor.practice.rounds import Answered, Result, draw_round, following
from tutor.practice.topics import TOPICS

__all__ = [
    "TOPICS",
    "Answered",
    "PracticeError",
    "Problem",
    "Result",
    "draw_round",
    "following",
    "from_code",
    "generate",
]
