"""Formulas that matter, as they looked when a person last looked at them (``golden.txt``)."""

from pathlib import Path

import pytest

from tutor.typeset import layout, parse


def _golden() -> list[tuple[str, str]]:
    blocks = (Path(__file__).parent / "golden.txt").read_text(encoding="utf-8").removeprefix("%% ").split("\n%% ")
    return [(latex, picture.rstrip("\n")) for latex, _, picture in (block.partition("\n") for block in blocks)]


@pytest.mark.parametrize(("latex", "picture"), _golden())
def test_layout_is_as_reviewed(latex, picture):
    assert str(layout(parse(latex), 76)) == picture
