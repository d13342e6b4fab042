"""The left side people type before an answer: ``f'(x) =``, ``dy/dx =``, ``∂f/∂x =``, ``∇f =``. It is set aside."""

import re

from tutor.answers.names import Names

_NAME = r"(?:\\?[A-Za-z]+|[^\W\d_])(?:_(?:\{[^{}]*\}|\w)|[₀-₉0-9])*"
_CALLED = rf"{_NAME}(?:_\{{?\w+\}}?)?'*(?:\([^()=]*\))?"
_D = r"(?:d|∂|\\partial|\\mathrm\{d\}|D)"
_FORMS = (
    rf"{_D}(?:\^2)? ?{_CALLED} ?/ ?{_D} ?{_NAME}(?:\^2)?(?:\([^()=]*\))?",
    rf"{_D} ?/ ?{_D} ?{_NAME} ?[(\[]?{_CALLED}[)\]]?",
    rf"\\[dt]?frac ?\{{ ?{_D} ?{_CALLED} ?\}} ?\{{ ?{_D} ?{_NAME} ?\}}(?:\([^()=]*\))?",
    rf"\\[dt]?frac ?\{{ ?{_D} ?\}} ?\{{ ?{_D} ?{_NAME} ?\}} ?{_CALLED}",
    rf"(?:∇|\\nabla|grad(?:ient|iente)?|D|J(?:acobian|acobiana)?|H)(?:_\{{?\w+\}}?)? ?\(?{_CALLED}\)?",
    r"\([^()=]*\)'(?:\([^()=]*\))?",
    _CALLED,
)
_LABEL = re.compile(r"[ $]*(?P<label>" + "|".join(_FORMS) + r") *=(?!=) *")
_PLAIN = re.compile(r"\w+")


def label_end(text: str, names: Names) -> int:
    """Where the answer begins after its label; 0 without one. A declared name (``x =``) makes an equation, no label."""
    found = _LABEL.match(text)
    if found is None or (_PLAIN.fullmatch(found["label"]) and found["label"] in names.variables):
        return 0
    return found.end()
