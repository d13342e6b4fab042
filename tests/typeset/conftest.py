"""What the tests of typesetting share: a broad list of formulas, and the count of what a formula must show."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from tutor.typeset.symbols import CHARACTERS, OPERATORS, SYMBOLS

HERE = Path(__file__).parent
_UNSEEN = "|".join(
    (
        r"\\begin\{(?:array|subarray|alignat)\*?\}\{[^}]*\}",
        r"\\(?:begin|end)\{[^}]*\}(?:\[[a-z]\])?",
        r"\\fcolorbox\{[^}]*\}\{[^}]*\}",
        r"\\(?:color|textcolor|label|hspace|mspace|colorbox|makebox)\*?(?:\{[^}]*\}|\[[^]]*\])",
        r"\\m?(?:kern|skip|hskip)\s*-?[\d.]+\s*[a-z]{2}",
        r"\\\\\[[\d.]+[a-z]{2}\]",
        r"\\h?phantom\{[^}]*\}",
    )
)
_TOKEN = re.compile(rf"(?P<unseen>{_UNSEEN})|\\(?P<name>[a-zA-Z]+|.)|(?P<sign>.)", re.DOTALL)
_DRAWN = set("⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎪⎫⎬⎭√~|→←⟶⟵⟹^_¯ˇ∘")
"""Signs that brackets, roots and accents are drawn with: not counted on either side."""


def _counted(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text)).replace("⊤", "T").replace("⊺", "T")
    return Counter(
        sign
        for sign in plain
        if sign not in _DRAWN and (sign.isalnum() or unicodedata.category(sign) == "Sm" or sign in "·∂,;:!%")
    )


def _written(latex: str) -> str:
    """The letters, digits and operators of a source, read off its characters alone."""
    found = []
    for match in _TOKEN.finditer(latex):
        name, sign = match["name"], match["sign"]
        if name in SYMBOLS:
            found.append(SYMBOLS[name][0])
        elif name in OPERATORS:
            found.append(OPERATORS[name][0])
        elif name is None and sign is not None:
            found.append(CHARACTERS.get(sign, (sign, ""))[0] if sign not in "_^" else "")
    return "".join(found)


def _lost(latex: str, shown: str) -> Counter[str]:
    wanted, seen = _counted(_written(latex)), _counted(shown)
    return (wanted - seen) + (seen - wanted)


@pytest.fixture(scope="session")
def signs():
    """A function of a text: how often each of its letters, digits and operators stands in it."""
    return _counted


@pytest.fixture(scope="session")
def lost():
    """A function of a source and what was shown of it: the signs that are not equally often in both."""
    return _lost


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "formula" in metafunc.fixturenames:
        metafunc.parametrize("formula", (HERE / "formulas.txt").read_text(encoding="utf-8").splitlines())
