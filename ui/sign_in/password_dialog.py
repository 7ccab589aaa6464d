"""Changing the own password while the book is open."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from db.keyring.signing_in import SignedIn
from db.office_accounts import note_own_password
from ui.common.workplace import Workplace
from ui.sign_in import texts
from ui.sign_in.pages import NewPasswordPage
from ui.sign_in.presenter import SignInPresenter


class PasswordDialog(QDialog):
    """The old password, the new one twice."""

    def __init__(self, workplace: Workplace, who: SignedIn, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.setWindowTitle(texts.NEW_TITLE)
        self.page = NewPasswordPage(SignInPresenter(workplace.book.folder), who)
        self.page.left.connect(self.reject)
        self.page.changed.connect(self._on_changed)
        QVBoxLayout(self).addWidget(self.page)
        self.page.take_focus()

    @classmethod
    def ask(cls, workplace: Workplace, who: SignedIn, parent: QWidget) -> None:
        """Ask until the password is changed or the officer turns back."""
        dialog = cls(workplace, who, parent)
        dialog.exec()
        dialog.deleteLater()

    def _on_changed(self, who: SignedIn) -> None:
        note_own_password(self._workplace.book, who)
        self._workplace.sign_in(who)
        self._workplace.say(texts.CHANGED)
        self.accept()
