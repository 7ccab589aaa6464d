"""Putting accounts beside a book that had none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from db.keyring.ring import NewRing, new_ring
from ui.accounts import texts
from ui.accounts.account_dialogs import AskingDialog
from ui.accounts.protection_form import FirstAccount
from ui.common import theme

_SIZE = (620, 660)


class ProtectDialog(AskingDialog):
    """The first account and what is encrypted."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(texts.PROTECTION_TITLE, texts.GUARDED.replace("&", ""), texts.KEEP, parent)
        theme.fit_screen(self, *_SIZE)
        self.first = FirstAccount()
        self.first.name.setText(name)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.first)
        self.fields.addWidget(area)
        self.first.password.edits[0].setFocus()

    @classmethod
    def ask(cls, name: str, parent: QWidget) -> NewRing | None:
        """Return the ring that was asked for, not kept yet."""
        dialog = cls(name, parent)
        first = dialog.first
        wanted = bool(dialog.exec())
        chosen = (first.name.text(), first.password.texts()[0], first.encrypts.choice())
        dialog.deleteLater()
        return new_ring(*chosen) if wanted else None

    def problem(self) -> str:
        return self.first.problem()
