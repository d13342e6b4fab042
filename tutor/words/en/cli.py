"""Messages of cli."""

TABLE: dict[str, str] = {
    "cli.about": "Matrix calculus you learn by doing, in the terminal: from a derivative to a neuron you train.",
    "cli.ascii": "ASCII signs only, for terminals that have no others (also TUTOR_ASCII=1)",
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
    "cli.check.answer": "the answer to be judged",
    "cli.check.of": "the function to be differentiated",
    "cli.check.wrt": "the variable, or those of a gradient",
    "cli.check.expected": "the right result, where nothing is differentiated",
    "cli.check.vars": "the names that may be used (default: those that appear)",
    "cli.check.shapes": "vectors and matrices, for example x=3,A=2x3,w=n",
    "cli.check.jsonl": "judge a file of answers, a JSON row each",
    "cli.check.summary": "with --jsonl: print the totals only",
    "cli.check.prove": "ask for the proof as well (takes longer)",
    "cli.check.missing": "an answer is needed, and --of or --expected",
    "cli.check.which": "say by what to differentiate: --wrt",
    "cli.check.badshape": "not a shape: {shape}",
    "cli.check.file": "cannot read {file}: {reason}",
    "cli.check.rows": """\
With --jsonl, ANSWER is a file with a JSON object a line (- or none: standard
input). Its fields:
  student            what the learner typed (latex: the same, where it was typed as LaTeX)
  expected           the right result
  vars               the names that may be used: ["x", "y"]
  id                 repeated in the output
  shapes             vectors and matrices: {{"x": [3], "A": [2, "n"]}}
  function, wrt      what is differentiated and by what: the mistake is named from them
  assume             "positive": the names are positive
  complex            true: the names are complex
  dialect            "single-letter": each letter is a variable
  verdict            the label (right, wrong…, or true and false), for --summary
A row is printed for each: id, verdict, because, message, at, mistake, ms.
A broken row gives line and error, and the others go on.""",
    "cli.check.outcome.right": "Right",
    "cli.check.outcome.almost": "Almost",
    "cli.check.outcome.wrong": "Wrong",
    "cli.check.outcome.unreadable": "Unreadable",
    "cli.check.outcome.unsure": "Unsure",
    "cli.check.mistake": "Mistake {mistake}",
    "cli.check.row.failed": "cannot be judged ({error})",
    "cli.check.row.json": "not a JSON object",
    "cli.check.row.field": "the field “{name}” is missing or not valid",
    "cli.argparse.usage": "usage:",
    "cli.argparse.options": "options",
    "cli.argparse.positional": "arguments",
    "cli.argparse.help": "show this help and exit",
    "cli.version": "show the version and exit",
    "cli.argparse.error": "%(prog)s: error: %(message)s",
    "cli.argparse.argument": "argument %(argument_name)s: %(message)s",
    "cli.argparse.required": "these arguments are missing: %s",
    "cli.argparse.one_required": "one of these arguments is needed: %s",
    "cli.argparse.not_with": "cannot be used with %s",
    "cli.argparse.unrecognized": "unknown arguments: %s",
    "cli.argparse.expected_one": "needs a value",
    "cli.argparse.expected_some": "needs %s values",
    "cli.argparse.ignored": "takes no value, and has %r",
    "cli.argparse.value": "not valid: %(value)r",
    "cli.argparse.choice": "not valid: %(value)r; it may be %(choices)s",
    "cli.argparse.parser": "no command: %(parser_name)r; it may be %(choices)s",
}
