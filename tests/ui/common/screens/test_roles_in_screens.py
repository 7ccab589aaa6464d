"""What each role may do in the window: disabled with the reason, fields to be read, keys that stay calm."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.rules.rights import Right, Role
from db.sessions import Book
from tests.helpers.keyboard import press, type_text
from tests.helpers.sample_records import added, contents
from ui.common import texts
from ui.common.rights import guard
from ui.common.workplace import Workplace
from ui.outreach.screen import OutreachScreen
from ui.plans.screen import PlansScreen

F5, F6, F7, INSERT = Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_Insert


def shown(screen: OutreachScreen | PlansScreen, qtbot: QtBot) -> None:
    qtbot.addWidget(screen)
    screen.resize(1200, 640)
    screen.show()
    screen.begin()
    screen.take_focus()
    qtbot.waitUntil(lambda: screen.presenter.entry.open)


@pytest.fixture
def outreach(book: Book, open_workplace: Callable[[], Workplace], qtbot: QtBot) -> OutreachScreen:
    """The list of outreach with one record, seen by a reader."""
    added(book, "outreach", note="Xã Quế Lâm")
    book.role = Role.READER
    screen = OutreachScreen(open_workplace())
    shown(screen, qtbot)
    return screen


def test_a_reader_reads_and_copies_but_types_nothing(outreach: OutreachScreen, book: Book) -> None:
    before = contents(book)
    editor = outreach.form.rows["held_on"].editor
    assert isinstance(editor, QLineEdit) and editor.isReadOnly()
    editor.setFocus()
    type_text(editor, "1/1/2020")
    outreach.presenter.stash()
    outreach.settle()
    assert contents(book) == before


def test_the_keys_of_writing_are_calm_for_a_reader(outreach: OutreachScreen, book: Book) -> None:
    before, said = contents(book), []
    outreach.workplace.said.connect(said.append)
    QGuiApplication.clipboard().setText("14/9/2025\tQuế Lâm")
    for key in (F5, F6, F7, INSERT, Qt.Key.Key_Delete):
        press(outreach.list.table, key)
    for key in (Qt.Key.Key_V, Qt.Key.Key_D, Qt.Key.Key_I):
        press(outreach.list.table, key, Qt.KeyboardModifier.ControlModifier)
    outreach.workplace.undo()
    assert contents(book) == before
    assert set(said) == {texts.NOT_YOURS[Right.ENTER]}


def test_the_buttons_of_writing_say_why_they_are_disabled(outreach: OutreachScreen) -> None:
    buttons = {button.text(): button for button in outreach.findChildren(QPushButton) if button.isVisible()}
    for words in (texts.ADD, texts.IMPORT):
        assert not buttons[words].isEnabled()
        assert buttons[words].toolTip() == texts.NOT_YOURS[Right.ENTER]
    assert buttons[texts.EXPORT].isEnabled() and buttons[texts.PRINT].isEnabled()


def test_a_guarded_button_stays_disabled_whatever_its_screen_does(workplace: Workplace, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    workplace.book.role = Role.ENTRY
    guard(workplace, Right.APPROVE, button)
    button.setEnabled(True)
    button.setToolTip("Duyệt")
    assert not button.isEnabled() and button.toolTip() == texts.NOT_YOURS[Right.APPROVE]


@pytest.mark.parametrize(("role", "state"), [(Role.ENTRY, "submitted"), (Role.APPROVER, "issued")])
def test_only_an_approver_issues_a_plan_in_its_form(
    book: Book, open_workplace: Callable[[], Workplace], qtbot: QtBot, role: Role, state: str
) -> None:
    added(book, "plans", state="submitted", number=5, issued_on=None, signatory_name="Lò Văn Bảo")
    book.role = role
    screen = PlansScreen(open_workplace())
    shown(screen, qtbot)
    told: list[Exception] = []
    screen.workplace.failed.connect(told.append)
    screen.form.put_in("issued_on", "10/1/2025")
    screen.form.put_in("state", "issued")
    with book.reading() as session:
        plan = session.connection().exec_driver_sql("SELECT state FROM plan").scalar_one()
    assert plan == state
    assert [type(error).__name__ for error in told] == (["NotAllowed"] if role == Role.ENTRY else [])
    assert screen.form.rows["state"].text() == state
