r"""Commands that a source defines for itself (``\newcommand``, ``\def``, ``\DeclareMathOperator``), written out."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tutor.typeset.errors import TypesetError
from tutor.typeset.lexer import MAX_LENGTH, Token

Tokens = list[Token]


class Macro(NamedTuple):
    """How many arguments a command takes, what it stands for, and the first argument where it may be left out."""

    arity: int
    body: Tokens
    default: Tokens | None = None


def expanded(source: Tokens) -> Tokens:
    """Tokens without definitions, in which every defined command is what it stands for.

    Raises:
        TypesetError: a definition is cut short, or the text that comes of them is longer than a formula may be.
    """
    if _DEFINITIONS.keys().isdisjoint(token.text for token in source):
        return source
    reader = _Reader(source[::-1])
    macros: dict[str, Macro] = {}
    return list(_written_out(reader, macros, source[-1]))


def _written_out(reader: "_Reader", macros: dict[str, Macro], end: Token) -> Iterator[Token]:
    count = 0
    while (token := reader.take()).kind != "end":
        count += 1
        if count > MAX_LENGTH or len(reader.waiting) > 2 * MAX_LENGTH:
            raise TypesetError("typeset.too_long", token.offset, limit=MAX_LENGTH)
        if token.kind == "command" and token.text in _DEFINITIONS:
            _DEFINITIONS[token.text](reader, token, macros)
        elif token.kind == "command" and token.text in macros:
            reader.put(_use(reader, token, macros[token.text]))
        else:
            yield token
    yield end


class _Reader(NamedTuple):
    """The tokens still to be read, the next one last."""

    waiting: Tokens

    def take(self) -> Token:
        """The next token, read; the end is never passed."""
        return self.waiting.pop() if len(self.waiting) > 1 else self.waiting[0]

    def put(self, tokens: Tokens) -> None:
        """Tokens to read next."""
        self.waiting.extend(reversed(tokens))

    def meets(self, text: str) -> bool:
        """Whether a certain character comes next; if so it is read."""
        found = self.waiting[-1].kind == "character" and self.waiting[-1].text == text
        if found:
            self.take()
        return found

    def argument(self, at: Token) -> Tokens:
        """One token, or the tokens of a group without its braces."""
        token = self.take()
        if token.kind == "end":
            raise TypesetError("typeset.missing_argument", at.offset, command="\\" + at.text)
        if token.text != "{" or token.kind != "character":
            return [token]
        return self.until("}", token)

    def until(self, closer: str, opening: Token) -> Tokens:
        """The tokens up to a closing sign outside any braces."""
        found: Tokens = []
        depth = 0
        while (token := self.take()).text != closer or token.kind != "character" or depth:
            if token.kind == "end":
                raise TypesetError("typeset.unclosed", opening.offset, opening=opening.text)
            if token.kind == "character":
                depth += {"{": 1, "}": -1}.get(token.text, 0)
            found.append(token)
        return found

    def optional(self) -> Tokens | None:
        """The tokens in square brackets, if they come next."""
        opening = self.waiting[-1]
        return self.until("]", opening) if self.meets("[") else None

    def name(self, at: Token) -> str:
        """The command that is being defined, in braces or not."""
        named = self.argument(at)
        if len(named) != 1 or named[0].kind != "command":
            raise TypesetError("typeset.missing_argument", at.offset, command="\\" + at.text)
        return named[0].text


def _use(reader: _Reader, at: Token, macro: Macro) -> Tokens:
    """What a command stands for, with its arguments in their places."""
    arguments: list[Tokens] = []
    if macro.default is not None:
        given = reader.optional()
        arguments.append(macro.default if given is None else given)
    while len(arguments) < macro.arity:
        arguments.append(reader.argument(at))
    found: Tokens = []
    body = iter(macro.body)
    for token in body:
        if token.text != "#" or token.kind != "character":
            found.append(token)
        elif (number := next(body, token).text).isdecimal() and 0 < int(number) <= len(arguments):
            found += arguments[int(number) - 1]
    return [found[0]._replace(spaced=at.spaced), *found[1:]] if found else found


def _new_command(reader: _Reader, at: Token, macros: dict[str, Macro]) -> None:
    r"""``\newcommand{\name}[count][default]{body}``."""
    reader.meets("*")
    name = reader.name(at)
    count = "".join(token.text for token in reader.optional() or ())
    default = reader.optional()
    macros[name] = Macro(int(count) if count.isdecimal() else 0, reader.argument(at), default)


def _definition(reader: _Reader, at: Token, macros: dict[str, Macro]) -> None:
    r"""``\def\name#1#2{body}``."""
    name = reader.name(at)
    count = 0
    while reader.meets("#"):
        count += len(reader.argument(at))
    macros[name] = Macro(count, reader.argument(at))


def _alias(reader: _Reader, at: Token, macros: dict[str, Macro]) -> None:
    r"""``\let\name=\other``."""
    name = reader.name(at)
    reader.meets("=")
    other = reader.argument(at)
    macros[name] = macros.get(other[0].text, Macro(0, other)) if other else Macro(0, other)


def _operator(reader: _Reader, at: Token, macros: dict[str, Macro]) -> None:
    r"""``\DeclareMathOperator*{\name}{words}``: with a star its scripts are limits."""
    star = [at._replace(kind="character", text="*")] if reader.meets("*") else []
    name = reader.name(at)
    left, right = (at._replace(kind="character", text=sign) for sign in "{}")
    command = at._replace(text="operatorname")
    macros[name] = Macro(0, [command, *star, left, *reader.argument(at), right])


_DEFINITIONS: dict[str, Callable[[_Reader, Token, dict[str, Macro]], None]] = {
    **dict.fromkeys(("newcommand", "renewcommand", "providecommand", "DeclareRobustCommand"), _new_command),
    **dict.fromkeys(("def", "gdef"), _definition),
    "let": _alias,
    "DeclareMathOperator": _operator,
}
