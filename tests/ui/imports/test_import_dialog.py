"""The window of an import: file, mapping, what would happen, import; nothing is written before the last button."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from db.records import OutreachActivity
from db.rules.periods import parse_period
from db.sessions import Book
from tests.exports.readers.made_files import far_cell
from tests.helpers.keyboard import press as type_keys
from tests.helpers.modals import FileDialogs, Modals
from tests.helpers.record_lists import list_file
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.imports.dialog import ImportDialog
from ui.imports.presenter import Stage
from ui.outreach.screen import OutreachScreen

HEADS = ("Ngày", "Xã", "Hình thức", "Số người", "Ghi chú")
SEEN = [("4/5/2025", "Xã Quài Cang", "Nói chuyện chuyên đề", 5, None)]
GOOD = ("14/9/2025", "Xã Quế Lâm", "Nói chuyện chuyên đề", 86, None)


@pytest.fixture
def later(settled: Book, preferences: Preferences) -> Iterator[Workplace]:
    """A workplace after communes were merged, on the day after which no list was read."""
    made = Workplace(settled, preferences, clock=lambda: datetime(2026, 3, 1))
    yield made
    made.worker.wait()


def counted(workplace: Workplace) -> int:
    return (
        workplace.read(lambda session: session.scalar(select(func.count()).select_from(OutreachActivity)))
        or 0
    )


def opened(qtbot: QtBot, workplace: Workplace, path: Path, stage: Stage = Stage.RESULT) -> ImportDialog:
    """Open the window and read a file up to a stage."""
    dialog = ImportDialog(workplace, "outreach")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.presenter.read_file(path)
    qtbot.waitUntil(lambda: dialog.presenter.stage is stage, timeout=20_000)
    return dialog


def press(qtbot: QtBot, dialog: ImportDialog, done: Callable[[], bool]) -> None:
    """Press the button that goes on and wait until something is so."""
    dialog.go_button.click()
    qtbot.waitUntil(done, timeout=20_000)


def test_a_good_list_is_told_then_stored_as_one_step(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    dialog = opened(qtbot, workplace, list_file(tmp_path / "a.xlsx", HEADS, [GOOD]))
    assert dialog.outcome.counts.text().startswith("a.xlsx: 1 dòng mới")
    assert (dialog.go_button.text(), counted(workplace)) == ("Nhập 1 dòng", 0)
    press(qtbot, dialog, lambda: not dialog.isVisible())
    assert counted(workplace) == 1
    workplace.undo()
    assert counted(workplace) == 0


def test_rows_of_another_period_are_said_not_to_be_shown(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    said: list[str] = []
    workplace.said.connect(said.append)
    other_year = ("14/9/2024", *GOOD[1:])
    dialog = opened(qtbot, workplace, list_file(tmp_path / "a.xlsx", HEADS, [GOOD, other_year]))
    press(qtbot, dialog, lambda: not dialog.isVisible())
    assert "Trong đó 1 dòng mới ở ngoài kỳ đang xem" in said[-1]


def test_units_of_another_day_are_taken_at_one_key(qtbot: QtBot, later: Workplace, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [("4/8/2025", "Xã Quài Cang", *GOOD[2:]), *SEEN])
    dialog = opened(qtbot, later, path)
    assert dialog.take_button.text() == "Nhận đơn vị của ngày đó ở 1 dòng  F8"
    assert not dialog.go_button.isVisible()
    type_keys(dialog, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: dialog.go_button.isVisible(), timeout=20_000)
    assert (dialog.go_button.text(), dialog.take_button.isHidden()) == ("Nhập 2 dòng", True)
    assert [item.code for item in dialog.presenter.told()] == ["unit_taken"]
    later.worker.wait()


def test_the_list_of_codes_is_chosen_where_it_matters(qtbot: QtBot, later: Workplace, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [("6/5/2024", "03253", *GOOD[2:])])
    dialog = opened(qtbot, later, path)
    box = dialog.codes.box
    assert [box.itemText(at) for at in range(box.count())] == [
        "chưa chọn",
        "vào ngày của từng dòng",
        "ngày 01/03/2025",
        "ngày 01/07/2025",
    ]
    assert dialog.presenter.findings() == ()
    box.setCurrentIndex(3)
    box.activated.emit(3)
    qtbot.waitUntil(lambda: bool(dialog.presenter.findings()), timeout=20_000)
    assert [item.code for item in dialog.presenter.findings()] == ["unit_not_on_day_several"]
    later.worker.wait()


def test_a_book_of_one_list_asks_for_none(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    dialog = opened(qtbot, workplace, list_file(tmp_path / "a.xlsx", HEADS, [GOOD]))
    assert dialog.codes.isHidden()


def test_a_wrong_list_cannot_be_imported_but_marked(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, file_dialogs: FileDialogs
) -> None:
    dialog = opened(qtbot, workplace, list_file(tmp_path / "a.xlsx", HEADS, [("31/2/2025", *GOOD[1:])]))
    assert (dialog.go_button.isEnabled(), dialog.outcome.table.rowCount()) == (False, 1)
    file_dialogs.expect(tmp_path / "m.xlsx")
    with qtbot.waitSignal(workplace.said):
        dialog.marked_button.click()
    assert openpyxl.load_workbook(tmp_path / "m.xlsx")["Danh sách"]["A2"].comment is not None


def test_a_column_with_traces_of_people_can_be_left_out(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    row = (*GOOD[:4], "Lò Thị Mai, SĐT 0912345678")
    dialog = opened(qtbot, workplace, list_file(tmp_path / "a.xlsx", HEADS, [row]))
    assert dialog.leave_out_button.text() == "Bỏ cột “Ghi chú”"
    dialog.leave_out_button.click()
    qtbot.waitUntil(dialog.go_button.isEnabled, timeout=20_000)
    assert not dialog.leave_out_button.isVisible()


def test_own_heads_are_mapped_once_and_remembered(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    heads = ("Hôm", "Nơi", "Kiểu")
    dialog = opened(qtbot, workplace, list_file(tmp_path / "a.xlsx", heads, [GOOD[:3]]), Stage.MAPPING)
    for number, key in enumerate(("held_on", "unit_id", "form")):
        box = dialog.mapping.box(number)
        box.setCurrentIndex(box.findData(key))
    dialog.mapping.name.set_text("Sổ của phòng")
    press(qtbot, dialog, lambda: dialog.presenter.stage is Stage.RESULT)
    press(qtbot, dialog, lambda: not dialog.isVisible())
    other = opened(qtbot, workplace, list_file(tmp_path / "b.xlsx", heads, [("15/9/2025", *GOOD[1:3])]))
    assert "Sổ của phòng" in other.outcome.words.text()
    assert other.go_button.text() == "Nhập 1 dòng"


def test_a_mapping_that_lacks_a_column_is_told_beside_it(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    path = list_file(tmp_path / "a.xlsx", ("Hôm", *HEADS[1:]), [GOOD])
    dialog = opened(qtbot, workplace, path, Stage.MAPPING)
    press(qtbot, dialog, lambda: dialog.mapping.message.text().startswith("Thiếu cột: Ngày."))
    assert dialog.presenter.stage is Stage.MAPPING
    dialog.mapping.box(0).setCurrentIndex(dialog.mapping.box(0).findData("held_on"))
    press(qtbot, dialog, lambda: dialog.presenter.stage is Stage.RESULT)
    assert dialog.go_button.text() == "Nhập 1 dòng"


def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    dialog = opened(qtbot, workplace, list_file(tmp_path / "a.xlsx", HEADS, [GOOD]))
    dialog.outcome.table.setFocus()
    type_keys(dialog, Qt.Key.Key_Return)
    assert (dialog.isVisible(), counted(workplace)) == (True, 0)
    dialog.go_button.setFocus()
    type_keys(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert counted(workplace) == 1


def test_a_list_of_another_year_than_the_one_on_screen_is_taken(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    workplace.choose_period(parse_period("2020"))
    dialog = opened(qtbot, workplace, list_file(tmp_path / "a.xlsx", HEADS, [GOOD]))
    assert dialog.go_button.text() == "Nhập 1 dòng"


def test_old_texts_are_shown_before_and_after(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    row = (*GOOD[:4], "Tuyªn truyÒn phßng, chèng m¹i d©m t¹i x· QuÕ L©m")
    dialog = opened(qtbot, workplace, list_file(tmp_path / "a.xlsx", HEADS, [row]), Stage.OLD_TEXT)
    item = dialog.old_text.table.item(0, 1)
    assert item is not None
    assert item.text() == "Tuyên truyền phòng, chống mại dâm tại xã Quế Lâm"
    press(qtbot, dialog, lambda: dialog.presenter.stage is Stage.RESULT)
    assert dialog.go_button.isEnabled()


def test_what_is_no_list_is_told_at_the_start(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"")
    dialog = ImportDialog(workplace, "outreach")
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.presenter.refused):
        dialog.presenter.read_file(tmp_path / "a.xlsx")
    assert dialog.start.message.text() == "a.xlsx: Tệp trống, không có dòng nào."


def test_a_far_cell_is_named_at_the_start(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(far_cell("XFD1048576"))
    dialog = ImportDialog(workplace, "outreach")
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.presenter.refused):
        dialog.presenter.read_file(tmp_path / "a.xlsx")
    assert dialog.start.message.text().startswith("a.xlsx XFD1048576: Có chữ, số ở một ô nằm quá xa")
    assert "100.000 dòng" in dialog.start.message.text()


def test_an_empty_list_offers_it_beside_the_first_row(
    qtbot: QtBot, workplace: Workplace, dialogs: Modals
) -> None:
    screen = OutreachScreen(workplace)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    dialogs.expect(ImportDialog, lambda dialog: dialog.reject())
    [button] = [
        item for item in screen.list.empty.findChildren(QPushButton) if item.text() == "Nhập từ Excel"
    ]
    button.click()
    screen.list.filters.line.setText("không có")
    qtbot.waitUntil(lambda: not button.isVisible())


def test_ctrl_i_opens_it_from_the_list(qtbot: QtBot, workplace: Workplace, dialogs: Modals) -> None:
    screen = OutreachScreen(workplace)
    qtbot.addWidget(screen)
    screen.begin()
    seen: list[str] = []

    def look(dialog: ImportDialog) -> None:
        seen.append(dialog.windowTitle())
        dialog.reject()

    dialogs.expect(ImportDialog, look)
    type_keys(screen, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert seen == ["Nhập từ Excel – Hoạt động tuyên truyền"]


def test_a_template_is_written(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, file_dialogs: FileDialogs
) -> None:
    dialog = ImportDialog(workplace, "officials")
    qtbot.addWidget(dialog)
    dialog.show()
    file_dialogs.expect(tmp_path / "t.xlsx")
    with qtbot.waitSignal(workplace.said):
        dialog.template_button.click()
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").sheetnames[0] == "Cán bộ"
