"""From pieces to a `Lesson`: the grammar of a lesson file. One reading finds every problem of the file."""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tutor.course.data import claim_data, exercise_data, reason
from tutor.course.fields import Fields
from tutor.course.lesson import (
    Block,
    Claim,
    Exercise,
    Formula,
    Heading,
    Lab,
    Lesson,
    Note,
    NoteKind,
    Picture,
    Prose,
    Worked,
    walk,
)
from tutor.course.pieces import Piece, front_matter, pieces
from tutor.course.problem import Place
from tutor.course.question import Choice
from tutor.course.source import Source
from tutor.words import Lang

NOTES: dict[Lang, dict[str, NoteKind]] = {
    "es": {"Ojo": "watch", "En las notas": "notes", "Por qué": "why"},
    "en": {"Watch out": "watch", "In the notes": "notes", "Why": "why"},
}
HINT: dict[Lang, str] = {"es": "Pista", "en": "Hint"}
SOLUTION: dict[Lang, str] = {"es": "Solución", "en": "Solution"}
_OPENING = re.compile(r"\*\*(.+?)[.:]?\*\*")
_OPTION = re.compile(r"\(([a-z])\)\s+(.+)", re.DOTALL)


def read_lesson(path: Path, lang: Lang, base: Lesson | None = None) -> Lesson:
    """The lesson of a file; `base` is the same lesson in the language with the machine data, if this one has ids only.

    Raises:
        LessonError: with every problem of the file.
    """
    source = Source(path, parts=3)
    lesson = _Reader(source, lang, base).lesson()
    source.finish()
    return lesson


