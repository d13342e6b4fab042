"""Messages of course."""

TABLE: dict[str, str] = {
    # a file that cannot be read
    "course.no-file": "Falta este archivo. Créalo, o quita su lección de lessons/course.yaml.",
    "course.not-utf8": "El archivo no está en UTF-8. Guárdalo con esa codificación.",
    "course.format": "Este programa lee el formato 1 y el archivo dice {found}.",
    "course.no-front-matter": "El archivo debe empezar con sus datos entre dos líneas `---`.",
    "course.yaml": "El YAML no se entiende ({problem}). Revisa comillas, corchetes y sangrías.",
    "course.no-fields": "Aquí van campos de la forma `nombre: valor`.",
    "course.unknown-field": "El campo `{field}` no existe. Los que hay: {known}.",
    "course.unknown-field-near": "El campo `{field}` no existe. ¿Querías `{near}`?",
    "course.missing-field": "Falta el campo `{field}`.",
    "course.field-twice": "El campo `{field}` está dos veces. Deja uno.",
    "course.expects": "En `{field}` va {what}.",
    "course.what.text": "un texto entre comillas",
    "course.what.word": "una palabra",
    "course.what.slug": "un id en minúsculas, con cifras y guiones, que empiece por letra",
    "course.what.texts": "un texto entre comillas o una lista de ellos",
    "course.what.words": "una lista de palabras entre corchetes",
    "course.what.number": "un número entero",
    "course.what.numbers": "una lista de números enteros",
    "course.what.flag": "`true` o `false`",
    "course.what.size": "una forma como `[3]` o `[2, 3]`",
    "course.what.values": "un intervalo como `2..9` o una lista",
    "course.what.mapping": "un grupo de campos `nombre: valor`",
    "course.what.mappings": "una lista de grupos de campos",
    "course.one-of": "`{field}` no puede ser `{value}`. Puede ser: {known}.",
    # the grammar of a lesson
    "course.html": (
        "Este HTML no forma parte del formato. Escríbelo en Markdown y deja una línea en blanco alrededor de "
        "`<details>`."
    ),
    "course.unclosed-comment": "Este comentario no se cierra. Añade `-->`.",
    "course.fence": "Un bloque `{info}` no forma parte del formato. Usa `math` para fórmulas o `text` para dibujos.",
    "course.rule": "Las líneas de separación no forman parte del formato. Usa un encabezado.",
    "course.indented-code": "Este párrafo está sangrado y se leería como código. Quita la sangría.",
    "course.unexpected": "`{name}` no puede ir aquí.",
    "course.title": "El primer encabezado debe ser `# {title}`, igual que `title`.",
    "course.second-title": "Solo el título lleva un `#`. Usa `##`.",
    "course.id-twice": "El id `{id}` ya está usado. Elige otro.",
    "course.other-id": (
        "Esta lección se llama `{id}` y en el otro archivo, o en el índice, `{expected}`. Deben coincidir."
    ),
    "course.unknown-id": "El id `{id}` no está en el archivo en español, que es el que lleva los datos.",
    "course.repeated": "`{field}` ya está en el archivo en español. Aquí basta el id.",
    "course.no-claim": (
        "A esta fórmula le falta lo que afirma. Pon debajo `<!-- claim: … -->` con `says` o con `none: definition`."
    ),
    "course.no-claim-here": (
        "A esta fórmula le falta lo que afirma. Pon debajo `<!-- claim: {{id: …}} -->`, con el id del archivo español."
    ),
    "course.says-or-none": (
        "Una afirmación lleva `says` o `none`. Con `holds: false`, `says` es lo falso que se muestra."
    ),
    "course.note-opening": "Una nota empieza por {known}.",
    "course.worked-open": "Este ejemplo no se cierra. Añade `<!-- /worked -->`.",
    "course.no-steps": "Este ejemplo no tiene pasos. Sepáralos con `<!-- step -->`.",
    "course.details-open": "Este `<details>` no se cierra. Añade `</details>`.",
    "course.summary": "Este apartado se titula “{found}” y aquí toca “{expected}”.",
    "course.no-statement": "Este ejercicio no tiene enunciado.",
    "course.no-solution": "Este ejercicio no termina con `<details><summary>{title}</summary>`.",
    "course.details-alone": (
        "Estas pistas no son de ningún ejercicio. Pon `<!-- exercise: … -->` antes de su enunciado."
    ),
    "course.options": "Las opciones van al final del enunciado, como lista: `- (a) …`, `- (b) …`, en orden.",
    "course.answer-letter": "La respuesta `{answer}` no es ninguna de las letras: {letters}.",
    "course.no-lines": "Un ejercicio de líneas lleva las líneas como lista numerada.",
    "course.answer-line": "La respuesta nombra la línea {line} y el ejercicio tiene {count} {count:línea|líneas}.",
    "course.letters-in-shape": "En un ejercicio las formas llevan números, como `[3]`.",
    "course.exercise-twice": "Un ejercicio está dos veces en la lista.",
    "course.sheet.title": "Hoja de fórmulas",
    "course.sheet.glossary": "Glosario",
    "course.new.summary": "Una línea para la hoja de fórmulas.",
    "course.new.why": "Para qué le sirve esto a la neurona.",
    "course.new.case": "Un caso pequeño",
    "course.new.example": "**Ejemplo.** Deriva $f(x) = x^2$.",
    "course.new.step_one": "El exponente baja delante.",
    "course.new.step_two": "Y se reduce en 1.",
    "course.new.watch": "**Ojo.** El error más frecuente y cómo reconocerlo.",
    "course.new.statement": "Deriva $f(x) = x^3$ respecto de $x$.",
    "course.new.hint_1": "¿Qué regla toca aquí?",
    "course.new.hint_2": "Es una potencia.",
    "course.new.hint_3": "El exponente baja delante y se reduce en 1.",
    "course.new.solution": "Con la regla de la potencia:",
    "course.new.next": "Lo que sigue",
    "course.new.after": "Qué lección continúa y por qué.",
    "course.apart": (
        "Aquí está `{found}` y en el archivo en español, línea {line}, `{expected}`. Las dos lenguas deben ir al paso."
    ),
    "course.only-here": "`{what}` no está en el archivo en español. Añádelo allí o quítalo aquí.",
    "course.only-there": "Después de esto falta `{what}`, que está en el archivo en español.",
    "course.summaries-differ": "El resumen tiene {found} {found:línea|líneas} y el del archivo en español {expected}.",
    "course.formula-differs": "Esta fórmula no es la del archivo en español, línea {line}. Copia la buena.",
    "course.errata-differ": "En el archivo en español esta nota lleva las erratas [{expected}].",
    "course.steps-differ": "Este ejemplo tiene {found} {found:paso|pasos} y en el archivo en español {expected}.",
    "course.hints-differ": "Este ejercicio tiene {found} {found:pista|pistas} y en el archivo en español {expected}.",
    "course.choices-differ": (
        "Este ejercicio tiene {found} {found:opción|opciones} y en el archivo en español {expected}."
    ),
    "course.statement-differs": (
        "La fórmula {formula} está en un solo enunciado de los dos. Los enunciados llevan las mismas fórmulas."
    ),
    "course.index-title": "El título es “{title}” y en lessons/course.yaml “{expected}”.",
    "course.index-exercises": "Los ejercicios no son los de lessons/course.yaml. Allí va: exercises: [{found}].",
    "course.unknown-need": "`needs` nombra `{id}`, que no es una lección.",
    "course.need-later": "`needs` nombra `{id}`, que viene después. Cambia el orden en lessons/course.yaml o quítala.",
    "course.unknown-item": "`notes` nombra {id}, que no está en lessons/manifest.yaml.",
    "course.item-elsewhere": (
        "{id} se enseña en `{lesson}` según lessons/manifest.yaml. Quítalo de `notes` o cambia allí la lección."
    ),
    "course.item-missing": "{id} se enseña aquí según lessons/manifest.yaml. Enséñalo y nómbralo en `notes`.",
    "course.unknown-erratum": "{id} no está en lessons/manifest.yaml.",
    "course.erratum-undeclared": "{id} aparece en el texto y no en `errata`. Añádela arriba.",
    "course.erratum-not-shown": (
        "{id} está en `errata` y ninguna nota ni ejercicio la muestra. Añade `errata: [{id}]` donde se enmienda."
    ),
    "course.erratum-missing": "{id} se enmienda aquí según lessons/manifest.yaml. Muéstrala y nómbrala en `errata`.",
    "course.unknown-term": "El término `{id}` no está en lessons/glossary.yaml. Añádelo o corrige el id.",
    "course.term-early": "El término `{id}` se presenta más tarde, en `{lesson}`. Dilo aquí con otras palabras.",
    "course.term-elsewhere": (
        "El término `{id}` se presenta en `{lesson}` según lessons/glossary.yaml. Quítalo de `terms`."
    ),
    "course.term-missing": "El término `{id}` se presenta aquí según lessons/glossary.yaml. Añádelo a `terms`.",
    "course.term-unlinked": (
        "El término `{id}` se presenta aquí y el texto no lo enlaza. Escribe `[…](term:{id})` donde aparece."
    ),
    "course.cli.check.about": "comprueba las lecciones",
    "course.cli.new.about": "escribe el esqueleto de una lección en las dos lenguas",
    "course.cli.preview.about": "muestra una lección mientras se escribe",
    "course.cli.sheet.about": "escribe la hoja de fórmulas y el glosario en Markdown",
    "course.cli.list.about": "enumera las lecciones",
    "course.cli.lessons": "carpeta de las lecciones, si no es la de siempre",
    "course.cli.path": "carpeta o archivo de una lección",
    "course.cli.exercises": "{n} {n:ejercicio|ejercicios}",
    "course.cli.new.id": "id permanente: minúsculas, cifras y guiones",
    "course.cli.new.not_id": "tutor: `{id}` no vale como id: minúsculas, cifras y guiones, y empieza por letra",
    "course.cli.new.exists": "tutor: la lección `{id}` ya existe",
    "course.cli.new.unwritable": "tutor: no se puede escribir ({reason})",
    "course.cli.new.then": "Escribe en ellos y comprueba con: tutor course check {path}",
    "course.latex": "Esta fórmula no se puede componer: {reason}",
    "course.wide-formula": "Esta fórmula ocupa {width} columnas y caben {most}. Pártela en dos.",
    "course.dollar": "Un `$` queda sin pareja. Ciérralo, o ponle delante una barra invertida si es un dólar.",
    "course.bar": "En el texto los vectores se escriben con `\\mathbf`, no con `{command}`.",
    "course.wide-picture": "Esta línea del dibujo ocupa {width} columnas y caben {most}.",
    "course.long-paragraph": "Este párrafo tiene {count} palabras. Con más de {most} cansa: pártelo.",
    "course.exclamation": "En este curso no se exclama. Quita el signo.",
    "course.empty-heading": "Bajo “{title}” no hay nada. Escribe algo o quita el encabezado.",
    "course.summary-lines": "El resumen tiene {found} {found:línea|líneas} y deben ser {expected}.",
    "course.report": (
        "{lessons} {lessons:lección|lecciones} en dos lenguas, {exercises} {exercises:ejercicio|ejercicios} "
        "({rewritings} redacciones juzgadas), {claims} {claims:fórmula comprobada|fórmulas comprobadas} y "
        "{definitions} sin nada que comprobar; notas {items}/{all_items}, erratas {errata}/{all_errata}: "
        "{problems} {problems:problema|problemas}."
    ),
    "course.term-nowhere": "El término `{id}` nombra la lección `{lesson}`, que no existe.",
    "course.says-unreadable": "No se entiende lo que afirma la fórmula, `{says}`: {reason}",
    "course.says-no-comparison": "`{says}` no afirma nada. Escribe una comparación con `==`.",
    "course.claim-false": (
        "Esto no es cierto: `{says}` (entrada {row}, {column}; {at}). Corrige la fórmula, o `holds: false` "
        "si se muestra por estar mal."
    ),
    "course.claim-undecided": (
        "No se puede decidir `{says}` (entrada {row}, {column}). Escríbelo de otra forma o declara `positive`."
    ),
    "course.claim-unproved": "Los números coinciden, pero SymPy no demuestra `{says}`. Divide el paso en dos.",
    "course.claim-difference": "Una derivada de `{says}` no coincide con las diferencias centradas en {at}.",
    "course.claim-shape": "Las formas no encajan en `{says}`: {reason}",
    "course.claim-sides": "Los dos lados de `{says}` tienen formas distintas, {left} y {right}.",
    "course.claim-not-false": "La fórmula `{id}` se muestra como falsa y es cierta. Quita `holds: false` o corrígela.",
    "course.sides-differ": "Los lados {left} y {right} de esta fórmula no son iguales. Corrige el que está mal.",
    "course.no-rule": "no hay regla para derivar {what}",
    "course.no-worked": "La lección no tiene ningún ejemplo resuelto. Añade un bloque `worked`.",
    "course.no-mistake-to-find": (
        "La lección no tiene ningún ejercicio de encontrar el error. Añade uno de clase `line` o con `errata`."
    ),
    "course.no-shapes": "La lección no pregunta por ninguna forma. Añade un ejercicio de clase `shape`.",
    "course.task-unreadable": "Los datos de este ejercicio no se entienden: {reason}",
    "course.answer-refused": "La respuesta `{text}` debe ser correcta y el juez dice {outcome}: {reason}",
    "course.line-right": "La línea {line}, tal como está, ya da la respuesta `{answer}`. Pon en ella el error.",
    "course.few-rewritings": "De esta respuesta solo salen {found} redacciones y hacen falta {expected}.",
    "course.wrong-accepted": "La respuesta incorrecta `{text}` debe ser incorrecta y el juez dice {outcome}: {reason}",
    "course.wrong-unnamed": (
        "De `{text}` debería decirse que es el error {id} y se dice: {found}. Da `function`, `wrt` y "
        "`links`, o cambia el id."
    ),
    "course.unknown-mistake": (
        "El error {id} no está en el catálogo. Corrige el id o usa un nombre propio en minúsculas."
    ),
    "course.empty-passes": "Una respuesta vacía no debe contar como intento.",
    "course.not-derivative": "`{answer}` no es la derivada de `{function}` respecto de `wrt`. Corrige uno de los tres.",
    "course.few-hints": "Este ejercicio tiene {found} {found:pista|pistas} y hacen falta {expected}.",
    "course.unknown-parameter": "`{name}` no tiene valor en este ejercicio. Sus parámetros son: {known}.",
    "course.hint-tells": "La pista {rung} ya dice la respuesta ({text}). Déjala para la última.",
    "course.answer-displayed": (
        "La respuesta está a la vista en la línea {line}, justo antes. Pregunta otra cosa u omite ese paso."
    ),
}
