"""Messages of answers."""

TABLE: dict[str, str] = {
    "judge.right.equal-trees": "Es exactamente el resultado.",
    "judge.right.proved": "Está demostrado que es igual al resultado.",
    "judge.right.agrees": "Coincide con el resultado, cifra por cifra, en todos los puntos probados.",
    "judge.right.choice": "Esa es la opción.",
    "judge.right.shape": "Esa es la forma.",
    "judge.rounded": "Es el valor redondeado. Escribe el exacto, como fracción o raíz.",
    "judge.other-reading": "Leída así no es correcta, pero la otra lectura sí lo es. Escríbela de modo que solo "
    "quepa esa.",
    "judge.half": "Es la derivada del coste con $1/2$ delante. Aquí el coste no lo lleva: el 2 que baja al derivar "
    "el cuadrado se queda.",
    "judge.singular": "La matriz que inviertes no tiene inversa, porque su determinante es 0. Revisa sus entradas.",
    "judge.kink": "Solo difiere justo en el borde ({point}), donde el curso toma la otra rama: la derivada de ReLU "
    "en 0 es 0.",
    "judge.layout.almost": "Los valores son correctos, pero has escrito {found} y aquí va {expected}.",
    "judge.layout.wrong": "Los valores son esos, pero la forma no: has escrito {found} y se pide {expected}.",
    "judge.unsure": "No sé si es igual al resultado, así que no cuenta. Prueba a escribirlo de otra forma.",
    "judge.wrong": "No es igual al resultado. Repasa tu respuesta paso a paso.",
    "judge.wrong.entry": "La entrada ({row},{column}) no coincide con el resultado: revisa la fila {row}, columna "
    "{column}.",
    "judge.wrong.domain": "En {point} el resultado tiene valor y tu respuesta no: mira qué división, raíz o "
    "logaritmo lo impide.",
    "judge.wrong.case": "En {point} el resultado tiene valor, pero ahí no se cumple ninguno de tus casos. Escribe "
    "también ese caso.",
    "judge.wrong.choice": "No es esa opción. Lee otra vez la pregunta y prueba con otra.",
    "judge.wrong.shape": "No es esa forma. Cuenta primero las filas y después las columnas.",
    "judge.wrong.shape.swapped": "Está al revés: primero las filas, después las columnas.",
    "judge.wrong.line": "El error no está en la línea {line}. Compara cada línea con la anterior.",
    "judge.line.only": "Esa es la línea. Escribe también cómo debe quedar, por ejemplo «{line}: …».",
    "judge.line.unreadable": "Escribe el número de la línea, dos puntos y la línea corregida.",
    "judge.choice.unknown": "Escribe una de estas letras: {letters}.",
    "judge.shape.unreadable": "Escribe la forma como filas x columnas, por ejemplo 2x3.",
    "judge.domain.narrower": "Coincide donde ambas tienen valor, pero la tuya no está definida en {point}.",
    "judge.domain.wider": "Coincide donde ambas tienen valor; la tuya está definida además en {point}.",
    "judge.shape.number": "un número",
    "judge.shape.row": "una fila de {n}",
    "judge.shape.column": "una columna de {n}",
    "judge.shape.matrix": "una matriz de {m}×{n}",
    "judge.shape.differs": "Has escrito {found} y el resultado es {expected}.",
    "judge.shape.sum": "No se puede operar componente a componente con {left} y {right}: deben tener la misma forma.",
    "judge.shape.product": "No se puede multiplicar {left} por {right}: las columnas de la primera deben ser tantas "
    "como las filas de la segunda.",
    "judge.shape.divide": "No se puede dividir {left} entre {right}: hace falta un número o algo de la misma forma.",
    "judge.shape.power": "No se puede elevar {left} a ese exponente: solo a un número entero, hasta 12.",
    "judge.shape.square": "Aquí hace falta una matriz cuadrada, y es {left}.",
    "judge.shape.dot": "El producto punto necesita dos vectores con el mismo número de componentes: {left} y "
    "{right} no lo son.",
    "judge.shape.vector": "Aquí hace falta un vector, y es {left}.",
    "judge.shape.compare": "No se puede comparar {left} con {right}.",
    "judge.shape.cases": "Las ramas no tienen la misma forma: {left} y {right}.",
    "judge.shape.blocks": "Las partes de la matriz no encajan: las de una fila deben tener la misma altura, y todas "
    "las filas el mismo ancho.",
    "judge.shape.size": "Nada dice de qué tamaño es la identidad o el vector de unos o ceros: escribe el tamaño, "
    "como I(3) o ones(3).",
    "judge.shape.large": "La matriz es demasiado grande para comprobarla. Escribe la respuesta de otra forma.",
    "judge.shape.variables": "Se deriva respecto de variables, no de otra expresión.",
    "judge.square.almost": "Los valores son correctos, pero la matriz está traspuesta: una fila por función, una "
    "columna por variable.",
    "judge.square.wrong": "Tu matriz es la traspuesta: una fila por función, una columna por variable.",
    "judge.task": "No se puede leer «{text}»: {why}",
    "judge.zero": "Todo es 0, pero el resultado es {expected}: escribe sus ceros.",
}
