"""The column a lesson is read in: it mounts its blocks around the reader, and knows where the reader is."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from tutor.ui.prose import terms
from tutor.ui.session import Session
from tutor.ui.widgets.exercise import Exercise
from tutor.ui.widgets.prose import Prose
from tutor.ui.widgets.worked import WorkedExample

FIRST = 8
"""Blocks mounted before the first paint, from the place where the reader was."""
MORE = 3
"""Blocks mounted between two paints after that, until all are there."""


class Reading(VerticalScroll):
    """Blocks one below the other: `blocks` are those that stand already.

    `settled` tells that the place of the reader has been taken up again, `complete` that all blocks stand.
    """

    def __init__(self, session: Session, id: str) -> None:
        super().__init__(id=id)
        self._session = session
        self.blocks: list[Widget] = []
        self._rest: Iterator[Widget] = iter(())
        self.settled, self.complete = False, False
        self._goal: tuple[Widget, int] | None = None
        self._place_found: int | None = None

    async def clear(self) -> None:
        """Nothing to read."""
        self.blocks, self._rest, self._goal = [], iter(()), None
        self.settled, self.complete = False, False
        self.set_reactive(Widget.scroll_y, 0)
        await self.remove_children()

    async def show(self, blocks: Iterable[Widget], block: int = 0, row: int = 0, top: int = 0) -> None:
        """Show blocks from one of them on, some rows into it; those far below come after the first paint.

        That is most likely at row `top` again, from which it is drawn before it is known.
        """
        await self.clear()
        self.set_reactive(Widget.scroll_y, top)
        self._rest = iter(blocks)
        await self._mount_next(block + FIRST)
        self.go_to(self.blocks[min(block, len(self.blocks) - 1)], row)

    async def show_block(self, number: int) -> None:
        """The block of a number to the top, even if it does not stand yet."""
        await self._mount_next(number + FIRST - len(self.blocks))
        self.go_to(self.blocks[number])

    async def _mount_next(self, count: int) -> None:
        more = list(islice(self._rest, max(0, count)))
        self.complete = self.complete or len(more) < count
        self.blocks += more
        await self.mount_all(more)

    def on_mount(self) -> None:
        """Where things are is known after a layout."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid_out)

    def go_to(self, widget: Widget, row: int = 0) -> None:
        """Scroll there, some rows into it, once it has its place."""
        self._goal = (widget, row)
        self.refresh(layout=True)

    def _laid_out(self, _screen: Screen[None]) -> None:
        """What grows when it learns its width has grown two refreshes later."""
        if self._goal and self._goal[0].virtual_region.height:
            self.call_after_refresh(self.call_after_refresh, self._settle, *self._goal)
            self._goal = None

    async def _settle(self, widget: Widget, row: int) -> None:
        if widget not in self.blocks:
            return
        beginning = widget is self.blocks[0] and not row
        self.scroll_to(y=0 if beginning else self.row_of(widget) + row, animate=False, immediate=True)
        self.settled = True
        self.call_after_refresh(self._mount_more, self._rest)

    async def _mount_more(self, rest: Iterator[Widget]) -> None:
        if rest is self._rest and not self.complete:
            await self._mount_next(MORE)
            self.call_after_refresh(self._mount_more, rest)

    def go_on_from(self, widget: Widget) -> None:
        """The block after one to the top."""
        self.go_to(self.blocks[min(self.blocks.index(widget) + 1, len(self.blocks) - 1)])

    def row_of(self, widget: Widget) -> int:
        """The row of the column a widget begins at, however deep inside a block it stands."""
        row, node = 0, widget
        while node is not self and isinstance(node.parent, Widget):
            row, node = row + node.virtual_region.y, node.parent
        return row

    @property
    def place(self) -> dict[str, Any]:
        """Where the reader is: the block at the top, rows into it, the exercise at hand, steps revealed."""
        top = self.scroll_offset.y
        block = next(
            (i for i, each in enumerate(self.blocks) if each.virtual_region.bottom > top and each.is_mounted), 0
        )
        row = max(0, top - self.blocks[block].virtual_region.y) if self.blocks else 0
        exercise = self.exercise_at_hand
        name, answering = (exercise.name, exercise.has_focus_within) if exercise else (None, False)
        steps = {each.worked.id: each.seen for each in self.query(WorkedExample) if each.seen}
        return {"block": block, "row": row, "top": top, "exercise": name, "answering": answering, "steps": steps}

    @property
    def exercises(self) -> list[Exercise]:
        """Those that stand."""
        return [block for block in self.blocks if isinstance(block, Exercise) and block.is_mounted]

    @property
    def exercise_at_hand(self) -> Exercise | None:
        """The one that has the focus, else the first that shows or comes below, else the last."""
        exercises = self.exercises
        focused = [each for each in exercises if each.has_focus_within]
        below = [each for each in exercises if each.virtual_region.bottom > self.scroll_offset.y + 2]
        return next(iter(focused or below or exercises[-1:]), None)

    def go_on(self) -> None:
        """The next step of a worked example in view, else the next page."""
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        for worked in self.query(WorkedExample):
            if not worked.complete and top < worked.virtual_region.bottom <= bottom + 1:
                worked.reveal()
                self.call_after_refresh(worked.scroll_visible, animate=False)
                return
        self.scroll_page_down()

    async def show_term(self, name: str, prose: Prose | None = None) -> None:
        """The meaning of a term below the text in view that speaks of it; once more takes it away."""
        shown = [each.name for each in self.query(".term")]
        await self.query(".term").remove()
        term = self._session.glossary.get(name)
        prose = prose or next((each for each in self._in_view() if name in terms(each.source)), None)
        if term is not None and prose is not None and isinstance(prose.parent, Widget) and name not in shown:
            lang = self._session.lang
            entry = Prose(f"**{term.name[lang]}** · {term.about[lang]}", classes="term", name=name)
            await prose.parent.mount(entry, after=prose)
            entry.scroll_visible(animate=False)

    async def next_term(self) -> None:
        """The next term in view; after the last one, none."""
        found = [(name, prose) for prose in self._in_view() for name in terms(prose.source)]
        shown = next((each.name for each in self.query(".term")), None)
        place = next((i + 1 for i, (name, _) in enumerate(found) if name == shown), 0)
        if place < len(found):
            await self.show_term(*found[place])
        else:
            await self.query(".term").remove()

    def _in_view(self) -> list[Prose]:
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        rows = [(each, self.row_of(each)) for each in self.query(Prose) if not each.has_class("term")]
        return [each for each, row in rows if row + each.size.height > top and row < bottom]

    def find(self, words: str, step: int = 0) -> tuple[int, int]:
        """Mark words and go to the first place from here on that has them, or `step` places on from the last one.

        Tells the number of that place, from 1, and how many there are.
        """
        places = []
        for prose in self.query(Prose):
            prose.found, prose.found_at = words, None
            rows = [parts[0][0] for parts in prose.occurrences(words)]
            places += [(prose, number, self.row_of(prose) + row) for number, row in enumerate(rows)]
        if not places:
            self._place_found = None
            return 0, 0
        if step and self._place_found is not None:
            place = (self._place_found + step) % len(places)
        else:
            top = self.scroll_offset.y
            place = next((number for number, (*_, row) in enumerate(places) if row >= top), 0)
        self._place_found = place
        prose, number, row = places[place]
        prose.found_at = number
        if not self.scroll_offset.y <= row < self.scroll_offset.y + self.size.height - 2:
            self.scroll_to(y=row - self.size.height // 3, animate=False, immediate=True)
        return place + 1, len(places)
