"""WHAT IS TAUGHT: Markdown lessons read into frozen dataclasses, and the checks of their content."""

from tutor.course.index import Entry, Index, Manifest, Term, load_glossary, load_index, load_lesson, load_manifest
from tutor.course.problem import LessonError, Place, Problem

__all__ = [
    "Entry",
    "Index",
    "LessonError",
    "Manifest",
    "Place",
    "Problem",
    "Term",
    "load_glossary",
    "load_index",
    "load_lesson",
    "load_manifest",
]
