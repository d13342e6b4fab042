"""The English table: the tables of the rooms, joined."""

from tutor.words.en import answers, cli, course, lab, mistakes, practice, typeset, ui

TABLE: dict[str, str] = {
    **answers.TABLE,
    **mistakes.TABLE,
    **course.TABLE,
    **practice.TABLE,
    **typeset.TABLE,
    **lab.TABLE,
    **ui.TABLE,
    **cli.TABLE,
}
