"""What scoring prints and writes, from its screen."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.exports.documents.reading_docx import docx_text
from tests.helpers.books import unit_id
from tests.helpers.keyboard import press
from tests.helpers.modals import FileDialogs, Modals
from tests.helpers.scoring import fill_in
from ui.common.printing import PreviewDialog
from ui.common.workplace import Workplace
from ui.scores.papers import plain_name
from ui.scores.screen import ScoresScreen

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> ScoresScreen:
    """The board, shown; the first commune was appraised, the others have no sheet."""
    workplace.write(lambda s: fill_in(s, unit_id(s, "99101"), 2025, missing=3), "scores")
    shown = ScoresScreen(workplace)
    qtbot.addWidget(shown)
    shown.resize(1190, 600)
    shown.show()
    shown.begin()
    shown.take_focus()
    return shown


def choose(screen: ScoresScreen, code: str = "99101") -> None:
    screen.board.choose(screen.workplace.read(lambda session: unit_id(session, code)))


def trigger(screen: ScoresScreen, action: QAction) -> None:
    screen.papers.aboutToShow.emit()
    action.trigger()


def test_ctrl_p_on_a_sheet_shows_it_as_it_is_printed(
    screen: ScoresScreen, qtbot: QtBot, dialogs: Modals
) -> None:
    titles: list[str] = []

    def look(dialog: PreviewDialog) -> None:
        titles.append(dialog.windowTitle())
        dialog.accept()

    choose(screen)
    screen.board.open_chosen()
    dialogs.expect(PreviewDialog, look)
    press(screen.sheet.table, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(titles))
    assert "Phiếu chấm điểm 2025 Thị trấn Đồi Thông" in titles[0]


def test_preview_keeps_the_sheet_as_word(
    screen: ScoresScreen, qtbot: QtBot, dialogs: Modals, file_dialogs: FileDialogs, tmp_path: Path
) -> None:
    target = tmp_path / "phieu.docx"

    def keep(dialog: PreviewDialog) -> None:
        dialog.others[0].trigger()
        dialog.accept()

    choose(screen)
    dialogs.expect(PreviewDialog, keep)
    file_dialogs.expect(target)
    trigger(screen, screen.papers.sheet)
    qtbot.waitUntil(target.exists)
    assert "TỔNG ĐIỂM 100 97 97" in docx_text(target)


@pytest.mark.parametrize("name", ["minutes", "all_sheets", "all_minutes", "list"])
def test_each_paper_is_shown(name: str, screen: ScoresScreen, qtbot: QtBot, dialogs: Modals) -> None:
    shown: list[str] = []

    def look(dialog: PreviewDialog) -> None:
        shown.append(dialog.windowTitle())
        dialog.accept()

    choose(screen)
    dialogs.expect(PreviewDialog, look)
    trigger(screen, getattr(screen.papers, name))
    qtbot.waitUntil(lambda: bool(shown))
    assert "2025" in shown[0]


def test_list_is_kept_as_a_workbook_from_its_preview(
    screen: ScoresScreen, qtbot: QtBot, dialogs: Modals, file_dialogs: FileDialogs, tmp_path: Path
) -> None:
    target = tmp_path / "danh-sach.xlsx"

    def keep(dialog: PreviewDialog) -> None:
        dialog.others[1].trigger()
        dialog.accept()

    dialogs.expect(PreviewDialog, keep)
    file_dialogs.expect(target)
    trigger(screen, screen.papers.list)
    qtbot.waitUntil(target.exists)
    sheet = load_workbook(target).worksheets[0]
    assert "Thị trấn Đồi Thông" in {cell.value for cell in sheet["C"]}


def test_summary_is_written_where_the_officer_says(
    screen: ScoresScreen, qtbot: QtBot, file_dialogs: FileDialogs, tmp_path: Path
) -> None:
    target = tmp_path / "tong-hop.xlsx"
    file_dialogs.expect(target)
    with qtbot.waitSignal(screen.workplace.said):
        trigger(screen, screen.papers.summary)
    assert "99101" in {cell.value for cell in load_workbook(target)["PCMD-07"]["B"]}


def test_summary_that_cannot_be_written_is_told_and_given_up(
    screen: ScoresScreen, qtbot: QtBot, dialogs: Modals, file_dialogs: FileDialogs, tmp_path: Path
) -> None:
    told: list[str] = []

    def look(box: QMessageBox) -> None:
        told.append(box.text())
        box.reject()

    file_dialogs.expect(tmp_path / "nowhere" / "tong-hop.xlsx")
    dialogs.expect(QMessageBox, look)
    trigger(screen, screen.papers.summary)
    qtbot.waitUntil(lambda: bool(told))
    assert "không có thư mục này" in told[0]
    assert not (tmp_path / "nowhere").exists()


def test_minutes_of_a_commune_without_an_appraisal_are_refused_calmly(
    screen: ScoresScreen, qtbot: QtBot
) -> None:
    choose(screen, "99105")
    with qtbot.waitSignal(screen.workplace.failed) as failed:
        trigger(screen, screen.papers.minutes)
    assert [item.code for item in failed.args[0].findings] == ["nothing_appraised"]


def test_menu_names_the_commune_that_is_meant(screen: ScoresScreen) -> None:
    choose(screen, "99102")
    screen.papers.aboutToShow.emit()
    assert screen.papers.sheet.text() == "Phiếu chấm điểm: Xã Quế Lâm"
    assert screen.papers.minutes.isEnabled()


def test_board_is_printed_from_its_own_page_only(screen: ScoresScreen) -> None:
    choose(screen)
    first = screen.papers.actions()[0]
    assert first.isVisible()
    screen.board.open_chosen()
    assert not first.isVisible()


def test_name_of_a_file_holds_nothing_that_systems_refuse() -> None:
    assert plain_name('Phiếu 2025 Xã A/B: "C"') == "Phiếu 2025 Xã A-B- -C-"
