"""The page of accounts: who may sign in, the recovery key, the lock, what is encrypted; accounts on and off."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.keyring.ring import Account
from ui.accounts import texts
from ui.accounts.account_dialogs import ConsentDialog, NewAccountDialog, ResetDialog, RoleDialog
from ui.accounts.presenter import AccountsPresenter
from ui.accounts.protect_dialog import ProtectDialog
from ui.accounts.protection_form import EncryptsChoice
from ui.accounts.recovery_key_dialog import RecoveryKeyDialog
from ui.common import theme
from ui.common.lists.record_keys import record_key
from ui.common.screens.record_screen import action_button
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.sign_in.session import MINUTES, minutes_of

_WIDTHS = (260, 160, 280)
_TABLE_HEIGHT = 190
_WIDEST = 760


class AccountsScreen(Screen):
    """Two faces: without accounts what they are for, with them the list and what belongs to it."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = AccountsPresenter(workplace, self)
        self.table = QTableWidget(0, len(_WIDTHS))
        self.protect_button = action_button(texts.PROTECT, texts.PROTECT_TIP, "")
        self.add_button = action_button(texts.ADD, texts.ADD_TIP, "")
        self.role_button = action_button(texts.CHANGE_ROLE, texts.CHANGE_ROLE_TIP, "")
        self.reset_button = action_button(texts.RESET, texts.RESET_TIP, "")
        self.remove_button = action_button(texts.REMOVE, texts.REMOVE_TIP, "")
        self.renew_button = action_button(texts.RENEW, texts.RENEW_TIP, "print")
        self.encrypt_button = action_button(texts.ENCRYPT, texts.ENCRYPT_TIP, "")
        self.unprotect_button = action_button(texts.UNPROTECT, texts.UNPROTECT_TIP, "")
        self.encrypts, self.minutes = EncryptsChoice(), QComboBox()
        self._faces = QStackedWidget()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.show_accounts()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def take_focus(self) -> None:
        (self.table if self.presenter.who is not None else self.protect_button).setFocus()

    def show_record(self, record_id: int) -> None:
        self.take_focus()

    def narrow(self, text: str) -> None:
        self.take_focus()

    def show_accounts(self) -> None:
        """Show what the ring says."""
        ring, may = self.presenter.ring(), self.presenter.may_change
        self._faces.setCurrentIndex(0 if ring is None else 1)
        if ring is None:
            return
        at = max(self.table.currentRow(), 0)
        self.table.setRowCount(len(ring.accounts))
        for row, account in enumerate(ring.accounts):
            for column, text in enumerate(self._cells(account)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.setCurrentCell(min(at, len(ring.accounts) - 1), 0)
        self.encrypts.choose(ring.encrypts)
        self.minutes.setCurrentIndex(max(0, self.minutes.findData(str(minutes_of(self.workplace)))))
        for widget, tip in self._guarded_widgets().items():
            widget.setEnabled(may)
            widget.setToolTip(tip if may else texts.ONLY_ADMINISTRATOR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = record_key(event, in_list=self.table.hasFocus())
        acts: dict[str, Callable[[], None]] = {
            "new": self.add,
            "remove": self.remove,
            "edit": self.change_role,
        }
        if action in acts and self.presenter.may_change:
            acts[action]()
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Ask for a new account until it is right."""
        dialog = NewAccountDialog(self)
        if dialog.exec():
            self.presenter.add(dialog.name.text(), dialog.password.texts()[0], dialog.role.role())
        dialog.deleteLater()

    def change_role(self) -> None:
        account = self._chosen()
        if account is None:
            return
        dialog = RoleDialog(account.name, account.role, self)
        if dialog.exec() and dialog.role.role() != account.role:
            self.presenter.set_role(account.name, dialog.role.role())
        dialog.deleteLater()

    def reset(self) -> None:
        account = self._chosen()
        if account is None or not self.presenter.may_change:
            return
        dialog = ResetDialog(account.name, self)
        if dialog.exec():
            self.presenter.reset(account.name, dialog.password.texts()[0])
        dialog.deleteLater()

    def remove(self) -> None:
        account = self._chosen()
        if account is not None and self._asks_to_remove(account.name):
            self.presenter.remove(account.name)

    def renew(self) -> None:
        """Show another recovery key, and keep it once it is on paper."""
        renewed = self.presenter.renewed_recovery()
        if renewed is not None and RecoveryKeyDialog.ask(self.presenter.paper(renewed), self):
            self.presenter.keep_recovery(renewed)

    def protect(self) -> None:
        """Ask for the first account, show the recovery key, then put accounts beside the book."""
        made = ProtectDialog.ask(self.workplace.officer, self)
        if made is not None and RecoveryKeyDialog.ask(self.presenter.paper(made), self):
            with_cursor(lambda: self.presenter.protect(made))

    def encrypt(self) -> None:
        with_cursor(lambda: self.presenter.encrypt(self.encrypts.choice()))
        self.show_accounts()

    def unprotect(self) -> None:
        who = self.presenter.who
        if who is None:
            return
        dialog = ConsentDialog(who.name, self)
        if dialog.exec():
            password = dialog.password.texts()[0]
            with_cursor(lambda: self.presenter.unprotect(password))
        dialog.deleteLater()

    def _cells(self, account: Account) -> tuple[str, str, str]:
        return account.name, texts.ROLES[account.role], self.presenter.note_of(account)

    def _chosen(self) -> Account | None:
        accounts, at = self.presenter.accounts(), self.table.currentRow()
        return accounts[at] if 0 <= at < len(accounts) else None

    def _asks_to_remove(self, name: str) -> bool:
        words = texts.REMOVE_ASK.format(name=name)
        box = QMessageBox(QMessageBox.Icon.Question, texts.REMOVE_TITLE, words, parent=self)
        remove = box.addButton(texts.REMOVE_IT, QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(texts.KEEP_IT, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is remove

    def _on_minutes(self) -> None:
        self.workplace.preferences.set_text(MINUTES, self.minutes.currentData())
        self.workplace.locking_changed.emit()

    def _guarded_widgets(self) -> dict[QWidget, str]:
        return {
            self.add_button: texts.ADD_TIP,
            self.role_button: texts.CHANGE_ROLE_TIP,
            self.reset_button: texts.RESET_TIP,
            self.remove_button: texts.REMOVE_TIP,
            self.renew_button: texts.RENEW_TIP,
            self.minutes: texts.LOCKING_TIP,
            self.encrypts: "",
            self.encrypt_button: texts.ENCRYPT_TIP,
            self.unprotect_button: texts.UNPROTECT_TIP,
        }

    def _connect(self) -> None:
        acts: dict[QPushButton, Callable[[], None]] = {
            self.protect_button: self.protect,
            self.add_button: self.add,
            self.role_button: self.change_role,
            self.reset_button: self.reset,
            self.remove_button: self.remove,
            self.renew_button: self.renew,
            self.encrypt_button: self.encrypt,
            self.unprotect_button: self.unprotect,
        }
        for button, act in acts.items():
            button.clicked.connect(act)
        self.minutes.activated.connect(lambda _: self._on_minutes())
        self.presenter.changed.connect(self.show_accounts)
        QShortcut(
            QKeySequence("Ctrl+R"), self, self.reset, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    def _lay_out(self) -> None:
        self._prepare_table()
        for minutes, words in texts.LOCKING_MINUTES.items():
            self.minutes.addItem(words, minutes)
        theme.make_primary(self.protect_button)
        self._faces.addWidget(self._unguarded_face())
        self._faces.addWidget(self._guarded_face())
        column = QVBoxLayout(self)
        margin = theme.STEP * 3
        column.setContentsMargins(margin, margin, margin, theme.STEP)
        head = ScreenHead(texts.TITLE)
        column.addWidget(head)
        column.addWidget(self._faces, 1)

    def _unguarded_face(self) -> QWidget:
        face = QWidget()
        face.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(face)
        column.setSpacing(theme.GROUP)
        column.addWidget(_words(texts.UNGUARDED))
        column.addWidget(self.protect_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return face

    def _guarded_face(self) -> QWidget:
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(body)
        column.setSpacing(theme.STEP * 2)
        column.addLayout(_row(self.add_button, self.role_button, self.reset_button, self.remove_button))
        column.addWidget(self.table)
        column.addWidget(_words(texts.ROLE_WORDS))
        locking = QLabel(texts.LOCKING)
        locking.setBuddy(self.minutes)
        self.minutes.setAccessibleName(texts.LOCKING.replace("&", ""))
        column.addLayout(_row(locking, self.minutes))
        for title, words, widgets in (
            (texts.RECOVERY, texts.RECOVERY_WORDS, (self.renew_button,)),
            (texts.ENCRYPTION, "", (self.encrypt_button, self.unprotect_button)),
        ):
            head = QLabel(title)
            head.setFont(theme.strong(self.font()))
            column.addSpacing(theme.STEP * 2)
            column.addWidget(head)
            column.addWidget(_words(words) if words else self.encrypts)
            column.addLayout(_row(*widgets))
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        return area

    def _prepare_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels((texts.NAME, texts.ROLE, texts.NOTE))
        table.setAccessibleName(texts.TITLE)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        table.setFixedHeight(_TABLE_HEIGHT)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)


def with_cursor(act: Callable[[], object]) -> None:
    """Show that a moment is needed: the book is written anew, and nobody may read it meanwhile."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        act()
    finally:
        QApplication.restoreOverrideCursor()


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
