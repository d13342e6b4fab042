r"""Derivatives and differentials as the package physics writes them: ``\dv{y}{x}``, ``\pdv[2]{f}{x}``."""

from functools import partial

from tutor.typeset.lexer import Token
from tutor.typeset.nodes import EMPTY, Fenced, Fraction, Node, Row, Scripts, Space, Symbol, items, row
from tutor.typeset.parser import Handler, Parser

_D = Symbol("d")
_PARTIAL = Symbol("∂")
_NABLA = Symbol("∇")
_COMMA = Symbol(",", "punct")


def _derivative(sign: Symbol, parser: Parser, at: Token) -> Node:
    r"""``\dv{x}``, ``\dv{y}{x}``, ``\dv[n]{y}{x}`` and the mixed ``\pdv{f}{x}{y}``; with a star the bar is a slash."""
    slash = parser.meets("*")
    order = parser.optional()
    arguments = [parser.group(at)]
    while len(arguments) < 3 - (sign == _D) and parser.ahead.text == "{" and parser.ahead.kind == "character":
        arguments.append(parser.group(at))
    of, variables = (arguments[0], arguments[1:]) if len(arguments) > 1 else (EMPTY, arguments)
    total = order or (Symbol(str(len(variables))) if len(variables) > 1 else None)
    upper = row([_raised(sign, total), *items(of)])
    lower = row([part for variable in variables for part in (sign, _raised(variable, order))])
    return Row((*items(upper), Symbol("/"), *items(lower))) if slash else Fraction(upper, lower)


def _raised(node: Node, order: Node | None) -> Node:
    return node if order is None else Scripts(node, None, order)


def _differential(sign: Symbol, parser: Parser, at: Token) -> Node:
    r"""``\dd{x}``, ``\dd[3]{x}``, ``\dd x``."""
    order = parser.optional()
    name = _raised(sign, order)
    token = parser.ahead
    bare = token.kind == "end" or token.text in "}&)]" or (token.kind == "command" and token.text in ("\\", "right"))
    return Row((Space(1), name, *(() if bare else items(parser.group(at)))))


def _sign(node: Node, parser: Parser, at: Token) -> Node:
    return node


def _quantity(parser: Parser, at: Token) -> Node:
    r"""``\qty(…)`` is ``\left(…\right)``, whatever the bracket."""
    opening = parser.ahead
    closer = {"(": ")", "[": "]", "{": "}", "|": "|"}.get(opening.text) if opening.kind == "character" else None
    if closer is None:
        return Space(0)
    end, depth = parser.place + 1, 0
    while (token := parser.tokens[end]).kind != "end" and (token.text != closer or depth or token.kind != "character"):
        depth += {opening.text: 1, closer: -1}.get(token.text, 0) if token.kind == "character" else 0
        end += 1
    if token.kind == "end":
        raise parser.fail("unclosed", opening, opening=opening.text)
    kind = "command" if opening.text == "{" else "character"
    right = token._replace(kind="command", text="right", spaced=False)
    parser.tokens[end : end + 1] = [right, token._replace(kind=kind)]
    parser.tokens[parser.place] = opening._replace(kind=kind)
    return parser.handlers["left"](parser, at)


def _commutator(left: str, right: str, parser: Parser, at: Token) -> Node:
    return Fenced(left, Row((parser.group(at), _COMMA, parser.group(at))), right)


def _expectation(parser: Parser, at: Token) -> Node:
    r"""``\ev{A}``, and ``\ev{A}{ψ}``, where the state stands at both sides."""
    body = parser.group(at)
    if parser.ahead.text != "{" or parser.ahead.kind != "character":
        return Fenced("⟨", body, "⟩")
    state, bar = parser.group(at), Symbol("|", "rel")
    return Fenced("⟨", Row((state, bar, body, bar, state)), "⟩")


def _element(parser: Parser, at: Token) -> Node:
    r"""``\mel{φ}{A}{ψ}``."""
    left, body, right = (parser.group(at) for _ in range(3))
    bar = Symbol("|", "rel")
    return Fenced("⟨", Row((left, bar, body, bar, right)), "⟩")


def _order(parser: Parser, at: Token) -> Node:
    return Row((Symbol("O", "ord", "script"), Fenced("(", parser.group(at), ")")))


PHYSICS: dict[str, Handler] = {
    **dict.fromkeys(("dv", "odv", "derivative"), partial(_derivative, _D)),
    **dict.fromkeys(("pdv", "pderivative", "partialderivative"), partial(_derivative, _PARTIAL)),
    **dict.fromkeys(("fdv", "functionalderivative"), partial(_derivative, Symbol("δ"))),
    **dict.fromkeys(("dd", "differential", "odif"), partial(_differential, _D)),
    **dict.fromkeys(("grad", "gradient"), partial(_sign, _NABLA)),
    **dict.fromkeys(("divergence", "divg"), partial(_sign, Row((_NABLA, Symbol("·", "bin"))))),
    "curl": partial(_sign, Row((_NABLA, Symbol("×", "bin")))),
    **dict.fromkeys(("laplacian", "laplace"), partial(_sign, Scripts(_NABLA, None, Symbol("2")))),
    **dict.fromkeys(("qty", "quantity"), _quantity),
    **dict.fromkeys(("comm", "commutator"), partial(_commutator, "[", "]")),
    **dict.fromkeys(("acomm", "anticommutator"), partial(_commutator, "{", "}")),
    **dict.fromkeys(("ev", "expval", "expectationvalue"), _expectation),
    **dict.fromkeys(("mel", "matrixel", "matrixelement"), _element),
    **dict.fromkeys(("ip", "innerproduct"), partial(_commutator, "⟨", "⟩")),
    "order": _order,
}
"""The packages' names and what they put together. Their ``\\div`` stays the sign ÷ of everybody else."""
