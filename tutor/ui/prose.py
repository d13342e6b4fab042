"""Markdown with ``$…$`` set as styled lines of a given width: prose wraps, formulas and pictures never do.

Pure functions of source and width. Spans carry metadata: ``latex`` for the source of an inline formula, ``@click`` for
a glossary term.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.dollarmath import dollarmath_plugin
from textual.content import Content
from textual.style import Style

from tutor.ui import terminal
from tutor.ui.formulas import formula, inline
from tutor.ui.keys import SIGNS, key_name
from tutor.ui.repertoire import spelled_row
from tutor.ui.visible import visible
from tutor.ui.wrapping import glued, unglued, wrap

Lines = list[Content]

HEADINGS = {1: "bold $accent", 2: "bold $accent", 3: "bold"}
BULLET = "• "


@lru_cache(maxsize=512)
def set_lines(source: str, width: int) -> tuple[Content, ...]:
    """The lines of a Markdown text at a width."""
    return tuple(_blocks(SyntaxTreeNode(_markdown().parse(source)).children, max(8, width)))


@lru_cache(maxsize=512)
def set_line(source: str) -> Content:
    """One line of prose, not wrapped: a sentence of the tables, a title."""
    (root, *_) = SyntaxTreeNode(_markdown().parseInline(source)).children or (None,)
    return unglued(_inline(root.children)) if root else Content("")


def terms(source: str) -> tuple[str, ...]:
    """The glossary terms a text links to, in order."""
    nodes = SyntaxTreeNode(_markdown().parse(source)).walk()
    return tuple(
        href.removeprefix("term:")
        for node in nodes
        if node.type == "link" and (href := _href(node)).startswith("term:")
    )


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").use(dollarmath_plugin, allow_digits=False, allow_space=False)


def _blocks(nodes: Iterable[SyntaxTreeNode], width: int) -> Lines:
    """Blocks one below the other, a blank line between them."""
    lines: Lines = []
    for node in nodes:
        block = _BLOCKS.get(node.type, _nothing)(node, width)
        if lines and block:
            lines.append(Content(""))
        lines += block
    return lines


def _nothing(_node: SyntaxTreeNode, _width: int) -> Lines:
    return []


def _paragraph(node: SyntaxTreeNode, width: int) -> Lines:
    return [line for part in _inline(_text(node)).split("\n") for line in wrap(part, width)]


def _heading(node: SyntaxTreeNode, width: int) -> Lines:
    style = HEADINGS.get(int(node.tag[1]), "bold")
    return [line.stylize_before(style) for line in _paragraph(node, width)]


def _list(node: SyntaxTreeNode, width: int) -> Lines:
    """Items with hanging indents; loose lists keep their blank lines."""
    ordered = node.type == "ordered_list"
    first = int(node.attrs.get("start", 1)) if ordered else 0
    lines: Lines = []
    for number, item in enumerate(node.children, first):
        mark = f"{number}. " if ordered else BULLET
        body = _blocks(item.children, width - len(mark))
        if lines and any(child.type == "paragraph" and not child.hidden for child in item.children):
            lines.append(Content(""))
        lines += _hang(body, Content.styled(mark, "$accent"), Content(" " * len(mark)))
    return lines


def _quote(node: SyntaxTreeNode, width: int) -> Lines:
    bar = Content.styled("▎ ", "$accent")
    return _hang(_blocks(node.children, width - 2), bar, bar)


def _fence(node: SyntaxTreeNode, width: int) -> Lines:
    if node.info.strip() == "math":
        return displayed(node.content.strip("\n"), width)
    rows = visible(node.content).rstrip("\n").split("\n")
    return [Content(spelled_row(f"  {row}", terminal.glyphs())) for row in rows]


def displayed(latex: str, width: int) -> Lines:
    """A displayed formula in the middle of the measure; one that is wider begins at the left edge."""
    rows = formula(latex, width)
    left = max(0, (width - max((row.cell_length for row in rows), default=0)) // 2)
    mark = Style.from_meta({"display": latex})
    return [row.pad_left(left).stylize(mark) for row in rows]


def _table(node: SyntaxTreeNode, width: int) -> Lines:
    """Columns as wide as they need to be, shrunk in proportion when there is no room; a rule below the head."""
    rows = [[_inline(_text(cell)) for cell in row.children] for part in node.children for row in part.children]
    headed = any(rows[0])
    needs = [max(cell.cell_length for cell in column) for column in zip(*rows, strict=True)]
    room = width - 3 * (len(needs) - 1)
    if sum(needs) > room:
        needs = [max(4, need * room // sum(needs)) for need in needs]
    lines: Lines = []
    for index, row in enumerate(rows if headed else rows[1:]):
        head = headed and not index
        lines += _row([wrap(cell, need) for cell, need in zip(row, needs, strict=True)], needs, "bold" if head else "")
        if head:
            lines.append(Content.styled("─┼─".join("─" * need for need in needs), "$rule"))
    return lines


def _row(cells: Sequence[Lines], widths: Sequence[int], style: str) -> Lines:
    height = max(len(cell) for cell in cells)
    gap = Content.styled(" │ ", "$rule")
    filled = [
        [line.pad_right(width - line.cell_length) for line in [*cell, *[Content("")] * (height - len(cell))]]
        for cell, width in zip(cells, widths, strict=True)
    ]
    return [gap.join(parts).stylize_before(style) for parts in zip(*filled, strict=True)]


def _rule(_node: SyntaxTreeNode, width: int) -> Lines:
    return [Content.styled("─" * width, "$rule")]


_BLOCKS: dict[str, Callable[[SyntaxTreeNode, int], Lines]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "fence": _fence,
    "table": _table,
    "hr": _rule,
}


def _hang(lines: Lines, first: Content, rest: Content) -> Lines:
    return [(rest if index else first) + line for index, line in enumerate(lines)]


def _text(node: SyntaxTreeNode) -> Sequence[SyntaxTreeNode]:
    return node.children[0].children if node.children else ()


def _inline(nodes: Iterable[SyntaxTreeNode]) -> Content:
    return Content("").join([_INLINE.get(node.type, _plain)(node) for node in nodes])


def _plain(node: SyntaxTreeNode) -> Content:
    return Content(terminal.spelled(visible(node.content)))


def _formula(node: SyntaxTreeNode) -> Content:
    return glued(inline(node.content)).stylize(Style.from_meta({"latex": node.content}))


def _code(node: SyntaxTreeNode) -> Content:
    """What is typed, or the name of a key."""
    key = SIGNS.get(node.content)
    return Content.styled(key_name(key) if key else terminal.spelled(visible(node.content)), "$accent")


def _styled(style: str) -> Callable[[SyntaxTreeNode], Content]:
    return lambda node: _inline(node.children).stylize_before(style)


def _href(node: SyntaxTreeNode) -> str:
    return str(node.attrs.get("href", ""))


def _link(node: SyntaxTreeNode) -> Content:
    """A glossary term can be opened; any other address is only written out, since a terminal may not open it."""
    words = _inline(node.children)
    kind, _, name = _href(node).partition(":")
    if kind != "term":
        return Content.assemble(words, f" ({visible(_href(node))})")
    return words.stylize("underline").stylize(Style.from_meta({"@click": f"screen.show_term({name!r})"}))


_INLINE: dict[str, Callable[[SyntaxTreeNode], Content]] = {
    "math_inline": _formula,
    "math_inline_double": _formula,
    "code_inline": _code,
    "strong": _styled("bold"),
    "em": _styled("italic"),
    "link": _link,
    "softbreak": lambda _node: Content(" "),
    "hardbreak": lambda _node: Content("\n"),
}
