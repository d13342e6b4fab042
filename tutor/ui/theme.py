"""One theme of our own, dark and light: paper, ink and one accent; colour only underlines what words and signs say."""

from textual.theme import Theme

DARK = Theme(
    name="cadena-dark",
    dark=True,
    primary="#7fb4ca",
    secondary="#8a93a3",
    accent="#7fb4ca",
    foreground="#d8dbe2",
    background="#15171c",
    surface="#15171c",
    panel="#20242c",
    success="#8fc08a",
    warning="#dcb26a",
    error="#e58a83",
    variables={
        "quiet": "#8a93a3",
        "rule": "#343a46",
        "block-cursor-background": "#28404f",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#15171c",
        "block-cursor-blurred-foreground": "#d8dbe2",
        "block-cursor-blurred-text-style": "none",
        "input-selection-background": "#7fb4ca 35%",
        "scrollbar": "#343a46",
        "scrollbar-background": "#15171c",
        "scrollbar-background-hover": "#15171c",
        "scrollbar-background-active": "#15171c",
        "scrollbar-corner-color": "#15171c",
    },
)

LIGHT = Theme(
    name="cadena-light",
    dark=False,
    primary="#1c6480",
    secondary="#616874",
    accent="#1c6480",
    foreground="#23262d",
    background="#faf9f5",
    surface="#faf9f5",
    panel="#eceae2",
    success="#2f6f37",
    warning="#8a5a00",
    error="#a8322a",
    variables={
        "quiet": "#616874",
        "rule": "#cfccc0",
        "block-cursor-background": "#e4e1d6",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#faf9f5",
        "block-cursor-blurred-foreground": "#23262d",
        "block-cursor-blurred-text-style": "none",
        "input-selection-background": "#1c6480 25%",
        "scrollbar": "#cfccc0",
        "scrollbar-background": "#faf9f5",
        "scrollbar-background-hover": "#faf9f5",
        "scrollbar-background-active": "#faf9f5",
        "scrollbar-corner-color": "#faf9f5",
    },
)

THEMES = {"dark": DARK, "light": LIGHT}
