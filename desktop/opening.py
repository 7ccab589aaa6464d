"""What happens after the first paint: who uses the book signs in, the book is brought up to date and opened."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop import paths
from desktop.backup_care import BackupCare
from desktop.file_offer import FileOffer
from desktop.given_file import GivenFile
from desktop.one_window import Claim, listen
from desktop.quick_start import import_database, import_list
from desktop.running_mark import RunningMark
from desktop.upgrade_care import UpgradeCare
from ui.common import opening_texts
from ui.shell.crash_teller import tell_cut_off
from ui.shell.notice import Way
from ui.shell.window import Window

if TYPE_CHECKING:
    from db.backups.containers import Keys
    from db.keyring.signing_in import SignedIn
    from db.sessions import Book
    from ui.common.worker import Worker
    from ui.common.workplace import Workplace


@dataclass(frozen=True)
class Start:
    """How a window starts: its claim to the folder, what makes another one in its place, what to do before opening.

    `renew(window, folder, between)`: `between` runs while no book is open. `given` is the file to be offered.
    """

    claim: Claim
    renew: Callable[..., None]
    between: Callable[[], object] | None = None
    given: GivenFile = field(default_factory=GivenFile)


_PAINTED_MS = 30
# First steps, a sign-in or a page that tells of trouble show no list.
_LATEST_MS = 2_000


class Opening:
    """The way from the painted window to the open book."""

    def __init__(self, window: Window, folder: Path, closing: ExitStack, start: Start | None = None) -> None:
        self._window, self._folder, self._closing, self._start = window, folder, closing, start
        self._signed_in: SignedIn | None = None
        self._key: bytes | None = None
        self._is_listening = self._is_first = self._has_book = False
        self._care = BackupCare(window, folder, closing, self._keys, self._name, self._start_anew)
        self._upgrade = UpgradeCare(window)
        self._offer = FileOffer(window, start.given if start else GivenFile(), self._care.restore)
        window.sign_out_requested.connect(self._start_anew)
        window.help_menu.more.append(Way(opening_texts.MACHINE, self._show_machine))

    def begin(self) -> None:
        """Open the book, or show the first steps where there is none, or ask who it is where it has accounts."""
        if self._start is not None:
            # Not before the first list stands: what is needed for it takes its time to import.
            self._window.list_filled.connect(self._take_place)
            QTimer.singleShot(_LATEST_MS, self._window, self._take_place)
        from db.keyring.places import has_ring

        if not self._may_open():
            return
        if not self._has_book:
            self._show_first_steps()
        elif has_ring(self._folder):
            self._show_sign_in()
        else:
            self.open_book()

    def open_book(self) -> None:
        """Open the book and attach it to the window; what stands in the way is told in its place."""
        import_database()
        from db.sessions import Book
        from ui.common.errors import is_known
        from ui.common.workplace import Workplace

        import_list()
        # An edge: trouble of the surroundings is told, anything else goes on to the crash report.
        mark = RunningMark(self._folder)
        self._closing.callback(mark.end)
        try:
            self._key = self._key_of_book()
            book = Book(self._folder, key=self._key)
            self._closing.callback(book.close)
            left = mark.begin()
            self._bring_up_to_date(book)
            self._admit(book)
        except Exception as error:
            if not is_known(error):
                raise
            self._tell(error)
            return
        workplace = Workplace(book, self._window.preferences, signed_in=self._signed_in, parent=self._window)
        self._closing.callback(workplace.worker.wait)
        self._closing.callback(self._care.stop)
        self._window.list_filled.connect(partial(self._look_quickly, workplace))
        workplace.reopening_requested.connect(partial(self._reopen, self._folder))
        if left is not None:
            self._window.list_filled.connect(partial(tell_cut_off, self._window, left))
        self._window.attach(workplace)
        self._window.list_filled.connect(partial(self._care.begin, workplace))
        # A file that was given comes first; what is new waits then.
        self._window.list_filled.connect(self._offer.begin)
        self._window.list_filled.connect(partial(self._upgrade.begin, workplace))
        if self._is_first:
            self._window.list_filled.connect(self._show_tour_soon)
        workplace.restore_requested.connect(self._care.restore)

    def _key_of_book(self) -> bytes | None:
        if self._signed_in is None:
            return None
        from db.office_accounts import key_of_book, key_of_damaged

        # Where the book does not open, a repair wants the key all the same.
        self._key = key_of_damaged(self._folder, self._signed_in)
        return key_of_book(self._folder, self._signed_in)

    def _bring_up_to_date(self, book: "Book") -> None:
        from db.connections import BOOK_NAME
        from db.migrations.store import SCHEMA, schema_of

        # Most starts need no more than this look; what a migration needs is loaded for one.
        if schema_of(self._folder / BOOK_NAME, self._key) == SCHEMA:
            return
        from db.backups.before import prepare_kept
        from db.new_book import take_new_content

        if prepare_kept(self._folder, self._keys(), who=self._name(), at=datetime.now()):
            self._upgrade.is_backed_up = True
            take_new_content(book, who=paths.APPLICATION)

    def _admit(self, book: "Book") -> None:
        """Let who signed in work in the book; nobody without accounts has to load what they need."""
        from db.services import offices

        with book.reading() as session:
            alone = self._signed_in is None and not offices.is_guarded(session)
        if not alone:
            from db.office_accounts import admit

            admit(book, self._signed_in)

    def _keys(self) -> "Keys":
        from db.backups.containers import Keys
        from db.keyring.files import load_ring

        return Keys(load_ring(self._folder), self._signed_in.key) if self._signed_in else Keys()

    def _name(self) -> str:
        return self._signed_in.name if self._signed_in else paths.APPLICATION

    def _show_first_steps(self) -> None:
        import_module("ui.common.screens.record_screen")
        # Also where the book then comes from a backup: nobody worked here with an earlier version.
        self._upgrade.note_new_office()
        wizard = self._window.show_wizard(self._folder, self._worker())
        self._closing.callback(wizard.machine.wait)
        wizard.finished.connect(self._on_made)
        wizard.restore_requested.connect(self._care.restore)
        self._offer.begin()

    def _on_made(self, who: "SignedIn | None") -> None:
        self._is_first = True
        self._on_signed_in(who)

    def _show_sign_in(self) -> None:
        from ui.common.errors import is_known

        try:
            screen = self._window.show_sign_in(self._folder)
        except Exception as error:
            if not is_known(error):
                raise
            self._tell(error)
            return
        screen.signed_in.connect(self._on_signed_in)

    def _on_signed_in(self, who: "SignedIn | None") -> None:
        self._signed_in = who
        self._offer.pause()
        # Opening takes a moment: that it does is painted first.
        self._window.show_opening()
        QTimer.singleShot(_PAINTED_MS, self._window, self.open_book)

    def _start_anew(self) -> None:
        """Close the book and everything of whoever used it, and let somebody else sign in to a window of its own."""
        self._reopen(self._folder)

    def _may_open(self) -> bool:
        """Tell whether this window may open what is in the folder; what stands in the way is told."""
        from db.places import check_place

        try:
            check_place(self._folder)
            if self._start is not None:
                self._come_first(self._start)
            self._look_for_book()
        except Exception as error:
            from ui.common.errors import is_known

            if not is_known(error):
                raise
            self._tell(error)
            return False
        return True

    def _look_for_book(self) -> None:
        from db.connections import BOOK_NAME
        from db.trouble import telling

        path = self._folder / BOOK_NAME
        # Where nobody may look it is not known whether there is one: no first steps then.
        with telling(path):
            self._has_book = path.exists()

    def _come_first(self, start: Start) -> None:
        """Do what comes before opening; raises BookLocked where another window has the folder."""
        if not start.claim.is_held:
            from db.sessions import BookLocked

            raise BookLocked(self._folder)
        if start.between is not None:
            start.between()

    def _take_place(self) -> None:
        """Let whoever starts the program again be shown this window."""
        if self._start is not None and self._start.claim.is_held and not self._is_listening:
            self._is_listening = True
            self._closing.callback(listen(self._folder, self._on_asked, self._window))

    def _show_machine(self) -> None:
        from ui.surroundings.dialog import SurroundingsDialog

        SurroundingsDialog.tell(self._folder, self._window)

    def _show_tour_soon(self) -> None:
        from ui.tour.showing import show

        # Once the status bar has what the tour points at.
        QTimer.singleShot(_PAINTED_MS, self._window, partial(show, self._window))

    def _on_asked(self, given: Path | None) -> None:
        self._window.come_forward()
        self._offer.take(given)

    def _look_quickly(self, workplace: "Workplace") -> None:
        """Now that the list stands, look whether the book is sound, and caution of a place that is easily lost."""
        from ui.soundness.start_check import StartCheck

        check = StartCheck(workplace, self._window)
        self._closing.callback(check.worker.wait)
        check.begin()

    def _tell(self, error: Exception) -> None:
        from desktop.opening_ways import Trouble

        restore = self._care.restore
        trouble = Trouble(self._window, self._folder, self._worker(), self._reopen, restore, self._key)
        trouble.tell(error)
        if trouble.can_restore(error):
            self._offer.begin()

    def _reopen(self, folder: Path, between: Callable[[], object] | None = None) -> None:
        self._care.stop()
        if self._start is not None:
            self._start.renew(self._window, folder, between)

    def _worker(self) -> "Worker":
        from ui.common.worker import Worker

        worker = Worker(self._window)
        self._closing.callback(worker.wait)
        return worker
