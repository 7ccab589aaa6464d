"""The windows of sending score sheets and taking them in, from the screen's menu and by dropped files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.rules.scoring.chain import Step
from db.services.scoring import sheets
from tests.helpers.books import COMMUNES, NOW, unit_id
from tests.helpers.handed_books import TOWN, new_office
from tests.helpers.keyboard import press
from tests.helpers.modals import FileDialogs
from tests.helpers.score_books import CODE, SHEET, cells, changed, sent_file
from tests.helpers.scoring import fill_in
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.scores.received import texts
from ui.scores.received.dialog import ReceiveDialog
from ui.scores.received.send_dialog import SendDialog


@pytest.fixture
def dialog(workplace: Workplace, qtbot: QtBot) -> ReceiveDialog:
    """The window of taking in, shown."""
    made = ReceiveDialog(workplace)
    qtbot.addWidget(made)
    made.show()
    return made


def read(dialog: ReceiveDialog, qtbot: QtBot, *paths: Path) -> None:
    with qtbot.waitSignal(dialog.presenter.changed):
        dialog.read(paths)


def words(table: QTableWidget) -> list[list[str]]:
    cells = [[table.item(row, at) for at in range(table.columnCount())] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in row] for row in cells]


def test_a_file_is_looked_at_and_taken_with_the_keyboard(
    dialog: ReceiveDialog, workplace: Workplace, qtbot: QtBot, tmp_path: Path, file_dialogs: FileDialogs
) -> None:
    path = changed(sent_file(workplace.book, tmp_path / "in", name="a.xlsx"), cells(E7="5"))
    file_dialogs.expect(path)
    with qtbot.waitSignal(dialog.presenter.changed):
        dialog.choose_button.click()
    assert words(dialog.files) == [["a.xlsx", "Xã Quế Lâm", "2025", "Tự chấm", "Mới", "Còn chấm dở"]]
    assert dialog.go_button.text() == "Nhận 1 phiếu"
    press(dialog.files, Qt.Key.Key_Space)
    assert not dialog.go_button.isEnabled()
    press(dialog.files, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.go_button, Qt.Key.Key_Return)
    now = workplace.read(lambda s: sheets.sheet(s, unit_id=unit_id(s, CODE), year=2025))
    assert now.mark("1").self_answer == "5"


def test_differences_and_findings_stand_below_the_file_that_is_shown(
    dialog: ReceiveDialog, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    workplace.write(lambda s: fill_in(s, unit_id(s, CODE), 2025, last=Step.SUBMIT), "scores")
    differing = changed(sent_file(workplace.book, tmp_path / "in", name="a.xlsx"), cells(E7="5"))
    wrong = changed(sent_file(workplace.book, tmp_path / "in", "99103", name="b.xlsx"), cells(E7="9"))
    read(dialog, qtbot, differing, wrong)
    assert [row[2:] for row in words(dialog.differences)] == [["Tự chấm", "8", "5"]]
    assert dialog.about.text().startswith("Đánh dấu ô ở đầu dòng")
    dialog.files.setCurrentCell(1, 0)
    assert [row[:2] for row in words(dialog.findings)] == [[f"{SHEET}!E7", "9"]]
    assert (dialog.differences.isHidden(), dialog.marked_button.isHidden()) == (True, False)


def test_every_commune_gets_a_file_and_none_that_lies_there_is_overwritten(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path, file_dialogs: FileDialogs
) -> None:
    dialog = SendDialog(workplace, None)
    qtbot.addWidget(dialog)
    (tmp_path / "99102-xa-que-lam_phieu_2025_lan-01.xlsx").write_text("của xã")
    file_dialogs.expect(tmp_path)
    with qtbot.waitSignal(dialog.accepted):
        dialog.folder_button.click()
    written = sorted(path.name for path in tmp_path.glob("*.xlsx"))
    assert len(written) == len(COMMUNES) + 1
    assert "99102-xa-que-lam_phieu_2025_lan-01-2.xlsx" in written
    assert (tmp_path / "99102-xa-que-lam_phieu_2025_lan-01.xlsx").read_text() == "của xã"


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Workplace]:
    """The desk of a commune."""
    with new_office(tmp_path / "xa") as book:
        settings = QSettings(str(tmp_path / "xa.ini"), QSettings.Format.IniFormat)
        made = Workplace(book, Preferences(settings), clock=lambda: NOW)
        made.choose_period(parse_period("2025"))
        yield made
        made.worker.wait()


def test_a_commune_sends_its_own_sheet_up(
    town: Workplace, tmp_path: Path, qtbot: QtBot, file_dialogs: FileDialogs
) -> None:
    dialog = SendDialog(town, None)
    qtbot.addWidget(dialog)
    title = texts.SEND_UP_TITLE.format(year=2025)
    assert (dialog.communes.currentData(), dialog.windowTitle()) == (town.office.unit.id, title)
    assert dialog.with_result.isHidden()
    file_dialogs.expect(tmp_path)
    with qtbot.waitSignal(dialog.accepted):
        dialog.folder_button.click()
    assert [path.name[:5] for path in tmp_path.glob("*.xlsx")] == [TOWN]


def test_results_are_sent_where_there_are_some_and_else_it_is_said(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path, file_dialogs: FileDialogs
) -> None:
    dialog = SendDialog(workplace, None)
    qtbot.addWidget(dialog)
    dialog.with_result.setChecked(True)
    file_dialogs.expect(tmp_path)
    with qtbot.waitSignal(workplace.said) as said:
        dialog.folder_button.click()
    assert said.args == [texts.NONE_SENT] and list(tmp_path.glob("*.xlsx")) == []
