"""Machine data of a lesson: the fields of a claim and of an exercise."""

from typing import get_args

from tutor.answers.task import Kind
from tutor.course.fields import Fields
from tutor.course.lesson import Claim, Exercise
from tutor.course.problem import Place

NOTHING_TO_CHECK = ("definition", "notation")


def reason(fields: Fields) -> str | None:
    """Why there is nothing to check in a formula, if so it says."""
    return fields.one_of("none", NOTHING_TO_CHECK, NOTHING_TO_CHECK[0]) if "none" in fields else None


def claim_data(name: str, fields: Fields, place: Place) -> Claim:
    """The claim of its fields."""
    claim = Claim(
        name,
        place,
        fields.texts("says"),
        fields.words("names"),
        fields.sizes("shapes"),
        frozenset(fields.words("positive")),
        fields.flag("holds", True),
        reason(fields),
    )
    fields.done()
    if fields.readable and ("says" in fields) == ("none" in fields):
        fields.source.report(place, "says-or-none")
    return claim


def exercise_data(name: str, lesson: str, fields: Fields, place: Place) -> Exercise:
    """The exercise of its fields, still without its texts."""
    sizes = fields.sizes("shapes")
    shapes = {variable: tuple(entry for entry in size if isinstance(entry, int)) for variable, size in sizes.items()}
    if shapes != sizes:
        fields.source.report(fields.where("shapes"), "letters-in-shape")
    kind: Kind = fields.one_of("kind", get_args(Kind), "expression")
    exercise = Exercise(
        name,
        lesson,
        place,
        fields.text("answer"),
        (),
        (),
        (),
        kind,
        fields.words("names"),
        shapes,
        frozenset(fields.words("positive")),
        fields.maybe("function"),
        fields.words("wrt"),
        tuple(fields.strings("links").items()),
        fields.strings("wrong"),
        fields.flag("layout", False),
        fields.ranges("params"),
        fields.maybe("given"),
        errata=fields.words("errata"),
        note=fields.word("note") if "note" in fields else None,
    )
    fields.done()
    return exercise
