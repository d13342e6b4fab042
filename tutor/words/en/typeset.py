"""Messages of typeset."""

TABLE: dict[str, str] = {
    "typeset.too_long": "A formula holds at most {limit} characters.",
    "typeset.too_deep": "Groups stand at most {limit} deep in one another.",
    "typeset.too_many_cells": "A matrix holds at most {limit} cells.",
    "typeset.bad_character": "The character {character} cannot stand in a formula.",
    "typeset.unknown_command": "{command} is not a command known here.",
    "typeset.unknown_environment": "There is no environment called “{name}”.",
    "typeset.missing_argument": "{command} lacks something after it.",
    "typeset.unclosed": "{opening} is never closed.",
    "typeset.unexpected": "{found} has nothing to belong to here.",
    "typeset.bad_delimiter": "After {command} comes a bracket: ( [ \\{{ | . or the like.",
    "typeset.double_script": "There is already one {script} on this symbol; group with {{ }}.",
    "typeset.wrong_end": "“{expected}” was opened, but “{found}” is closed.",
    "typeset.cli.latex": "the formula, in LaTeX (- reads it from standard input)",
    "typeset.cli.width": "break at relations so that it fits N cells (default: the terminal's width)",
    "typeset.cli.line": "on one line",
    "typeset.cli.speak": "in words, in a language",
    "typeset.cli.ascii": "with ASCII characters only",
}
