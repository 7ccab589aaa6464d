"""Scoring by keyboard, as an officer would."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.services import units
from db.services.scoring import sheets
from db.services.scoring.sheets import Sheet
from db.sessions import Book
from tests.helpers.books import unit_id
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, Modals
from tests.ui.scores.marking import give_all
from ui.common.workplace import Workplace
from ui.scores.screen import ScoresScreen
from ui.scores.sheet.marks import APPRAISED, REASON, SELF

ENTER, TAB, F6, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_F6, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> ScoresScreen:
    """The screen, shown, with the cursor in the sheet of the first commune."""
    shown = ScoresScreen(workplace)
    qtbot.addWidget(shown)
    shown.resize(1190, 600)
    shown.show()
    shown.begin()
    shown.take_focus()
    press(shown.board.list.table, ENTER)
    return shown


def kept(screen: ScoresScreen) -> Sheet:
    """The first commune's sheet as it is stored."""
    return screen.workplace.read(
        lambda session: sheets.sheet(session, unit_id=unit_id(session, "99101"), year=2025)
    )


def place(screen: ScoresScreen) -> tuple[str, str] | None:
    """Where the cursor stands."""
    return screen.sheet.model.place(screen.sheet.table.currentIndex())


def test_enter_goes_from_the_board_into_the_first_blank_cell(screen: ScoresScreen) -> None:
    assert screen.sheet.table.hasFocus()
    assert place(screen) == ("1", SELF)


def test_esc_goes_back_to_the_row_of_the_sheet(screen: ScoresScreen) -> None:
    screen.turn(1)

    press(screen, ESC)

    assert screen.pages.currentWidget() is screen.board
    assert screen.board.list.table.hasFocus()
    assert screen.board.list.table.currentIndex().row() == 1


def test_sheets_turn_in_the_order_of_the_board_and_stop_at_its_ends(screen: ScoresScreen) -> None:
    titles = []
    for steps in (1, 1, -1, -1, -1):
        screen.turn(steps)
        titles.append(screen.head.title.text().split(" – ")[1])

    assert titles == ["Xã Quế Lâm", "Xã Đạt Thành", "Xã Quế Lâm", "Thị trấn Đồi Thông", "Thị trấn Đồi Thông"]


def test_a_communes_own_office_begins_in_its_sheet(workplace: Workplace, qtbot: QtBot) -> None:
    own = workplace.read(lambda session: units.by_id(session, unit_id(session, "99102")))
    workplace.office = replace(workplace.office, unit=own)
    shown = ScoresScreen(workplace)
    qtbot.addWidget(shown)

    shown.begin()

    assert shown.pages.currentWidget() is shown.sheet
    assert shown.head.title.text() == "Phiếu năm 2025 – Xã Quế Lâm"


def test_other_things_to_do_are_offered_where_they_belong(screen: ScoresScreen) -> None:
    everywhere = screen.add_other("Mọi nơi", screen.show_board)
    on_board = screen.add_other("Danh sách", screen.show_board, only_on=screen.board)
    assert (everywhere.isVisible(), on_board.isVisible()) == (True, False)

    everywhere.trigger()

    assert on_board.isVisible()


def test_points_go_down_the_column_with_enter(screen: ScoresScreen) -> None:
    for points in ("8", "5,5", "7"):
        type_text(screen, points)
        press(screen, ENTER)

    marks = kept(screen).marks
    assert [marks[code].self_answer for code in ("1", "2", "3")] == ["8", "5.5", "7"]
    assert place(screen) == ("4", SELF)


def test_enter_passes_over_the_head_of_the_next_group(screen: ScoresScreen) -> None:
    screen.sheet.table.setCurrentIndex(screen.sheet.model.index_of(("4", SELF)))

    type_text(screen, "1")
    press(screen, ENTER)

    assert place(screen) == ("5", SELF)


def test_tab_goes_across_without_typing(screen: ScoresScreen) -> None:
    QTest.keyClick(screen.sheet.table, TAB)

    assert place(screen) == ("1", APPRAISED)
    assert screen.sheet.table.hasFocus()


def test_too_many_points_stay_in_the_cell_and_say_why(screen: ScoresScreen) -> None:
    type_text(screen, "9")
    press(screen, ENTER)

    assert place(screen) == ("1", SELF)
    assert "9 điểm vượt quá điểm chuẩn là 8" in screen.sheet.message.text()
    assert screen.sheet.table.currentIndex().data() == "9"
    assert not kept(screen).marks


def test_a_difference_calls_the_cursor_to_its_reason_and_back(screen: ScoresScreen, book: Book) -> None:
    give_all(book, "99101", appraised=False)
    screen.sheet.presenter.show(screen.sheet.presenter.unit_id)
    type_text(screen, "6")
    press(screen, ENTER)
    assert place(screen) == ("1", REASON)
    type_text(screen, "Chưa có biên bản")
    press(screen, ENTER)

    mark = kept(screen).marks["1"]
    assert (mark.appraised_answer, mark.reason) == ("6", "Chưa có biên bản")
    assert place(screen) == ("2", APPRAISED)


def test_a_point_goes_with_f6_and_comes_back_with_undo(screen: ScoresScreen, workplace: Workplace) -> None:
    type_text(screen, "8")
    press(screen, ENTER)
    screen.sheet.table.setCurrentIndex(screen.sheet.model.index_of(("1", SELF)))

    press(screen, F6)
    assert kept(screen).marks["1"].self_answer == ""
    workplace.undo()

    assert kept(screen).marks["1"].self_answer == "8"


def test_what_is_being_typed_is_kept_when_the_screen_is_left(screen: ScoresScreen) -> None:
    type_text(screen, "7")
    screen.settle()

    assert kept(screen).marks["1"].self_answer == "7"


def test_the_board_shows_points_as_soon_as_somebody_looks(screen: ScoresScreen) -> None:
    type_text(screen, "7,5")
    press(screen, ENTER)
    press(screen, ESC)

    keys = [column.key for column in screen.board.list_model.columns]
    assert screen.board.list_model.index(0, keys.index("self_points")).data() == "7,5"
    assert screen.board.counted.text().startswith("Tự chấm: chưa có xã nào")


def test_the_rule_set_and_its_source_are_in_sight(screen: ScoresScreen) -> None:
    assert "minh họa" in screen.sheet.rule_set.text()
    assert "01/2008/NQLT" in screen.sheet.rule_set.text()


def test_the_board_goes_to_excel(screen: ScoresScreen, file_dialogs: FileDialogs, tmp_path: Path) -> None:
    file_dialogs.expect(tmp_path / "bang-diem.xlsx")
    press(screen, ESC)

    press(screen, Qt.Key.Key_E, CONTROL)
    screen.workplace.worker.wait()

    sheet = load_workbook(tmp_path / "bang-diem.xlsx").active
    assert sheet is not None
    written = [cell.value for row in sheet.iter_rows() for cell in row]
    assert {"Bảng điểm các xã năm 2025", "Điểm thẩm định", "Xã Quế Lâm"} <= set(written)


def test_the_board_goes_to_paper(screen: ScoresScreen, dialogs: Modals, qtbot: QtBot) -> None:
    shown: list[str] = []

    def look(dialog: QPrintPreviewDialog) -> None:
        shown.append(dialog.windowTitle())
        dialog.reject()

    dialogs.expect(QPrintPreviewDialog, look)
    press(screen, ESC)
    press(screen, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)

    assert shown == ["Xem trước bản in – Bảng điểm các xã năm 2025"]
