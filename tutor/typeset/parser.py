"""Tokens → tree, by recursive descent. What a command does is a handler of a table (`commands.COMMANDS`)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from tutor.typeset.errors import TypesetError
from tutor.typeset.lexer import Token, tokens
from tutor.typeset.macros import expanded
from tutor.typeset.nodes import (
    EMPTY,
    Brace,
    Delimiter,
    Fenced,
    Fraction,
    Marked,
    Node,
    Operator,
    Row,
    Scripts,
    Space,
    Style,
    Symbol,
    items,
    row,
)
from tutor.typeset.pairing import paired
from tutor.typeset.symbols import ALPHABETS, BIG_SIGNS, CHARACTERS, GREEK, OPERATORS, SPACES, STYLES, SWITCHES, SYMBOLS

MAX_DEPTH = 40
INFIX = {
    "over": (True, "", ""),
    "atop": (False, "", ""),
    "choose": (False, "(", ")"),
    "brace": (False, "{", "}"),
    "brack": (False, "[", "]"),
}
"""Commands between the two parts of a fraction: whether it has a bar, and its brackets."""
_STOPS = frozenset({"right", "end", "\\", "cr", "middle", "tabularnewline", "newline", "of"})
_ARGUMENT = Operator("arg")
_SCRIPT_SIGNS = frozenset({"^", "_", "'", "’", "limits", "nolimits"})
_UPRIGHT = frozenset(name for name in GREEK if name[0].isupper() and not name.startswith("var"))

Handler = Callable[["Parser", Token], Node]


@dataclass(slots=True)
class Parser:
    """Reads one source. Handlers use `group`, `optional`, `parts`, `fail`; each moves on past what it read."""

    source: str
    handlers: Mapping[str, Handler]
    style: Style | None = None
    alphabet: Mapping[str, str] = field(default_factory=dict)
    place: int = 0
    depth: int = 0
    tokens: list[Token] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = expanded(tokens(self.source))

    @property
    def ahead(self) -> Token:
        """The next token, not yet read."""
        return self.tokens[self.place]

    def take(self) -> Token:
        """The next token, read. The end is never passed."""
        token = self.tokens[self.place]
        if token.kind != "end":
            self.place += 1
        return token

    def meets(self, text: str, kind: str = "character") -> bool:
        """Whether a certain token comes next; if so it is read."""
        token = self.ahead
        if token.kind == kind and token.text == text:
            self.place += 1
            return True
        return False

    def fail(self, reason: str, at: Token, **details: str | int) -> TypesetError:
        """The error to raise about a token."""
        return TypesetError(f"typeset.{reason}", at.offset, **details)

    def written(self, token: Token) -> str:
        """A token as it stands in the source."""
        return "\\" + token.text if token.kind == "command" else token.text

    def parts(self, closers: Collection[str] = ()) -> list[Node]:
        """Everything up to a token that ends a group, a cell or a fence or is a closer; that token stays unread."""
        style, alphabet, depth = self.style, self.alphabet, self.depth
        self.descend()
        found: list[Node] = []
        while not self.ends(token := self.ahead, closers):
            if token.text in INFIX and token.kind == "command":
                found = [self._infix(self.take(), found, closers)]
                break
            node = self.atom()
            if isinstance(node, Space):
                found += [node] * (node.cells > 0)
                continue
            if isinstance(node, Delimiter) and node.size:
                self._count_big(node, depth + 1)
            found.append(self.scripted(self._on_its_own(node, token, found)))
        self.style, self.alphabet, self.depth = style, alphabet, depth
        return paired(found)

    def _on_its_own(self, node: Node, token: Token, found: list[Node]) -> Node:
        r"""What a script after a thing belongs to, and how it keeps its distance.

        ``{,}`` is no comma of a list, ``\arg\min`` is one operator, ``\mathbf{AB}^T`` is A times the transpose of B,
        and the sign of ``\color{red}{+ x}`` stands between what is before it and x.
        """
        if isinstance(node, Symbol):
            grouped = token.text == "{" and token.kind == "character"
            return replace(node, atom="ord") if grouped and node.atom != "ord" else node
        if isinstance(node, Operator):
            if node.name in ("min", "max") and found and found[-1] == _ARGUMENT:
                return Operator(f"arg {node.name}", bool(found.pop()))
        elif isinstance(node, Row) and token.text in STYLES and all(isinstance(part, Symbol) for part in node.items):
            found += node.items[:-1]
            return node.items[-1] if node.items else node
        elif isinstance(node, Marked) and isinstance(node.body, Row) and _is_binary(node.body):
            found += [replace(node, body=part) for part in node.body.items[:-1]]
            return replace(node, body=node.body.items[-1])
        return node

    def _infix(self, at: Token, left: list[Node], closers: Collection[str]) -> Node:
        r"""``a \over b`` and its like: everything before in the group over everything after."""
        bar, opening, closing = INFIX[at.text]
        fraction = Fraction(row(paired(left)), row(self.parts(closers)), bar)
        return Fenced(opening, fraction, closing) if opening else fraction

    def _count_big(self, node: Delimiter, floor: int) -> None:
        r"""Brackets of ``\bigl( … \bigr)`` nest without a group."""
        if node.atom == "open":
            self.descend()
        elif node.atom == "close":
            self.depth = max(floor, self.depth - 1)

    def descend(self) -> None:
        """Count one more level of nesting, whatever makes it."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.fail("too_deep", self.ahead, limit=MAX_DEPTH)

    def ends(self, token: Token, closers: Collection[str] = ()) -> bool:
        """Whether a token ends a group, a cell or a fence or is a closer."""
        if token.kind == "character":
            return token.text in "}&" or token.text in closers
        return token.kind == "end" or (token.kind == "command" and token.text in _STOPS)

    def group(self, at: Token) -> Node:
        """A command's argument: a braced group, a command with its own arguments, or one character."""
        token = self.ahead
        if token.kind == "end" or (token.kind == "character" and token.text in "}&^_") or token.text in _STOPS:
            raise self.fail("missing_argument", at, command=self.written(at))
        if token.kind == "character" and token.text.isdecimal():
            return self._symbol(self.take().text)
        self.descend()
        node = self.atom()
        self.depth -= 1
        return node

    def optional(self) -> Node | None:
        """An argument in square brackets, if there is one."""
        opening = self.ahead
        if not self.meets("["):
            return None
        found = self.parts("]")
        if not self.meets("]"):
            raise self.fail("unclosed", opening, opening="[")
        return row(found)

    def raw(self, at: Token) -> str:
        """A braced argument that is not mathematics (a name, a length), as written."""
        opening = self.ahead
        if not self.meets("{"):
            raise self.fail("missing_argument", at, command=self.written(at))
        found: list[str] = []
        depth = 1
        while depth:
            token = self.take()
            if token.kind == "end":
                raise self.fail("unclosed", opening, opening="{")
            depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "character" else 0
            found.append(" " * token.spaced + self.written(token))
        return "".join(found[:-1]).strip()

    def styled(self, at: Token, style: Style | None, alphabet: Mapping[str, str] | None = None) -> Node:
        """An argument read with its letters in a style."""
        before = self.style, self.alphabet
        self.style, self.alphabet = style, alphabet or {}
        node = self.group(at)
        self.style, self.alphabet = before
        return node

    def atom(self) -> Node:
        """One thing, without its scripts."""
        token = self.ahead
        if token.kind == "command":
            return self._command(self.take())
        if token.text == "{":
            self.take()
            found = self.parts()
            if not self.meets("}"):
                raise self._left_open(token, "{")
            return joined(row(found))
        if token.text in "^_'’":
            return Row(())
        if token.text.isdecimal() or (token.text == "." and self._digit_follows()):
            return self._number()
        if token.text in "}&":
            raise self.fail("unexpected", token, found=token.text)
        self.take()
        if token.text == "~":
            return Space(1)
        if token.text == "$":
            raise self.fail("unexpected", token, found="$")
        if token.text == ":" and self.meets("="):
            return Symbol(":=", "rel")
        return self._symbol(token.text)

    def _left_open(self, opening: Token, written: str) -> TypesetError:
        """What is wrong where a closing bracket should stand: the stranger found there, or the bracket left open."""
        found = self.ahead
        if found.kind == "end":
            return self.fail("unclosed", opening, opening=written)
        return self.fail("unexpected", found, found=self.written(found))

    def _number(self) -> Node:
        digits = self.take().text
        while (token := self.ahead).kind == "character" and not token.spaced:
            if token.text == "{" and (mark := self._mark_in_number()):
                self.place += 3
                digits += mark
            elif token.text.isdecimal() or (token.text == "." and "." not in digits and self._digit_follows()):
                digits += self.take().text
            else:
                break
        return Symbol(digits, "ord", "bold" if self.style == "bold" else "plain")

    def _digit_follows(self) -> bool:
        after = self.tokens[self.place + 1]
        return after.kind == "character" and after.text.isdecimal() and not after.spaced

    def _mark_in_number(self) -> str:
        """The ``,`` of ``1{,}5``; empty where the group is something else."""
        written = "".join(token.text for token in self.tokens[self.place : self.place + 4])
        return written[1] if written[:3] in ("{,}", "{.}") and written[3:].isdecimal() else ""

    def _symbol(self, text: str) -> Node:
        if text in BIG_SIGNS:
            return Operator(text, BIG_SIGNS[text])
        if text in self.alphabet:
            return Symbol(self.alphabet[text])
        sign, atom = CHARACTERS.get(text, (text, "ord"))
        return Symbol(sign, atom, self.letter_style(sign) if atom == "ord" else "plain")

    def letter_style(self, sign: str, upright: bool = False) -> Style:
        """The style of a letter here: what a command asked for, else italic for variables."""
        if self.style is not None and sign[0].isalnum():
            return self.style
        return "italic" if sign[0].isalpha() and sign not in "∂∇" and not upright else "plain"

    def _command(self, token: Token) -> Node:
        name = token.text
        if name in SYMBOLS:
            sign, atom = SYMBOLS[name]
            if atom != "ord":
                return Symbol(sign, atom)
            if self.style == "bold":
                return Symbol(sign, atom, "bold")
            return Symbol(
                sign, atom, self.letter_style(sign, name in _UPRIGHT) if name in GREEK or len(sign) > 1 else "plain"
            )
        if name in OPERATORS:
            return Operator(*OPERATORS[name])
        if name in SPACES:
            return Space(SPACES[name])
        if name in SWITCHES:
            self.style, self.alphabet = SWITCHES[name], ALPHABETS["mathcal"] if name == "cal" else {}
            return Space(0)
        if name in self.handlers:
            return self.handlers[name](self, token)
        if name in _STOPS:
            raise self.fail("unexpected", token, found=self.written(token))
        raise self.fail("unknown_command", token, command=self.written(token))

    def scripted(self, base: Node) -> Node:
        """A thing with the scripts that follow it."""
        if self.ahead.text not in _SCRIPT_SIGNS:
            return base
        scripts: dict[str, Node] = {}
        primes = 0
        stacked = isinstance(base, Brace) or (isinstance(base, Operator) and base.limits)
        while True:
            token = self.ahead
            if token.kind == "command" and token.text in ("limits", "nolimits"):
                stacked = self.take().text == "limits"
            elif token.kind == "character" and token.text in "'’":
                self.take()
                primes += 1
            elif token.kind == "character" and token.text in ("^", "_"):
                self.take()
                if token.text in scripts:
                    raise self.fail("double_script", token, script=token.text)
                scripts[token.text] = self.group(token)
            else:
                break
        if primes:
            marks = Symbol("′" * primes)
            scripts["^"] = Row((marks, scripts["^"])) if "^" in scripts else marks
        sub, sup = (None if script == EMPTY else script for script in (scripts.get("_"), scripts.get("^")))
        return Scripts(base, sub, sup, stacked) if sub or sup else base


def _is_binary(body: Row) -> bool:
    return bool(body.items) and isinstance(body.items[0], Symbol) and body.items[0].atom == "bin"


def joined(node: Node) -> Node:
    r"""Upright letters side by side are one name: ``\mathrm{diag}``, ``{\rm diag}``; with room between, several."""
    parts = [part for part in items(node) if part != Space(0)]
    if len(parts) < 2 or not all(isinstance(part, Space) or _is_upright(part) for part in parts):
        return node
    names = (list(run) for _, run in groupby(parts, key=lambda part: isinstance(part, Space)))
    return row([part for run in names for part in (run if isinstance(run[0], Space) else [_name(run)])])


def _name(letters: list[Node]) -> Node:
    return Symbol("".join(letter.text for letter in letters if isinstance(letter, Symbol)))


def _is_upright(part: Node) -> bool:
    if not isinstance(part, Symbol) or part.style != "plain":
        return False
    return part.text.isascii() and part.text.isalnum() and not part.text.isdecimal()
