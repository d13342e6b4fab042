"""Every formula of every lesson that can be read shows all of its letters, digits and operators."""

import re
from pathlib import Path

import pytest

from tutor.typeset import TypesetError, layout, parse, prose

LESSONS = sorted((Path(__file__).parents[2] / "lessons").glob("*/lesson.*.md"))
_DISPLAY = re.compile(r"^ *```math\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"^ *```.*?^ *```|`[^`\n]*`|<!--.*?-->|\A---.*?^---", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_formulas_of_the_lesson_show_everything(path, lost):
    text = path.read_text(encoding="utf-8")
    inline = [segment.text for segment in prose(_CODE.sub("", text)) if segment.kind == "formula"]
    formulas = [formula for formula in _DISPLAY.findall(text) + inline if "{{" not in formula]
    assert formulas
    wrong = {}
    for formula in formulas:
        try:
            shown = str(layout(parse(formula)))
        except TypesetError:
            continue
        if lost(formula, shown):
            wrong[formula] = lost(formula, shown)
    assert not wrong
