r"""HOW MATHEMATICS LOOKS: LaTeX → tree → two dimensions, one line, or words.

>>> from tutor.typeset import layout, line, parse
>>> print(layout(parse(r"\frac{\partial C}{\partial w}")))
∂C
──
∂w
>>> line(parse(r"2x\cos(x^2)"))
'2x·cos(x²)'

A library of its own: the standard library and wcwidth, nothing else.
"""

from tutor.typeset.boxes import Line, Run
from tutor.typeset.errors import TypesetError
from tutor.typeset.glyphs import ASCII, BLOCK, UNICODE, Glyphs, choose_glyphs
from tutor.typeset.layout import Layout, layout
from tutor.typeset.nodes import Node, Style, walk
from tutor.typeset.oneline import line
from tutor.typeset.prose import Segment, plain, prose
from tutor.typeset.reading import parse
from tutor.typeset.speech import Lang, speak
from tutor.typeset.styled import styled_line

__all__ = [
    "ASCII",
    "BLOCK",
    "UNICODE",
    "Glyphs",
    "Lang",
    "Layout",
    "Line",
    "Node",
    "Run",
    "Segment",
    "Style",
    "TypesetError",
    "choose_glyphs",
    "layout",
    "line",
    "parse",
    "plain",
    "prose",
    "speak",
    "styled_line",
    "walk",
]
