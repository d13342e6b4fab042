"""WHAT IS REMEMBERED: the learner's append-only log (SQLite)."""
