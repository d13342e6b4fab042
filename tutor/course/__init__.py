"""WHAT IS TAUGHT: Markdown lessons read into frozen dataclasses, and the checks of their content."""