class _Reader:
    def __init__(self, source: Source, lang: Lang, base: Lesson | None) -> None:
        self.source, self.lang, self.base = source, lang, base
        self.id = ""
        self.ids: set[tuple[str, str]] = set()
        known = list(walk(base.blocks)) if base else []
        self.claims = {block.claim.id: block.claim for block in known if isinstance(block, Formula)}
        self.exercises = {block.id: block for block in known if isinstance(block, Exercise)}
        self.worked = {block.id for block in known if isinstance(block, Worked)}

    def lesson(self) -> Lesson:
        front = front_matter(self.source) or Fields(None, self.source, self.source.place(1), readable=False)
        self.id = front.slug("id")
        title = front.text("title")
        start = self.source.place(1)
        lesson = Lesson(self.id, self.lang, title, (), start, summary=front.texts("summary"), places=front.places())
        if self.base:
            base = self.base
            lesson = replace(lesson, needs=base.needs, notes=base.notes, errata=base.errata, terms=base.terms)
            if self.id != base.id:
                self.source.report(front.where("id"), "other-id", id=self.id, expected=base.id)
            self._only_here(front)
        else:
            lesson = replace(
                lesson,
                needs=front.words("needs"),
                notes=front.words("notes"),
                errata=front.words("errata"),
                terms=front.words("terms"),
            )
        front.done()
        blocks = self.blocks(deque(pieces(self.source)), frozenset())
        if title:
            self._title(title, blocks)
        return replace(lesson, blocks=blocks)

    def _title(self, title: str, blocks: Iterable[Block]) -> None:
        titles = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
        if not titles or titles[0].text != title:
            self.source.report(titles[0].place if titles else self.source.place(1), "title", title=title)
        for extra in titles[1:]:
            self.source.report(extra.place, "second-title")

    def blocks(self, rest: deque[Piece], stop: frozenset[str]) -> tuple[Block, ...]:
        """The blocks up to a piece with one of the labels, which stays."""
        found: list[Block] = []
        while rest and _label(rest[0]) not in stop:
            block = self.block(rest.popleft(), rest)
            if block is not None:
                found.append(block)
        return tuple(found)

    def block(self, piece: Piece, rest: deque[Piece]) -> Block | None:
        match piece.kind, piece.text:
            case "heading", text:
                return Heading(piece.level, text, piece.place)
            case ("paragraph" | "list" | "table") as kind, text:
                return Prose(text, piece.place, kind)
            case "text", text:
                return Picture(text, piece.place)
            case "math", latex:
                return Formula(latex, self.claim(piece, rest), piece.place)
            case "quote", _:
                return self.note(piece)
            case "comment", "exercise":
                return self.exercise(piece, rest)
            case "comment", "worked":
                return self.example(piece, rest)
            case "comment", "lab" if piece.data:
                data = piece.data.word("lab")
                piece.data.done()
                return Lab(data, piece.place)
            case "details", _:
                self.source.report(piece.place, "details-alone")
                rest.appendleft(piece)
                self.details(rest)
                return None
            case _:
                self.source.report(piece.place, "unexpected", name=_written(piece))
                return None

    def claim(self, formula: Piece, rest: deque[Piece]) -> Claim:
        if not rest or _label(rest[0]) != "claim" or rest[0].data is None:
            self.source.report(formula.place, "no-claim-here" if self.base else "no-claim")
            return Claim("", formula.place, none="definition")
        piece = rest.popleft()
        fields = self._fields(piece)
        none = reason(fields)
        if none and "id" not in fields:
            fields.done()
            return Claim("", piece.place, none=none)
        name = self._id("claim", fields)
        if self.base:
            self._only_here(fields, "none")
            if name and name not in self.claims:
                self.source.report(fields.where("id"), "unknown-id", id=name)
            return replace(self.claims.get(name, Claim(name, piece.place, none=none)), place=piece.place)
        return claim_data(name, fields, piece.place)

    def note(self, quote: Piece) -> Note:
        inside = deque(quote.inside)
        errata: tuple[str, ...] = ()
        if inside and _label(inside[0]) == "errata" and inside[0].data:
            data = inside.popleft().data
            errata = data.words("errata") if data else ()
        blocks = self.blocks(inside, frozenset())
        first = blocks[0].markdown if blocks and isinstance(blocks[0], Prose) else ""
        opening = _OPENING.match(first)
        kinds = NOTES[self.lang]
        kind = kinds.get(opening[1]) if opening else None
        if kind is None:
            self.source.report(quote.place, "note-opening", known=", ".join(f"**{word}**" for word in kinds))
        return Note(kind or "watch", blocks, quote.place, errata)

    def example(self, piece: Piece, rest: deque[Piece]) -> Worked:
        fields = self._fields(piece)
        name = self._id("worked", fields)
        fields.done()
        if self.base and name and name not in self.worked:
            self.source.report(fields.where("id"), "unknown-id", id=name)
        stop = frozenset({"step", "/worked", "exercise", "worked", "lab"})
        statement = self.blocks(rest, stop)
        steps = []
        while rest and _label(rest[0]) == "step":
            rest.popleft()
            steps.append(self.blocks(rest, stop))
        if rest and _label(rest[0]) == "/worked":
            rest.popleft()
        else:
            self.source.report(piece.place, "worked-open")
        if not steps:
            self.source.report(piece.place, "no-steps")
        return Worked(name, statement, tuple(steps), piece.place)

    def exercise(self, piece: Piece, rest: deque[Piece]) -> Exercise | None:
        fields = self._fields(piece)
        name = self._id("exercise", fields)
        data = self.exercises.get(name) if self.base else exercise_data(name, self.id, fields, piece.place)
        if self.base:
            self._only_here(fields)
            if data is None and name:
                self.source.report(fields.where("id"), "unknown-id", id=name)
        statement = self.blocks(rest, frozenset({"details", "exercise", "worked", "lab", "heading"}))
        hints, solution = self.details(rest)
        if not statement:
            self.source.report(piece.place, "no-statement")
        if not solution:
            self.source.report(piece.place, "no-solution", title=SOLUTION[self.lang])
        if data is None:
            return None
        choices: tuple[Choice, ...] = ()
        if data.kind == "choice":
            statement, choices = self.options(statement, data.answer, piece.place)
        if data.kind == "line":
            self._lines(statement, data.answer, piece.place)
        return replace(data, place=piece.place, statement=statement, choices=choices, hints=hints, solution=solution)

    def details(self, rest: deque[Piece]) -> tuple[tuple[tuple[Block, ...], ...], tuple[Block, ...]]:
        """The hints, numbered from 1, and the solution, which comes last."""
        hints: list[tuple[Block, ...]] = []
        while rest and rest[0].kind == "details":
            opening = rest.popleft()
            inside = self.blocks(rest, frozenset({"end", "details", "exercise", "worked", "lab", "heading"}))
            if rest and rest[0].kind == "end":
                rest.popleft()
            else:
                self.source.report(opening.place, "details-open")
            if opening.text == SOLUTION[self.lang]:
                return tuple(hints), inside
            hints.append(inside)
            expected = f"{HINT[self.lang]} {len(hints)}"
            if opening.text != expected:
                self.source.report(opening.place, "summary", found=opening.text, expected=expected)
        return tuple(hints), ()

    def options(
        self, statement: tuple[Block, ...], answer: str, place: Place
    ) -> tuple[tuple[Block, ...], tuple[Choice, ...]]:
        """The statement without its list of options, and the options."""
        last = statement[-1] if statement else None
        lines = re.split(r"^[-*] ", last.markdown, flags=re.MULTILINE)[1:] if isinstance(last, Prose) else []
        found = [_OPTION.fullmatch(line.strip()) for line in lines]
        choices = tuple(Choice(option[1], option[2]) for option in found if option)
        letters = "".join(choice.letter for choice in choices)
        if len(choices) < 2 or len(choices) != len(lines) or not "abcdefgh".startswith(letters):
            self.source.report(place, "options")
            return statement, choices
        if len(answer) != 1 or answer not in letters:
            self.source.report(place, "answer-letter", answer=answer, letters=", ".join(letters))
        return statement[:-1], choices

    def _lines(self, statement: Iterable[Block], answer: str, place: Place) -> None:
        """A line exercise has lines, and its answer names one of them."""
        count = len(numbered_lines(statement))
        number = answer.partition(":")[0].strip()
        if not count:
            self.source.report(place, "no-lines")
        elif number.isdecimal() and not 1 <= int(number) <= count:
            self.source.report(place, "answer-line", line=number, count=count)

    def _fields(self, piece: Piece) -> Fields:
        fields = piece.data.below(piece.text) if piece.data else None
        return fields or Fields(None, self.source, piece.place)

    def _id(self, kind: str, fields: Fields) -> str:
        name = fields.slug("id")
        if name and (kind, name) in self.ids:
            self.source.report(fields.where("id"), "id-twice", id=name)
        self.ids.add((kind, name))
        return name

    def _only_here(self, fields: Fields, *also: str) -> None:
        """In the second language machine data is not repeated."""
        for name in fields.rest():
            fields.drop(name)
            if name not in also:
                self.source.report(fields.where(name), "repeated", field=name)


def numbered_lines(statement: Iterable[Block]) -> list[str]:
    """The lines of a statement among which a mistake is to be found."""
    lists = [block.markdown for block in statement if isinstance(block, Prose) and block.kind == "list"]
    return [line for one in lists for line in re.split(r"^\d+[.)]\s+", one, flags=re.MULTILINE)[1:]]


def _label(piece: Piece) -> str:
    return piece.text if piece.kind == "comment" else piece.kind


def _written(piece: Piece) -> str:
    """A piece that stands where it cannot, as its author would look for it."""
    return "</details>" if piece.kind == "end" else f"<!-- {piece.text} -->" if piece.kind == "comment" else piece.kind
