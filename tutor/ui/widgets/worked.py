"""A worked example that is revealed one step at a time."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tutor.course.lesson import Block, Worked, markdown
from tutor.ui.keys import key_name
from tutor.ui.session import Session
from tutor.ui.widgets.prose import Prose


class More(Static):
    """The line that offers the next step; clicking it reveals it."""

    ALLOW_SELECT = False


class WorkedExample(Vertical):
    """The statement, the steps seen so far, and a line that tells how many are left."""

    seen: reactive[int] = reactive(0)

    def __init__(self, worked: Worked, session: Session, seen: int = 0) -> None:
        super().__init__()
        self.worked = worked
        self._session = session
        self.set_reactive(WorkedExample.seen, min(seen, len(worked.steps)))

    def compose(self) -> ComposeResult:
        """What is known so far."""
        yield Prose(markdown(self.worked.statement))
        for step in self.worked.steps[: self.seen]:
            yield self._step(step)
        yield More(self._left(), markup=False)

    @property
    def complete(self) -> bool:
        """Whether every step is shown."""
        return self.seen == len(self.worked.steps)

    def reveal(self) -> None:
        """The next step."""
        if not self.complete:
            self.mount(self._step(self.worked.steps[self.seen]), before=self.query_one(More))
            self.seen += 1
            self.query_one(More).update(self._left())

    def on_click(self) -> None:
        """A click anywhere on it goes on."""
        self.reveal()

    def _step(self, step: tuple[Block, ...]) -> Prose:
        return Prose(markdown(step), classes="step")

    def _left(self) -> Content:
        total = len(self.worked.steps)
        if self.complete:
            return Content("")
        words = self._session.say("ui.worked.more", number=self.seen + 1, total=total)
        return Content.assemble((f"{key_name('space')} ", "bold $accent"), (words, "$quiet"))
