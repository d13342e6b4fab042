"""Messages of lab."""

TABLE: dict[str, str] = {
    "lab.title": "Lab · a ReLU neuron learns",
    "lab.data": "{name} · N = {N} · n = {n}",
    "lab.data.seeded": "{name} · N = {N} · n = {n} · seed {seed}",
    "lab.name.D": "data D",
    "lab.name.hinge": "hinge",
    "lab.name.grid": "grid",
    "lab.name.random": "random",
    "lab.loading": "Getting NumPy ready…",
    # Above the pictures.
    "lab.cost": "cost C over the steps",
    "lab.fit.line": "fit: y over x",
    "lab.fit.target": "a over the target y",
    # The numbers.
    "lab.step": "step",
    "lab.active": "active",
    "lab.of": "{active} of {N}",
    "lab.speed": "{speed} steps/s",
    "lab.speed.most": "flat out",
    "lab.error": "diff.",
    "lab.kink": "at a kink",
    # What happened.
    "lab.hint": "`space` trains, `n` makes a single step.",
    "lab.hint.D": "`space` trains, `n` makes a single step. With `↑` `↓` try $\\eta = 0.03$, $0.12$ and $0.2$.",
    "lab.woken": "Step {step}: {n:example|examples} {which} {n:wakes|wake} up.",
    "lab.slept": "Step {step}: {n:example|examples} {which} {n:goes|go} to sleep.",
    "lab.and": "{first} and {last}",
    "lab.dead": "**A dead neuron.** Every $z_i$ is $\\le 0$: the gradient is exactly 0 and nothing will ever move it. "
    "Go back to the start with `r` and try another $\\eta$.",
    "lab.diverged": "**It blew up.** With $\\eta = {rate}$ each step jumps further than the one before; with all "
    "examples active it takes $\\eta < {limit}$. Go back to the start with `r`.",
    "lab.resting": "**At rest.** The gradient is 0 and $C = {cost}$: no step changes anything.",
    "lab.resting.stuck": "**At rest.** The gradient is 0 and $C = {cost}$. {n:One example is inactive: it has|{n} "
    "examples are inactive: they have} an error but no slope, and {n:does|do} not pull at the weights.",
    "lab.exported": "Saved in {path}",
    "lab.unwritable": "It could not be saved: {reason}",
    # A gradient of one's own.
    "lab.title.own": "Lab · your gradient trains",
    "lab.cost.own": "cost C · dotted, by the true one",
    "lab.own.how": "Write both derivatives for one example; the mean is taken over all. You can use `x`, `w`, `b`, "
    "`y`, `N`, `z`, `a`, `e=a-y`, `v=y-a`, `m=[z>0]`. With nothing written the lab's own gradient trains.",
    "lab.own.where.w": "$\\frac{{\\partial C}}{{\\partial \\mathbf{{w}}}}$",
    "lab.own.where.b": "$\\frac{{\\partial C}}{{\\partial b}}$",
    "lab.own.where.wb": "$\\frac{{\\partial C}}{{\\partial \\mathbf{{w}}}}$ and $\\frac{{\\partial C}}{{\\partial b}}$",
    "lab.own.shape.w": "As many derivatives as weights are needed here, {n}; this is {found}.",
    "lab.own.shape.b": "A number is needed here; this is {found}.",
    "lab.own.function": "The factorial cannot be used here.",
    "lab.own.unfit": "Your gradient does not fit these data, so the lab's own trains. In {where}: {reason}",
    "lab.own.right": "Your gradient is right: the neuron learns from what you wrote.",
    "lab.own.sign": "Wrong sign in {where}: to subtract that gradient is to climb, and the cost grows.",
    "lab.own.climbs": "In {where} you get {factor} times the true one: with that sign the cost grows.",
    "lab.own.half": "The 2 is missing in {where}: a good direction, and each step half as long.",
    "lab.own.sum": "$\\frac{{1}}{{N}}$ is missing in {where}: a good direction, and each step $N$ times as long.",
    "lab.own.twice": "$\\frac{{1}}{{N}}$ is too much in {where}: what holds for one example is averaged anyway. "
    "Each step is $N$ times shorter.",
    "lab.own.short": "In {where} you get {factor} times the true one: the same direction, shorter steps.",
    "lab.own.long": "In {where} you get {factor} times the true one: the same direction, longer steps.",
    "lab.own.still": "With 0 in {where} there is something that never moves.",
    "lab.own.unmasked": "The mask $[z > 0]$ is missing in {where}: examples that are off pull as well.",
    "lab.own.constant": "Fixed numbers in {where}: the gradient changes as the weights change; these do not.",
    "lab.own.uphill": "{where} is not the derivative of the cost: at the start, that step makes it climb.",
    "lab.own.downhill": "{where} is not the derivative of the cost: at the start it still falls, by another road.",
    "lab.own.undefined": "{where} has no value at the start: look at divisions, roots and logarithms.",
    "lab.own.fate.dead": "**A dead neuron.** {verdict}",
    "lab.own.fate.resting": "**At rest.** {verdict}",
    "lab.own.fate.diverged": "**It blew up.** {verdict}",
    "lab.own.fate.undefined": "**No value.** The gradient you wrote has none where the step leads. {verdict}",
    # Keys.
    "ui.key.lab.play": "play",
    "ui.key.lab.pause": "pause",
    "ui.key.lab.step": "step",
    "ui.key.lab.reset": "reset",
    "ui.key.lab.rate": "η",
    "ui.key.lab.speed": "speed",
    "ui.key.lab.data": "data",
    "ui.key.lab.own": "your gradient",
    "ui.key.lab.train": "train",
    "ui.key.lab.back": "back",
    "ui.key.lab.check": "measure",
    "ui.key.lab.export": "CSV",
    "ui.key.lab.seed": "another seed",
    "ui.key.lab.log_steps": "steps on a log or a linear axis",
    "ui.key.lab.log_cost": "cost on a log or a linear axis",
    "ui.lab.help": "A neuron $a = \\max(0, \\mathbf{{w}} \\cdot \\mathbf{{x}} + b)$ learns by gradient descent. "
    "At each step, $\\mathbf{{w}} \\leftarrow \\mathbf{{w}} - \\eta "
    "\\left(\\frac{{\\partial C}}{{\\partial \\mathbf{{w}}}}\\right)^{{T}}$ and "
    "$b \\leftarrow b - \\eta \\frac{{\\partial C}}{{\\partial b}}$.\n\n"
    "On the left, the cost; on the right, the data: with one input, the points and the neuron; with more, each "
    "activation over its target (they agree on the diagonal). Up to nine examples are drawn as their numbers.\n\n"
    "`g` opens two lines where you write your own $\\frac{{\\partial C}}{{\\partial \\mathbf{{w}}}}$ and "
    "$\\frac{{\\partial C}}{{\\partial b}}$, and they train the neuron. If they are not right, the curve of the true "
    "gradient is dotted beside yours.\n\n"
    "`m` compares the gradient with central differences, $\\frac{{C(p + h) - C(p - h)}}{{2h}}$ with each parameter "
    "$p$. `r` goes back to the same start and keeps $\\eta$.",
    # The command line.
    "lab.cli.headless": "no screen: print the steps as CSV",
    "lab.cli.data": "the data set (D)",
    "lab.cli.seed": "draws the start; with random, the examples too",
    "lab.cli.rate": "the learning rate η, more than 0",
    "lab.cli.gradient": "train with this {derivative}, written for one example with x, w, b, z, a, y, e, v, m, N",
    "lab.cli.gradient.both": "--gradient-w and --gradient-b go together",
    "lab.cli.steps": "how many steps (100)",
    "lab.cli.dead": "tutor: the neuron is dead at step {step}: every z is ≤ 0 and the gradient is 0 for ever",
    "lab.cli.undefined": "tutor: the gradient has no value at step {step}",
    "lab.cli.diverged": "tutor: it diverges at step {step}; try a lower rate",
}
