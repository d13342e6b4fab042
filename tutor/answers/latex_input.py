"""The LaTeX people paste: what each command stands for in the answer grammar."""

from collections.abc import Container, Mapping

from tutor.answers.characters import GREEK

SYMBOLS: Mapping[str, str] = {
    **dict.fromkeys(("cdot", "bullet"), "·"),
    **dict.fromkeys(("times", "ast", "star"), "*"),
    **dict.fromkeys(("odot", "circ", "hadamard"), "⊙"),
    **dict.fromkeys(("le", "leq", "leqslant"), "<="),
    **dict.fromkeys(("ge", "geq", "geqslant"), ">="),
    **dict.fromkeys(("ne", "neq"), "!="),
    **dict.fromkeys(("vert", "lvert", "rvert", "mid"), "|"),
    **dict.fromkeys(("Vert", "lVert", "rVert"), "‖"),
    **dict.fromkeys(("top", "intercal"), "transpose"),
    **dict.fromkeys(("lbrace",), "{"),
    **dict.fromkeys(("rbrace",), "}"),
    "div": "/",
    "oslash": "./",
    "otimes": "⊗",
    "lt": "<",
    "gt": ">",
    "prime": "'",
    "frac": "frac",
    "dfrac": "frac",
    "tfrac": "frac",
    "cfrac": "frac",
    "sqrt": "sqrt",
    "infty": "∞",
    "partial": "∂",
    "nabla": "∇",
    "langle": "⟨",
    "rangle": "⟩",
    "lbrack": "[",
    "rbrack": "]",
}
"""Commands that are an operator, a bracket or another token of the grammar."""

SKIPPED = frozenset(
    "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr quad qquad space thinspace medspace thickspace "
    "displaystyle textstyle scriptstyle limits nolimits middle enspace nobreakspace mathstrut".split()
)
"""Commands that change the look or the spacing only."""

FONTS = frozenset(
    "mathbf boldsymbol bm vec mathrm mathit mathsf mathtt mathcal mathbb mathds text textrm textbf textit mbox operatorname "
    "mathop rm bf it overrightarrow pmb symbf textnormal".split()
)
"""Commands around a word."""

LETTERS: Mapping[str, str] = {
    **{name: name for name in GREEK.values()},
    **{"var" + name: name for name in ("epsilon", "theta", "phi", "rho", "sigma", "pi", "kappa")},
    "ell": "l",
}
"""Commands that are a letter, by the name it is declared with."""

MATRICES = frozenset("matrix pmatrix bmatrix Bmatrix smallmatrix array vmatrix aligned".split())
CASES = frozenset("cases dcases rcases".split())

KNOWN = frozenset((*SYMBOLS, *SKIPPED, *FONTS, *LETTERS, "begin", "end"))


def longest_command(letters: str, functions: Container[str]) -> str | None:
    """The command a run of letters after a backslash begins with: all of it if known (``\\lnx`` is ``\\ln x``)."""
    for stop in range(len(letters), 0, -1):
        if letters[:stop] in KNOWN or letters[:stop] in functions:
            return letters[:stop]
    return None
