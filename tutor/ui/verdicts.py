"""A verdict in words: a sign, the outcome, the reason, how something was read, whether it was saved."""

from collections.abc import Callable

from textual.content import Content

from tutor.answers import Verdict
from tutor.ui.keys import key_name
from tutor.ui.prose import set_lines
from tutor.words import Message

SIGNS = {"right": "✓", "almost": "≈", "wrong": "✗", "unreadable": "^", "unsure": "?"}
COLOURS = {"right": "$success", "almost": "$warning", "wrong": "$error", "unreadable": "$warning", "unsure": "$warning"}


def verdict_text(verdict: Verdict, saved: bool | None, width: int, tell: Callable[[Message], str]) -> Content:
    """The lines below an answer; `saved` is None while that is not known yet.

    How it was read stands in the preview above already.
    """
    word = tell(Message(f"ui.verdict.{verdict.outcome}"))
    reason = "" if verdict.outcome == "unreadable" else f" {tell(verdict.message)}"
    first, *rest = set_lines(f"{word}.{reason}", width - 2)
    lines = [first.stylize(f"bold {COLOURS[verdict.outcome]}", 0, len(word)), *rest]
    for notice in (remark for remark in verdict.notices if not remark.code.startswith("read.")):
        lines += [line.stylize_before("$quiet") for line in set_lines(tell(notice), width - 2)]
    sign = Content.styled(f"{SIGNS[verdict.outcome]} ", f"bold {COLOURS[verdict.outcome]}")
    return Content("\n").join(
        [
            (Content("  ") if number else sign) + line
            for number, line in enumerate([*lines, *_after(verdict, saved, tell)])
        ]
    )


def _after(verdict: Verdict, saved: bool | None, tell: Callable[[Message], str]) -> list[Content]:
    """Whether it was saved, and the key that goes on."""
    words = []
    if verdict.counts and saved is not None:
        style = "$quiet" if saved else "$error"
        words.append(Content.styled(tell(Message("ui.saved" if saved else "ui.not_saved")), style))
    if verdict.outcome == "right":
        words.append(Content.styled(f"{key_name('enter')} {tell(Message('ui.exercise.continue'))}", "$quiet"))
    return [Content.styled(" · ", "$quiet").join(words)] if words else []
