"""The page of accounts: who may sign in, what is encrypted, accounts on and off."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.connections import is_plain
from db.keyring.files import load_ring
from db.keyring.signing_in import ring_in, sign_in
from db.rules.rights import Encrypts, Role
from db.sessions import BOOK_NAME, Book
from tests.helpers.accounts import ADMINISTRATOR, OFFICERS, PASSWORD, GuardedOffice
from tests.helpers.books import NOW
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import MessageBoxes, Modals
from ui.accounts import texts
from ui.accounts.account_dialogs import ConsentDialog, NewAccountDialog, ResetDialog, RoleDialog
from ui.accounts.protect_dialog import ProtectDialog
from ui.accounts.recovery_key_dialog import RecoveryKeyDialog
from ui.accounts.screen import AccountsScreen
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace

CLERK = OFFICERS[Role.ENTRY]
Open = Callable[[GuardedOffice, Role], AccountsScreen]


@pytest.fixture
def open_screen(preferences: Preferences, qtbot: QtBot) -> Iterator[Open]:
    """Open the page as the officer of a role."""
    opened: list[Workplace] = []

    def show(office: GuardedOffice, role: Role = Role.ADMINISTRATOR) -> AccountsScreen:
        who = office.sign_in(role)
        workplace = Workplace(office.open(who), preferences, signed_in=who, clock=lambda: NOW)
        opened.append(workplace)
        return shown(workplace, qtbot)

    yield show
    for workplace in opened:
        workplace.close()


def shown(workplace: Workplace, qtbot: QtBot) -> AccountsScreen:
    screen = AccountsScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1000, 640)
    screen.show()
    screen.begin()
    screen.take_focus()
    return screen


def retype(dialog: RecoveryKeyDialog) -> None:
    labels = dialog.findChildren(QLabel)
    key = next(label.accessibleDescription() for label in labels if label.accessibleDescription()).split("-")
    for at, edit in zip(dialog.asked, dialog.edits, strict=True):
        edit.setText(key[at])
    dialog.keep()


def rows(screen: AccountsScreen) -> list[tuple[str, str]]:
    found = ((screen.table.item(row, 0), screen.table.item(row, 1)) for row in range(screen.table.rowCount()))
    return [(name.text(), role.text()) for name, role in found if name is not None and role is not None]


def test_an_account_is_added_by_keyboard(guarded: GuardedOffice, open_screen: Open, dialogs: Modals) -> None:
    screen = open_screen(guarded, Role.ADMINISTRATOR)

    def fill(dialog: NewAccountDialog) -> None:
        dialog.keep()
        assert dialog.message.text() == texts.NAME_NEEDED
        type_text(dialog.name, CLERK)
        dialog.keep()
        assert dialog.message.text().startswith("Mật khẩu cần")
        for edit in dialog.password.edits:
            type_text(edit, PASSWORD)
        dialog.keep()

    dialogs.expect(NewAccountDialog, fill)
    press(screen.table, Qt.Key.Key_F5)
    assert rows(screen) == [(ADMINISTRATOR, "Quản trị"), (CLERK, "Nhập")]
    assert sign_in(guarded.folder, CLERK, PASSWORD, NOW).must_change


def test_role_password_and_removal(
    staffed: GuardedOffice, open_screen: Open, dialogs: Modals, message_boxes: MessageBoxes
) -> None:
    screen = open_screen(staffed, Role.ADMINISTRATOR)
    at = [name for name, _ in rows(screen)].index(CLERK)
    screen.table.setCurrentCell(at, 0)

    def choose(dialog: RoleDialog) -> None:
        dialog.role.setCurrentIndex(dialog.role.findData("reader"))
        dialog.keep()

    dialogs.expect(RoleDialog, choose)
    press(screen.table, Qt.Key.Key_F2)
    assert rows(screen)[at] == (CLERK, "Chỉ xem")

    def give(dialog: ResetDialog) -> None:
        for edit in dialog.password.edits:
            type_text(edit, "lối mòn qua đèo")
        dialog.keep()

    dialogs.expect(ResetDialog, give)
    screen.reset_button.click()
    assert sign_in(staffed.folder, CLERK, "lối mòn qua đèo", NOW).must_change
    message_boxes.expect(texts.REMOVE_IT, CLERK)
    press(screen.table, Qt.Key.Key_F6)
    assert CLERK not in dict(rows(screen))


def test_the_last_administrator_stays(
    guarded: GuardedOffice, open_screen: Open, message_boxes: MessageBoxes
) -> None:
    screen = open_screen(guarded, Role.ADMINISTRATOR)
    told: list[Exception] = []
    screen.workplace.failed.connect(told.append)
    message_boxes.expect(texts.REMOVE_IT)
    press(screen.table, Qt.Key.Key_F6)
    assert [type(error).__name__ for error in told] == ["LastAdministrator"]
    assert rows(screen) == [(ADMINISTRATOR, "Quản trị")]


@pytest.mark.parametrize("role", [Role.READER, Role.ENTRY, Role.APPROVER])
def test_others_see_the_list_and_are_told_why_they_change_nothing(
    staffed: GuardedOffice, open_screen: Open, role: Role
) -> None:
    screen = open_screen(staffed, role)
    for button in (screen.add_button, screen.role_button, screen.encrypt_button, screen.unprotect_button):
        assert not button.isEnabled() and button.toolTip() == texts.ONLY_ADMINISTRATOR
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F2, Qt.Key.Key_F6):
        press(screen.table, key)
    screen.reset()
    assert len(rows(screen)) == 4


def test_the_whole_book_is_encrypted_and_back(guarded: GuardedOffice, open_screen: Open) -> None:
    screen = open_screen(guarded, Role.ADMINISTRATOR)
    for encrypts in (Encrypts.BOOK, Encrypts.NOTHING):
        screen.encrypts.choose(encrypts)
        screen.encrypt_button.click()
        assert ring_in(guarded.folder).encrypts == encrypts
        assert is_plain(guarded.folder / BOOK_NAME) == (encrypts == Encrypts.NOTHING)
        assert screen.workplace.office.unit.name == "Huyện Hòa Lâm"


def test_a_new_recovery_key_is_kept_once_it_is_on_paper(
    guarded: GuardedOffice, open_screen: Open, dialogs: Modals
) -> None:
    screen = open_screen(guarded, Role.ADMINISTRATOR)
    before = ring_in(guarded.folder).recovery
    dialogs.expect(RecoveryKeyDialog, lambda dialog: dialog.reject())
    screen.renew_button.click()
    assert ring_in(guarded.folder).recovery == before
    dialogs.expect(RecoveryKeyDialog, retype)
    screen.renew_button.click()
    assert ring_in(guarded.folder).recovery != before


def test_dropping_accounts_asks_the_password(
    guarded: GuardedOffice, open_screen: Open, dialogs: Modals
) -> None:
    screen = open_screen(guarded, Role.ADMINISTRATOR)
    told: list[Exception] = []
    screen.workplace.failed.connect(told.append)

    def consent(password: str) -> Callable[[ConsentDialog], None]:
        def act(dialog: ConsentDialog) -> None:
            dialog.password.edits[0].setText(password)
            dialog.keep()

        return act

    dialogs.expect(ConsentDialog, consent("không phải thế"))
    screen.unprotect_button.click()
    assert load_ring(guarded.folder) is not None and len(told) == 1
    dialogs.expect(ConsentDialog, consent(PASSWORD))
    screen.unprotect_button.click()
    assert load_ring(guarded.folder) is None and screen.workplace.signed_in is None


def test_accounts_are_put_beside_a_book_that_had_none(
    workplace: Workplace, book: Book, dialogs: Modals, qtbot: QtBot, book_folder: Path
) -> None:
    screen = shown(workplace, qtbot)

    def fill(dialog: ProtectDialog) -> None:
        dialog.first.name.setText(ADMINISTRATOR)
        for edit in dialog.first.password.edits:
            edit.setText(PASSWORD)
        dialog.first.encrypts.choose(Encrypts.BOOK)
        dialog.keep()

    dialogs.expect(ProtectDialog, fill)
    dialogs.expect(RecoveryKeyDialog, retype)
    screen.protect_button.click()
    assert rows(screen) == [(ADMINISTRATOR, "Quản trị")] and workplace.officer == ADMINISTRATOR
    assert not is_plain(book_folder / BOOK_NAME)
