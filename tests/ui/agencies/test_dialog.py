"""The list of agencies typed in its cells."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.services import agencies
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import MessageBoxes
from ui.agencies.dialog import AgenciesDialog
from ui.common.workplace import Workplace

Key = Qt.Key


@pytest.fixture
def dialog(workplace: Workplace, qtbot: QtBot) -> AgenciesDialog:
    made = AgenciesDialog(workplace)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def put(dialog: AgenciesDialog, row: int, column: int, text: str) -> None:
    item = dialog.table.item(row, column)
    assert item is not None
    item.setText(text)


def names(workplace: Workplace) -> list[str]:
    return [agency.name for agency in workplace.read(agencies.listed)]


def test_a_new_agency_is_typed_at_the_end_and_kept_as_one_step(
    dialog: AgenciesDialog, workplace: Workplace
) -> None:
    before = names(workplace)
    press(dialog.table, Key.Key_F5)
    type_text(QApplication.focusWidget() or dialog, "Ban quản lý chợ")
    dialog.keep()
    assert names(workplace) == [*before, "Ban quản lý chợ"]
    assert not dialog.isVisible()
    workplace.undo()
    assert names(workplace) == before


def test_an_agency_is_renamed_ended_and_removed(dialog: AgenciesDialog, workplace: Workplace) -> None:
    put(dialog, 0, 0, "UBND tỉnh Đồng Lam")
    put(dialog, 0, 2, "30/6/2025")
    dialog.table.setCurrentCell(1, 0)
    press(dialog.table, Key.Key_Delete)
    dialog.keep()
    first, second = workplace.read(agencies.listed)[:2]
    assert (first.code, first.name, str(first.valid_to)) == (
        "ubnd_province",
        "UBND tỉnh Đồng Lam",
        "2025-06-30",
    )
    assert second.code == "province_health"


@pytest.mark.parametrize(
    ("row", "column", "text", "words"),
    [
        (2, 0, "", "Dòng 3: Cần nhập ô này."),
        (2, 1, "31/2/2025", "Dòng 3: Không có ngày 31/2/2025."),
        (1, 1, "1/3/2025", "Dòng 2: 28/02/2025 ở trước lúc bắt đầu là 01/03/2025."),
        (2, 0, "Công an tỉnh", "Dòng 4: “Công an tỉnh” đã có ở một dòng khác"),
    ],
)
def test_what_is_wrong_is_told_with_its_row_and_nothing_is_kept(
    dialog: AgenciesDialog,
    workplace: Workplace,
    message_boxes: MessageBoxes,
    row: int,
    column: int,
    text: str,
    words: str,
) -> None:
    before = names(workplace)
    put(dialog, row, column, text)
    dialog.keep()
    assert dialog.message.text().startswith(words)
    assert dialog.isVisible()
    assert f"Dòng {dialog.table.currentRow() + 1}:" in words
    assert names(workplace) == before
    message_boxes.expect("Bỏ chỗ đã sửa", "chưa được lưu")
    dialog.reject()


def test_closing_asks_before_typed_changes_are_lost(
    dialog: AgenciesDialog, message_boxes: MessageBoxes
) -> None:
    put(dialog, 0, 0, "Tên khác")
    message_boxes.expect("Sửa tiếp", "chưa được lưu")
    dialog.reject()
    assert dialog.isVisible()
    message_boxes.expect("Bỏ chỗ đã sửa", "chưa được lưu")
    dialog.reject()
    assert not dialog.isVisible()


def test_a_renamed_agency_gets_its_new_name_below_the_old_one(
    dialog: AgenciesDialog, workplace: Workplace
) -> None:
    dialog.table.setCurrentCell(0, 0)
    press(dialog.table, Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    type_text(QApplication.focusWidget() or dialog, "UBND tỉnh mới")
    put(dialog, 0, 2, "30/6/2025")
    put(dialog, 1, 1, "1/7/2025")
    dialog.keep()
    old, new = workplace.read(agencies.listed)[:2]
    assert (old.code, new.code, new.name) == ("ubnd_province", "ubnd_province", "UBND tỉnh mới")
