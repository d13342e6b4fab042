"""The functions of the answer grammar: canonical English name, other names, how many arguments, LaTeX."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["elementary", "vector", "size", "author"]
"""Who may use it: everybody; everybody, of vectors; where vectors are declared; the author of a lesson."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function by its canonical name; `most` is None where any number of arguments from `least` on will do.

    A `bare` one may be written without brackets (``sin x``) and carry its power (``sin^2 x``).
    """

    name: str
    latex: str
    aliases: tuple[str, ...] = ()
    least: int = 1
    most: int | None = 1
    kind: Kind = "elementary"
    bare: bool = False


_BARE = {
    "sin": r"sen seno \sin",
    "cos": r"coseno \cos",
    "tan": r"tg tang tangente \tan",
    "cot": r"ctg cotg cotan ctan cotangente \cot",
    "sec": r"secante \sec",
    "csc": r"cosec cossec cosecante \csc",
    "arcsin": r"asin arcsen asen arsin \arcsin",
    "arccos": r"acos arcocos \arccos",
    "arctan": r"atan arctg atg arctang \arctan",
    "arccot": r"acot arcctg arccotg arcctan arccotan \operatorname{arccot}",
    "arcsec": r"asec \operatorname{arcsec}",
    "arccsc": r"acsc arccosec acosec \operatorname{arccsc}",
    "sinh": r"senh \sinh",
    "cosh": r"\cosh",
    "tanh": r"tgh \tanh",
    "coth": r"ctgh cotgh cotanh \coth",
    "sech": r"\operatorname{sech}",
    "csch": r"cosech \operatorname{csch}",
    "arcsinh": r"asinh arsinh arcsenh asenh argsinh argsenh arsenh \operatorname{arcsinh}",
    "arccosh": r"acosh arcosh argcosh \operatorname{arccosh}",
    "arctanh": r"atanh artanh arctgh argtanh argtgh atgh \operatorname{arctanh}",
    "arccoth": r"acoth arcoth argcoth arcctgh \operatorname{arccoth}",
    "arcsech": r"asech arsech argsech \operatorname{arcsech}",
    "arccsch": r"acsch arcsch argcsch arccosech \operatorname{arccsch}",
    "ln": r"loge lognat lognatural \ln",
    "exp": r"\exp",
    "sqrt": r"raiz raizcuadrada rcuad \sqrt",
    "abs": r"valorabsoluto \operatorname{abs}",
    "sign": r"sgn signo signum \operatorname{sign}",
    "sigmoid": r"sigmoide logistic logistica expit σ \sigma",
    "relu": r"rectificador \operatorname{ReLU}",
}


def _bare(name: str, words: str) -> Function:
    *aliases, latex = words.split(" ")
    return Function(name, latex, tuple(aliases), bare=True)


def _vector(name: str, latex: str, aliases: str = "", least: int = 1, most: int | None = 1) -> Function:
    return Function(name, latex, tuple(aliases.split()), least, most, "vector")


def _size(name: str, latex: str, aliases: str = "") -> Function:
    return Function(name, latex, tuple(aliases.split()), 0, 2, "size")


FUNCTIONS: Mapping[str, Function] = {
    function.name: function
    for function in (
        *(_bare(name, words) for name, words in _BARE.items()),
        Function("max", r"\max", ("maximum", "maximo"), 1, None),
        Function("min", r"\min", ("minimum", "minimo"), 1, None),
        Function("factorial", r"\operatorname{factorial}", ("fact",)),
        Function("conj", r"\overline", ("conjugate", "overline")),
        _vector("dot", r"\cdot", "inner escalar producto_escalar", 2, 2),
        _vector("cross", r"\times", "vectorial producto_vectorial", 2, 2),
        _vector("hadamard", r"\odot", "elementwise elmult multiply", 2, 2),
        _vector("hadamard_division", r"\oslash", "", 2, 2),
        _vector("hadamard_power", r"\circ", "", 2, 2),
        _vector("transpose", r"\top", "trans transp traspuesta transpuesta"),
        _vector("diag", r"\operatorname{diag}", most=None),
        _vector("sum", r"\operatorname{sum}", "suma"),
        _vector("norm", r"\operatorname{norm}", "norm2 norma"),
        _vector("trace", r"\operatorname{tr}", "tr traza"),
        _vector("det", r"\det"),
        _size("identity", r"\mathbf{I}", "eye id"),
        _size("ones", r"\mathbf{1}", "unos"),
        _size("zeros", r"\mathbf{0}", "ceros"),
        Function("diff", r"\operatorname{diff}", (), 2, None, "author"),
        Function("grad", r"\operatorname{grad}", (), 2, 2, "author"),
        Function("jacobian", r"\operatorname{jacobian}", (), 2, 2, "author"),
    )
}

INVERSES: Mapping[str, str] = {name.removeprefix("arc"): name for name in _BARE if name.startswith("arc")}
"""What ``sin^-1 x`` means by the house rule."""

REWRITTEN: Mapping[str, tuple[str, ...]] = {
    "log": ("logaritmo",),
    "log10": ("lg", "logten"),
    "log2": ("lb",),
    "cbrt": ("cuberoot", "raizcubica", "curt"),
    "inv": ("inverse", "inversa"),
    "outer": ("externo",),
    "norm1": (),
    "step": ("heaviside", "escalon", "unitstep", "heavisidetheta"),
    "root": ("nthroot", "raizn"),
    "ctrans": ("adj", "adjoint", "hermitian"),
    "where": ("ifelse",),
    "piecewise": (),
    "power": ("pow",),
    "matmul": (),
    "matrix": ("array",),
    "vector": ("vec",),
}
"""Functions that are read as others: ``log10(x)`` as ``ln(x)/ln(10)``, ``inv(A)`` as ``A^(-1)``; with their aliases."""
