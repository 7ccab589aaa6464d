"""The first steps by keyboard: from a bad file to the open book, and out again without a trace."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from db import office_accounts
from db.connections import is_plain
from db.keyring.signing_in import sign_in
from db.rules.rights import Encrypts
from db.services import offices, units
from db.sessions import BOOK_NAME, Book
from tests.helpers.accounts import PASSWORD
from tests.helpers.books import NOW
from tests.helpers.keyboard import compose_text, press, type_text
from tests.helpers.modals import FileDialogs, MessageBoxes, Modals
from tests.ui.surroundings.test_surroundings_panel import Usage
from tests.ui.units.unit_files import bad_list, good_list
from ui.accounts import texts
from ui.accounts.recovery_key_dialog import RecoveryKeyDialog
from ui.common.worker import Worker
from ui.wizard import texts as wizard_texts
from ui.wizard.screen import WizardScreen

ENTER = Qt.Key.Key_Return


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder in which the book shall be; it is not there yet."""
    return tmp_path / "so"


@pytest.fixture
def wizard(folder: Path, qtbot: QtBot) -> Iterator[WizardScreen]:
    """The first steps, shown."""
    worker = Worker()
    shown = WizardScreen(folder, worker, clock=lambda: NOW)
    qtbot.addWidget(shown)
    shown.resize(1190, 640)
    shown.show()
    yield shown
    worker.wait()
    shown.machine.wait()


