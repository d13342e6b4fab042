"""Words are found as people type them."""

from tutor.ui.search import folded, occurrences


def test_accents_and_case_make_no_difference_and_places_stay() -> None:
    assert folded("Función Ñandú ﬁn") == "funcion nandu ﬁn"
    assert len(folded("İß𝐱")) == 3


def test_words_are_found_across_the_end_of_a_line() -> None:
    assert occurrences("Regla de", ["la régla", "  de la regla de"]) == [
        [(0, 3, 8), (1, 0, 4)],
        [(1, 8, 16)],
    ]


def test_signs_are_only_signs_and_nothing_is_nowhere() -> None:
    assert occurrences("(x", ["f(x)"]) == [[(0, 1, 3)]]
    assert occurrences(" ", ["f(x)"]) == []
