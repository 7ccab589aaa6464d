"""What happens after the first paint: who uses the book signs in, the book is brought up to date and opened."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop import paths
from desktop.running_mark import RunningMark
from ui.shell.crash_teller import tell_cut_off
from ui.shell.window import Window

if TYPE_CHECKING:
    from db.keyring.signing_in import SignedIn
    from ui.common.worker import Worker

_PAINTED_MS = 30


class Opening:
    """The way from the painted window to the open book.

    `renew` makes another window in the place of this one when somebody else is to sign in.
    """

    def __init__(
        self,
        window: Window,
        folder: Path,
        closing: ExitStack,
        *,
        renew: Callable[[Window], None] | None = None,
    ) -> None:
        self._window, self._folder, self._closing, self._renew = window, folder, closing, renew
        self._signed_in: SignedIn | None = None
        window.sign_out_requested.connect(self._start_anew)

    def begin(self) -> None:
        """Open the book, or show the first steps where there is none, or ask who it is where it has accounts."""
        from db.connections import BOOK_NAME
        from db.keyring.places import has_ring

        if not (self._folder / BOOK_NAME).exists():
            self._show_first_steps()
        elif has_ring(self._folder):
            self._show_sign_in()
        else:
            self.open_book()

    def open_book(self) -> None:
        """Open the book and attach it to the window; what stands in the way is told in its place."""
        from db.migrations.store import prepare_store
        from db.new_book import take_new_content
        from db.office_accounts import admit, key_of_book
        from db.sessions import BOOK_NAME, Book
        from ui.common.errors import is_known
        from ui.common.workplace import Workplace

        import_module("ui.common.screens.record_screen")
        # An edge: trouble of the surroundings is told, anything else goes on to the crash report.
        mark = RunningMark(self._folder)
        self._closing.callback(mark.end)
        try:
            key = key_of_book(self._folder, self._signed_in)
            book = Book(self._folder, key=key)
            self._closing.callback(book.close)
            left = mark.begin()
            if prepare_store(self._folder / BOOK_NAME, key):
                take_new_content(book, who=paths.APPLICATION)
            admit(book, self._signed_in)
        except Exception as error:
            if not is_known(error):
                raise
            self._window.tell_not_open(error)
            return
        workplace = Workplace(book, self._window.preferences, signed_in=self._signed_in, parent=self._window)
        self._closing.callback(workplace.worker.wait)
        if left is not None:
            self._window.list_filled.connect(partial(tell_cut_off, self._window, left))
        self._window.attach(workplace)

    def _show_first_steps(self) -> None:
        import_module("ui.common.screens.record_screen")
        wizard = self._window.show_wizard(self._folder, self._worker())
        wizard.finished.connect(self._on_signed_in)

    def _show_sign_in(self) -> None:
        from ui.common.errors import is_known

        try:
            screen = self._window.show_sign_in(self._folder)
        except Exception as error:
            if not is_known(error):
                raise
            self._window.tell_not_open(error)
            return
        screen.signed_in.connect(self._on_signed_in)

    def _on_signed_in(self, who: "SignedIn | None") -> None:
        self._signed_in = who
        # Opening takes a moment: that it does is painted first.
        self._window.show_opening()
        QTimer.singleShot(_PAINTED_MS, self._window, self.open_book)

    def _start_anew(self) -> None:
        """Close the book and everything of whoever used it, and let somebody else sign in to a window of its own."""
        if self._renew is not None:
            self._renew(self._window)

    def _worker(self) -> "Worker":
        from ui.common.worker import Worker

        worker = Worker(self._window)
        self._closing.callback(worker.wait)
        return worker
