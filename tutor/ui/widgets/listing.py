"""A list to choose from whose key has a name on the bottom line."""

from textual.widgets import OptionList

from tutor.ui.keys import keys


class Listing(OptionList):
    """Enter opens what is highlighted."""

    BINDINGS = keys(("enter", "select", "open"))
