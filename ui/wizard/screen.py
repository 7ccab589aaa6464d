"""The first steps in a folder without a book: six pages, and at the end the book, whole or not at all."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.common import theme
from ui.common.progress_dialog import watch
from ui.common.worker import Worker
from ui.surroundings.presenter import SurroundingsPresenter
from ui.wizard import texts
from ui.wizard.file_page import FilePage
from ui.wizard.names_page import NamesPage
from ui.wizard.page import Page
from ui.wizard.presenter import WizardPresenter
from ui.wizard.protection_page import ProtectionPage
from ui.wizard.unit_page import UnitPage
from ui.wizard.welcome_page import WelcomePage

_WIDEST = 1100
_FILE = 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SummaryPage(Page):
    """Everything chosen, once more."""

    def __init__(self, presenter: WizardPresenter) -> None:
        super().__init__(presenter, texts.SUMMARY_WORDS)
        self._rows = QFormLayout()
        self._rows.setHorizontalSpacing(theme.GROUP)
        self._rows.setVerticalSpacing(theme.STEP * 2)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)
        self.column.addWidget(self.message)

    def enter(self) -> None:
        self.message.say("")
        while self._rows.rowCount():
            self._rows.removeRow(0)
        for label, words in self.presenter.summary():
            value = QLabel(words)
            value.setWordWrap(True)
            value.setFont(theme.strong(self.font()))
            self._rows.addRow(label, value)


class WizardScreen(QWidget):
    """Pages with one way on and one way back. `finished` once the book is made, with who signed in to it."""

    finished = Signal(object)
    restore_requested = Signal()

    def __init__(
        self,
        folder: Path,
        worker: Worker,
        *,
        clock: Callable[[], datetime] = datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = WizardPresenter(folder, worker, clock().date(), self)
        self.file_page, self.unit_page = FilePage(self.presenter), UnitPage(self.presenter)
        self.names_page = NamesPage(self.presenter)
        self.protection_page = ProtectionPage(self.presenter)
        self.machine = SurroundingsPresenter(folder, clock=clock, parent=self)
        welcome = WelcomePage(self.presenter, self.machine)
        welcome.backup_button.clicked.connect(self.restore_requested)
        self.pages: tuple[tuple[str, Page], ...] = (
            (texts.WELCOME, welcome),
            (texts.FILE, self.file_page),
            (texts.UNIT, self.unit_page),
            (texts.NAMES, self.names_page),
            (texts.PROTECTION, self.protection_page),
            (texts.SUMMARY, SummaryPage(self.presenter)),
        )
        self.stack, self.step = QStackedWidget(), QLabel()
        self.next_button = _button(texts.NEXT, texts.NEXT_TIP)
        self.back_button = _button(texts.BACK, texts.BACK_TIP)
        self.leave_button = _button(texts.LEAVE, texts.LEAVE_TIP)
        self._lay_out()
        self._connect()
        worker.started.connect(lambda job: watch(job, self))
        self._turn_to(0)

    @property
    def at(self) -> int:
        """Return the number of the page that is shown, from 0."""
        return self.stack.currentIndex()

    def go_on(self) -> None:
        """Show the next page, or make the book on the last one."""
        if self.presenter.busy:
            return
        page = self.pages[self.at][1]
        problem = page.problem()
        page.message.say(problem)
        if problem or not page.confirm():
            return
        if self.at == _FILE and not self.presenter.is_read:
            self.presenter.read_units()
        elif self.at == len(self.pages) - 1:
            self.presenter.make()
        else:
            self._turn_to(self.at + 1)

    def go_back(self) -> None:
        if self.at and not self.presenter.busy:
            self._turn_to(self.at - 1)

    def leave(self) -> None:
        """Close the window; asks first where something was typed."""
        if not self.presenter.touched or self._asks_to_leave():
            self.window().close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.at == 0:
            self.next_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _asks_to_leave(self) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, texts.LEAVE_TITLE, texts.LEAVE_ASK, parent=self)
        leave = box.addButton(texts.LEAVE, QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(texts.STAY, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def _turn_to(self, at: int) -> None:
        title, page = self.pages[at]
        last = at == len(self.pages) - 1
        # The cursor waits outside: Qt would put it in a field of the new page, still blank, that would then be left.
        self.next_button.setFocus()
        self.stack.setCurrentIndex(at)
        self.step.setText(texts.STEP.format(number=at + 1, count=len(self.pages), title=title))
        self.back_button.setEnabled(at > 0)
        self.next_button.setText(texts.MAKE if last else texts.NEXT)
        self.next_button.setToolTip(texts.MAKE_TIP if last else texts.NEXT_TIP)
        page.enter()

    def _on_units_read(self) -> None:
        if self.at == _FILE:
            self._turn_to(_FILE + 1)

    def _on_failed(self, words: str) -> None:
        self.pages[-1][1].message.say(words)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.units_read.connect(self._on_units_read)
        presenter.made.connect(lambda: self.finished.emit(presenter.signed_in))
        presenter.failed.connect(self._on_failed)
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.go_back)
        # Of its own: a page that scrolls would take the arrow for itself.
        QShortcut(
            QKeySequence("Alt+Left"),
            self,
            self.go_back,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        self.leave_button.clicked.connect(self.leave)
        self.names_page.form.list_requested.connect(self.leave)
        for _, page in self.pages:
            page.next_requested.connect(self.go_on)

    def _lay_out(self) -> None:
        title = QLabel(texts.TITLE)
        title.setFont(theme.heading(self.font()))
        theme.make_primary(self.next_button)
        self.leave_button.setAutoDefault(True)
        for _, page in self.pages:
            self.stack.addWidget(page)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.GROUP, theme.GROUP, theme.GROUP, theme.STEP * 2)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(title)
        column.addWidget(self.step)
        column.addSpacing(theme.STEP * 2)
        column.addWidget(self.stack, 1)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(body, 100)
        row.addStretch(1)


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
