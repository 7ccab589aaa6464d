"""The window: painted before anything is opened, then given the book."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.common import theme
from ui.common.preferences import Preferences
from ui.shell import texts
from ui.shell.bar import Bar
from ui.shell.cautions import Cautions
from ui.shell.help_menu import HelpMenu
from ui.shell.locking import Locking
from ui.shell.notice import Notice, Way
from ui.shell.rail import Rail
from ui.shell.screen_making import class_at, make_screen
from ui.shell.subjects import SUBJECTS, WIZARD, subject_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.common.screens.screen import Screen
    from ui.common.worker import Job, Worker
    from ui.common.workplace import Workplace
    from ui.shell.finding import Finding
    from ui.shell.return_badge import ReturnBadge
    from ui.sign_in.screen import SignInScreen

_SIZE = (1366, 720)
# What a screen of 1366 × 768 leaves at 150 %, without task bar and title.
_LEAST = (880, 440)
_NARROW = 1000
_SAID_MS = 15_000
_FOLDED, _SUBJECT = "window/folded", "window/subject"
_RETURNS = "returning"


class Window(QMainWindow):
    """Rail, bar, one screen at a time, status bar.

    `first_painted` once the window was seen, `list_filled` once the first screen shows its data, `came_forward` when
    it was shown to somebody who started the program again.
    """

    first_painted = Signal()
    list_filled = Signal()
    came_forward = Signal()
    sign_out_requested = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.workplace: Workplace | None = None
        self.screens: dict[str, Screen] = {}
        self._finding: Finding | None = None
        self._badge: ReturnBadge | None = None
        self._painted = False
        # Asked when it is about to close, what is being typed kept already.
        self.may_close: Callable[[], bool] = lambda: True
        self.rail = Rail(SUBJECTS, folded=preferences.flag(_FOLDED))
        self.rail.set_usable(False)
        self.bar = Bar()
        self.locking = Locking(self)
        self.help_menu = HelpMenu(self, self.bar.help)
        self.pages = QStackedWidget()
        self.pages.addWidget(Notice(texts.OPENING))
        self.banner = QLabel(texts.SAMPLE)
        self.cautions = Cautions()
        self.selection = QLabel()
        self.setWindowTitle(texts.APPLICATION)
        self.setMinimumSize(*_LEAST)
        theme.fit_screen(self, *_SIZE)
        self._lay_out()
        self.rail.subject_chosen.connect(self.open_subject)
        self.rail.folded_changed.connect(lambda folded: preferences.set_flag(_FOLDED, folded))
        self.bar.search_requested.connect(self.search)
        self.bar.screen_requested.connect(self._take_focus)
        self.bar.lock_requested.connect(self.locking.lock)
        self.bar.password_requested.connect(self.locking.change_password)
        self.bar.sign_out_requested.connect(self.sign_out_requested)
        self.locking.about_to_lock.connect(self._settle)
        self.locking.sign_out_requested.connect(self.sign_out_requested)

    @property
    def screen_key(self) -> str:
        """Return the key of the open subject, nothing before one is open."""
        shown = self.pages.currentWidget()
        return next((key for key, screen in self.screens.items() if screen is shown), "")

    @property
    def page(self) -> "Screen":
        """Return the screen that is open; of a subject with several pages the one in sight."""
        from ui.common.screens.tabbed_screen import TabbedScreen

        screen = self.screens[self.screen_key]
        return screen.page if isinstance(screen, TabbedScreen) else screen

    @property
    def page_key(self) -> str:
        """Return the key of the screen that is open, nothing before one is open."""
        from ui.common.screens.tabbed_screen import TabbedScreen

        screen = self.screens.get(self.screen_key)
        return screen.key if isinstance(screen, TabbedScreen) else self.screen_key

    def attach(self, workplace: "Workplace") -> None:
        """Take the open book and open the subject that was open last."""
        self.workplace = workplace
        self.setWindowTitle(texts.WINDOW.format(office=workplace.office.unit.name))
        self.banner.setVisible(workplace.office.sample)
        self.bar.attach(workplace)
        self.rail.set_usable(True)
        workplace.said.connect(lambda words: self.statusBar().showMessage(words, _SAID_MS))
        workplace.selection_described.connect(self.selection.setText)
        workplace.failed.connect(self.tell)
        workplace.worker.started.connect(self._on_job_started)
        self._add_shortcuts(workplace)
        self.locking.attach(workplace)
        last = self.preferences.text(_SUBJECT)
        self.open_subject(last if subject_of(last) else SUBJECTS[0].key)
        # What is painted now stands while more is loaded: not with the widths of words that were not there yet.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def open_subject(self, key: str) -> None:
        """Turn to a subject, or to one of its pages; screens are made on the first visit."""
        subject = subject_of(key)
        if self.workplace is None or subject is None:
            return
        if subject.key != self.screen_key:
            self._turn_to_subject(subject.key, self.workplace, key)
        elif key == subject.key:
            self._take_focus()
        else:
            self._show_page(subject.key, key)

    def _turn_to_subject(self, key: str, workplace: "Workplace", page: str) -> None:
        if self.screen_key:
            self.screens[self.screen_key].settle()
        first = not self.screens
        screen = self._screen(key, workplace, page)
        self.selection.clear()
        self.rail.mark(key)
        self.pages.setCurrentWidget(screen)
        self.preferences.set_text(_SUBJECT, key)
        if first:
            # The list is drawn before anything else is read for the form beside it.
            QTimer.singleShot(0, self._on_first_screen)
        else:
            screen.take_focus()

    def open_record(self, key: str, record_id: int) -> None:
        """Turn to a subject, or to one of its pages, and open one of its records."""
        self.open_subject(key)
        subject = subject_of(key)
        if subject is not None and self.screen_key == subject.key:
            self.screens[subject.key].show_record(record_id)

    def search(self) -> None:
        """Show the box that searches everything."""
        if self.workplace is not None:
            self._make_finding(self.workplace).ask()

    def show_wizard(self, folder: Path, worker: "Worker") -> Any:
        """Show the first steps of a folder without a book; returns the wizard, which emits `finished`."""
        wizard = class_at(WIZARD)(folder, worker)
        self._turn_to(wizard)
        return wizard

    def show_opening(self) -> None:
        """Say that the book is being opened, in the place where it will be."""
        self.pages.setCurrentIndex(0)

    def show_sign_in(self, folder: Path) -> "SignInScreen":
        """Ask who is going to use the book; raises what stands in the way of asking."""
        from ui.sign_in.screen import SignInScreen

        screen = SignInScreen(folder, self.preferences)
        self._turn_to(screen)
        return screen

    def tell(self, error: Exception) -> None:
        """Tell a known trouble calmly."""
        from PySide6.QtWidgets import QMessageBox

        from ui.common.errors import error_text

        box = QMessageBox(QMessageBox.Icon.Warning, texts.TROUBLE_TITLE, error_text(error), parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.addButton(texts.CLOSE, QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def tell_not_open(self, error: Exception, ways: "Sequence[Way]" = ()) -> None:
        """Say why there is no book to show, in the place where it would be, and offer the ways on."""
        from ui.common.errors import error_text

        page = Notice(texts.TROUBLE, error_text(error), (*ways, Way(texts.CLOSE_WINDOW, self.close)))
        self._turn_to(page)
        page.take_focus()

    def come_forward(self) -> None:
        """Show the window in front of all others: somebody started the program once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)
        self.came_forward.emit()

    def caution(self, words: str, way: Way | None = None) -> "Callable[[], None]":
        """Show a line above the screens that has to be seen, with a way to act; returns what puts it aside."""
        return self.cautions.add(words, way)

    def show_notice(self, title: str) -> None:
        """Show words in the place of the screens, which cannot be worked in meanwhile."""
        self.rail.set_usable(False)
        self._turn_to(Notice(title))

    def add_status(self, widget: QWidget) -> None:
        """Show something at the right of the status bar."""
        self.statusBar().insertPermanentWidget(0, widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.rail.set_narrow(narrow)
        self.bar.set_narrow(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc outside the screen, as in the rail, goes back to work."""
        if event.key() == Qt.Key.Key_Escape and not self.pages.isAncestorOf(self.focusWidget()):
            self._take_focus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._painted:
            self._choose_ground()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settle()
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _settle(self) -> None:
        if self.screen_key:
            self.screens[self.screen_key].settle()

    def _choose_ground(self) -> None:
        # In the dark the frames of fields are darker than the ground: on their own colour they could not be seen.
        role = QPalette.ColorRole.Window if theme.is_dark() else QPalette.ColorRole.Base
        self.pages.setBackgroundRole(role)

    def _on_first_screen(self) -> None:
        self.list_filled.emit()
        QTimer.singleShot(0, self._take_focus)
        self._count_returns()
        self.locking.tell_what_was_found()

    def _count_returns(self) -> None:
        """Count what is due only now: nothing of it is read before the first list stands."""
        from ui.shell.return_badge import ReturnBadge

        if self.workplace is not None and self._badge is None:
            self._badge = ReturnBadge(self.workplace, self)
            self._badge.counted.connect(self.rail.buttons[_RETURNS].show_badge)
            self._badge.begin()

    def _show_page(self, key: str, page: str) -> None:
        self.screens[key].show_page(page)
        self._take_focus()

    def _take_focus(self) -> None:
        if self.screen_key:
            self.screens[self.screen_key].take_focus()

    def _screen(self, key: str, workplace: "Workplace", page: str) -> "Screen":
        made = self.screens.get(key)
        screen = made or self._made_screen(key, workplace)
        if page != key:
            screen.show_page(page)
        if made is None:
            screen.begin()
        return screen

    def _made_screen(self, key: str, workplace: "Workplace") -> "Screen":
        screen = make_screen(next(subject for subject in SUBJECTS if subject.key == key), workplace)
        screen.badge_changed.connect(self.rail.buttons[key].show_badge)
        screen.subject_requested.connect(self.open_subject)
        screen.record_requested.connect(self.open_record)
        screen.found_requested.connect(lambda found: self._make_finding(workplace).open(found))
        self.pages.addWidget(screen)
        self.screens[key] = screen
        return screen

    def _make_finding(self, workplace: "Workplace") -> "Finding":
        if self._finding is None:
            from ui.shell.finding import Finding

            self._finding = Finding(self, workplace)
        return self._finding

    def _turn_to(self, page: QWidget) -> None:
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def _add_shortcuts(self, workplace: "Workplace") -> None:
        for keys, act in (
            (QKeySequence("Ctrl+Z"), workplace.undo),
            (QKeySequence("Ctrl+Y"), workplace.redo),
            (QKeySequence("Ctrl+K"), self.search),
        ):
            QShortcut(keys, self, act)
        for number, subject in enumerate(SUBJECTS[:10], start=1):
            QShortcut(QKeySequence(f"Alt+{number % 10}"), self, partial(self.open_subject, subject.key))

    def _on_job_started(self, job: "Job") -> None:
        from ui.common.progress_dialog import watch

        watch(job, self)

    def _lay_out(self) -> None:
        self.banner.setVisible(False)
        self.banner.setAutoFillBackground(True)
        self.banner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.banner.setFixedHeight(theme.ROW_HEIGHT)
        self.banner.setPalette(theme.banner())
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.banner)
        column.addWidget(self.cautions)
        column.addWidget(self.pages, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.pages.setAutoFillBackground(True)
        self._choose_ground()
        self.setCentralWidget(whole)
        self.statusBar().addPermanentWidget(self.selection)
