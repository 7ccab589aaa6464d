"""The locked screen: every window of the program is covered, and a dialog over them asks for the password.

Dialogs that are open stay open under their covers, with what was typed into them; work under way goes on.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget

from ui.common import theme
from ui.common.workplace import Workplace
from ui.sign_in import texts
from ui.sign_in.pages import NamePage
from ui.sign_in.presenter import SignInPresenter


class Cover(QWidget):
    """Hides everything in a window, also from the pictures that the system shows of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        words = QLabel(texts.LOCKED)
        words.setFont(theme.heading(self.font()))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(words)
        window.installEventFilter(self)
        self._fit(window)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and isinstance(watched, QWidget):
            self._fit(watched)
        return False

    def _fit(self, window: QWidget) -> None:
        self.setGeometry(window.rect())
        self.raise_()


class LockDialog(QDialog):
    """The password of who has the book open. It does not go away by Esc or by being closed."""

    other_requested = Signal()

    def __init__(self, workplace: Workplace, owner: QWidget) -> None:
        super().__init__(owner)
        assert workplace.signed_in is not None
        self.name = workplace.signed_in.name
        self.setWindowTitle(texts.LOCKED)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.page = NamePage(
            SignInPresenter(workplace.book.folder),
            texts.LOCKED,
            texts.LOCKED_WORDS.format(name=self.name),
        )
        self.page.offer((self.name,), self.name)
        self.page.name_label.hide()
        self.page.name.hide()
        self.page.primary.setText(texts.UNLOCK)
        self.page.primary.setToolTip(texts.UNLOCK_TIP)
        self.other = self.page.forgotten_button
        self.other.setText(texts.OTHER)
        self.page.forgotten.connect(self.other_requested)
        self.page.signed_in.connect(self.accept)
        QVBoxLayout(self).addWidget(self.page)

    def allow_other(self, allowed: bool) -> None:
        """Let another person sign in, or say why not."""
        self.other.setEnabled(allowed)
        tip = texts.OTHER_TIP if allowed else texts.OTHER_BUSY
        self.other.setToolTip(tip.format(name=self.name))

    def reject(self) -> None:
        pass

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not even the keys of a dialog: the page has its own.
        event.accept()


class ScreenLock(QObject):
    """Locks and unlocks the program. `other_requested` when another person is to sign in instead."""

    locked = Signal()
    unlocked = Signal()
    other_requested = Signal()

    def __init__(self, window: QWidget, workplace: Workplace) -> None:
        super().__init__(window)
        self._window, self._workplace = window, workplace
        self._covers: list[Cover] = []
        self._focus: QWidget | None = None
        self.dialog: LockDialog | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_focus_changed)

    def lock(self) -> None:
        """Cover every window and ask for the password."""
        if self.dialog is not None:
            return
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        self._focus = QApplication.focusWidget()
        busy = QApplication.activeModalWidget() is not None or not self._workplace.worker.is_free
        self._cover()
        dialog = LockDialog(self._workplace, self._window)
        dialog.allow_other(not busy)
        dialog.accepted.connect(self._unlock)
        dialog.other_requested.connect(self._let_other)
        self.dialog = dialog
        dialog.show()
        dialog.page.take_focus()
        self.locked.emit()

    def _let_other(self) -> None:
        self._remove_dialog()
        # The covers stay: the window goes as it is.
        self.other_requested.emit()

    def _unlock(self) -> None:
        self._remove_dialog()
        for cover in self._covers:
            cover.hide()
            cover.deleteLater()
        self._covers = []
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()
        self.unlocked.emit()

    def _remove_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.hide()
            self.dialog.deleteLater()
            self.dialog = None

    def _cover(self) -> None:
        covered = {cover.parentWidget() for cover in self._covers}
        for window in QApplication.topLevelWidgets():
            kept = window is self.dialog or window in covered or not window.isVisible()
            if not kept and window.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog):
                self._covers.append(Cover(window))

    def _on_focus_changed(self, _: object) -> None:
        if self.dialog is not None:
            # Work that ended meanwhile may have opened something: it is covered, and the lock comes before it again.
            QTimer.singleShot(0, self, self._come_first)

    def _come_first(self) -> None:
        if self.dialog is None:
            return
        self._cover()
        if QApplication.activeModalWidget() is not self.dialog:
            self.dialog.hide()
            self.dialog.show()
            self.dialog.page.take_focus()
