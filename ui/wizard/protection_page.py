"""The page that asks whether the book has a password, and shows the recovery key before one goes on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QRadioButton

from db.keyring.ring import new_ring
from exports.documents.recovery_key_content import RecoveryPaper
from ui.accounts import texts
from ui.accounts.protection_form import FirstAccount
from ui.accounts.recovery_key_dialog import RecoveryKeyDialog
from ui.common.forms.radio_tab import tab_to_chosen
from ui.wizard.page import Page, scrolling
from ui.wizard.presenter import WizardPresenter


class ProtectionPage(Page):
    """One officer without a password, or accounts; these are asked for only then."""

    def __init__(self, presenter: WizardPresenter) -> None:
        super().__init__(presenter, texts.PROTECTION_WORDS)
        self.alone, self.guarded = QRadioButton(texts.ALONE), QRadioButton(texts.GUARDED)
        tab_to_chosen((self.alone, self.guarded))
        self.first = FirstAccount()
        self._made_of: tuple[object, ...] = ()
        self._area = area = scrolling(self.first)
        for widget in (self.alone, self.guarded, self.message):
            self.column.addWidget(widget)
        self.column.addWidget(area, 1)
        self._rest = QLabel()
        self.column.addWidget(self._rest, 1)
        self.alone.setChecked(True)
        self.guarded.toggled.connect(self._show_account)
        self._show_account(False)

    def enter(self) -> None:
        self.message.say("")
        (self.guarded if self.guarded.isChecked() else self.alone).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.first.go_on():
            return
        super().keyPressEvent(event)

    def problem(self) -> str:
        if self.alone.isChecked():
            self.presenter.protection = None
            return ""
        return self.first.problem()

    def confirm(self) -> bool:
        """Show the recovery key of what was chosen, once for the same choice; return whether one may go on."""
        if self.alone.isChecked():
            return True
        name, password = self.first.name.text(), self.first.password.texts()[0]
        chosen = (name, password, self.first.encrypts.choice())
        if self.presenter.protection is not None and self._made_of == chosen:
            return True
        made = new_ring(*chosen)
        paper = RecoveryPaper(
            self.presenter.unit_name, made.ring.accounts[0].name, self.presenter.today, made.recovery_key
        )
        if not RecoveryKeyDialog.ask(paper, self):
            return False
        self.presenter.protection, self._made_of = made, chosen
        return True

    def _show_account(self, shown: bool) -> None:
        self._area.setVisible(shown)
        self._rest.setVisible(not shown)
        if shown:
            if not self.first.name.text():
                self.first.name.setText(self.presenter.names.get("preparer_name", ""))
            self.first.name.setFocus()
