"""WHAT IS REMEMBERED: the learner's append-only log (SQLite)."""

from tutor.progress.attempt import Attempt
from tutor.progress.store import Store

__all__ = ["Attempt", "Store"]
