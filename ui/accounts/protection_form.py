"""Whether a book has a password, the first account, and what is encrypted: in the first steps and later."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from db.connections import can_encrypt
from db.rules.accounts import name_findings
from db.rules.rights import Encrypts
from ui.accounts import texts
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.message import Message
from ui.common.forms.radio_tab import tab_to_chosen
from ui.sign_in.password_edit import PasswordFields
from ui.sign_in.presenter import new_password_problem


class EncryptsChoice(QWidget):
    """Nothing, backups or the whole book, under the word that it may be final."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Encrypts, QRadioButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        final = Message(theme.late)
        final.say(texts.FINAL)
        column.addWidget(final)
        for encrypts in Encrypts:
            button = QRadioButton(texts.ENCRYPTS[encrypts])
            self._group.addButton(button)
            self.buttons[encrypts] = button
            column.addWidget(button)
            button.clicked.connect(self.chosen)
        tab_to_chosen(self.buttons.values())
        possible = can_encrypt()
        self.buttons[Encrypts.BOOK].setEnabled(possible)
        for words in (texts.NOT_ENCRYPTED,) if possible else (texts.NO_ENCRYPTION, texts.NOT_ENCRYPTED):
            label = QLabel(words)
            label.setWordWrap(True)
            column.addWidget(label)
        self.choose(Encrypts.BACKUPS)

    def choice(self) -> Encrypts:
        return next(encrypts for encrypts, button in self.buttons.items() if button.isChecked())

    def choose(self, encrypts: Encrypts) -> None:
        self.buttons[encrypts].setChecked(True)


class FirstAccount(QWidget):
    """The name and the password of the first account, and what is encrypted."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.password = PasswordFields(texts.PASSWORD_KEY, texts.AGAIN_KEY)
        self.encrypts = EncryptsChoice()
        label, head = QLabel(texts.NAME_KEY), QLabel(texts.WHAT_ENCRYPTED)
        label.setBuddy(self.name)
        head.setFont(theme.strong(self.font()))
        self.name.setAccessibleName(texts.NAME_KEY.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.name, self.password, head, self.encrypts):
            column.addWidget(widget)
        column.addStretch(1)

    def go_on(self) -> bool:
        """Put the cursor from a field into the next one; return whether there was one."""
        fields = (self.name, *self.password.edits)
        at = next((at for at, field in enumerate(fields[:-1]) if field.hasFocus()), None)
        if at is not None:
            fields[at + 1].setFocus()
        return at is not None

    def problem(self) -> str:
        """Return what is wrong with name and password, and put the cursor there; nothing where both are taken."""
        findings = name_findings(self.name.text(), ())
        if findings:
            self.name.setFocus()
            return texts.NAME_NEEDED if findings[0].code == "required" else finding_text(findings[0])
        problem = new_password_problem(self.name.text(), *self.password.texts())
        if problem:
            self.password.edits[0].setFocus()
        return problem
