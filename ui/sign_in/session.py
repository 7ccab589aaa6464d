"""What an open window does for who signed in: lock it when it is left alone, change the password, sign out."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox, QWidget

from db.rules.rights import Right
from db.services import account_log
from ui.common.workplace import Workplace
from ui.sign_in import texts
from ui.sign_in.idle import IdleWatch
from ui.sign_in.lock import ScreenLock
from ui.sign_in.password_dialog import PasswordDialog

_TOLD = "accounts/told"
MINUTES, USUAL_MINUTES = "lock/minutes", "15"


def minutes_of(workplace: Workplace) -> int:
    """Return after how many minutes the screen locks, 0: never."""
    text = workplace.preferences.text(MINUTES, USUAL_MINUTES)
    return int(text) if text.isdecimal() else int(USUAL_MINUTES)


class SignedInSession(QObject):
    """`about_to_lock` lets the window keep what is being typed; `sign_out_requested` when somebody else comes."""

    about_to_lock = Signal()
    sign_out_requested = Signal()

    def __init__(self, window: QWidget, workplace: Workplace) -> None:
        super().__init__(window)
        self._window, self._workplace = window, workplace
        self.screen_lock = ScreenLock(window, workplace)
        self.screen_lock.other_requested.connect(self.sign_out_requested)
        self.idle: IdleWatch | None = None
        handle = window.windowHandle()
        if handle is not None:
            self.idle = IdleWatch(handle, minutes_of(workplace), self)
            self.idle.idle.connect(self.lock)
        workplace.locking_changed.connect(self.take_minutes)
        self._shortcut = QShortcut(QKeySequence("Ctrl+L"), window, self.lock)

    def tell_what_was_found(self) -> None:
        """Tell an administrator, once, that somebody changed the accounts from outside."""
        workplace = self._workplace
        if not workplace.can(Right.ADMINISTER):
            return
        text = workplace.preferences.text(_TOLD)
        told = int(text) if text.isdecimal() else 0
        found = workplace.read(lambda session: account_log.found_after(session, told))
        if found is None:
            return
        box = QMessageBox(QMessageBox.Icon.Warning, texts.FOUND_TITLE, texts.FOUND, parent=self._window)
        box.addButton(texts.UNDERSTOOD, QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        workplace.preferences.set_text(_TOLD, str(found))

    def lock(self) -> None:
        """Lock the screen, if there is somebody who can open it again."""
        if self._workplace.signed_in is not None:
            self.about_to_lock.emit()
            self.screen_lock.lock()

    def change_password(self) -> None:
        if self._workplace.signed_in is not None:
            PasswordDialog.ask(self._workplace, self._workplace.signed_in, self._window)

    def take_minutes(self) -> None:
        """Take what was chosen on the page of accounts."""
        if self.idle is not None:
            self.idle.minutes = minutes_of(self._workplace)

    def end(self) -> None:
        """The office works without accounts again."""
        self._shortcut.deleteLater()
        self.deleteLater()
