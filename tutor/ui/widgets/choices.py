"""Options to pick from: arrows, their letter or number, or the mouse pick one; enter (or a second click) takes it."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tutor.course.question import Choice
from tutor.ui.keys import keys
from tutor.ui.prose import set_line, set_lines


class Choices(OptionList):
    """Options by letter or number, as `form` writes it. `text` is what was picked."""

    BINDINGS = keys(("enter", "select", "submit"))
    lead = 0

    def __init__(self, choices: Sequence[Choice], text: str = "", form: str = "({}) ") -> None:
        super().__init__(*(Option(set_line(choice.text)) for choice in choices), markup=False)
        self._choices = choices
        self._form = form
        self._letters = [choice.letter for choice in choices]
        picked = self._letters.index(text) if text in self._letters else None
        self.set_reactive(OptionList.highlighted, picked)

    def on_resize(self, _event: events.Resize) -> None:
        """Options are set for the width; what does not fit on a line hangs below its beginning."""
        for place, choice in enumerate(self._choices):
            mark = self._form.format(choice.letter)
            lines = set_lines(choice.text, self.scrollable_content_region.width - len(mark))
            hung = [Content(" " * len(mark)) + line for line in lines]
            hung[0] = Content.styled(mark, "bold") + lines[0]
            self.replace_option_prompt_at_index(place, Content("\n").join(hung))

    @property
    def text(self) -> str:
        """The letter that is picked, or nothing."""
        return "" if self.highlighted is None else self._letters[self.highlighted]

    def begin(self) -> None:
        """Put the cursor here."""
        self.focus(scroll_visible=False)

    def remember(self, text: str) -> None:
        """There is no history of picking."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """The letters of the options belong to the answer here."""
        return character in self._letters

    def on_key(self, event: events.Key) -> None:
        """A letter picks its option."""
        if event.character in self._letters:
            self.highlighted = self._letters.index(event.character)
            event.stop()
            event.prevent_default()

    async def _on_click(self, event: events.Click) -> None:
        """A click picks; a click on what is picked takes it."""
        event.prevent_default()
        clicked = event.style.meta.get("option")
        if clicked is not None and clicked == self.highlighted:
            self.action_select()
        elif clicked is not None:
            self.highlighted = clicked
