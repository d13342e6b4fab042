"""The lines below an answer: what was understood, or where and how to mend it."""

from textual.content import Content

from tutor.answers.task import Task
from tutor.ui.preview import preview
from tutor.words import Lang, Message, say


def shown(text: str, task: Task | None = None, lang: Lang = "en") -> list[str]:
    """The lines of a preview."""

    def tell(message: Message) -> str:
        return say(message, lang)

    lines: Content = preview(task or Task("0", names=("x", "y")), text, 60, tell)
    return lines.plain.split("\n")


def test_products_that_were_implicit_are_visible() -> None:
    assert shown("2x cos(x^2)") == ["read as  2 x cos(x²)"]


def test_a_quotient_has_a_bar_and_the_label_stands_beside_it() -> None:
    top, bar, bottom = shown("1/x")
    assert bar.startswith("read as  ─")
    assert (top.strip(), bottom.strip()) == ("1", "x")


def test_the_last_branch_is_said_in_the_language() -> None:
    assert "si no" in "\n".join(shown("{x si x > 0; 0}", lang="es"))


def test_a_fault_is_shown_with_a_caret_and_a_sentence() -> None:
    caret, sentence = shown("2(x")
    assert caret == " ^"
    assert "closed" in sentence


def test_of_a_corrected_line_only_the_line_is_read() -> None:
    line = Task("2: 2*x", kind="line", names=("x",))
    assert shown("2: 2x", line) == ["read as  2 x"]
    assert shown("2", line) == [""]
    assert shown("2.5x", line) == ["read as  5 x"]


def test_there_is_nothing_to_read_in_a_choice_a_shape_or_nothing() -> None:
    assert shown(" ") == shown("b", Task("b", kind="choice")) == shown("2x3", Task("2x3", kind="shape")) == [""]
