"""Keys: how bindings are declared and how a key is written."""

from textual.binding import Binding, BindingType

from tutor.ui import terminal

NAMES = {
    "enter": "⏎",
    "escape": "esc",
    "space": "␣",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "slash": "/",
    "question_mark": "?",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "comma": ",",
    "full_stop": ".",
    "pageup": "pgup",
    "pagedown": "pgdn",
}


SIGNS = {sign: key for key, sign in NAMES.items() if not sign.isascii()}


def key_name(key: str) -> str:
    """How a key is written: ``enter`` → ⏎ (``enter`` on a terminal with few signs), ``f1`` → F1."""
    if (name := NAMES.get(key)) is not None:
        return name if name.isascii() or terminal.has_all_signs() else key
    return key.upper() if key[:1] == "f" and key[1:].isdigit() else key


def keys(*bindings: tuple[str, str, str] | tuple[str, str, str, bool]) -> list[BindingType]:
    """Bindings from (keys, action, dotted id[, shown]); of several keys the first is shown.

    The words of an id stand under ``ui.key.<id>``.
    """
    return [
        Binding(
            key, action, f"ui.key.{name}", id=name if first else f"{name}.also", show=first and (not rest or rest[0])
        )
        for names, action, name, *rest in bindings
        for first, key in zip((True, False, False), names.split(","), strict=False)
    ]
