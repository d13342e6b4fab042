"""The grammar: a top-down operator-precedence parser from tokens to the frozen tree.

House rules: ``1/2x`` goes from left to right; ``sin 2x`` takes the run of numbers and names after it and stops at a
bracket or another function; ``sin^-1`` is the inverse; ``-x^2`` is ``-(x^2)``; powers go from right to left.
Where a rule decides between two readings people mean, `Lexer.choose` notes it and the other one can be asked for.
"""

import re
from collections.abc import Callable
from fractions import Fraction

from tutor.answers import brackets, latex_groups
from tutor.answers.application import SIMPLE, product
from tutor.answers.complaints import missing, unexpected
from tutor.answers.kinds import Kind, kind_of
from tutor.answers.lexer import Lexer
from tutor.answers.names import Names
from tutor.answers.operands import OPERANDS
from tutor.answers.tokens import ReadError, Token
from tutor.answers.tree import Call, Constant, Expr, Indicator, Negative, Number, Power, Quotient, Span, Sum
from tutor.words import Message

DEEPEST = 40

_ONE = Number(Fraction(1), "1")
_ELEMENTWISE = frozenset((".*", "⊙", "./", "⊗"))
_ELEMENTWISE_EXPONENT = re.compile(r" *\{ *(?:\\odot|\\circ|⊙)")
_INVERSE_TRANSPOSE = re.compile(r" *(?:\{ *- *(?:T|\\top|\\intercal) *\}|- *T(?![A-Za-z]))")


