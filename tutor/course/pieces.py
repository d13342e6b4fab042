"""From Markdown to a flat row of pieces: what stands on the page, before it is understood as a lesson."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from tutor.course.fields import Fields, read_fields
from tutor.course.problem import Place
from tutor.course.source import Source

_BLOCKS = MarkdownIt("commonmark").enable("table").disable("inline")
_FRONT = re.compile(r"---\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_HTML = re.compile(
    r"<!--(?P<comment>(?:(?!<!--).)*?)-->|<details>\s*<summary>(?P<summary>[^<]*)</summary>|(?P<end></details>)",
    re.DOTALL,
)
_BARE = re.compile(r"\s*(/?[a-z]+)\s*")
_NAME = re.compile(r"\s*([a-z]+):")
_PROSE = {"paragraph": "paragraph", "bullet_list": "list", "ordered_list": "list", "table": "table"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on the page.

    `kind` is heading, paragraph, list, table, math, text, quote, comment, details or end (of details); `text` its
    source, a comment's name or the summary of details; `level` that of a heading; `data` the fields of a comment;
    `inside` the pieces of a quote; `items` the texts of a list.
    """

    kind: str
    text: str
    place: Place
    level: int = 0
    data: Fields | None = None
    inside: tuple["Piece", ...] = ()
    items: tuple[str, ...] = field(default=())


def front_matter(source: Source) -> Fields | None:
    """The fields between the ``---`` lines the file begins with; a file without them has a problem."""
    found = _FRONT.match(source.text)
    if found is None:
        source.report(source.place(1), "no-front-matter")
        return None
    return read_fields(source, found[1], 2)


def pieces(source: Source) -> tuple[Piece, ...]:
    """The pieces of a lesson file below its front matter."""
    found = _FRONT.match(source.text)
    front = source.text[: found.end()] if found else ""
    body = "\n" * front.count("\n") + source.text[len(front) :]
    root = SyntaxTreeNode(_BLOCKS.parse(body))
    return tuple(_pieces(root.children, source, body.split("\n")))


def _pieces(nodes: Sequence[SyntaxTreeNode], source: Source, lines: list[str]) -> Iterator[Piece]:
    for node in nodes:
        start, end = node.map or (0, 0)
        place = source.place(start + 1, _indent(node, lines) + 1)
        match node.type:
            case "heading":
                yield Piece("heading", node.children[0].content, place, int(node.tag[1]))
            case "paragraph" | "bullet_list" | "ordered_list" | "table":
                indent = _indent(node, lines)
                text = "\n".join(line[indent:] for line in lines[start:end]).rstrip()
                yield Piece(_PROSE[node.type], text, place, items=tuple(_items(node)))
            case "fence" if node.info.strip() in ("math", "text"):
                yield Piece(node.info.strip(), node.content.rstrip("\n"), place)
            case "fence":
                source.report(place, "fence", info=node.info.strip())
            case "blockquote":
                yield Piece("quote", "", place, inside=tuple(_pieces(node.children, source, lines)))
            case "html_block":
                yield from _html(node.content, start, source, lines)
            case "hr":
                source.report(place, "rule")
            case _:
                source.report(place, "indented-code")


def _items(node: SyntaxTreeNode) -> Iterator[str]:
    if node.type.endswith("_list"):
        for item in node.children:
            yield "\n\n".join(child.children[0].content for child in item.children if child.type == "paragraph")


def _indent(node: SyntaxTreeNode, lines: list[str]) -> int:
    """How many columns of a quotation's marks stand before a node."""
    if not node.map or not _quoted(node):
        return 0
    line = lines[node.map[0]]
    return len(line) - len(line.lstrip("> "))


def _quoted(node: SyntaxTreeNode) -> bool:
    parent = node.parent
    return parent is not None and (parent.type == "blockquote" or _quoted(parent))


def _html(content: str, start: int, source: Source, lines: list[str]) -> Iterator[Piece]:
    """The comments and details of a stretch of HTML; anything else in it is a problem.

    Raises:
        LessonError: a comment is not closed; what follows is within it.
    """
    rows = content.split("\n")
    indents = [max(0, len(lines[start + row].rstrip()) - len(text.rstrip())) for row, text in enumerate(rows[:-1])] + [
        0
    ]

    def place(offset: int) -> Place:
        row = content.count("\n", 0, offset)
        return source.place(start + row + 1, offset - (content.rfind("\n", 0, offset) + 1) + 1 + indents[row])

    def between(begin: int, end: int) -> None:
        text = content[begin:end]
        if "<!--" in text:
            source.report(place(begin + text.index("<!--")), "unclosed-comment")
            source.finish()
        elif text.strip():
            source.report(place(begin), "html")

    done = 0
    for found in _HTML.finditer(content):
        between(done, found.start())
        done = found.end()
        here = place(found.start())
        if found["comment"] is not None:
            yield from _comment(found, start, indents, here, source)
        elif found["end"]:
            yield Piece("end", "", here)
        else:
            yield Piece("details", found["summary"].strip(), here)
    between(done, len(content))


def _comment(found: re.Match[str], start: int, indents: list[int], here: Place, source: Source) -> Iterator[Piece]:
    """``name``, ``name: value`` or ``name:`` and fields below: all but the first are one YAML mapping."""
    comment = found["comment"]
    if bare := _BARE.fullmatch(comment):
        yield Piece("comment", bare[1], here)
        return
    text = comment.lstrip()
    offset = found.start("comment") + len(comment) - len(text)
    row = found.string.count("\n", 0, offset)
    column = offset - (found.string.rfind("\n", 0, offset) + 1) + 1 + indents[row]
    shifts = {line - row: indent for line, indent in enumerate(indents) if line > row}
    data = read_fields(source, text, start + row + 1, column, shifts)
    written = _NAME.match(comment)
    names = data.names() or ((written[1],) if written else ())
    if names:
        yield Piece("comment", names[0], here, data=data)
