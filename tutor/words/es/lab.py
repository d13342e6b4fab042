"""Messages of lab."""

TABLE: dict[str, str] = {
    "lab.title": "Laboratorio · la neurona aprende",
    "lab.data": "{name} · N = {N} · n = {n}",
    "lab.data.seeded": "{name} · N = {N} · n = {n} · semilla {seed}",
    "lab.name.D": "datos D",
    "lab.name.hinge": "bisagra",
    "lab.name.grid": "rejilla",
    "lab.name.random": "al azar",
    "lab.loading": "Preparando NumPy…",
    # Above the pictures.
    "lab.cost": "costo C según el paso",
    "lab.fit.line": "ajuste: y según x",
    "lab.fit.target": "a según el objetivo y",
    # The numbers.
    "lab.step": "paso",
    "lab.active": "activos",
    "lab.of": "{active} de {N}",
    "lab.speed": "{speed} pasos/s",
    "lab.speed.most": "a tope",
    "lab.error": "dif.",
    "lab.kink": "en la esquina",
    # What happened.
    "lab.hint": "`espacio` entrena, `n` da un solo paso.",
    "lab.hint.D": "`espacio` entrena, `n` da un solo paso. Con `↑` `↓` prueba $\\eta = 0.03$, $0.12$ y $0.2$.",
    "lab.woken": "Paso {step}: {n:despierta el ejemplo|despiertan los ejemplos} {which}.",
    "lab.slept": "Paso {step}: {n:se apaga el ejemplo|se apagan los ejemplos} {which}.",
    "lab.and": "{first} y {last}",
    "lab.dead": "**Neurona muerta.** Todas las $z_i$ son $\\le 0$: el gradiente es exactamente 0 y ya nada la moverá. "
    "Vuelve al inicio con `r` y prueba otra $\\eta$.",
    "lab.diverged": "**Se ha disparado.** Con $\\eta = {rate}$ cada paso salta más lejos que el anterior; con todos "
    "los ejemplos activos hace falta $\\eta < {limit}$. Vuelve al inicio con `r`.",
    "lab.resting": "**En reposo.** El gradiente es 0 y $C = {cost}$: ningún paso cambia nada.",
    "lab.resting.stuck": "**En reposo.** El gradiente es 0 y $C = {cost}$. {n:Hay un ejemplo inactivo: tiene|Hay {n} "
    "ejemplos inactivos: tienen} error pero no pendiente, y no {n:tira|tiran} de los pesos.",
    "lab.exported": "Guardado en {path}",
    "lab.unwritable": "No se ha podido guardar: {reason}",
    # A gradient of one's own.
    "lab.title.own": "Laboratorio · con tu gradiente",
    "lab.cost.own": "costo C · a puntos, el verdadero",
    "lab.own.how": "Escribe las dos derivadas para un ejemplo; de todos se hace la media. Puedes usar `x`, `w`, `b`, "
    "`y`, `N`, `z`, `a`, `e=a-y`, `v=y-a`, `m=[z>0]`. Sin nada escrito entrena el del laboratorio.",
    "lab.own.where.w": "$\\frac{{\\partial C}}{{\\partial \\mathbf{{w}}}}$",
    "lab.own.where.b": "$\\frac{{\\partial C}}{{\\partial b}}$",
    "lab.own.where.wb": "$\\frac{{\\partial C}}{{\\partial \\mathbf{{w}}}}$ y $\\frac{{\\partial C}}{{\\partial b}}$",
    "lab.own.shape.w": "Aquí hacen falta tantas derivadas como pesos, {n}; esto es {found}.",
    "lab.own.shape.b": "Aquí hace falta un número; esto es {found}.",
    "lab.own.function": "El factorial no se puede usar aquí.",
    "lab.own.unfit": "Tu gradiente no sirve con estos datos y entrena el del laboratorio. En {where}: {reason}",
    "lab.own.right": "Tu gradiente es el correcto: la neurona aprende con lo que has escrito.",
    "lab.own.sign": "Signo al revés en {where}: restar ese gradiente es subir, y el costo crece.",
    "lab.own.climbs": "En {where} sale {factor} veces el verdadero: con ese signo el costo crece.",
    "lab.own.half": "Falta el 2 en {where}: la dirección es buena y cada paso, la mitad de largo.",
    "lab.own.sum": "Falta $\\frac{{1}}{{N}}$ en {where}: la dirección es buena y cada paso, $N$ veces más largo.",
    "lab.own.twice": "Sobra $\\frac{{1}}{{N}}$ en {where}: de lo que vale para un ejemplo ya se hace la media. "
    "Cada paso es $N$ veces más corto.",
    "lab.own.short": "En {where} sale {factor} veces el verdadero: misma dirección, pasos más cortos.",
    "lab.own.long": "En {where} sale {factor} veces el verdadero: misma dirección, pasos más largos.",
    "lab.own.still": "Con 0 en {where} hay algo que no se mueve nunca.",
    "lab.own.unmasked": "Falta la máscara $[z > 0]$ en {where}: también tiran los ejemplos apagados.",
    "lab.own.constant": "Números fijos en {where}: el gradiente cambia cuando cambian los pesos; estos, no.",
    "lab.own.uphill": "{where} no es la derivada del costo: en el inicio, ese paso lo hace subir.",
    "lab.own.downhill": "{where} no es la derivada del costo: en el inicio aún lo hace bajar, por otro camino.",
    "lab.own.undefined": "{where} no tiene valor en el inicio: mira las divisiones, raíces y logaritmos.",
    "lab.own.fate.dead": "**Neurona muerta.** {verdict}",
    "lab.own.fate.resting": "**En reposo.** {verdict}",
    "lab.own.fate.diverged": "**Se ha disparado.** {verdict}",
    "lab.own.fate.undefined": "**Sin valor.** El gradiente escrito no lo tiene donde llega el paso. {verdict}",
    # Keys.
    "ui.key.lab.play": "sigue",
    "ui.key.lab.pause": "pausa",
    "ui.key.lab.step": "paso",
    "ui.key.lab.reset": "inicio",
    "ui.key.lab.rate": "η",
    "ui.key.lab.speed": "ritmo",
    "ui.key.lab.data": "datos",
    "ui.key.lab.own": "tu gradiente",
    "ui.key.lab.train": "entrenar",
    "ui.key.lab.back": "volver",
    "ui.key.lab.check": "mide",
    "ui.key.lab.export": "CSV",
    "ui.key.lab.seed": "otra semilla",
    "ui.key.lab.log_steps": "pasos en escala log o lineal",
    "ui.key.lab.log_cost": "costo en escala log o lineal",
    "ui.lab.help": "Una neurona $a = \\max(0, \\mathbf{{w}} \\cdot \\mathbf{{x}} + b)$ aprende por descenso por "
    "gradiente. En cada paso, $\\mathbf{{w}} \\leftarrow \\mathbf{{w}} - \\eta "
    "\\left(\\frac{{\\partial C}}{{\\partial \\mathbf{{w}}}}\\right)^{{T}}$ y "
    "$b \\leftarrow b - \\eta \\frac{{\\partial C}}{{\\partial b}}$.\n\n"
    "A la izquierda, el costo; a la derecha, los datos: con una entrada, los puntos y la neurona; con más, cada "
    "activación frente a su objetivo (en la diagonal coinciden). Hasta nueve ejemplos se dibujan con su número.\n\n"
    "`g` abre dos líneas donde escribes tus propias $\\frac{{\\partial C}}{{\\partial \\mathbf{{w}}}}$ y "
    "$\\frac{{\\partial C}}{{\\partial b}}$, y con ellas se entrena. Si no son las buenas, la curva del gradiente "
    "verdadero se ve punteada al lado.\n\n"
    "`m` compara el gradiente con diferencias centrales, $\\frac{{C(p + h) - C(p - h)}}{{2h}}$ con cada parámetro "
    "$p$. `r` vuelve al mismo inicio y conserva $\\eta$.",
    # The command line.
    "lab.cli.headless": "sin pantalla: escribe los pasos como CSV",
    "lab.cli.data": "el conjunto de datos (D)",
    "lab.cli.seed": "sortea el inicio; con random, también los ejemplos",
    "lab.cli.rate": "la tasa de aprendizaje η, mayor que 0",
    "lab.cli.gradient": "entrena con este {derivative}, escrito para un ejemplo con x, w, b, z, a, y, e, v, m, N",
    "lab.cli.gradient.both": "--gradient-w y --gradient-b van juntos",
    "lab.cli.steps": "cuántos pasos (100)",
    "lab.cli.dead": "tutor: la neurona está muerta en el paso {step}: todas las z son ≤ 0 y el gradiente es 0",
    "lab.cli.undefined": "tutor: el gradiente no tiene valor en el paso {step}",
    "lab.cli.diverged": "tutor: diverge en el paso {step}; prueba con una tasa menor",
}
