"""The options of a choice: arrows or their letters pick one, enter answers."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tutor.course.question import Choice
from tutor.ui.keys import keys
from tutor.ui.prose import set_line


class Choices(OptionList):
    """Options by letter."""

    BINDINGS = keys(("enter", "select", "submit"))

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__(*(self._option(choice) for choice in choices), markup=False)
        self._letters = [choice.letter for choice in choices]

    @staticmethod
    def _option(choice: Choice) -> Option:
        return Option(Content.styled(f"({choice.letter}) ", "bold") + set_line(choice.text), choice.letter)

    @property
    def letter(self) -> str:
        """The letter that is picked, or nothing."""
        return "" if self.highlighted is None else self._letters[self.highlighted]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """The letters of the options belong to the answer here."""
        return character in self._letters

    def on_key(self, event: events.Key) -> None:
        """A letter picks its option."""
        if event.character in self._letters:
            self.highlighted = self._letters.index(event.character)
            event.stop()
            event.prevent_default()
