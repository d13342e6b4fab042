"""Messages of course."""

TABLE: dict[str, str] = {
    # a file that cannot be read
    "course.no-file": "This file is missing. Create it, or take its lesson out of lessons/course.yaml.",
    "course.not-utf8": "The file is not UTF-8. Save it in that encoding.",
    "course.format": "This program reads format 1 and the file says {found}.",
    "course.no-front-matter": "The file must begin with its data between two `---` lines.",
    "course.yaml": "The YAML cannot be read ({problem}). Check quotes, brackets and indentation.",
    "course.no-fields": "Fields of the form `name: value` go here.",
    "course.unknown-field": "There is no field `{field}`. There are: {known}.",
    "course.unknown-field-near": "There is no field `{field}`. Did you mean `{near}`?",
    "course.missing-field": "The field `{field}` is missing.",
    "course.field-twice": "The field `{field}` is here twice. Keep one.",
    "course.expects": "`{field}` takes {what}.",
    "course.what.text": "a text between quotes",
    "course.what.word": "a word",
    "course.what.slug": "an id of small letters, digits and hyphens that begins with a letter",
    "course.what.texts": "a text between quotes or a list of them",
    "course.what.words": "a list of words in brackets",
    "course.what.number": "a whole number",
    "course.what.numbers": "a list of whole numbers",
    "course.what.flag": "`true` or `false`",
    "course.what.size": "a shape like `[3]` or `[2, 3]`",
    "course.what.values": "a range like `2..9` or a list",
    "course.what.mapping": "a group of fields `name: value`",
    "course.what.mappings": "a list of groups of fields",
    "course.one-of": "`{field}` cannot be `{value}`. It can be: {known}.",
    # the grammar of a lesson
    "course.html": (
        "This HTML is not part of the format. Write it in Markdown, and leave a blank line around `<details>`."
    ),
    "course.unclosed-comment": "This comment is not closed. Add `-->`.",
    "course.fence": "A `{info}` block is not part of the format. Use `math` for formulas or `text` for pictures.",
    "course.rule": "Separating lines are not part of the format. Use a heading.",
    "course.indented-code": "This paragraph is indented and would be read as code. Remove the indentation.",
    "course.unexpected": "`{name}` cannot stand here.",
    "course.title": "The first heading must be `# {title}`, the same as `title`.",
    "course.second-title": "Only the title has a single `#`. Use `##`.",
    "course.id-twice": "The id `{id}` is taken. Choose another.",
    "course.other-id": (
        "This lesson is called `{id}`, and in the other file or in the index `{expected}`. They must agree."
    ),
    "course.unknown-id": "The id `{id}` is not in the Spanish file, which holds the data.",
    "course.repeated": "`{field}` stands in the Spanish file already. The id is enough here.",
    "course.no-claim": (
        "This formula lacks its claim. Put `<!-- claim: … -->` below it, with `says` or with `none: definition`."
    ),
    "course.no-claim-here": (
        "This formula lacks its claim. Put `<!-- claim: {{id: …}} -->` below it, with the id of the Spanish file."
    ),
    "course.says-or-none": (
        "A claim has either `says` or `none`. With `holds: false`, `says` is the false statement that is shown."
    ),
    "course.note-opening": "A note begins with {known}.",
    "course.worked-open": "This example is not closed. Add `<!-- /worked -->`.",
    "course.no-steps": "This example has no steps. Separate them with `<!-- step -->`.",
    "course.details-open": "This `<details>` is not closed. Add `</details>`.",
    "course.summary": "This part is headed “{found}” where “{expected}” is due.",
    "course.no-statement": "This exercise has no statement.",
    "course.no-solution": "This exercise does not end with `<details><summary>{title}</summary>`.",
    "course.details-alone": (
        "These hints belong to no exercise. Put `<!-- exercise: … -->` before the statement they are for."
    ),
    "course.options": "The options stand at the end of the statement as a list: `- (a) …`, `- (b) …`, in order.",
    "course.answer-letter": "The answer `{answer}` is none of the letters: {letters}.",
    "course.no-lines": "A line exercise has its lines as a numbered list.",
    "course.answer-line": "The answer names line {line} and the exercise has {count} {count:line|lines}.",
    "course.letters-in-shape": "In an exercise shapes are numbers, like `[3]`.",
    "course.exercise-twice": "An exercise is in the list twice.",
    "course.sheet.title": "Formula sheet",
    "course.sheet.glossary": "Glossary",
    "course.new.summary": "One line for the formula sheet.",
    "course.new.why": "Why this matters for the neuron.",
    "course.new.case": "A small case",
    "course.new.example": "**Example.** Differentiate $f(x) = x^2$.",
    "course.new.step_one": "The exponent comes down in front.",
    "course.new.step_two": "And goes down by 1.",
    "course.new.watch": "**Watch out.** The most frequent mistake and how to recognise it.",
    "course.new.statement": "Differentiate $f(x) = x^3$ with respect to $x$.",
    "course.new.hint_1": "Which rule belongs here?",
    "course.new.hint_2": "It is a power.",
    "course.new.hint_3": "The exponent comes down in front and goes down by 1.",
    "course.new.solution": "By the power rule:",
    "course.new.next": "What comes next",
    "course.new.after": "Which lesson follows, and why.",
    "course.apart": (
        "Here stands `{found}` and in the Spanish file, line {line}, `{expected}`. The two languages must keep step."
    ),
    "course.only-here": "`{what}` is not in the Spanish file. Add it there or remove it here.",
    "course.only-there": "After this `{what}` is missing; the Spanish file has it.",
    "course.summaries-differ": "The summary has {found} {found:line|lines} and that of the Spanish file {expected}.",
    "course.formula-differs": "This formula is not that of the Spanish file, line {line}. Copy the right one.",
    "course.errata-differ": "In the Spanish file this note has the errata [{expected}].",
    "course.steps-differ": "This example has {found} {found:step|steps} and in the Spanish file {expected}.",
    "course.hints-differ": "This exercise has {found} {found:hint|hints} and in the Spanish file {expected}.",
    "course.choices-differ": "This exercise has {found} {found:option|options} and in the Spanish file {expected}.",
    "course.statement-differs": (
        "The formula {formula} is in only one of the two statements. Statements have the same formulas."
    ),
    "course.index-title": "The title is “{title}” and in lessons/course.yaml “{expected}”.",
    "course.index-exercises": "The exercises are not those of lessons/course.yaml. There goes: exercises: [{found}].",
    "course.unknown-need": "`needs` names `{id}`, which is not a lesson.",
    "course.need-later": (
        "`needs` names `{id}`, which comes later. Change the order in lessons/course.yaml or remove it."
    ),
    "course.unknown-item": "`notes` names {id}, which is not in lessons/manifest.yaml.",
    "course.item-elsewhere": (
        "{id} is taught in `{lesson}` by lessons/manifest.yaml. Remove it from `notes` or change the lesson there."
    ),
    "course.item-missing": "{id} is taught here by lessons/manifest.yaml. Teach it and name it in `notes`.",
    "course.unknown-erratum": "{id} is not in lessons/manifest.yaml.",
    "course.erratum-undeclared": "{id} is in the text and not in `errata`. Add it at the top.",
    "course.erratum-not-shown": (
        "{id} is in `errata` and no note or exercise shows it. Add `errata: [{id}]` where it is mended."
    ),
    "course.erratum-missing": "{id} is mended here by lessons/manifest.yaml. Show it and name it in `errata`.",
    "course.unknown-term": "The term `{id}` is not in lessons/glossary.yaml. Add it or mend the id.",
    "course.term-early": "The term `{id}` is introduced later, in `{lesson}`. Say it here in other words.",
    "course.term-elsewhere": (
        "The term `{id}` is introduced in `{lesson}` by lessons/glossary.yaml. Remove it from `terms`."
    ),
    "course.term-missing": "The term `{id}` is introduced here by lessons/glossary.yaml. Add it to `terms`.",
    "course.term-unlinked": (
        "The term `{id}` is introduced here and the text does not link it. Write `[…](term:{id})` where it appears."
    ),
    "course.cli.check.about": "check the lessons",
    "course.cli.new.about": "write the skeleton of a lesson in both languages",
    "course.cli.preview.about": "show a lesson while it is being written",
    "course.cli.sheet.about": "print the formula sheet and the glossary as Markdown",
    "course.cli.list.about": "list the lessons",
    "course.cli.lessons": "folder of the lessons, if not the usual one",
    "course.cli.path": "folder or file of a lesson",
    "course.cli.exercises": "{n} {n:exercise|exercises}",
    "course.cli.new.id": "permanent id: small letters, digits and hyphens",
    "course.cli.new.not_id": (
        "tutor: `{id}` cannot be an id: small letters, digits and hyphens, beginning with a letter"
    ),
    "course.cli.new.exists": "tutor: the lesson `{id}` exists already",
    "course.cli.new.unwritable": "tutor: cannot write ({reason})",
    "course.cli.new.then": "Write in them, and check with: tutor course check {path}",
    "course.latex": "This formula cannot be set: {reason}",
    "course.wide-formula": "This formula takes {width} columns where {most} fit. Split it in two.",
    "course.dollar": "A `$` has no partner. Close it, or put a backslash before it if it is a dollar.",
    "course.bar": "In sentences vectors are written with `\\mathbf`, not with `{command}`.",
    "course.wide-picture": "This line of the picture takes {width} columns where {most} fit.",
    "course.long-paragraph": "This paragraph has {count} words. More than {most} tire the reader: split it.",
    "course.exclamation": "This course does not exclaim. Remove the mark.",
    "course.empty-heading": "There is nothing under “{title}”. Write something or remove the heading.",
    "course.summary-lines": "The summary has {found} {found:line|lines} and should have {expected}.",
    "course.report": (
        "{lessons} {lessons:lesson|lessons} in two languages, {exercises} {exercises:exercise|exercises} "
        "({rewritings} wordings judged), {claims} {claims:formula|formulas} checked and {definitions} with "
        "nothing to check; notes {items}/{all_items}, errata {errata}/{all_errata}: {problems} "
        "{problems:problem|problems}."
    ),
    "course.term-nowhere": "The term `{id}` names the lesson `{lesson}`, which does not exist.",
    "course.says-unreadable": "What the formula claims, `{says}`, cannot be read: {reason}",
    "course.says-no-comparison": "`{says}` states nothing. Write a comparison with `==`.",
    "course.claim-false": (
        "This is not true: `{says}` (entry {row}, {column}; {at}). Mend the formula, or `holds: false` if it "
        "is shown because it is wrong."
    ),
    "course.claim-undecided": (
        "`{says}` cannot be decided (entry {row}, {column}). Write it otherwise or declare `positive`."
    ),
    "course.claim-unproved": "The numbers agree, but SymPy does not prove `{says}`. Split the step in two.",
    "course.claim-difference": "A derivative in `{says}` does not agree with central differences at {at}.",
    "course.claim-shape": "The shapes do not fit in `{says}`: {reason}",
    "course.claim-sides": "The two sides of `{says}` have different shapes, {left} and {right}.",
    "course.claim-not-false": "The formula `{id}` is shown as false and is true. Remove `holds: false` or mend it.",
    "course.sides-differ": "The sides {left} and {right} of this formula are not equal. Mend the wrong one.",
    "course.no-rule": "there is no rule to differentiate {what}",
    "course.no-worked": "The lesson has no worked example. Add a `worked` block.",
    "course.no-mistake-to-find": (
        "The lesson has no find-the-mistake exercise. Add one of kind `line` or with `errata`."
    ),
    "course.no-shapes": "The lesson asks for no shape. Add an exercise of kind `shape`.",
    "course.task-unreadable": "The data of this exercise cannot be read: {reason}",
    "course.answer-refused": "The answer `{text}` should be right and the judge says {outcome}: {reason}",
    "course.line-right": "Line {line} as it stands comes to the answer `{answer}` already. Put the mistake in it.",
    "course.few-rewritings": "This answer gives only {found} wordings where {expected} are needed.",
    "course.wrong-accepted": "The wrong answer `{text}` should be wrong and the judge says {outcome}: {reason}",
    "course.wrong-unnamed": (
        "`{text}` should be named as mistake {id}, and what is said is: {found}. Give `function`, `wrt` and "
        "`links`, or change the id."
    ),
    "course.unknown-mistake": (
        "The mistake {id} is not in the catalogue. Mend the id or use a name of your own in small letters."
    ),
    "course.empty-passes": "An empty answer must not count as an attempt.",
    "course.not-derivative": (
        "`{answer}` is not the derivative of `{function}` with respect to `wrt`. Mend one of the three."
    ),
    "course.few-hints": "This exercise has {found} {found:hint|hints} where {expected} are needed.",
    "course.unknown-parameter": "`{name}` has no value in this exercise. Its parameters are: {known}.",
    "course.hint-tells": "Hint {rung} already tells the answer ({text}). Keep it for the last.",
    "course.answer-displayed": (
        "The answer stands displayed in line {line}, just before. Ask for something else or leave out that step."
    ),
}
