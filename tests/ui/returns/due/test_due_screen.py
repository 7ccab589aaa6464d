"""The due board by keyboard: what is late, what is said of it, a return of its own day, the schedule."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.records import Return
from db.rules.periods import parse_period
from db.rules.returns.due import DueState
from db.services.returns import due, schedules
from db.sessions import Session
from tests.helpers.books import COMMUNES, NOW, unit_id
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, Modals
from tests.ui.test_accessible_names import nameless
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.returns.due.mark_dialog import MarkDialog
from ui.returns.due.once_dialog import OnceDialog
from ui.returns.due.schedule_dialog import ScheduleDialog
from ui.returns.due.screen import DueScreen
from ui.returns.filling.screen import FillingScreen
from ui.shell.window import Window


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> DueScreen:
    made = DueScreen(workplace)
    qtbot.addWidget(made)
    made.resize(1190, 640)
    made.show()
    made.begin()
    made.take_focus()
    return made


def column(screen: DueScreen, key: str) -> list[str]:
    keys = [item.key for item in screen.list_model.columns]
    return [
        str(screen.list_model.index(row, keys.index(key)).data())
        for row in range(screen.list_model.rowCount())
    ]


def choose(screen: DueScreen, period: str) -> None:
    screen.list.table.selectRow(column(screen, "period").index(period))


def approve(session: Session) -> None:
    filled = {
        "figures": "",
        "sha256": "",
        "check_code": "",
        "file_name": "",
        "frozen": "",
        "set_version": "1",
    }
    days = {"first": date(2024, 12, 15), "last": date(2025, 3, 14), "exported_at": NOW}
    session.add(
        Return(unit_id=unit_id(session), set_code="quarterly", period="2025-Q1", revision=1, **filled, **days)
    )


def test_own_returns_stand_by_due_day_with_words_for_late_and_due(screen: DueScreen) -> None:
    assert column(screen, "unit") == ["Huyện Hòa Lâm"] * 16
    assert column(screen, "left")[-8:] == [
        "Trễ 187 ngày",
        "Trễ 96 ngày",
        "Trễ 96 ngày",
        "Trễ 5 ngày",
        "Trễ 5 ngày",
        "Còn 86 ngày",
        "Còn 86 ngày",
        "Còn 86 ngày",
    ]
    assert "dùng “Lịch tạm của chương trình”" in screen.notes.text()


def test_units_below_stand_beside_their_returns(screen: DueScreen) -> None:
    assert screen.matrix.list_model.rowCount() == len(COMMUNES)
    heads = [item.title for item in screen.matrix.list_model.columns]
    assert heads[:4] == ["Đơn vị", "Năm trước", "Quý I", "Quý II"]
    press(screen.list.table, Qt.Key.Key_F8)
    assert screen.matrix.hasFocus()


def test_a_chosen_cell_of_a_unit_is_its_return_and_first_said_to_be_received(
    screen: DueScreen, dialogs: Modals
) -> None:
    screen.matrix.setCurrentIndex(screen.matrix.list_model.index(0, 2))
    screen.matrix.setFocus()
    offered: list[DueState] = []

    def answer(dialog: MarkDialog) -> None:
        offered.append(dialog.state.currentData())
        dialog.reject()

    dialogs.expect(MarkDialog, answer)
    press(screen.matrix, Qt.Key.Key_F2)

    assert [item.due.period.label for item in screen.matrix.chosen()] == ["2025-Q1"]
    assert offered == [DueState.RECEIVED]


def test_of_an_earlier_year_only_the_late_ones_are_called_late(
    screen: DueScreen, workplace: Workplace
) -> None:
    workplace.choose_period(parse_period("2026"))

    rows = screen.presenter.matrix.rows
    assert {row.cells["earlier"] for row in rows} == {"Trễ 5"}
    assert {len(row.earlier) for row in rows} == {8}


def test_a_unit_and_open_returns_alone_can_be_shown(screen: DueScreen, workplace: Workplace) -> None:
    code = workplace.read(lambda session: str(unit_id(session, "99102")))
    screen.list.filters.choose("unit", code)
    screen.open_only.click()

    assert set(column(screen, "unit")) == {"Xã Quế Lâm"}
    assert screen.presenter.open_only


def test_a_paper_return_is_marked_and_taken_back(screen: DueScreen, dialogs: Modals) -> None:
    def answer(dialog: MarkDialog) -> None:
        dialog.day.set_text("17/3/2025")
        type_text(dialog.note, "Gửi bản giấy")
        dialog.accept_button.click()

    choose(screen, "Quý I năm 2025")
    dialogs.expect(MarkDialog, answer)
    press(screen.list.table, Qt.Key.Key_F2)
    marked = column(screen, "state")[8]
    screen.workplace.undo()

    assert (marked, column(screen, "state")[8]) == ("Đã gửi 17/03/2025", "Chưa lập")


def test_what_is_said_of_an_approved_return_is_shown_and_taken_back(
    screen: DueScreen, dialogs: Modals, workplace: Workplace
) -> None:
    workplace.write_aside(approve)
    workplace.refresh("returns")
    choose(screen, "Quý I năm 2025")
    dialogs.expect(MarkDialog, lambda dialog: dialog.accept_button.click())

    press(screen.list.table, Qt.Key.Key_F2)
    marked = column(screen, "state")[8]
    press(screen.list.table, Qt.Key.Key_F6)

    assert (marked, column(screen, "state")[8]) == ("Đã gửi 20/09/2025", "Đã kết xuất 20/09/2025")


def test_late_ones_of_last_year_are_excused_together_with_a_word(screen: DueScreen, dialogs: Modals) -> None:
    def answer(dialog: MarkDialog) -> None:
        dialog.state.setCurrentIndex(dialog.state.findData(DueState.EXCUSED))
        dialog.accept_button.click()
        assert "Hãy ghi lý do" in dialog.message.text()
        type_text(dialog.note, "Sổ lập từ năm 2025")
        dialog.accept_button.click()

    screen.matrix.take_focus()
    dialogs.expect(MarkDialog, answer)
    press(screen.matrix, Qt.Key.Key_F2)

    assert len(screen.presenter.board.below) == 5 * 16 - 8


def test_an_ad_hoc_return_is_added_and_removed(screen: DueScreen, dialogs: Modals) -> None:
    def answer(dialog: OnceDialog) -> None:
        type_text(dialog.name, "Báo cáo tháng cao điểm")
        type_text(dialog.period, "1/5/2025-31/5/2025")
        type_text(dialog.due, "5/6/2025")
        dialog.accept_button.click()

    dialogs.expect(OnceDialog, answer)
    press(screen.list.table, Qt.Key.Key_F5)
    assert "Báo cáo tháng cao điểm" in column(screen, "set")

    choose(screen, "01/05/2025 – 31/05/2025")
    press(screen.list.table, Qt.Key.Key_F6)
    assert "Báo cáo tháng cao điểm" not in column(screen, "set")


def test_a_bad_ad_hoc_return_is_complained_of(screen: DueScreen, dialogs: Modals) -> None:
    def answer(dialog: OnceDialog) -> None:
        type_text(dialog.period, "quý IX/2025")
        dialog.accept_button.click()
        assert dialog.message.text().startswith("Còn thiếu: Tên báo cáo, Ngày cuối phải nộp.")
        type_text(dialog.name, "Báo cáo tháng cao điểm")
        type_text(dialog.due, "5/6/2025")
        dialog.accept_button.click()
        assert "chưa phải là kỳ báo cáo" in dialog.message.text()
        dialog.reject()

    dialogs.expect(OnceDialog, answer)
    press(screen.list.table, Qt.Key.Key_F5)


def test_schedule_of_a_province_is_chosen_and_its_clash_shown(screen: DueScreen, dialogs: Modals) -> None:
    def answer(dialog: ScheduleDialog) -> None:
        dialog.begin_box.setCurrentIndex(dialog.begin_box.findData("dong-nai-2021"))
        assert "Vướng" in str(dialog.model.index(0, 5).data())
        dialog.lines.rows[0].number.setValue(18)
        assert dialog.model.index(0, 3).data() == "17/03/2025"
        type_text(dialog.days_off, "29/01/2025-02/02/2025")
        dialog.accept_button.click()

    dialogs.expect(ScheduleDialog, answer)
    screen.edit_schedule()

    assert column(screen, "due")[0] == "17/03/2025"
    assert column(screen, "note")[1].startswith("Vướng")
    assert "“Đồng Nai 2021-2025” không dùng cho cấp huyện" in screen.notes.text()
    assert "Lịch tạm" not in screen.notes.text()


def test_an_unsound_schedule_stays_in_its_dialog(screen: DueScreen, dialogs: Modals) -> None:
    def answer(dialog: ScheduleDialog) -> None:
        dialog.lines.add()
        dialog.accept_button.click()
        assert "đã có hạn nộp cho cùng loại kỳ" in dialog.message.text()
        type_text(dialog.days_off, "tết")
        assert "chưa phải là ngày" in dialog.message.text()
        dialog.reject()

    dialogs.expect(ScheduleDialog, answer)
    screen.edit_schedule()

    assert screen.workplace.read(schedules.own) == ()


def test_enter_asks_for_the_return_of_the_chosen_row(screen: DueScreen, qtbot: QtBot) -> None:
    choose(screen, "Quý II năm 2025")

    with qtbot.waitSignal(screen.found_requested) as asked:
        press(screen.list.table, Qt.Key.Key_Return)

    found = asked.args[0]
    own = screen.workplace.office.unit.id
    assert (found.kind, found.id, found.code, found.period) == ("returns", own, "quarterly", "2025-Q2")


def test_a_return_of_a_commune_is_opened_where_it_is_filled(
    workplace: Workplace, preferences: Preferences, qtbot: QtBot
) -> None:
    preferences.set_text("window/subject", "due")
    window = Window(preferences)
    qtbot.addWidget(window)
    window.show()
    window.attach(workplace)
    qtbot.waitUntil(window.isActiveWindow)
    board = window.page
    assert isinstance(board, DueScreen)
    board.matrix.setCurrentIndex(board.matrix.list_model.index(1, 3))
    board.matrix.setFocus()

    board.open_chosen()

    filling = window.page
    assert isinstance(filling, FillingScreen)
    assert (window.page_key, workplace.period.label) == ("returns", "2025-Q2")
    chosen = board.matrix.chosen()[0].unit.id
    qtbot.waitUntil(lambda: filling.presenter.filled is not None, timeout=20_000)
    asked = filling.presenter.choices.asked()
    assert asked is not None and (asked.unit.id, asked.set_code) == (chosen, "quarterly")


def test_the_list_goes_to_excel_as_it_is_shown(
    screen: DueScreen, file_dialogs: FileDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    file_dialogs.expect(tmp_path / "han-nop.xlsx")
    screen.export()
    qtbot.waitUntil(lambda: (tmp_path / "han-nop.xlsx").exists())
    screen.workplace.worker.wait()

    rows = list(load_workbook(tmp_path / "han-nop.xlsx").worksheets[0].values)
    assert rows[0][0] == "Hạn nộp báo cáo năm 2025"
    assert ["Huyện Hòa Lâm", "Quý I năm 2025"] in [list(row[:2]) for row in rows]


def test_every_control_has_a_name(screen: DueScreen, workplace: Workplace, qtbot: QtBot) -> None:
    for dialog in (ScheduleDialog(workplace), OnceDialog(screen.presenter)):
        qtbot.addWidget(dialog)
        assert nameless(dialog) == []
    assert nameless(screen) == []


def test_badge_is_the_number_of_urgent_own_returns(screen: DueScreen, workplace: Workplace) -> None:
    urgent = sum(item.is_urgent for item in screen.presenter.board.own)

    assert workplace.read(lambda session: due.urgent_count(session, workplace.today)) == urgent == 13