class Parser:
    """One reading of a folded text. `other` names the ambiguities to be read the other way, `met` those met.

    `places` are the places of the nodes by their identity, `openers` those of the brackets that are open. `given` is an
    operand already read, to go on from.
    """

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

    def advance(self) -> Token:
        """Take the current token."""
        self.previous = self.token
        self.token = self.lexer.next()
        return self.previous

    def expect(self, kind: str) -> Token:
        """Take the closing token of a bracket; its opener is the last of `openers`."""
        if self.token.kind != kind:
            raise unexpected(self)
        self.openers.pop()
        return self.advance()

    def placed(self, node: Expr, start: int) -> Expr:
        """A node, with its place in the text remembered."""
        self.places[id(node)] = (node, (start, self.previous.end))
        return node

    def nested(self, parse: Callable[[], Expr], at: Span) -> Expr:
        """Parse one level deeper, within the limit."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise ReadError("deep", at)
        node = parse()
        self.depth -= 1
        return node

    def kind_of(self, node: Expr) -> Kind:
        """Number, column, row or matrix."""
        return kind_of(node, self.names.shapes)

    # sums and products

    def expression(self) -> Expr:
        """A sum of signed terms."""
        start = self.token.start
        terms = [self.signed(self.product)]
        while self.token.kind in ("+", "-"):
            terms.append(self.signed(self.product))
        return terms[0] if len(terms) == 1 else self.placed(Sum(tuple(terms)), start)

    def signed(self, parse: Callable[[], Expr]) -> Expr:
        """What is parsed after any signs."""
        start, minus = self.token.start, 0
        while self.token.kind in ("+", "-") and self.given is None:
            minus += self.advance().kind == "-"
        if minus > DEEPEST:
            raise ReadError("deep", (start, self.previous.end))
        node = parse()
        for _ in range(minus):
            node = self.placed(Negative(node), start)
        return node

    def product(self) -> Expr:
        """Factors, divisors and what stands side by side, from left to right."""
        start = self.token.start
        factors, divided, divisions = [self.power()], False, 0
        while True:
            kind = self.token.kind
            if kind in ("*", "·", "×"):
                self.advance()
                self.multiply(factors, self.signed(self.power), kind)
            elif kind == "/":
                self.advance()
                divisions += 1
                if divisions > DEEPEST:
                    raise ReadError("deep", (start, self.previous.end))
                above = self.placed(product(factors), start)
                factors = [self.placed(Quotient(above, self.divisor()), start)]
            elif kind in _ELEMENTWISE:
                factors = [self.placed(self.elementwise(product(factors)), start)]
            elif self.stands_beside():
                if divided:
                    self.lexer.choose("tight", Message("read.notice.quotient"))
                factors.append(self.beside())
            else:
                return self.placed(product(factors), start)
            divided = kind == "/"

    def begins_operand(self) -> bool:
        """Whether the current token begins an operand without a sign."""
        return self.token.kind in OPERANDS and self.token.kind != "<"

    def stands_beside(self) -> bool:
        """Whether the current token begins a factor that needs no operator before it."""
        kind = self.token.kind
        if kind in ("|", "‖"):
            return not (self.in_bars if kind == "|" else self.in_norm)
        if kind == "number":
            return self.previous.kind not in ("number", "shut")
        return self.begins_operand()

    def beside(self) -> Expr:
        """A factor written beside another one; ``x[0]`` takes no element."""
        token, before = self.token, self.previous
        node = self.power()
        touching = token.kind == "[" and before.kind in ("variable", "constant") and not token.spaced
        if touching and not isinstance(node, Indicator):
            raise ReadError("index", (token.start, self.previous.end))
        return node

    def multiply(self, factors: list[Expr], factor: Expr, operator: str) -> None:
        """Append a factor; a dot between two columns is their dot product, a cross their cross product."""
        if operator != "*" and self.names.shapes and self.kind_of(factor) == "column":
            cut = len(factors) - 1
            while cut and self.kind_of(factors[cut - 1]) != "number":
                cut -= 1
            left = product(factors[cut:])
            if self.kind_of(left) == "column":
                factors[cut:] = [Call("dot" if operator == "·" else "cross", (left, factor))]
                return
        factors.append(factor)

    def divisor(self) -> Expr:
        """What is divided by: one factor, or with the other reading all that stand side by side."""
        start = self.token.start
        factors = [self.signed(self.power)]
        while "tight" in self.lexer.other and self.stands_beside():
            factors.append(self.beside())
        return self.placed(product(factors), start)

    def elementwise(self, left: Expr) -> Expr:
        """``x .* y``, ``x ./ y``, ``x ⊗ y``; between numbers they are the plain operations."""
        if self.token.kind == "⊗" and not self.names.matrices:
            raise unexpected(self)
        kind = self.advance().kind
        right = self.signed(self.power)
        if kind == "⊗":
            return product([left, self.transposed(right)])
        if kind == "./":
            plain = self.kind_of(right) == "number"
            return Quotient(left, right) if plain else Call("hadamard_division", (left, right))
        plain = "number" in (self.kind_of(left), self.kind_of(right))
        return product([left, right]) if plain else Call("hadamard", (left, right))

    # powers

    def power(self) -> Expr:
        """A primary with its factorials, primes and exponent."""
        start = self.token.start
        node = self.postfixes(self.nested(self.primary, self.token.at), start)
        while self.token.kind in ("^", "superscript", ".^"):
            operator = self.token.kind
            node = self.postfixes(self.placed(self.raised(node), start), start)
            if operator == "superscript" and self.token.kind in ("^", "superscript"):
                raise ReadError("powers", self.token.at)
        return node

    def raised(self, base: Expr) -> Expr:
        """A base with the exponent that the current token begins; ``A^-T`` is the inverse, transposed."""
        dotted = self.token.kind == ".^" or self.lexer.match(_ELEMENTWISE_EXPONENT) is not None
        if self.names.matrices and self.lexer.skip(_INVERSE_TRANSPOSE):
            self.advance()
            return self.transposed(Power(base, Negative(_ONE)))
        exponent = self.exponent()
        if exponent is None:
            return self.transposed(base)
        if dotted and not self.kind_of(base) == self.kind_of(exponent) == "number":
            return Call("hadamard_power", (base, exponent))
        return Power(base, self.more_exponent(base, exponent))

    def transposed(self, node: Expr) -> Expr:
        """The transpose; ``1^T`` is the row of ones."""
        if isinstance(node, Number) and self.names.matrices and node.digits in ("0", "1"):
            node = Call("ones" if node.digits == "1" else "zeros", ())
        return Call("transpose", (node,))

    def postfixes(self, node: Expr, start: int) -> Expr:
        """A node with the factorials and the primes after it; a prime transposes."""
        while self.token.kind in ("!", "'"):
            if self.token.kind == "'" and not self.names.matrices:
                raise unexpected(self)
            if self.token.kind == "!" and self.previous.kind == "!":
                raise ReadError("factorials", self.token.at)
            mark = self.advance().kind
            node = self.placed(Call("factorial", (node,)) if mark == "!" else self.transposed(node), start)
        return node

    def exponent(self) -> Expr | None:
        """What follows ``^``, or a raised run; None where it is the mark of a transpose."""
        self.lexer.exponent = True
        closer = "shut" if self.token.kind == "superscript" else "}"
        if closer == "}":
            self.advance()
            if self.token.kind != "{":
                return self.transpose_or(lambda: self.signed(self.power))
        return brackets.enclosed(self, closer, lambda: self.transpose_or(self.expression))

    def transpose_or(self, parse: Callable[[], Expr]) -> Expr | None:
        """An exponent, or None for ``T``."""
        self.lexer.exponent = False
        if self.token.kind in ("transpose", "⊙") and self.advance().kind == "transpose":
            return None
        return self.nested(parse, self.token.at)

    def more_exponent(self, base: Expr, exponent: Expr) -> Expr:
        """The exponent, or with the other reading what stands right after it too: ``e^2x``, ``x^1/2``."""
        token = self.token
        if self.previous.kind not in ("number", "variable") or token.spaced:
            return exponent
        if token.kind in ("variable", "constant") and isinstance(base, Number | Constant):
            if self.lexer.choose("exponent", Message("read.notice.exponent")):
                return self.with_touching(exponent)
        elif token.kind == "/" and isinstance(exponent, Number | Negative):
            likely = exponent in (_ONE, Negative(_ONE))
            if self.lexer.choose("root", Message("read.notice.root") if likely else None):
                self.advance()
                below = self.power()
                if isinstance(exponent, Negative):
                    return Negative(Quotient(exponent.operand, below))
                return Quotient(exponent, below)
        return exponent

    def with_touching(self, first: Expr) -> Expr:
        """The product with the numbers and names that stand right after it."""
        factors = [first]
        while self.token.kind in SIMPLE and not self.token.spaced:
            factors.append(self.power())
        return product(factors)

    # primaries

    def primary(self) -> Expr:
        """A number, a name, a function with its argument, or a bracket."""
        if self.given is not None:
            node, self.given = self.given, None
            return node
        read = OPERANDS.get(self.token.kind)
        if read is None:
            raise missing(self)
        start = self.token.start
        return self.placed(read(self), start)

    def cases_environment(self) -> Expr:
        """The branches of a LaTeX environment."""
        return latex_groups.cases_environment(self)
