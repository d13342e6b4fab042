"""One lesson as it is being written: shown, and read again whenever a file of its folder changes."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tutor.course import Entry, Index
from tutor.progress import Store
from tutor.ui.app import TutorApp
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.session import Session
from tutor.words import LANGS, Lang

LOOK_EVERY = 0.5
"""Seconds between two looks at the folder."""


class PreviewApp(TutorApp):
    """The app on a course of one lesson, with a log that is thrown away."""

    def __init__(self, path: Path, lang: Lang) -> None:
        folder = path.resolve() if path.is_dir() else path.resolve().parent
        name = folder.name.partition("-")[2] or folder.name
        entry = Entry(name, 1, folder, dict.fromkeys(LANGS, folder.name), (), 1)
        self._scratch = TemporaryDirectory(prefix="tutor-preview-")
        super().__init__(Session(Index(folder.parent, (entry,)), lang, Store(Path(self._scratch.name))), "lesson")
        self._folder, self._lesson = folder, name
        self._stamp = self._modified()

    async def on_mount(self) -> None:
        """Show the lesson, and keep looking at its files."""
        await self.action_lesson(self._lesson)
        self.set_interval(LOOK_EVERY, self._look)

    def on_unmount(self) -> None:
        """Throw the log away."""
        self._scratch.cleanup()

    def _modified(self) -> float:
        """When the folder last changed; 0 while an editor is putting one file in the place of another."""
        try:
            return max((file.stat().st_mtime for file in self._folder.iterdir()), default=0.0)
        except OSError:
            return 0.0

    async def _look(self) -> None:
        stamp = self._modified()
        if stamp != self._stamp and isinstance(self.screen, LessonScreen):
            self._stamp = stamp
            self.session.forget()
            await self.screen.speak()
