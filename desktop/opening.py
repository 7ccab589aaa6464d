"""What happens after the first paint: who uses the book signs in, the book is brought up to date and opened."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.running_mark import RunningMark
from ui.shell.crash_teller import tell_cut_off
from ui.shell.window import Window

if TYPE_CHECKING:
    from db.backups.containers import Keys
    from db.keyring.signing_in import SignedIn
    from ui.backups.keeper import Keeper
    from ui.common.worker import Worker
    from ui.common.workplace import Workplace

# Where the book itself is what stands in the way.
_HELPED_BY_BACKUP = frozenset({"BookDamaged", "NotABook", "RingForeign", "AccountsMissing"})


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
        self._keeper: Keeper | None = None
        window.sign_out_requested.connect(self._start_anew)

    def begin(self) -> None:
        """Open the book, or show the first steps where there is none, or ask who it is where it has accounts."""
        from db.connections import BOOK_NAME
        from db.keyring.files import has_ring

        if not (self._folder / BOOK_NAME).exists():
            self._show_first_steps()
        elif has_ring(self._folder):
            self._show_sign_in()
        else:
            self.open_book()

    def open_book(self) -> None:
        """Open the book and attach it to the window; what stands in the way is told in its place."""
        from db.backups.before import prepare_kept
        from db.new_book import take_new_content
        from db.office_accounts import admit, key_of_book
        from db.sessions import Book
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
            if prepare_kept(self._folder, self._keys(), who=self._name(), at=datetime.now()):
                take_new_content(book, who=paths.APPLICATION)
            admit(book, self._signed_in)
        except Exception as error:
            if not is_known(error):
                raise
            self._tell_not_open(error)
            return
        workplace = Workplace(book, self._window.preferences, signed_in=self._signed_in, parent=self._window)
        self._closing.callback(workplace.worker.wait)
        if left is not None:
            self._window.list_filled.connect(partial(tell_cut_off, self._window, left))
        self._window.attach(workplace)
        self._window.list_filled.connect(partial(self._keep_backups, workplace))
        workplace.restore_requested.connect(self._restore)

    def _keep_backups(self, workplace: "Workplace") -> None:
        """Back up from now on; loaded once the first list stands."""
        from ui.backups.exit_dialog import ExitDialog
        from ui.backups.keeper import Keeper
        from ui.backups.status import BackupStatus

        if self._keeper is not None:
            return
        keeper = self._keeper = workplace.keeper = Keeper(workplace, self._window)
        self._closing.callback(keeper.stop)
        status = BackupStatus(keeper)
        self._window.add_status(status)
        status.page_requested.connect(self._window.open_subject)
        self._window.may_close = lambda: not keeper.needs_backup() or ExitDialog.ask(keeper, self._window)
        keeper.begin()

    def _restore(self) -> None:
        """Restore a backup; the book is closed for it, and a window of its own opens on what is there then."""
        from db.backups.containers import Keys
        from ui.backups.restore_dialog import RestoreDialog
        from ui.backups.restore_presenter import Desk

        keeper = self._keeper
        workplace = keeper.workplace if keeper else None
        desk = Desk(
            self._folder,
            self._keys() if self._signed_in else Keys(),
            workplace.officer if workplace else self._name(),
            self._release,
            keeper.second.found() if keeper else None,
        )
        if RestoreDialog.ask(desk, self._window).released:
            self._start_anew()

    def _release(self) -> None:
        """Close the book, so that another can take its place."""
        from ui.backups.texts import RESTORING

        self._window.may_close = lambda: True
        if self._keeper is not None:
            self._keeper.stop()
        self._window.show_notice(RESTORING)
        workplace, self._window.workplace = self._window.workplace, None
        if workplace is not None:
            workplace.close()

    def _tell_not_open(self, error: Exception) -> None:
        """Say why there is no book, and offer a backup where one could help."""
        from PySide6.QtWidgets import QPushButton

        from ui.backups.texts import RESTORE_DAMAGED

        if type(error).__name__ not in _HELPED_BY_BACKUP:
            self._window.tell_not_open(error)
            return
        self._closing.close()
        button = QPushButton(RESTORE_DAMAGED)
        button.clicked.connect(self._restore)
        self._window.tell_not_open(error, button)

    def _keys(self) -> "Keys":
        from db.backups.containers import Keys
        from db.keyring.files import load_ring

        return Keys(load_ring(self._folder), self._signed_in.key) if self._signed_in else Keys()

    def _name(self) -> str:
        return self._signed_in.name if self._signed_in else paths.APPLICATION

    def _show_first_steps(self) -> None:
        import_module("ui.common.screens.record_screen")
        wizard = self._window.show_wizard(self._folder, self._worker())
        wizard.finished.connect(self._on_signed_in)
        wizard.restore_requested.connect(self._restore)

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
        self.open_book()

    def _start_anew(self) -> None:
        """Close the book and everything of whoever used it, and let somebody else sign in to a window of its own."""
        if self._keeper is not None:
            self._window.may_close = lambda: True
            self._keeper.stop()
        if self._renew is not None:
            self._renew(self._window)

    def _worker(self) -> "Worker":
        from ui.common.worker import Worker

        worker = Worker(self._window)
        self._closing.callback(worker.wait)
        return worker
