"""The English table: the tables of the rooms, joined."""

from tutor.words.en import answers, cli, course, lab, mistakes, practice, reading, typeset, ui

TABLE: dict[str, str] = {
    **reading.TABLE,
    **answers.TABLE,
    **mistakes.TABLE,
    **course.TABLE,
    **practice.TABLE,
    **typeset.TABLE,
    **lab.TABLE,
    **ui.TABLE,
    **cli.TABLE,
}
