"""The left side people type before an answer: ``f'(x) =``, ``dy/dx =``, ``∂f/∂x =``, ``∇f =``. It is set aside."""

import re

from tutor.answers.names import Names, bare

_LONGEST = 80
_NAME = r"(?:\\(?:mathbf|vec|bm|boldsymbol) ?\{\\?[A-Za-z]+\}|\\?[^\W\d_]+)(?:_\{[^{}]*\}|_[^\W_]+|[₀-₉0-9]+)?"
_CALLED = rf"{_NAME}(?:'|\^\{{?\\prime\}}?)* ?(?:\([^()=]*\))?"
_D = r"(?:d|∂|\\partial|\\mathrm(?:\{d\}| d)|D)"
_BELOW = r"(?:_(?:\{[^={}]*(?:\{[^={}]*\})?\}|\\?\w+(?:\{\w+\})?))?"
_FORMS = (
    rf"{_D}(?:\^2)? ?{_CALLED} ?/ ?{_D} ?{_NAME}(?:\^2)? ?(?:\([^()=]*\))?",
    rf"{_D} ?/ ?{_D} ?{_NAME}[^=\n]*?",
    rf"\\[dt]?frac ?\{{ ?{_D} ?{_CALLED} ?\}} ?\{{ ?{_D} ?{_NAME} ?\}}(?:\([^()=]*\))?",
    rf"\\[dt]?frac ?\{{ ?{_D} ?\}} ?\{{ ?{_D} ?{_NAME} ?\}}[^=\n]*?",
    r"(?:∂|\\partial)(?:_\{?\w+\}?|[ₓₐ-ₜ]) ?[^=\n]*?",
    rf"(?:∇|\\nabla|grad(?:ient|iente)?|D|J(?:acobian|acobiana)?|H){_BELOW} ?\(?{_CALLED}\)?",
    r"\([^()=]*\)'(?:\([^()=]*\))?",
    _CALLED,
)
_LABEL = re.compile(r"[ $]*(?P<label>" + "|".join(_FORMS) + r") *&?=(?!=) *")
_PLAIN = re.compile(r"\w+")


def label_end(text: str, names: Names) -> int:
    """Where the answer begins after its label; 0 without one. Declared names (``x =``) make an equation, no label."""
    sign = text.find("=")
    found = _LABEL.match(text, 0, sign + 2) if 0 <= sign < _LONGEST else None
    if found is None or _is_known(found["label"].strip(), names):
        return 0
    return found.end()


def _is_known(label: str, names: Names) -> bool:
    """Whether a label is a declared name or a product of such."""
    return bool(_PLAIN.fullmatch(label)) and (bare(label) in names.subscripted or names.split(label) is not None)
