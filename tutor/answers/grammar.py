"""The grammar: a top-down operator-precedence parser from tokens to the frozen tree.

House rules: ``1/2x`` goes from left to right; ``sin 2x`` takes the run of numbers and names after it and stops at a
bracket or another function; ``sin^-1`` is the inverse; ``-x^2`` is ``-(x^2)``; powers go from right to left.
Where a rule decides between two readings people mean, `Lexer.choose` notes it and the other one can be asked for.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from tutor.answers import brackets
from tutor.answers.functions import FUNCTIONS, INVERSES
from tutor.answers.lexer import Lexer, Problem, Token
from tutor.answers.names import Names
from tutor.answers.kinds import kind_of
from tutor.answers.rewriting import product, rewritten
from tutor.answers.tree import Call, Constant, Expr, Negative, Number, Power, Quotient, Span, Sum, Symbol
from tutor.words import Message

DEEPEST = 40
_ONE = Number(Fraction(1), "1")
_STARTS = frozenset(
    "number name variable constant function rewritten identity ones zeros ( [ { virtual √ frac sqrt begin ‖".split()
)
_SIMPLE = frozenset(("number", "variable", "constant", "virtual"))
_PLURAL = frozenset((".*", "⊙", "./", "⊗"))


class Parser:
    """One reading of a folded text. `other` names the ambiguities to be read the other way, `met` those met."""

    def __init__(self, text: str, names: Names, other: frozenset[str] = frozenset()) -> None:
        self.names = names
        self.met: dict[str, Message | None] = {}
        self.lexer = Lexer(text, names, other, self.met)
        self.places: dict[int, tuple[Expr, Span]] = {}
        self.openers: list[Span] = []
        self.depth = 0
        self.in_bars = False
        self.in_norm = False
        self.given: Expr | None = None
        self.previous = Token("start", 0, 0)
        self.token = self.lexer.next()

    # moving

    def advance(self) -> Token:
        """Take the current token."""
        self.previous = self.token
        self.token = self.lexer.next()
        return self.previous

    def expect(self, kind: str) -> Token:
        """Take the closing token of a bracket; its opener is the last of `openers`."""
        if self.token.kind != kind:
            raise self.unexpected()
        self.openers.pop()
        return self.advance()

    def unexpected(self) -> Problem:
        """What to say of a token that cannot stand here."""
        token = self.token
        at = (token.start, token.end)
        if token.kind == "end" and self.openers:
            return Problem("unclosed", self.openers[0])
        if token.kind in (")", "]", "}", "end") and self.previous.kind in ",;" and self.previous.kind:
            return Problem("comma.last", (self.previous.start, self.previous.end))
        if token.kind in (")", "]", "}"):
            return Problem("mismatched" if self.openers else "unopened", at, bracket=token.text)
        if token.kind in ("<", ">", "<=", ">=", "==", "!="):
            return Problem("comparison", at)
        if token.kind == "_":
            return Problem("character", at, character="_ (U+005F)")
        code = {
            "=": "equation",
            ",": "list",
            ";": "list",
            "if": "condition",
            "!": "operand",
            "'": "prime",
            "number": "numbers",
        }
        return Problem(code.get(token.kind, "unexpected"), at, text=token.text)

    def missing(self) -> Problem:
        """What to say where a number, a name or a bracket should stand and does not."""
        token, before = self.token, self.previous
        at = (token.start, max(token.end, token.start))
        if token.kind == "end" and self.openers and before.kind not in _OPERATORS:
            return Problem("unclosed", self.openers[0])
        if before.kind in (",", ";") and token.kind in (")", "]", "}", "end"):
            return Problem("comma.last", (before.start, before.end))
        if token.kind in (")", "]", "}"):
            if not self.openers:
                return Problem("unopened", at, bracket=token.text)
            if before.kind in ("(", "[", "{"):
                return Problem("nothing", at)
        if token.kind == "=":
            return Problem("equation", at)
        if token.kind in ("superscript", "transpose"):
            return Problem("base", at)
        return Problem("operand", at, text=before.text or token.text)

    def placed(self, node: Expr, start: int) -> Expr:
        """A node, with its place in the text remembered."""
        self.places[id(node)] = (node, (start, self.previous.end))
        return node

    def nested(self, parse: Callable[[], Expr], at: Span) -> Expr:
        """Parse one level deeper, within the limit."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Problem("deep", at)
        node = parse()
        self.depth -= 1
        return node

    # sums and products

    def expression(self) -> Expr:
        """A sum of signed terms."""
        start = self.token.start
        terms = [self.term()]
        while self.token.kind in ("+", "-"):
            terms.append(self.term())
        return terms[0] if len(terms) == 1 else self.placed(Sum(tuple(terms)), start)

    def term(self) -> Expr:
        """A product with its signs."""
        return self.signed(self.product)

    def signed(self, parse: Callable[[], Expr]) -> Expr:
        start, minus = self.token.start, 0
        while self.token.kind in ("+", "-") and self.given is None:
            minus += self.advance().kind == "-"
        if minus > DEEPEST:
            raise Problem("deep", (start, self.previous.end))
        node = parse()
        for _ in range(minus):
            node = self.placed(Negative(node), start)
        return node

    def product(self) -> Expr:
        """Factors, divisors and what stands side by side."""
        start = self.token.start
        factors, divided, divisions = [self.power()], False, 0
        while True:
            kind = self.token.kind
            if kind in ("*", "·"):
                self.advance()
                divided = False
                self.multiply(factors, self.signed(self.power), dot=kind == "·")
            elif kind == "/":
                self.advance()
                below = self.divisor()
                divisions += 1
                if divisions > DEEPEST:
                    raise Problem("deep", (start, self.previous.end))
                factors, divided = [self.placed(Quotient(product(factors), below), start)], True
            elif kind in _PLURAL:
                factors, divided = [self.elementwise(product(factors), start)], False
            elif self.stands_beside():
                if divided:
                    self.lexer.choose("tight", Message("read.notice.quotient"))
                factors.append(self.beside())
                divided = False
            else:
                return self.placed(product(factors), start) if len(factors) > 1 else factors[0]

    def stands_beside(self) -> bool:
        """Whether the current token begins a factor that needs no sign before it."""
        kind = self.token.kind
        if kind == "|":
            return not self.in_bars
        if kind == "number":
            return self.previous.kind not in ("number", "shut")
        return kind in _STARTS and not (kind == "‖" and self.in_norm)

    def beside(self) -> Expr:
        """A factor written beside another one."""
        token, before = self.token, self.previous
        node = self.power()
        if token.kind == "[" and before.kind in ("variable", "constant") and not token.spaced:
            if not brackets.is_indicator(node):
                raise Problem("index", (token.start, self.previous.end))
        return node

    def multiply(self, factors: list[Expr], factor: Expr, dot: bool) -> None:
        """Append a factor; a dot between two columns is their dot product."""
        shapes = self.names.shapes
        if dot and shapes and kind_of(factor, shapes) == "column":
            cut = len(factors) - 1
            while cut and kind_of(factors[cut - 1], shapes) != "number":
                cut -= 1
            left = product(factors[cut:])
            if kind_of(left, shapes) == "column":
                factors[cut:] = [Call("dot", (left, factor))]
                return
        factors.append(factor)

    def divisor(self) -> Expr:
        """What is divided by: one factor, or with the other reading all that stand side by side."""
        start = self.token.start
        below = self.signed(self.power)
        if "tight" in self.lexer.other:
            factors = [below]
            while self.stands_beside():
                factors.append(self.beside())
            below = self.placed(product(factors), start)
        return below

    def elementwise(self, left: Expr, start: int) -> Expr:
        kind = self.advance().kind
        right = self.signed(self.power)
        if kind == "⊗":
            return self.placed(product([left, Call("transpose", (right,))]), start)
        if kind in (".*", "⊙"):
            if isinstance(left, Number) or isinstance(right, Number):
                return self.placed(product([left, right]), start)
            return self.placed(Call("hadamard", (left, right)), start)
        return self.placed(Call("hadamard_division", (left, right)), start)

    # powers

    def power(self) -> Expr:
        """A primary with its factorials, primes and exponent."""
        start = self.token.start
        node = self.postfixes(self.nested(self.primary, (start, self.token.end)), start)
        while self.token.kind in ("^", "superscript", ".^"):
            dotted = self.token.kind == ".^"
            superscript = self.token.kind == "superscript"
            exponent = self.exponent()
            if exponent is None:
                node = self.placed(Call("transpose", (node,)), start)
            elif dotted and not isinstance(node, Number):
                node = self.placed(Call("hadamard_power", (node, exponent)), start)
            else:
                node = self.placed(Power(node, self.more_exponent(node, exponent)), start)
            node = self.postfixes(node, start)
            if superscript and self.token.kind in ("^", "superscript"):
                raise Problem("powers", (self.token.start, self.token.end))
        return node

    def postfixes(self, node: Expr, start: int) -> Expr:
        while self.token.kind in ("!", "'"):
            token = self.token
            if token.kind == "'" and not self.names.matrices:
                raise self.unexpected()
            if token.kind == "!" and self.previous.kind == "!":
                raise Problem("factorials", (token.start, token.end))
            self.advance()
            node = self.placed(Call("factorial" if token.kind == "!" else "transpose", (node,)), start)
        return node

    def exponent(self) -> Expr | None:
        """What follows ``^``; None where it is the mark of a transpose."""
        token = self.token
        self.lexer.exponent = True
        if token.kind == "superscript":
            self.openers.append((token.start, token.end))
            self.advance()
            node = self.transpose_or(self.expression)
            self.lexer.exponent = False
            self.expect("shut")
            return node
        self.advance()
        brace = self.token.kind == "{"
        if not brace:
            node = self.transpose_or(lambda: self.signed(self.power))
            self.lexer.exponent = False
            return node
        self.openers.append((self.token.start, self.token.end))
        self.advance()
        in_bars, self.in_bars = self.in_bars, False
        node = self.transpose_or(self.expression)
        self.lexer.exponent, self.in_bars = False, in_bars
        self.expect("}")
        return node

    def transpose_or(self, parse: Callable[[], Expr]) -> Expr | None:
        if self.token.kind == "transpose":
            self.lexer.exponent = False
            self.advance()
            return None
        if self.token.kind != "-":
            self.lexer.exponent = False
        return self.nested(parse, (self.token.start, self.token.end))

    def more_exponent(self, base: Expr, exponent: Expr) -> Expr:
        """The exponent, or with the other reading what stands right after it too: ``e^2x``, ``x^1/2``."""
        token = self.token
        bare = self.previous.kind in ("number", "variable") and not token.spaced
        if not bare:
            return exponent
        if token.kind in ("variable", "constant") and isinstance(base, Number | Constant):
            if self.lexer.choose("exponent", Message("read.notice.exponent")):
                factors = [exponent]
                while self.token.kind in _SIMPLE and not self.token.spaced:
                    factors.append(self.power())
                return product(factors)
        if token.kind == "/" and isinstance(exponent, Number | Negative):
            halves = exponent in (_ONE, Negative(_ONE))
            if self.lexer.choose("root", Message("read.notice.root") if halves else None):
                self.advance()
                below = self.power()
                if isinstance(exponent, Negative):
                    return Negative(Quotient(exponent.operand, below))
                return Quotient(exponent, below)
        return exponent

    # primaries

    def primary(self) -> Expr:
        """A number, a name, a function with its argument, or a bracket."""
        if self.given is not None:
            node, self.given = self.given, None
            return node
        read = _PRIMARIES.get(self.token.kind)
        if read is None:
            raise self.missing()
        start = self.token.start
        return self.placed(read(self), start)

    def number(self) -> Expr:
        number = self.advance().number
        assert number is not None
        if self.token.kind == "virtual":
            raise Problem("numbers", (self.token.start, self.token.end))
        if number == _ONE and self.token.kind in ("[", "{", "_") and not self.token.spaced:
            return brackets.one(self, number)
        return number

    def variable(self) -> Expr:
        return Symbol(self.advance().text)

    def constant(self) -> Expr:
        return Constant(self.advance().text)

    def special(self) -> Expr:
        """The identity, a vector of ones or of zeros, the size perhaps as a subscript."""
        token = self.advance()
        if token.kind != "identity":
            if token.kind == "ones" and self.token.kind in ("[", "_"):
                return brackets.one(self, _ONE)
            return Call(token.kind, ())
        if token.text == "I":
            return Call("identity", ())
        return Call(
            "identity", (Number(Fraction(token.text), token.text) if token.text.isdigit() else Symbol(token.text),)
        )

    def virtual(self) -> Expr:
        """A fraction of one character: ``½``."""
        self.openers.append((self.token.start, self.token.end))
        self.advance()
        node = self.expression()
        self.expect("shut")
        return node

    def root(self) -> Expr:
        """``√2x`` is ``√2·x``."""
        self.advance()
        argument = self.power()
        if (
            self.token.kind in _SIMPLE
            and not self.token.spaced
            and self.lexer.choose("root-run", Message("read.notice.root-run"))
        ):
            factors = [argument]
            while self.token.kind in _SIMPLE and not self.token.spaced:
                factors.append(self.power())
            argument = product(factors)
        return Call("sqrt", (argument,))

    # functions

    def function(self) -> Expr:
        """A function with its power and its argument: ``sin x``, ``sin^2(x)``, ``max(0, z)``, ``sqrt[3]{x}``."""
        token = self.advance()
        name, start = token.text, token.start
        function = FUNCTIONS.get(name)
        bare = function is None or function.bare
        if name == "sqrt" and self.token.kind == "[":
            return brackets.indexed_root(self)
        if function is not None and function.kind == "size" and self.token.kind != "(":
            return Call(name, ())
        if self.token.kind in ("^", "superscript") and function is not None:
            if not bare or name in ("exp", "sqrt", "abs"):
                raise Problem("function.power", (self.token.start, self.token.end), function=name)
            return self.function_power(name, start)
        if not bare and self.token.kind not in ("(", "[", "{"):
            raise Problem("argument", (self.token.start, self.token.end), function=name)
        return self.applied(name, start)

    def function_power(self, name: str, start: int) -> Expr:
        exponent = self.exponent()
        if exponent is None:
            raise Problem("function.power", (start, self.previous.end), function=name)
        if exponent == Negative(_ONE) and name in INVERSES:
            notice = Message("read.notice.inverse", {"inverse": INVERSES[name], "function": name})
            if not self.lexer.choose("inverse", notice):
                return self.applied(INVERSES[name], start)
        return Power(self.placed(self.applied(name, start), start), exponent)

    def applied(self, name: str, start: int) -> Expr:
        """A function of its arguments, in brackets or as the run after it."""
        function = FUNCTIONS.get(name)
        vector = function is not None and function.kind == "vector"
        if self.token.kind in ("(", "{") or (self.token.kind == "[" and not vector):
            arguments, commas = brackets.arguments(self)
        else:
            arguments, commas = [self.argument(name)], []
        if function is not None:
            if function.most is not None and len(arguments) > function.most:
                place = commas[max(0, function.most - 1)] if commas else (start, self.previous.end)
                raise Problem("arguments", place, function=name, n=function.most)
            if len(arguments) < function.least:
                raise Problem("arguments", (start, self.previous.end), function=name, n=function.least)
        return Call(name, tuple(arguments))

    def argument(self, name: str) -> Expr:
        """The run after a function without brackets: numbers, names and constants side by side, or one bracket."""
        if self.token.kind == "-":
            return self.signed(lambda: self.argument(name))
        kind, start = self.token.kind, self.token.start
        if kind not in _STARTS and not (kind == "|" and not (self.in_bars and self.previous.kind == "|")):
            at = (self.token.start, self.token.end)
            raise self.missing() if kind == "end" and self.openers else Problem("argument", at, function=name)
        factors, constant = [self.power()], kind in ("number", "constant")
        while kind in _SIMPLE and self.continues(constant):
            kind = self.token.kind
            constant = constant and kind in ("number", "constant")
            factors.append(self.power())
        argument = self.placed(product(factors), start) if len(factors) > 1 else factors[0]
        if self.token.kind == "/" and not self.token.spaced and kind in _SIMPLE:
            if self.lexer.choose("argument", Message("read.notice.argument", {"function": name})):
                self.advance()
                argument = self.placed(Quotient(argument, self.power()), start)
        return argument

    def continues(self, constant: bool) -> bool:
        """Whether the run of an argument goes on with the current token: ``sin 2 pi x``, ``sinh xy``, not ``sin x e^x``."""
        token = self.token
        if token.kind == "(":
            return self.previous.kind == "number" and constant
        if token.kind not in _SIMPLE or (token.kind == "number" and self.previous.kind == "number"):
            return False
        if constant:
            return True
        if token.kind == "constant" and token.text == "e":
            return False
        return not token.spaced or self.lexer.choose("spaced", None)

    def rewritten(self) -> Expr:
        """A function that is read as others, such as ``log_2 x``."""
        return rewritten(self)


_OPERATORS = frozenset("+ - * · / ^ .* ./ .^ ⊙ √".split())
_PRIMARIES: Mapping[str, Callable[[Parser], Expr]] = {
    "number": Parser.number,
    "variable": Parser.variable,
    "constant": Parser.constant,
    "function": Parser.function,
    "rewritten": Parser.rewritten,
    **dict.fromkeys(("identity", "ones", "zeros"), Parser.special),
    "virtual": Parser.virtual,
    "√": Parser.root,
    "(": brackets.round_bracket,
    "[": brackets.square_bracket,
    "{": brackets.brace,
    "|": brackets.bars,
    "‖": brackets.norm,
    "frac": brackets.fraction,
    "sqrt": brackets.latex_root,
    "begin": brackets.environment,
}
