"""Dialogs of accounts: a new one, a password for another, a role, the own password as a consent."""

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from db.rules.rights import Role
from db.rules.text import cleaned
from ui.accounts import texts
from ui.common import theme
from ui.common.forms.message import Message
from ui.common.screens.record_screen import action_button
from ui.sign_in.password_edit import PasswordFields
from ui.sign_in.presenter import new_password_problem

_WIDTH = 480


class AskingDialog(QDialog):
    """Words, fields, a message, one way on and one back; what is wrong is said by `problem`."""

    def __init__(self, title: str, words: str, act: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.message, self.fields = Message(), QVBoxLayout()
        self.keep_button = action_button(act, texts.KEEP_TIP, "")
        self.back_button = action_button(texts.BACK, texts.BACK_TIP, "")
        self.keep_button.setDefault(True)
        theme.make_primary(self.keep_button)
        self.keep_button.clicked.connect(self.keep)
        self.back_button.clicked.connect(self.reject)
        label = QLabel(words)
        label.setWordWrap(True)
        label.setFixedWidth(_WIDTH)
        theme.fit_height(label)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.keep_button, self.back_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(label)
        column.addLayout(self.fields)
        column.addWidget(self.message)
        column.addLayout(buttons)

    def problem(self) -> str:
        """Return what is wrong with what was typed, nothing where it is taken."""
        return ""

    def keep(self) -> None:
        problem = self.problem()
        self.message.say(problem)
        if not problem:
            self.accept()

    def add_field(self, words: str, field: QWidget) -> None:
        label = QLabel(words)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        self.fields.addWidget(label)
        self.fields.addWidget(field)


class RoleBox(QComboBox):
    """The roles in words."""

    def __init__(self, role: Role = Role.ENTRY) -> None:
        super().__init__()
        for each in Role:
            self.addItem(texts.ROLES[each], str(each))
        self.setCurrentIndex(list(Role).index(role))

    def role(self) -> Role:
        return Role(self.currentData())


class NewAccountDialog(AskingDialog):
    """Name, role, and a first password."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(texts.ADD_TITLE, f"{texts.ADD_WORDS}\n\n{texts.ROLE_WORDS}", texts.KEEP, parent)
        self.name, self.role = QLineEdit(), RoleBox()
        self.password = PasswordFields(texts.PASSWORD_KEY, texts.AGAIN_KEY)
        self.add_field(texts.NAME_KEY, self.name)
        self.add_field(texts.ROLE_KEY, self.role)
        self.fields.addWidget(self.password)
        self.name.setFocus()

    def problem(self) -> str:
        if not cleaned(self.name.text()):
            self.name.setFocus()
            return texts.NAME_NEEDED
        return new_password_problem(self.name.text(), *self.password.texts())


class ResetDialog(AskingDialog):
    """A password for somebody else."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(texts.RESET_TITLE, texts.RESET_WORDS.format(name=name), texts.KEEP, parent)
        self._name = name
        self.password = PasswordFields(texts.PASSWORD_KEY, texts.AGAIN_KEY)
        self.fields.addWidget(self.password)
        self.password.edits[0].setFocus()

    def problem(self) -> str:
        return new_password_problem(self._name, *self.password.texts())


class RoleDialog(AskingDialog):
    """Another role for an account."""

    def __init__(self, name: str, role: Role, parent: QWidget) -> None:
        words = f"{texts.ROLE_OF.format(name=name)}\n\n{texts.ROLE_WORDS}"
        super().__init__(texts.ROLE_TITLE, words, texts.KEEP, parent)
        self.role = RoleBox(role)
        self.add_field(texts.ROLE_KEY, self.role)
        self.role.setFocus()


class ConsentDialog(AskingDialog):
    """The own password, before what lets everybody in."""

    def __init__(self, name: str, parent: QWidget) -> None:
        words = texts.UNPROTECT_WORDS.format(name=name)
        super().__init__(texts.UNPROTECT_TITLE, words, texts.UNPROTECT_ACT, parent)
        self.password = PasswordFields(texts.PASSWORD_KEY)
        self.fields.addWidget(self.password)
        self.password.edits[0].setFocus()
