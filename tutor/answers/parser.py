"""What the rules of the grammar have in common: the current token, what is open, and how they lead to one another."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeVar

from tutor.answers import complaints
from tutor.answers.kinds import Kind, kind_of
from tutor.answers.lexer import Lexer
from tutor.answers.names import Names
from tutor.answers.tokens import ReadError, Token
from tutor.answers.tree import Expr, Negative, Number, Product, Span
from tutor.words import Message

T = TypeVar("T")

DEEPEST = 40
SIMPLE = frozenset(("number", "variable", "constant", "virtual"))
"""What may stand side by side in an argument without brackets."""
ONE, TWO = Number(Fraction(1), "1"), Number(Fraction(2), "2")


class Parser(ABC):
    """One reading of a folded text. `other` names the ambiguities to be read the other way, `met` those met.

    `places` are the places of the nodes by their identity, `openers` those of the brackets that are open. `given` is an
    operand already read, to go on from. The rules are functions of a parser; those that lead back to the top of the
    grammar are its abstract methods.
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

    @abstractmethod
    def expression(self) -> Expr:
        """A sum of signed terms."""

    @abstractmethod
    def product(self) -> Expr:
        """Factors, divisors and what stands side by side, from left to right."""

    @abstractmethod
    def power(self) -> Expr:
        """A primary with its factorials, primes and exponent."""

    @abstractmethod
    def primary(self) -> Expr:
        """A number, a name, a function with its argument, or a bracket."""

    @abstractmethod
    def begins_operand(self) -> bool:
        """Whether the current token begins an operand without a sign."""

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

    def enclosed(self, closer: str, read: Callable[[], T]) -> T:
        """What stands between the current token, an opener, and its closer."""
        self.openers.append(self.token.at)
        in_bars, self.in_bars = self.in_bars, False
        self.advance()
        found = read()
        self.in_bars = in_bars
        self.expect(closer)
        return found

    def unexpected(self) -> ReadError:
        """What to say of the current token, which cannot stand here."""
        return complaints.unexpected(self.token, self.previous, self.openers)

    def missing(self) -> ReadError:
        """What to say of the current token, where an operand should stand."""
        return complaints.missing(self.token, self.previous, self.openers)

    def placed(self, node: Expr, start: int) -> Expr:
        """A node, with its place in the text remembered."""
        self.places[id(node)] = (node, (start, self.previous.end))
        return node

    def nested(self, parse: Callable[[], T], at: Span) -> T:
        """Parse one level deeper, within the limit."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise ReadError("deep", at)
        node = parse()
        self.depth -= 1
        return node

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

    def touching(self, first: Expr) -> Expr:
        """The product of what is read with the numbers and names that stand right after it."""
        factors = [first]
        while self.token.kind in SIMPLE and not self.token.spaced:
            factors.append(self.power())
        return product(factors)

    def kind_of(self, node: Expr) -> Kind:
        """Number, column, row or matrix."""
        return kind_of(node, self.names.shapes)


def product(factors: Sequence[Expr]) -> Expr:
    """The product of one or more factors."""
    return factors[0] if len(factors) == 1 else Product(tuple(factors))
