"""What the tutor says below an answer: how it reads it while it is typed, and the verdict."""

from textual import events
from textual.content import Content
from textual.widgets import Static

from tutor.answers import Verdict
from tutor.answers.task import Task
from tutor.ui.preview import complaint, preview
from tutor.ui.session import Session
from tutor.ui.verdicts import verdict_text

TYPED = ("expression", "line")
"""The kinds whose answer is read while it is typed."""


class Response(Static):
    """Follows the answer `text` (its first `lead` characters do not stand where one types).

    `verdict` is that on the text as it stands, if it was judged; `saved` is None until the log has it.
    """

    DEFAULT_CSS = "Response { height: auto; padding: 0 1; text-wrap: nowrap; }"

    def __init__(self, task: Task, session: Session) -> None:
        super().__init__(markup=False)
        self._asked = task
        self._session = session
        self._text, self._lead = "", 0
        self.verdict: Verdict | None = None
        self.saved: bool | None = None

    def follow(self, text: str, lead: int) -> None:
        """The answer has changed; a verdict on another text is gone."""
        if text != self._text:
            self.verdict = None
        self._text, self._lead = text, lead
        self._say()

    def judge(self, verdict: Verdict, saved: bool | None = None) -> None:
        """The verdict on the text as it stands, and whether the log has it."""
        self.verdict, self.saved = verdict, saved
        self._say()

    def on_resize(self, _event: events.Resize) -> None:
        """All is set for the width."""
        self._say()

    def _say(self) -> None:
        room, tell = max(20, self.content_size.width), self._session.tell
        parts = []
        verdict = self.verdict
        if verdict is not None and verdict.outcome == "unreadable":
            start, end = verdict.at if verdict.at and self._asked.kind in TYPED else (-1, -1)
            parts.append(complaint(start - self._lead, end - self._lead, verdict.message, room, tell))
        elif self._asked.kind in TYPED:
            parts.append(preview(self._asked, self._text, room, tell, self._lead))
        if verdict is not None:
            parts.append(verdict_text(verdict, self.saved, room, tell))
        self.update(Content("\n\n").join(part for part in parts if part))
