"""What happens after the first paint: the office's book is brought up to date, opened and given to the window."""

from contextlib import ExitStack
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.running_mark import RunningMark
from ui.shell.crash_teller import tell_cut_off
from ui.shell.window import Window

if TYPE_CHECKING:
    from ui.common.worker import Worker


class Opening:
    """The way from the painted window to the open book."""

    def __init__(self, window: Window, folder: Path, closing: ExitStack) -> None:
        self._window, self._folder, self._closing = window, folder, closing

    def begin(self) -> None:
        """Open the book, or show the first steps where there is none."""
        from db.sessions import BOOK_NAME

        import_module("ui.common.screens.record_screen")

        if (self._folder / BOOK_NAME).exists():
            self.open_book()
        else:
            wizard = self._window.show_wizard(self._folder, self._worker())
            wizard.finished.connect(self.open_book)

    def open_book(self) -> None:
        """Open the book and attach it to the window; what stands in the way is told in its place."""
        from db.migrations.store import prepare_store
        from db.new_book import take_new_content
        from db.sessions import BOOK_NAME, Book
        from ui.common.errors import is_known
        from ui.common.workplace import Workplace

        # An edge: trouble of the surroundings is told, anything else goes on to the crash report.
        mark = RunningMark(self._folder)
        self._closing.callback(mark.end)
        try:
            book = Book(self._folder)
            self._closing.callback(book.close)
            left = mark.begin()
            if prepare_store(self._folder / BOOK_NAME):
                take_new_content(book, who=paths.APPLICATION)
        except Exception as error:
            if not is_known(error):
                raise
            self._window.tell_not_open(error)
            return
        workplace = Workplace(book, self._window.preferences, parent=self._window)
        self._closing.callback(workplace.worker.wait)
        if left is not None:
            self._window.list_filled.connect(partial(tell_cut_off, self._window, left))
        self._window.attach(workplace)

    def _worker(self) -> "Worker":
        from ui.common.worker import Worker

        worker = Worker(self._window)
        self._closing.callback(worker.wait)
        return worker
