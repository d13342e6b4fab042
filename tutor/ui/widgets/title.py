"""The top line: where one is on the left, how far on the right; what cannot be saved is said here all the time."""

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tutor.ui.session import Session


class TitleBar(Static):
    """A line with two ends. A trouble of the store takes the right end until it is over."""

    DEFAULT_CSS = "TitleBar { dock: top; height: 1; padding: 0 1; background: $background; }"
    ALLOW_SELECT = False

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")
    trouble: reactive[str] = reactive("")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def check(self) -> None:
        """Look whether all is saved."""
        trouble = self._session.store.trouble
        self.trouble = self._session.tell(trouble) if trouble else ""

    def render(self) -> RenderResult:
        """Left end, space, right end; the left gives way."""
        right = (
            Content.styled(f"✗ {self.trouble}", "bold $error") if self.trouble else Content.styled(self.right, "$quiet")
        )
        width = self.size.width
        right = right.truncate(max(0, width - 12), ellipsis=True)
        room = max(0, width - right.cell_length - 2)
        left = Content.styled(self.left, "bold").truncate(room, ellipsis=True)
        return Content.assemble(left, " " * (width - left.cell_length - right.cell_length), right)
