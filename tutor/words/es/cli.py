"""Messages of cli."""

TABLE: dict[str, str] = {
    "cli.about": "Cálculo matricial que se aprende haciendo, en la terminal: de una derivada a una neurona entrenada.",
    "cli.theme": "tema oscuro o claro (dark, light)",
    "cli.check.about": "juzga una respuesta: correcta, casi, incorrecta, ilegible o dudosa",
    "cli.problem.about": "escribe un problema de práctica, por su código o por tema, nivel y semilla",
    "cli.practice.about": "abre la práctica",
    "cli.train.about": "entrena la neurona, en la pantalla o como CSV",
    "cli.typeset.about": "compone una fórmula LaTeX en texto",
    "cli.course.about": "comprueba o enumera el contenido del curso",
    "cli.progress.about": "muestra o exporta lo que llevas hecho",
    "cli.start.no_terminal": "tutor: hace falta una terminal; para usarlo sin ella, mira tutor --help",
    "cli.start.dumb_terminal": "tutor: TERM={term} no sabe dibujar una pantalla; prueba con TERM=xterm",
}
