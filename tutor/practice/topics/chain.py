"""T7, the single-variable chain rule: what is composed at each level, and what is said of it."""

from collections.abc import Mapping, Sequence
from functools import cache
from random import Random
from string import Formatter

from tutor.answers import Names, Tree, latex, read
from tutor.answers.tree import Expr, Negative, Sum, Symbol
from tutor.practice.graph import Graph, Node
from tutor.practice.problem import Passage
from tutor.practice.topic import Nodes, Topic, Writing
from tutor.words import Message, Tex

X = "x"
Layers = tuple[tuple[str, ...], ...]
"""Pools of forms, innermost first; ``{u}`` stands for what is inside, the other letters for numbers."""

NUMBERS: Mapping[str, tuple[int, ...]] = {
    "a": (2, 3, 4, 5),
    "b": (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5),
    "c": (2, 3, 4, 5),
    "k": (1, 2, 3, 4, 5),
    "m": (2, 3, 4),
    "n": (2, 3, 4, 5),
    "p": (3, 4),
}
_LINEAR = ("{a}*{u} {b:+}", "{k} - {a}*{u}")
_CURVES = ("{u}^2", "{u}^2 + {k}", "{u}^3", "{u}^3 + {k}")
_SCALED = ("{u}^{m}", "{u}^{m} + {k}", "{a}*{u}^{m} + {k}")
_WAVES = ("sin({u})", "cos({u})")

LEVELS: Mapping[int, tuple[Layers, ...]] = {
    1: ((_LINEAR, ("{u}^{n}",)),),
    2: (
        ((*_CURVES, "{k} - {u}^2"), _WAVES),
        ((*_CURVES, "{k} - {u}^2", "-{u}^2"), ("exp({u})",)),
        (_CURVES, ("ln({u})", "sqrt({u})", "1/{u}", "{u}^{n}")),
    ),
    3: (
        (
            ("{a}*{u}^{m} + {k}", "{u}^{m} + {k}", "{k} - {a}*{u}^{m}"),
            (
                "{u}^{n}",
                "sqrt({u})",
                "{c}*sin({u})",
                "{c}*cos({u})",
                "{c}*exp({u})",
                "{c}*ln({u})",
                "{c}*sqrt({u})",
                "{c}/{u}",
            ),
        ),
    ),
    4: (
        (_SCALED, _WAVES, ("{u}^{p}", "exp({u})", "ln({u})")),
        (("{a}*{u}", "{u}^2", "-{u}^2"), ("exp({u}) + {k}",), ("sqrt({u})", "ln({u})", "{u}^{p}", "1/{u}")),
        (("{u}^{m} + {k}",), ("ln({u})",), (*_WAVES, "{u}^{p}")),
        (("{u}^{m} + {k}",), ("sqrt({u})",), (*_WAVES, "exp({u})")),
    ),
    5: (
        (_LINEAR, ("exp({u}) + 1",), ("1/{u}", "ln({u})")),
        (_LINEAR, ("exp({u}) + 1",), ("ln({u})",), ("{u}^2", *_WAVES)),
        (_LINEAR, ("{u}^2 + {k}",), ("ln({u})", "1/{u}")),
        (_LINEAR, ("-{u}^2",), ("exp({u})",)),
        (("{u}^2", "{u}^3"), _WAVES, ("{u}^2",), ("ln({u})",)),
        (("-{u}^2", "{u}^2 + {k}"), ("exp({u}) + 1",), ("1/{u}", "ln({u})")),
    ),
}
"""What may be composed at each level."""

CLASSICS: Mapping[int, tuple[tuple[str, ...], ...]] = {
    1: (("2*x + 3", "u1^4"), ("3*x - 1", "u1^5"), ("5 - 2*x", "u1^3")),
    2: (("x^2", "sin(u1)"), ("-x^2", "exp(u1)"), ("x^2 + 3", "ln(u1)")),
    3: (("3*x^2 + 1", "u1^5"), ("x^3 + 4", "sqrt(u1)"), ("x^3 + 2", "4*ln(u1)")),
    4: (("x^3", "sin(u1)", "ln(u2)"), ("x^2 + 1", "cos(u1)", "u2^3"), ("3*x", "exp(u1) + 1", "sqrt(u2)")),
    5: (
        ("x^3", "sin(u1)", "u2^2", "ln(u3)"),
        ("-2*x - 1", "exp(u1) + 1", "1/u2"),
        ("3*x - 1", "exp(u1) + 1", "ln(u2)"),
    ),
}
"""Hand-written problems of each level."""


