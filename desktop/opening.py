"""What happens after the first paint: the office's book is brought up to date, opened and given to the window."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop import paths
from desktop.one_window import Claim, listen
from desktop.running_mark import RunningMark
from ui.shell.crash_teller import tell_cut_off
from ui.shell.window import Window

# First steps, a sign-in or a page that tells of trouble show no list.
_LATEST_MS = 2_000

if TYPE_CHECKING:
    from ui.common.worker import Worker
    from ui.common.workplace import Workplace


@dataclass(frozen=True)
class Start:
    """How a window starts: its claim to the folder, what makes another one in its place, what to do before opening.

    `renew(window, folder, between)`: `between` runs while no book is open.
    """

    claim: Claim
    renew: Callable[..., None]
    between: Callable[[], object] | None = None


class Opening:
    """The way from the painted window to the open book."""

    def __init__(self, window: Window, folder: Path, closing: ExitStack, start: Start | None = None) -> None:
        self._window, self._folder, self._closing, self._start = window, folder, closing, start
        self._is_listening = False

    def begin(self) -> None:
        """Open the book, or show the first steps where there is none."""
        if self._start is not None:
            # Not before the first list stands: what is needed for it takes its time to import.
            self._window.list_filled.connect(self._take_place)
            QTimer.singleShot(_LATEST_MS, self._window, self._take_place)
        from db.sessions import BOOK_NAME

        import_module("ui.common.screens.record_screen")

        if not self._may_open():
            return
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
            self._tell(error)
            return
        workplace = Workplace(book, self._window.preferences, parent=self._window)
        self._closing.callback(workplace.worker.wait)
        self._window.list_filled.connect(partial(self._look_quickly, workplace))
        workplace.reopening_requested.connect(partial(self._reopen, self._folder))
        if left is not None:
            self._window.list_filled.connect(partial(tell_cut_off, self._window, left))
        self._window.attach(workplace)

    def _may_open(self) -> bool:
        """Tell whether this window may open what is in the folder; what stands in the way is told."""
        from db.places import check_place
        from db.sessions import BookLocked
        from ui.common.errors import is_known

        try:
            check_place(self._folder)
            if self._start is not None and not self._start.claim.is_held:
                raise BookLocked(self._folder)
            if self._start is not None and self._start.between is not None:
                self._start.between()
        except Exception as error:
            if not is_known(error):
                raise
            self._tell(error)
            return False
        return True

    def _take_place(self) -> None:
        """Let whoever starts the program again be shown this window."""
        if self._start is not None and self._start.claim.is_held and not self._is_listening:
            self._is_listening = True
            self._closing.callback(listen(self._folder, self._window.come_forward, self._window))

    def _look_quickly(self, workplace: "Workplace") -> None:
        """Now that the list stands, look whether the book is sound, and caution of a place that is easily lost."""
        from ui.soundness.start_check import StartCheck

        check = StartCheck(workplace, self._window)
        self._closing.callback(check.worker.wait)
        check.begin()

    def _tell(self, error: Exception) -> None:
        from desktop.opening_ways import Trouble

        Trouble(self._window, self._folder, self._worker(), self._reopen).tell(error)

    def _reopen(self, folder: Path, between: Callable[[], object] | None = None) -> None:
        if self._start is not None:
            self._start.renew(self._window, folder, between)

    def _worker(self) -> "Worker":
        from ui.common.worker import Worker

        worker = Worker(self._window)
        self._closing.callback(worker.wait)
        return worker
