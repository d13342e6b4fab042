"""WHAT PEOPLE SEE: the Textual app (``tutor.ui.app``), its screens and widgets."""
