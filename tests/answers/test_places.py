"""The place of a wrong entry or a wrong shape in the typed text."""

import pytest

from tutor.answers import Task, mark


def pointed(task: Task, text: str) -> str | None:
    verdict = mark(task, text)
    assert verdict.outcome in ("wrong", "almost")
    return text[slice(*verdict.at)] if verdict.at else None


MATRIX = Task("[2*x*y, x^2; 2, 8*y^7]", names=("x", "y"))


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("[2x y, x^2; 2, 7y^7]", "7y^7"),
        ("J = [2x y, -(x^2 + 1); 2, 8y^7]", "-(x^2 + 1)"),
        ("[[2x y, x^2], [3, 8y^7]]", "3"),
        ("[2x y, x^2; [x > 0], 8y^7]", "[x > 0]"),
        ("[2x y, {x^2 if x > 0; 0}; 2, 8y^7]", "{x^2 if x > 0; 0}"),
        ("[[2x y, x^2], [(x > 0), 8y^7]]", "(x > 0)"),
        (r"\begin{bmatrix} 2xy & x^2 \\ 2 & \frac{y}{2} \end{bmatrix}", r"\frac{y}{2}"),
    ],
)
def test_a_wrong_entry_has_its_place(text: str, entry: str) -> None:
    assert pointed(MATRIX, text) == entry


def test_an_entry_that_leaves_a_case_out_has_its_place() -> None:
    task = Task("[x*[z > 0], [z > 0]]", names=("x", "z"))
    assert pointed(task, "[{x if z > 0; 0 otherwise}, {1 if z > 0}]") == "{1 if z > 0}"


def test_the_first_wrong_entry_is_the_one() -> None:
    verdict = mark(MATRIX, "[2x y, x; x, 8y^7]")
    assert (verdict.because, verdict.entry, verdict.at) == ("entry", (1, 2), (7, 8))


@pytest.mark.parametrize("text", ["[2x y, x^2]", " 2x y ", "[2x y, 2; x^2, 8y^7]"])
def test_a_wrong_shape_is_all_that_was_typed(text: str) -> None:
    assert pointed(MATRIX, text) == text.strip()


def test_entries_that_are_matrices_themselves_are_not_mistaken_for_numbers() -> None:
    task = Task("[A, A]", shapes={"A": (2, 2)})
    assert pointed(task, "[A, 2A]") is None


def test_a_number_has_no_place_of_its_own() -> None:
    assert pointed(Task("2*x", names=("x",)), "3x") is None
