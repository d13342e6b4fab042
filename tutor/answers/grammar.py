"""The grammar: a top-down operator-precedence parser from tokens to the frozen tree.

House rules: ``1/2x`` goes from left to right; ``sin 2x`` takes the run of numbers and names after it and stops at a
bracket or another function; ``sin^-1`` is the inverse; ``-x^2`` is ``-(x^2)``; powers go from right to left.
Where a rule decides between two readings people mean, `Lexer.choose` notes it and the other one can be asked for.
"""

from tutor.answers import powers, products
from tutor.answers.operands import OPERANDS
from tutor.answers.parser import DEEPEST, ONE, Parser, product
from tutor.answers.tokens import ReadError
from tutor.answers.tree import Call, Expr, Indicator, Negative, Power, Quotient, Sum
from tutor.words import Message

_ELEMENTWISE = frozenset((".*", "⊙", "./", "⊗"))


class Grammar(Parser):
    """Sums of products of powers of operands."""

    def expression(self) -> Expr:
        r"""A sum of signed terms; ``\over`` divides all of it by all that comes after."""
        start = self.token.start
        terms = [self.signed(self.product)]
        while self.token.kind in ("+", "-"):
            terms.append(self.signed(self.product))
        total = terms[0] if len(terms) == 1 else self.placed(Sum(tuple(terms)), start)
        if self.token.kind != "over":
            return total
        at = self.advance().at
        return self.placed(Quotient(total, self.nested(self.expression, at)), start)

    def product(self) -> Expr:
        """Factors, divisors and what stands side by side, from left to right."""
        start = self.token.start
        factors, divided, divisions = [self.power()], False, 0
        while True:
            kind = self.token.kind
            if kind in ("*", "·", "×", "@"):
                self.advance()
                products.multiply(self, factors, self.signed(self.power), kind)
            elif kind == "/":
                self.advance()
                divisions += 1
                if divisions > DEEPEST:
                    raise ReadError("deep", (start, self.previous.end))
                above = self.placed(product(factors), start)
                factors = [self.placed(products.divide(self, above, self.divisor()), start)]
            elif kind == "\\":
                self.advance()
                inverse = self.placed(Power(product(factors), Negative(ONE)), start)
                factors = [inverse, self.signed(self.power)]
            elif kind in _ELEMENTWISE:
                factors = [self.placed(self.elementwise(product(factors)), start)]
            elif self.stands_beside():
                if divided:
                    self.lexer.choose("tight", Message("read.notice.quotient"))
                products.multiply(self, factors, self.beside())
            else:
                return self.placed(product(factors), start)
            divided = kind == "/"

    def stands_beside(self) -> bool:
        """Whether the current token begins a factor that needs no operator before it."""
        kind = self.token.kind
        if kind in ("|", "‖"):
            return not (self.in_bars if kind == "|" else self.in_norm)
        if kind == "number":
            transposed = self.lexer.text[self.previous.end - 1] == "ᵀ"
            return self.previous.kind != "number" and (self.previous.kind != "shut" or transposed)
        return self.begins_operand()

    def beside(self) -> Expr:
        """A factor written beside another one; ``x[0]`` takes no element."""
        token, before = self.token, self.previous
        node = self.power()
        touching = token.kind == "[" and before.kind in ("variable", "constant") and not token.spaced
        if touching and not isinstance(node, Indicator | Sum):
            raise ReadError("index", (token.start, self.previous.end))
        return node

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
            raise self.unexpected()
        kind = self.advance().kind
        right = self.signed(self.power)
        if kind == "⊗":
            return product([left, powers.transposed(self, right)])
        if kind == "./":
            plain = self.kind_of(right) == "number"
            return Quotient(left, right) if plain else Call("hadamard_division", (left, right))
        plain = "number" in (self.kind_of(left), self.kind_of(right))
        return product([left, right]) if plain else Call("hadamard", (left, right))

    def power(self) -> Expr:
        """A primary with its factorials, primes and exponents."""
        return powers.power(self)

    def primary(self) -> Expr:
        """A number, a name, a function with its argument, or a bracket."""
        if self.given is not None:
            node, self.given = self.given, None
            return node
        read = OPERANDS.get(self.token.kind)
        if read is None:
            raise self.missing()
        start = self.token.start
        return self.placed(read(self), start)

    def begins_operand(self) -> bool:
        """Whether the current token begins an operand without a sign."""
        return self.token.kind in OPERANDS and self.token.kind not in ("<", "if", "superscript")