def nodes(forms: Sequence[str]) -> Nodes:
    """The nodes u1, u2, …, y of forms that are written out: ``("x^2", "sin(u1)")``."""
    names = [*(f"u{number}" for number in range(1, len(forms))), "y"]
    return tuple(Node(name, _tree(form)) for name, form in zip(names, forms, strict=True))


def draw(random: Random, level: int) -> Nodes:
    """Compose one form of each layer; numbers that could be told apart are different."""
    layers = random.choice(LEVELS[level])
    used: set[int] = set()
    forms: list[str] = []
    for depth, pool in enumerate(layers):
        form = random.choice(pool)
        letters = [name for _, name, _, _ in Formatter().parse(form) if name and name != "u"]
        numbers: dict[str, int] = {}
        for letter in letters:
            unlike = [number for number in NUMBERS[letter] if abs(number) not in used]
            numbers[letter] = random.choice(unlike or NUMBERS[letter])
            used.add(abs(numbers[letter]))
        forms.append(form.format(u=f"u{depth}" if depth else X, **numbers))
    return nodes(forms)


def classic(random: Random, level: int) -> Nodes:
    """One of the hand-written problems of a level."""
    return nodes(random.choice(CLASSICS[level]))


def write(graph: Graph) -> Writing:
    """The statement, four rungs, and the solution in the steps that the lesson teaches."""
    x, y = Tex(graph.wrt), Tex("y")
    exprs = {node.name: node.expr for node in graph.nodes}
    edges = tuple(reversed(graph.edges))
    whole, links = _ratio("y", graph.wrt), [_ratio(edge.over, edge.under) for edge in edges]
    named = tuple(f"{_tex(node.name)} = {latex(node.expr)}" for node in graph.nodes)
    asked = tuple(rf"\frac{{d}}{{d{_tex(edge.under)}}}\left({latex(exprs[edge.over])}\right)" for edge in edges)
    slopes = tuple(f"{link} = {latex(edge.slope)}" for link, edge in zip(links, edges, strict=True))
    rule = Tex(f"{whole} = " + r"\,".join(links))
    product = f"{whole} = {_times([edge.slope for edge in edges])}"
    substituted = f"{whole} = {_times(graph.factors)}"
    answer = f"{whole} = {latex(graph.answer)}"
    prompt = Message("practice.chain.prompt", {"function": Tex(f"y = {latex(graph.function)}"), "x": x})
    rungs = (
        Passage(Message("practice.chain.orientation", {"x": x, "y": y})),
        Passage(Message("practice.chain.structure"), named),
        Passage(Message("practice.chain.rule", {"rule": rule}), asked),
        Passage(Message("practice.chain.one_step", {"n": len(edges) - 1}), slopes[:1]),
    )
    steps = (
        Passage(Message("practice.chain.name"), named),
        Passage(Message("practice.chain.derive"), slopes),
        Passage(Message("practice.chain.multiply"), (product,)),
        Passage(Message("practice.chain.substitute", {"x": x}), (substituted,)),
        Passage(Message("practice.chain.order"), (answer,)),
    )
    return prompt, rungs, steps


@cache
def _tree(form: str) -> Expr:
    """A form of the tables as a tree.

    Raises:
        ValueError: it cannot be read; the tables are wrong.
    """
    tree = read(form, Names(variables=(X, "u1", "u2", "u3")))
    if not isinstance(tree, Tree):
        raise ValueError(f"{form}: {tree.message.code}")
    return tree.expr


def _tex(name: str) -> str:
    return latex(Symbol(name))


def _times(factors: Sequence[Expr]) -> str:
    """The links as separate factors; a number among them does not melt into another."""
    return r" \cdot ".join(
        rf"\left({latex(factor)}\right)" if isinstance(factor, Sum | Negative) else latex(factor) for factor in factors
    )


def _ratio(over: str, under: str) -> str:
    return rf"\frac{{d{_tex(over)}}}{{d{_tex(under)}}}"


TOPIC = Topic(
    name="chain",
    version=1,
    levels=tuple(LEVELS),
    draw=draw,
    classic=classic,
    write=write,
)
