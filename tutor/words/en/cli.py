"""Messages of cli."""

TABLE: dict[str, str] = {
    "cli.about": "Matrix calculus you learn by doing, in the terminal: from a derivative to a neuron you train.",
    "cli.theme": "dark or light theme",
    "cli.check.about": "judge an answer: right, almost, wrong, unreadable or unsure",
    "cli.problem.about": "print a practice problem, by its code or by topic, level and seed",
    "cli.practice.about": "open the practice",
    "cli.train.about": "train the neuron, on the screen or as CSV",
    "cli.typeset.about": "set a LaTeX formula as text",
    "cli.course.about": "check or list the content of the course",
    "cli.progress.about": "show or export what you have done",
    "cli.start.no_terminal": "tutor: this needs a terminal; see tutor --help for what works without one",
    "cli.start.dumb_terminal": "tutor: TERM={term} cannot draw a screen; try TERM=xterm",
}
