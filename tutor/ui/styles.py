"""The styles of the app, each read once for a theme."""

from textual.css.stylesheet import Stylesheet


class Styles(Stylesheet):
    """Textual reads all styles again for each new screen; here only what is new is read, and all for a new theme."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """The colours of a theme; the same ones change nothing."""
        if variables != self._variables:
            super().set_variables(variables)
            self._require_parse = True

    def reparse(self) -> None:
        """Bring the rules up to date."""
        if self._require_parse:
            self.parse()
