"""Whatever a lesson file holds, reading it gives a lesson or a `LessonError` that says where."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.course import LessonError, Problem, load_index, load_lesson
from tutor.words import LANGS, Lang

SAMPLE = Path(__file__).parent / "sample"
LINES = (SAMPLE / "01-first" / "lesson.es.md").read_text("utf-8").split("\n")
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["delete", "double", "cut", "insert"]),
        st.integers(0, len(LINES) - 1),
        st.sampled_from(
            [
                "-->",
                "<!-- claim:",
                "<details>",
                "</details>",
                "```math",
                "> ",
                "---",
                "- (a) x",
                "id: [",
                "\t",
                "{{a}}",
                "é\x00",
            ]
        ),
    ),
    min_size=1,
    max_size=6,
)


def edited(edits: list[tuple[str, int, str]]) -> str:
    lines = list(LINES)
    for action, place, text in edits:
        at = place % len(lines) if lines else 0
        match action:
            case "delete":
                del lines[at : at + 1]
            case "double":
                lines[at:at] = lines[at : at + 1]
            case "cut":
                lines[at : at + 1] = [line[: len(line) // 2] for line in lines[at : at + 1]]
            case "insert":
                lines.insert(at, text)
    return "\n".join(lines)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=EDITS.map(edited) | st.text())
def test_reading_never_fails_otherwise(text: str, course: Path) -> None:
    path = course / "01-first" / "lesson.es.md"
    path.write_text(text, "utf-8")
    lines = max(text.count("\n"), len(LINES)) + 1
    for lang in LANGS:
        places = [problem.place for problem in problems(course, lang)]
        assert all(place.column >= 1 and 1 <= place.line <= lines for place in places)


def problems(course: Path, lang: Lang) -> tuple[Problem, ...]:
    try:
        load_lesson(load_index(course).by_id["first"], lang)
    except LessonError as failure:
        return failure.problems
    return ()
