"""Names: what a run of letters may mean in an exercise, and how ``xysincos`` is split into known names only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from tutor.answers.characters import GREEK, GREEK_LETTERS, SUBSCRIPTS
from tutor.answers.functions import FUNCTIONS, REWRITTEN
from tutor.answers.task import Shape

Dialect = Literal["standard", "single-letter"]
Sort = Literal["variable", "constant", "function", "rewritten", "identity", "unit"]


@dataclass(frozen=True, slots=True)
class Word:
    """A known word: `name` is the declared variable or the canonical name of the function or constant."""

    sort: Sort
    name: str


Pieces = tuple[tuple[int, Word], ...]


@dataclass(frozen=True)
class Names:
    """What an answer may speak of.

    `shapes` are those of the variables that are no scalars; with any of them, ``I`` is the identity and ``x'`` a
    transpose. `functions` are functions the exercise itself declares. In the ``single-letter`` dialect every letter is
    a variable of its own. With `complex`, ``i`` is the imaginary unit. `author` is the dialect of the lessons' own
    formulas (``diff``, ``grad``, ``jacobian``, ``==``). With `lists` a row may be typed as ``(a, b)``, ``{a, b}``,
    ``<a, b>``, ``[a b]`` or without brackets; authors may, but for braces and blanks.
    """

    variables: tuple[str, ...] = ()
    shapes: Mapping[str, Shape] = field(default_factory=dict)
    functions: tuple[str, ...] = ()
    dialect: Dialect = "standard"
    complex: bool = False
    author: bool = False
    lists: bool = False

    @cached_property
    def matrices(self) -> bool:
        """Whether vectors and matrices are spoken of, so that their notations are meant."""
        return self.shaped or self.lists or self.author

    @property
    def rows(self) -> bool:
        """Whether a comma may separate the entries of a row outside square brackets."""
        return self.lists or self.author

    @cached_property
    def shaped(self) -> bool:
        """Whether a variable is a vector or a matrix."""
        return any(self.shapes.values())

    @cached_property
    def units(self) -> bool:
        """Whether ``i``, ``j``, ``k``, ``e_1`` are unit vectors: in a list, where nothing else has these names."""
        taken = self.complex or self.dialect != "standard" or self.author
        return self.lists and not taken and not {"i", "j"} & set(self.variables)

    @cached_property
    def sizes(self) -> frozenset[str]:
        """The letters that stand for a size in the shapes: ``n`` in ``I_n`` and ``ones(n)`` says nothing new."""
        return frozenset(size for shape in self.shapes.values() for size in shape if isinstance(size, str))

    @cached_property
    def words(self) -> Mapping[str, Word]:
        """Every word that may stand in a run of letters, by its spellings."""
        known = _known_words(self.matrices, self.shaped, self.author, self.complex, self.dialect)
        own = {spelling: Word("variable", name) for name in self.variables for spelling in _spellings(name)}
        own.update((name, Word("variable", name)) for name in self.variables)
        hidden = {"E"} if "e" in own else set()
        if not self.shaped:
            hidden.update(short for short in _SHORT if all(letter in own for letter in short))
        return {
            **(_UNITS if self.units else {}),
            **{spelling: word for spelling, word in known.items() if spelling not in hidden},
            **{name: Word("function", name) for name in self.functions},
            **own,
        }

    @cached_property
    def function_words(self) -> frozenset[str]:
        """The words that are functions."""
        return frozenset(spelling for spelling, word in self.words.items() if word.sort in ("function", "rewritten"))

    @cached_property
    def subscripted(self) -> Mapping[str, Word]:
        """The variables by their spelling without underscores and braces: ``x_1``, ``x1``, ``x_{1}`` are one."""
        return {bare(name): Word("variable", name) for name in reversed(self.variables)}

    def split(self, letters: str, apart: bool = False) -> Pieces | None:
        """The fewest known words that make up a run of letters, each with its length; None when there are none.

        With `apart`, a function that is also a product of known names counts as that: ``asin`` as ``a·sin``.
        """
        pieces = self._split(letters, frozenset())
        return self._split(letters, self.compounds(letters, pieces)) if apart and pieces else pieces

    def compounds(self, letters: str, pieces: Pieces) -> frozenset[str]:
        """The short names of functions in a run that are also known names and a function: ``asin`` where a is known."""
        found, start = set(), 0
        for length, word in pieces:
            spelling = letters[start : start + length]
            start += length
            if word.sort == "function" and spelling != word.name and length > 2:
                parts = self._split(spelling, frozenset((spelling,))) or ()
                if any(part.sort == "function" for _, part in parts):
                    found.add(spelling)
        return frozenset(found)

    def word(self, spelling: str) -> Word | None:
        """What a spelling means; function names in any case."""
        found = self.words.get(spelling)
        if found is None and len(spelling) > 1:
            found = self.words.get(spelling.lower())
            if found is not None and found.sort not in ("function", "rewritten") and found.name != "pi":
                return None
        if found is None and self.dialect == "single-letter" and len(spelling) == 1:
            return Word("variable", spelling)
        return found

    def _split(self, letters: str, banned: frozenset[str]) -> Pieces | None:
        whole = self.word(letters)
        if whole is not None and letters not in banned:
            return ((len(letters), whole),)
        end = len(letters)
        best: list[Pieces | None] = [None] * end + [()]
        for start in range(end - 1, -1, -1):
            for stop in range(min(end, start + _LONGEST), start, -1):
                rest = best[stop]
                if rest is None or (best[start] is not None and len(rest) + 1 >= len(best[start] or ())):
                    continue
                spelling = letters[start:stop]
                word = None if spelling in banned else self.word(spelling)
                if word is None or (stop < end and self._last_only(word)):
                    continue
                best[start] = ((stop - start, word), *rest)
        return best[0]

    def _last_only(self, word: Word) -> bool:
        """Whether a word ends a run: a function that needs a bracket, and e (no one means e·x·e·c by ``exec``)."""
        if word.sort == "function":
            return word.name in FUNCTIONS and not FUNCTIONS[word.name].bare
        return word == _EULER and self.dialect == "standard"


_UNITS = {letter: Word("unit", str(place)) for place, letter in enumerate("ijk", 1)}
_EULER = Word("constant", "e")
_LONGEST = 20
_SHORT = ("tg", "tr", "lg", "lb", "sen", "sum", "det", "dot")
"""Functions that give way where all their letters are variables and nothing is a vector."""
_OF_MATRICES = frozenset(("matrix", "vector", "matmul"))


def bare(name: str) -> str:
    """A name without underscores, braces and brackets, Greek letters by name and subscripts as plain characters."""
    if name.isascii() and name.isalnum():
        return name
    plain = (SUBSCRIPTS.get(letter, letter) for letter in name if letter not in "_{}(), \\")
    return "".join(GREEK.get(letter, letter) for letter in plain)


def _spellings(name: str) -> tuple[str, ...]:
    """How a name without a subscript is typed: ``theta`` and ``θ``."""
    other = GREEK.get(name) or GREEK_LETTERS.get(name)
    return (name, other) if other else (name,)


@lru_cache
def _known_words(matrices: bool, shaped: bool, author: bool, complex: bool, dialect: Dialect) -> Mapping[str, Word]:
    """The words of the grammar itself. Where every letter is a name of its own, other names of functions are not."""
    words = {"pi": Word("constant", "pi"), "π": Word("constant", "pi"), **dict.fromkeys("eE", _EULER)}
    every = dialect == "standard" or matrices
    kinds = {
        "elementary",
        *(["vector"] if every else []),
        *(["size"] if matrices else []),
        *(["author"] if author else []),
    }
    for function in FUNCTIONS.values():
        if function.kind in kinds:
            for spelling in (function.name, *(function.aliases if every else ())):
                words[spelling] = Word("function", function.name)
    for name, aliases in REWRITTEN.items():
        if matrices or name not in _OF_MATRICES:
            words.update((spelling, Word("rewritten", name)) for spelling in (name, *(aliases if every else ())))
    if every:
        words["sigma"] = Word("function", "sigmoid")
    if complex:
        words.update({letter: Word("constant", "i") for letter in "ijI"})
        words.update({name: Word("rewritten", name) for name in ("re", "im")})
        words["bar"] = Word("function", "conj")
    if matrices:
        words["I"] = words["Id"] = Word("identity", "I")
    return words
