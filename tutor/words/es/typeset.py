"""Messages of typeset."""

TABLE: dict[str, str] = {
    "typeset.too_long": "Una fórmula tiene como mucho {limit} caracteres.",
    "typeset.too_deep": "Los grupos se anidan como mucho {limit} veces.",
    "typeset.too_many_cells": "Una matriz tiene como mucho {limit} casillas.",
    "typeset.bad_character": "El carácter {character} no puede estar en una fórmula.",
    "typeset.unknown_command": "{command} no es una orden conocida aquí.",
    "typeset.unknown_environment": "No hay ningún entorno llamado «{name}».",
    "typeset.missing_argument": "A {command} le falta algo detrás.",
    "typeset.unclosed": "{opening} no se cierra.",
    "typeset.unexpected": "{found} no pertenece a nada aquí.",
    "typeset.bad_delimiter": "Detrás de {command} va un paréntesis: ( [ \\{{ | . o similar.",
    "typeset.double_script": "Este símbolo ya tiene un {script}; agrupa con {{ }}.",
    "typeset.wrong_end": "Se abrió «{expected}», pero se cierra «{found}».",
    "typeset.cli.latex": "la fórmula, en LaTeX (- la lee de la entrada estándar)",
    "typeset.cli.width": "cortar en las relaciones para que quepa en N celdas (por omisión, el ancho del terminal)",
    "typeset.cli.line": "en una línea",
    "typeset.cli.speak": "en palabras, en un idioma",
    "typeset.cli.ascii": "solo con caracteres ASCII",
}
