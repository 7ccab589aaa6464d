"""The grid of figures by keyboard, as an officer fills it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.services import figure_definitions
from tests.helpers.keyboard import compose_text, press, type_text
from tests.helpers.modals import FileDialogs, Modals
from tests.ui.test_accessible_names import nameless
from ui.common.findings_dialog import FindingsDialog
from ui.common.workplace import Workplace
from ui.figures.definition_dialog import DefinitionDialog
from ui.figures.screen import FiguresScreen
from ui.imports.dialog import ImportDialog

Key = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def open_screen(workplace: Workplace, qtbot: QtBot) -> FiguresScreen:
    """The screen on the third quarter, shown, with the cursor in its first cell."""
    workplace.choose_period(parse_period("2025-Q3"))
    screen = FiguresScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1190, 600)
    screen.show()
    screen.begin()
    screen.take_focus()
    return screen


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> FiguresScreen:
    return open_screen(workplace, qtbot)


def texts(screen: FiguresScreen, columns: int = 2, rows: int = 6) -> list[list[str]]:
    return [[screen.model.index(row, at).data() for at in range(columns)] for row in range(rows)]


def column(screen: FiguresScreen) -> list[str]:
    return [row[0] for row in texts(screen)]


def choose(screen: FiguresScreen, top: int, left: int, bottom: int, right: int) -> None:
    model, table = screen.model, screen.table
    table.setCurrentIndex(model.index(top, left))
    block = QItemSelection(model.index(top, left), model.index(bottom, right))
    table.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def at(screen: FiguresScreen) -> tuple[int, int]:
    index = screen.table.currentIndex()
    return index.row(), index.column()


def fill(screen: FiguresScreen, *numbers: str) -> None:
    for number in numbers:
        type_text(screen, number)
        press(screen, Key.Key_Return)


def refusal(dialogs: Modals) -> list[str]:
    """Expect to be told why a block was refused; return the list that the words will be in."""
    told: list[str] = []

    def read(dialog: FindingsDialog) -> None:
        dialog.table.copy_all()
        told.append(QGuiApplication.clipboard().text())
        dialog.accept()

    dialogs.expect(FindingsDialog, read)
    return told


def paste(screen: FiguresScreen, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(screen, Key.Key_V, _CONTROL)


def test_numbers_go_down_the_column_and_their_total_follows(screen: FiguresScreen) -> None:
    fill(screen, "12", "0", "1.234")
    assert column(screen) == ["12", "0", "1.234", "–", "–", "–"]
    assert (at(screen), screen.totals.sums[0]) == ((3, 0), 1246)


def test_tab_goes_across_and_enter_back_to_where_the_row_began(screen: FiguresScreen) -> None:
    for number in ("1", "2"):
        type_text(screen, number)
        press(screen, Key.Key_Tab)
    fill(screen, "3")
    assert texts(screen, 3)[0] == ["1", "2", "3"]
    assert at(screen) == (1, 0)


def test_what_an_input_method_composes_arrives_as_it_was_composed(screen: FiguresScreen) -> None:
    compose_text(screen.table, "12")
    press(screen, Key.Key_Return)
    assert column(screen)[0] == "12"


def test_a_wrong_number_stays_marked_with_words_and_the_cursor_goes_on(screen: FiguresScreen) -> None:
    fill(screen, "nhiều", "5")
    assert column(screen)[:2] == ["nhiều", "5"]
    assert "F4" in screen.line.text()
    press(screen, Key.Key_F4)
    assert at(screen) == (0, 0)
    assert "“nhiều” chưa phải là số" in screen.line.text()


def test_a_wrong_number_is_there_after_a_restart(
    screen: FiguresScreen, open_workplace: Callable[[], Workplace], qtbot: QtBot
) -> None:
    fill(screen, "nhiều")
    again = open_screen(open_workplace(), qtbot)
    assert column(again)[0] == "nhiều"
    fill(again, "7")
    assert (column(again)[0], again.presenter.held) == ("7", {})


def test_leaving_the_screen_keeps_what_is_being_typed(screen: FiguresScreen) -> None:
    type_text(screen, "41")
    screen.settle()
    assert screen.presenter.grid.units[0].id in {unit for unit, _ in screen.presenter.values}


def test_a_cell_only_looked_into_is_no_step(screen: FiguresScreen) -> None:
    press(screen, Key.Key_F2)
    press(screen, Key.Key_Return)
    assert not screen.workplace.can_undo


def test_one_undo_takes_a_whole_pasted_block_back(screen: FiguresScreen) -> None:
    fill(screen, "9")
    choose(screen, 0, 0, 0, 0)
    paste(screen, "1\t-\r\n2\u00a0000\t\r\n\t1.500\r\n")
    assert texts(screen, rows=3) == [["1", "–"], ["2.000", "–"], ["–", "1.500"]]
    screen.workplace.undo()
    assert texts(screen, rows=3) == [["9", "–"], ["–", "–"], ["–", "–"]]
    screen.workplace.redo()
    assert texts(screen, rows=3)[1] == ["2.000", "–"]


BLOCKS = [
    ("1\n2\n3\n4\n5\n6\n7", "chỉ còn 6 dòng"),
    ("\t".join("1" * 30), "chỉ còn 22 cột"),
    ("1\nvài", "chưa phải là số"),
    ("1\n2,5", "số nguyên"),
    ("-5", "chưa phải là số"),
]


@pytest.mark.parametrize(("text", "words"), BLOCKS)
def test_a_block_that_does_not_fit_is_told_and_nothing_of_it_pasted(
    screen: FiguresScreen, dialogs: Modals, text: str, words: str
) -> None:
    told = refusal(dialogs)
    paste(screen, text)
    assert words in told[0]
    assert column(screen) == ["–"] * 6


def test_blank_rows_beyond_the_grid_are_no_trouble(screen: FiguresScreen) -> None:
    paste(screen, "1\n2\n3\n4\n5\n6\n\n-\n")
    assert column(screen) == ["1", "2", "3", "4", "5", "6"]


def test_rows_with_names_of_units_go_to_their_units(screen: FiguresScreen) -> None:
    paste(screen, "Xã\tSố vụ đã xét xử\tSố vụ đã khởi tố\nĂng Tở\t5\t1\nxã quế lâm\t7\t\nTổng\t12\t1")
    model = screen.model
    tried, opened = model.column_of("tried_cases"), model.column_of("prosecuted_cases")
    rows = [(model.index(row, tried).data(), model.index(row, opened).data()) for row in range(6)]
    assert rows == [("–", "–"), ("–", "–"), ("7", "–"), ("–", "–"), ("–", "–"), ("5", "1")]


def test_an_unknown_unit_in_a_block_is_told_with_near_names(screen: FiguresScreen, dialogs: Modals) -> None:
    told = refusal(dialogs)
    paste(screen, "Xã Quế Lâm\t1\nXã Đạt Thanhh\t2")
    assert "Xã Đạt Thành" in told[0]
    assert column(screen) == ["–"] * 6


def test_one_copied_number_fills_all_chosen_cells(screen: FiguresScreen) -> None:
    choose(screen, 1, 0, 2, 1)
    paste(screen, "4")
    assert texts(screen, rows=4) == [["–", "–"], ["4", "4"], ["4", "4"], ["–", "–"]]


def test_a_copied_block_is_what_excel_reads(screen: FiguresScreen) -> None:
    fill(screen, "1234", "0")
    choose(screen, 0, 0, 2, 1)
    press(screen, Key.Key_C, _CONTROL)
    assert QGuiApplication.clipboard().text() == "1234\t\n0\t\n\t"


FILLS = [
    (Key.Key_D, _CONTROL, (0, 0, 2, 0), [["3", "–"], ["3", "–"], ["3", "–"]]),
    (Key.Key_D, _CONTROL, (1, 0, 1, 0), [["3", "–"], ["3", "–"], ["–", "–"]]),
    (Key.Key_R, _CONTROL, (0, 0, 0, 1), [["3", "3"], ["–", "–"], ["–", "–"]]),
    (Key.Key_Apostrophe, _CONTROL, (1, 0, 1, 1), [["3", "–"], ["3", "–"], ["–", "–"]]),
    (Key.Key_D, _CONTROL | _SHIFT, (1, 0, 1, 0), [["3", "–"], ["3", "–"], ["–", "–"]]),
    (Key.Key_Delete, Qt.KeyboardModifier.NoModifier, (0, 0, 2, 1), [["–", "–"]] * 3),
    (Key.Key_X, _CONTROL, (0, 0, 0, 0), [["–", "–"]] * 3),
]


@pytest.mark.parametrize(("key", "modifiers", "block", "after"), FILLS)
def test_keys_fill_and_clear_the_chosen_block_in_one_step(
    screen: FiguresScreen,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    block: tuple[int, int, int, int],
    after: list[list[str]],
) -> None:
    fill(screen, "3")
    choose(screen, *block)
    press(screen, key, modifiers)
    assert texts(screen, rows=3) == after
    screen.workplace.undo()
    assert texts(screen, rows=3) == [["3", "–"], ["–", "–"], ["–", "–"]]


def test_months_show_in_their_quarter_and_are_not_typed_over(screen: FiguresScreen) -> None:
    screen.workplace.choose_period(parse_period("2025-07"))
    fill(screen, "4")
    screen.workplace.choose_period(parse_period("2025-Q3"))
    choose(screen, 0, 0, 0, 0)
    assert (column(screen)[0], screen.totals.sums[0]) == ("4", 4)
    assert "Tháng 7 năm 2025" in screen.line.text()
    fill(screen, "9")
    press(screen, Key.Key_Up)
    assert (column(screen)[0], "trùng ngày" in screen.line.text()) == ("9", True)


def test_a_number_of_a_month_is_copied_and_filled_as_it_shows(screen: FiguresScreen) -> None:
    screen.workplace.choose_period(parse_period("2025-07"))
    fill(screen, "1234")
    screen.workplace.choose_period(parse_period("2025-Q3"))
    choose(screen, 0, 0, 0, 1)
    press(screen, Key.Key_C, _CONTROL)
    press(screen, Key.Key_R, _CONTROL)
    assert QGuiApplication.clipboard().text() == "1234\t"
    assert texts(screen, rows=1) == [["1.234", "1.234"]]


def test_clearing_blank_cells_is_no_step(screen: FiguresScreen) -> None:
    press(screen, Key.Key_Delete)
    assert not screen.workplace.can_undo


def test_a_column_keeps_its_width(
    screen: FiguresScreen, open_workplace: Callable[[], Workplace], qtbot: QtBot
) -> None:
    screen.table.setColumnWidth(1, 150)
    again = open_screen(open_workplace(), qtbot)
    assert [again.table.columnWidth(at) for at in range(3)] == [96, 150, 96]


def test_hidden_groups_stay_hidden_and_are_counted(
    screen: FiguresScreen, open_workplace: Callable[[], Workplace], qtbot: QtBot
) -> None:
    screen.presenter.show_sections({"court"})
    again = open_screen(open_workplace(), qtbot)
    assert [item.code for item in again.presenter.columns][:2] == ["prosecuted_cases", "prosecuted_people"]
    assert again.model.columnCount() == 4
    assert again.groups_button.text() == "Nhóm cột (1/6)"


def test_the_filter_finds_units_without_tone_marks(screen: FiguresScreen) -> None:
    QTest.keyClick(screen, Key.Key_F, _CONTROL)
    screen.presenter.filter_text("dat th")
    assert [unit.name for unit in screen.presenter.units] == ["Xã Đạt Thành"]
    screen.presenter.filter_text("không có")
    assert "Không có đơn vị nào" in screen.line.text()


def test_a_column_of_the_offices_own_is_added_and_taken_back(screen: FiguresScreen, dialogs: Modals) -> None:
    def enter(dialog: DefinitionDialog) -> None:
        dialog.keep_button.click()
        assert dialog.rows["title"].message.text()
        type_text(dialog.rows["title"].editor, "Số lượt tư vấn")
        type_text(dialog.rows["unit"].editor, "lượt")
        dialog.keep_button.click()

    shown = [section.code for section in screen.presenter.grid.sections if section.code != "own"]
    screen.presenter.show_sections(shown)
    dialogs.expect(DefinitionDialog, enter)
    press(screen, Key.Key_F5)
    assert screen.presenter.columns[-1].title == "Số lượt tư vấn"
    assert screen.line.text() == "Huyện Hòa Lâm · Số lượt tư vấn (lượt)"
    screen.workplace.undo()
    assert len(screen.presenter.columns) == 22


def test_the_menu_of_columns_ends_one_and_uses_it_again(screen: FiguresScreen) -> None:
    menu = screen.actions_of_columns.columns
    menu.aboutToShow.emit()
    end = next(action for action in menu.actions() if action.text().startswith("Thôi dùng"))
    end.trigger()
    assert screen.presenter.columns[0].code == "denunciations_handled"
    menu.aboutToShow.emit()
    (again,) = menu.findChildren(QMenu)
    again.actions()[0].trigger()
    assert screen.presenter.columns[0].code == "denunciations_received"


def test_a_shipped_column_cannot_be_removed_or_changed(screen: FiguresScreen) -> None:
    menu = screen.actions_of_columns.columns
    menu.aboutToShow.emit()
    usable = {action.text().split(" “")[0]: action.isEnabled() for action in menu.actions()}
    assert (usable["Sửa cột"], usable["Xóa cột"]) == (False, False)


def test_the_grid_is_exported_with_its_totals(
    screen: FiguresScreen, file_dialogs: FileDialogs, tmp_path: Path
) -> None:
    fill(screen, "3", "4")
    file_dialogs.expect(tmp_path / "so-lieu.xlsx")
    press(screen, Key.Key_E, _CONTROL)
    screen.workplace.worker.wait()
    sheet = load_workbook(tmp_path / "so-lieu.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row[:2]] for row in sheet.iter_rows()]
    assert rows[-1] == ["Tổng", 7]
    assert ["Huyện Hòa Lâm", 3] in rows


def test_the_grid_is_printed(screen: FiguresScreen, dialogs: Modals) -> None:
    dialogs.expect(QPrintPreviewDialog, lambda dialog: dialog.reject())
    press(screen, Key.Key_P, _CONTROL)
    screen.workplace.worker.wait()


def test_every_control_has_a_name_and_a_cell_is_read_out(screen: FiguresScreen) -> None:
    fill(screen, "3")
    spoken = screen.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Huyện Hòa Lâm, Số tin tố giác đã tiếp nhận: 3"
    assert nameless(screen) == []


def test_an_ended_column_with_values_stays_on_show(screen: FiguresScreen) -> None:
    fill(screen, "3")
    day = screen.workplace.span.first
    screen.presenter.change_definitions(
        lambda session: figure_definitions.end(session, "denunciations_received", day.replace(day=1)), ""
    )
    assert column(screen)[0] == "3"


def test_ctrl_i_takes_figures_from_excel(screen: FiguresScreen, dialogs: Modals) -> None:
    titles: list[str] = []

    def look(dialog: ImportDialog) -> None:
        titles.append(dialog.windowTitle())
        dialog.reject()

    dialogs.expect(ImportDialog, look)
    press(screen.table, Key.Key_I, _CONTROL)
    assert titles and "Số liệu kỳ" in titles[0]
