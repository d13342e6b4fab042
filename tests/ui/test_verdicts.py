"""What is said of an answer, and of the mistakes that were recognised."""

import re

import pytest

from tutor.answers import Verdict
from tutor.ui.verdicts import verdict_text
from tutor.words import LANGS, Lang, Message, codes, say

RIGHT = Verdict("right", "equal-trees", Message("ui.exercise.done"))


def said(verdict: Verdict, saved: bool | None) -> str:
    """The text of a verdict in English."""
    return verdict_text(verdict, saved, 60, lambda message: say(message, "en")).plain


def test_saved_is_said_only_once_it_is_known() -> None:
    assert "saved" not in said(RIGHT, None)
    assert "saved · ⏎" in said(RIGHT, True)
    assert "not saved" in said(RIGHT, False)


def test_what_does_not_count_is_not_said_to_be_saved() -> None:
    assert "saved" not in said(Verdict("unsure", "failed", Message("ui.exercise.failed")), True)


@pytest.mark.parametrize("lang", LANGS)
def test_every_mistake_has_a_sentence_that_needs_nothing(lang: Lang) -> None:
    catalogue = {code.split(".")[1] for code in codes(lang) if re.fullmatch(r"mistake\.[A-I]\d+", code)}
    assert len(catalogue) > 50
    assert all(say(Message(f"mistake.{name}"), lang) for name in catalogue)
