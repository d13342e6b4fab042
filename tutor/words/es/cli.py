"""Messages of cli."""

TABLE: dict[str, str] = {
    "cli.about": "Cálculo matricial que se aprende haciendo, en la terminal: de una derivada a una neurona entrenada.",
    "cli.ascii": "solo signos ASCII, para terminales que no tienen otros (también TUTOR_ASCII=1)",
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
    "cli.check.answer": "la respuesta que se juzga",
    "cli.check.of": "la función que se deriva",
    "cli.check.wrt": "la variable, o las de un gradiente",
    "cli.check.expected": "el resultado correcto, si no se deriva nada",
    "cli.check.vars": "los nombres que se pueden usar (por omisión, los que aparecen)",
    "cli.check.shapes": "vectores y matrices, por ejemplo x=3,A=2x3,w=n",
    "cli.check.jsonl": "juzga un archivo de respuestas, una fila JSON cada una",
    "cli.check.summary": "con --jsonl: escribe solo los totales",
    "cli.check.prove": "pide además la demostración (tarda más)",
    "cli.check.missing": "hace falta una respuesta, y --of o --expected",
    "cli.check.which": "di respecto de qué se deriva: --wrt",
    "cli.check.badshape": "no es una forma: {shape}",
    "cli.check.file": "no se puede leer {file}: {reason}",
    "cli.check.rows": """\
Con --jsonl, ANSWER es un archivo con un objeto JSON por línea (- o nada: la
entrada estándar). Sus campos:
  student            lo que escribió el alumno (latex: lo mismo, si lo escribió en LaTeX)
  expected           el resultado correcto
  vars               los nombres que se pueden usar: ["x", "y"]
  id                 se repite en la salida
  shapes             vectores y matrices: {{"x": [3], "A": [2, "n"]}}
  function, wrt      lo que se deriva y respecto de qué: con ellos se nombra el error
  assume             "positive": los nombres son positivos
  complex            true: los nombres son complejos
  dialect            "single-letter": cada letra es una variable
  verdict            la etiqueta (right, wrong…, o true y false), para --summary
Por cada fila escribe otra: id, verdict, because, message, at, mistake, ms.
Una fila rota da line y error, y las demás siguen.""",
    "cli.check.outcome.right": "Correcta",
    "cli.check.outcome.almost": "Casi",
    "cli.check.outcome.wrong": "Incorrecta",
    "cli.check.outcome.unreadable": "Ilegible",
    "cli.check.outcome.unsure": "Dudosa",
    "cli.check.mistake": "Error {mistake}",
    "cli.check.row.failed": "no se puede juzgar ({error})",
    "cli.check.row.json": "no es un objeto JSON",
    "cli.check.row.field": "falta el campo «{name}» o no vale",
    "cli.argparse.usage": "uso:",
    "cli.argparse.options": "opciones",
    "cli.argparse.positional": "argumentos",
    "cli.argparse.help": "muestra esta ayuda y termina",
    "cli.version": "muestra la versión y termina",
    "cli.argparse.error": "%(prog)s: error: %(message)s",
    "cli.argparse.argument": "argumento %(argument_name)s: %(message)s",
    "cli.argparse.required": "faltan estos argumentos: %s",
    "cli.argparse.one_required": "hace falta uno de estos argumentos: %s",
    "cli.argparse.not_with": "no se puede usar con %s",
    "cli.argparse.unrecognized": "argumentos desconocidos: %s",
    "cli.argparse.expected_one": "le falta un valor",
    "cli.argparse.expected_some": "le faltan valores: son %s",
    "cli.argparse.ignored": "no lleva valor, y tiene %r",
    "cli.argparse.value": "%(value)r no vale",
    "cli.argparse.choice": "%(value)r no vale; puede ser %(choices)s",
    "cli.argparse.parser": "%(parser_name)r no es una orden; puede ser %(choices)s",
}