def choose_list(wizard: WizardScreen, file_dialogs: FileDialogs, path: Path) -> None:
    """On the page of the list, choose a file and type its day."""
    file_dialogs.expect(path)
    press(wizard, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    wizard.file_page.day.selectAll()
    type_text(wizard.file_page.day, "1/3/2025")


def go_to_units(wizard: WizardScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path) -> None:
    """Go on as far as the page of the unit."""
    press(wizard, ENTER)
    choose_list(wizard, file_dialogs, good_list(tmp_path))
    with qtbot.waitSignal(wizard.presenter.units_read):
        press(wizard, ENTER)


def choose_unit(wizard: WizardScreen, name: str) -> None:
    """Type part of a name, look at the list, go on."""
    compose_text(wizard.unit_page.filters.line, name)
    press(wizard, ENTER)
    press(wizard, ENTER)


def test_the_folder_is_named_before_anything_is_asked(wizard: WizardScreen, folder: Path) -> None:
    assert wizard.step.text() == "Bước 1/6 – Bắt đầu"
    assert not folder.exists()


def test_without_room_for_a_book_one_does_not_go_on_until_there_is(
    wizard: WizardScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("db.surroundings.shutil.disk_usage", lambda _: Usage(9 * 2**20))
        press(wizard, ENTER)
        assert (wizard.at, wizard.pages[0][1].message.text()[:27]) == (0, "Ổ đĩa chỉ còn trống 9 MB, k")
        wizard.machine.begin()
        qtbot.waitUntil(lambda: not wizard.machine.is_looking, timeout=20_000)
        assert wizard.pages[0][1].message.text()
    press(wizard, ENTER)
    assert wizard.at == 1


def test_enter_without_a_file_says_what_is_missing(wizard: WizardScreen) -> None:
    press(wizard, ENTER)
    wizard.file_page.day.setFocus()
    press(wizard, ENTER)

    assert wizard.at == 1
    assert wizard.file_page.message.text() == "Hãy chọn tệp danh mục."


def test_a_bad_file_shows_its_findings_and_another_one_helps(
    wizard: WizardScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    press(wizard, ENTER)
    choose_list(wizard, file_dialogs, bad_list(tmp_path))
    with qtbot.waitSignal(wizard.presenter.refused):
        press(wizard, ENTER)
    assert (wizard.at, wizard.file_page.findings.rowCount()) == (1, 2)

    choose_list(wizard, file_dialogs, good_list(tmp_path))
    with qtbot.waitSignal(wizard.presenter.units_read):
        press(wizard, ENTER)

    assert wizard.at == 2


def test_the_whole_way_makes_the_book(
    wizard: WizardScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    go_to_units(wizard, file_dialogs, qtbot, tmp_path)
    choose_unit(wizard, "Hòa Lâm")
    assert wizard.at == 3
    compose_text(wizard.names_page, "Lò Thị Hoa")
    press(wizard, ENTER)
    press(wizard, ENTER)
    assert wizard.at == 4
    press(wizard, ENTER)
    assert wizard.at == 5

    with qtbot.waitSignal(wizard.finished):
        press(wizard, ENTER)

    with Book(folder, lock=False) as book, book.reading() as session:
        office = offices.current(session)
        known = units.known_on(session, date(2025, 3, 1))
    assert (office.unit.name, office.names.signatory_name) == ("Huyện Hòa Lâm", "Lò Thị Hoa")
    assert len(known) == 7


def test_a_commune_may_keep_a_book(
    wizard: WizardScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    go_to_units(wizard, file_dialogs, qtbot, tmp_path)
    choose_unit(wizard, "que lam")

    assert wizard.presenter.names["issuing_agency"] == "Ủy ban nhân dân xã Quế Lâm"
    assert wizard.names_page.preview.parent_agency.text() == "ỦY BAN NHÂN DÂN HUYỆN HÒA LÂM"


def test_a_blank_required_name_holds_the_page(
    wizard: WizardScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    go_to_units(wizard, file_dialogs, qtbot, tmp_path)
    choose_unit(wizard, "hoa lam")
    wizard.names_page.form.rows["place"].editor.set_text("")
    wizard.names_page.form.focus_field("place")

    wizard.go_on()

    assert wizard.at == 3
    assert wizard.names_page.message.text() == "Hãy điền các ô báo đỏ rồi bấm Tiếp."


def press_back(wizard: WizardScreen) -> None:
    """Press Alt and the left arrow where the cursor is, shortcuts first, as the system does."""
    wizard.activateWindow()
    focused = wizard.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_going_back_keeps_what_was_chosen(
    wizard: WizardScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    go_to_units(wizard, file_dialogs, qtbot, tmp_path)

    press_back(wizard)
    press(wizard, ENTER)

    assert wizard.at == 2


def test_alt_and_an_arrow_go_back_from_a_page_that_scrolls(
    wizard: WizardScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    go_to_units(wizard, file_dialogs, qtbot, tmp_path)
    choose_unit(wizard, "hoa lam")
    wizard.names_page.form.focus_field("place")
    for page in (2, 1, 0, 0):
        press_back(wizard)
        assert wizard.at == page


def test_leaving_asks_once_something_was_chosen(
    wizard: WizardScreen,
    file_dialogs: FileDialogs,
    message_boxes: MessageBoxes,
    tmp_path: Path,
    folder: Path,
) -> None:
    press(wizard, ENTER)
    choose_list(wizard, file_dialogs, good_list(tmp_path))

    message_boxes.expect("Làm tiếp", "Thoát mà chưa tạo sổ?")
    press(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    message_boxes.expect("Thoát", "Chưa có gì được ghi")
    press(wizard, Qt.Key.Key_Escape)

    assert not wizard.isVisible()
    assert not folder.exists()


def test_leaving_at_the_start_asks_nothing(wizard: WizardScreen) -> None:
    press(wizard, Qt.Key.Key_Escape)

    assert not wizard.isVisible()


def test_a_folder_that_cannot_be_written_is_told(
    wizard: WizardScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    go_to_units(wizard, file_dialogs, qtbot, tmp_path)
    choose_unit(wizard, "hoa lam")
    wizard.go_on()
    wizard.go_on()
    folder.write_text("a file where the folder should be")

    with qtbot.waitSignal(wizard.presenter.failed):
        press(wizard, ENTER)

    assert wizard.pages[-1][1].message.text().startswith(f"Không ghi được vào thư mục {folder}.")
    assert not (folder / BOOK_NAME).exists()


def test_a_list_of_two_levels_asks_for_no_district(
    wizard: WizardScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    lines = ("code,name,kind,level,parent_code", "99,Tỉnh Đồng Lam,Tỉnh,1,", "99102,Xã Quế Lâm,Xã,3,99")
    path = tmp_path / "hai-cap.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    press(wizard, ENTER)
    choose_list(wizard, file_dialogs, path)
    with qtbot.waitSignal(wizard.presenter.units_read):
        press(wizard, ENTER)
    assert wizard.presenter.read_words() == "Đã đọc 1 tỉnh, 1 xã của ngày 01/03/2025; không có cấp huyện."
    boxes = wizard.unit_page.filters.findChildren(QComboBox)
    assert [box.isVisible() for box in boxes] == [True, False]
    choose_unit(wizard, "que lam")
    assert wizard.presenter.names["parent_agency"] == "Ủy ban nhân dân tỉnh Đồng Lam"


def retype(dialog: RecoveryKeyDialog) -> None:
    """Type the two groups that are asked for, the first one wrong at first."""
    groups = dialog.findChildren(QLabel)
    key = next(label.accessibleDescription() for label in groups if label.accessibleDescription()).split("-")
    type_text(dialog.edits[0], "AAAAA")
    press(dialog.edits[0], ENTER)
    type_text(dialog.edits[1], key[dialog.asked[1]].lower())
    press(dialog.edits[1], ENTER)
    assert dialog.message.text() == f"Nhóm {dialog.asked[0] + 1} chưa đúng. Hãy nhìn tờ giấy gõ lại."
    type_text(dialog.edits[0], key[dialog.asked[0]])
    dialog.keep()


@pytest.mark.parametrize("encrypts", [Encrypts.NOTHING, Encrypts.BOOK])
def test_a_book_with_a_password_is_made_and_opens_with_it(
    wizard: WizardScreen,
    file_dialogs: FileDialogs,
    dialogs: Modals,
    qtbot: QtBot,
    tmp_path: Path,
    folder: Path,
    encrypts: Encrypts,
) -> None:
    go_to_units(wizard, file_dialogs, qtbot, tmp_path)
    choose_unit(wizard, "hoa lam")
    wizard.go_on()
    page = wizard.protection_page
    page.guarded.setChecked(True)
    page.first.name.setText("Lò Thị Hoa")
    page.first.encrypts.choose(encrypts)
    wizard.next_button.setFocus()
    press(wizard, ENTER)
    assert (wizard.at, page.message.text()[:18]) == (4, "Mật khẩu cần ít nh")
    for edit in page.first.password.edits:
        assert wizard.window().focusWidget() is edit
        type_text(edit, PASSWORD)
        if edit is page.first.password.edits[-1]:
            dialogs.expect(RecoveryKeyDialog, retype)
        press(wizard, ENTER)
    assert wizard.at == 5

    with qtbot.waitSignal(wizard.finished) as told:
        press(wizard, ENTER)

    who = sign_in(folder, "Lò Thị Hoa", PASSWORD, NOW)
    assert (told.args or [None])[0] == who
    assert is_plain(folder / BOOK_NAME) == (encrypts != Encrypts.BOOK)
    with Book(folder, key=office_accounts.key_of_book(folder, who)) as book:
        office_accounts.admit(book, who)
        assert book.officer == "Lò Thị Hoa"


def test_turning_back_from_the_recovery_key_stays_on_the_page(
    wizard: WizardScreen, file_dialogs: FileDialogs, dialogs: Modals, qtbot: QtBot, tmp_path: Path
) -> None:
    go_to_units(wizard, file_dialogs, qtbot, tmp_path)
    choose_unit(wizard, "hoa lam")
    wizard.go_on()
    page = wizard.protection_page
    page.guarded.setChecked(True)
    page.first.name.setText("Lò Thị Hoa")
    for edit in page.first.password.edits:
        type_text(edit, PASSWORD)
    dialogs.expect(RecoveryKeyDialog, lambda dialog: dialog.reject())
    wizard.go_on()
    assert (wizard.at, wizard.presenter.protection) == (4, None)


def test_enter_goes_from_field_to_field_and_tab_to_the_chosen_encryption(
    wizard: WizardScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    go_to_units(wizard, file_dialogs, qtbot, tmp_path)
    choose_unit(wizard, "hoa lam")
    wizard.go_on()
    page = wizard.protection_page
    page.guarded.setChecked(True)
    first = page.first
    first.name.clear()
    for field in (first.name, *first.password.edits[:1]):
        assert wizard.window().focusWidget() is field
        press(wizard, ENTER)
    assert (wizard.window().focusWidget(), page.message.text()) == (first.password.edits[1], "")
    press(wizard, ENTER)
    assert (wizard.window().focusWidget(), page.message.text()) == (first.name, texts.NAME_NEEDED)
    for encrypts in (Encrypts.BACKUPS, Encrypts.NOTHING, Encrypts.BOOK):
        first.encrypts.choose(encrypts)
        first.password.show_box.setFocus()
        press(wizard, Qt.Key.Key_Tab)
        assert wizard.window().focusWidget() is first.encrypts.buttons[encrypts]


def test_tab_goes_from_the_file_to_its_day_and_to_what_such_a_file_looks_like(wizard: WizardScreen) -> None:
    wizard.go_on()
    page = wizard.file_page
    assert wizard.window().focusWidget() is page.choose_button
    press(wizard, Qt.Key.Key_Tab)
    assert wizard.window().focusWidget() is page.day
    press(wizard, Qt.Key.Key_Tab)
    example = wizard.window().focusWidget()
    assert isinstance(example, QScrollArea) and example.accessibleName() == wizard_texts.FILE_LOOK
    press(wizard, Qt.Key.Key_Tab)
    assert wizard.window().focusWidget() is wizard.leave_button


@pytest.mark.parametrize("size", [(840, 390), (1190, 640)])
def test_beside_the_names_no_line_is_cut_on_a_low_screen(
    wizard: WizardScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    wizard.resize(*size)
    go_to_units(wizard, file_dialogs, qtbot, tmp_path)
    choose_unit(wizard, "hoa lam")
    QApplication.processEvents()
    page = wizard.names_page
    labels = [label for label in page.preview.findChildren(QLabel) if label.text()]
    assert [label.text() for label in labels if label.height() < label.heightForWidth(label.width())] == []
    assert page.cut_off.height() >= page.cut_off.minimumSizeHint().height()
