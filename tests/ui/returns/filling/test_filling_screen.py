"""Looking through the forms and exporting them, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintPreviewDialog
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, MessageBoxes, Modals
from ui.common.workplace import Workplace
from ui.returns.filling.screen import FillingScreen

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(recorded: Workplace, qtbot: QtBot) -> Iterator[FillingScreen]:
    """The screen, shown and filled."""
    shown = FillingScreen(recorded)
    qtbot.addWidget(shown)
    shown.resize(1190, 600)
    shown.show()
    shown.begin()
    shown.take_focus()
    wait(shown, qtbot)
    yield shown
    recorded.worker.wait()


def wait(screen: FillingScreen, qtbot: QtBot) -> None:
    """Wait until the figures stand on screen."""
    qtbot.waitUntil(
        lambda: not screen.presenter.stale and not screen.presenter.busy and screen.forms.count() > 0
    )


def export(screen: FillingScreen, qtbot: QtBot) -> None:
    """Press Ctrl+E and wait until the file is written and the figures are back."""
    press(screen, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: screen.outcome.isVisible())
    wait(screen, qtbot)


def test_each_form_has_its_tab_with_heads_and_total(screen: FillingScreen) -> None:
    view = screen.forms.page(1).view.form

    assert [screen.forms.tabText(at) for at in range(screen.forms.count())] == [
        "PCMD-01",
        "PCMD-02",
        "PCMD-03",
        "PCMD-04",
        "PCMD-04B",
        "PCMD-05",
        "PCMD-06",
        "PCMD-07",
    ]
    assert view.content is not None
    assert view.content.numbers[:4] == ("(A)", "(B)", "(C)", "(1)")
    assert view.index(view.rowCount() - 1, 4).data() == "86"
    assert view.index(0, 4).data() in ("–", "86")


def test_the_cursor_stands_in_the_form_once_it_is_there(screen: FillingScreen) -> None:
    assert screen.forms.page(0).view.hasFocus()


def test_the_export_says_its_code_and_is_listed(
    screen: FillingScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    file_dialogs.expect(tmp_path / "bao-cao.xlsx")

    export(screen, qtbot)

    assert screen.presenter.filled is not None
    code = screen.presenter.filled.check_code
    assert screen.outcome.words.text() == f"Đã kết xuất bao-cao.xlsx – lần 1, mã kiểm tra {code}."
    assert load_workbook(tmp_path / "bao-cao.xlsx")["_pcmd"]["B11"].value == code
    assert screen.past.model.index(0, 2).data() == code


def test_the_check_code_can_be_copied(
    screen: FillingScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    file_dialogs.expect(tmp_path / "bao-cao.xlsx")
    export(screen, qtbot)

    screen.outcome.copy_button.click()

    assert screen.presenter.filled is not None
    assert QGuiApplication.clipboard().text() == screen.presenter.filled.check_code


def test_turning_back_in_the_file_dialog_writes_nothing(
    screen: FillingScreen, file_dialogs: FileDialogs
) -> None:
    file_dialogs.expect(None)

    press(screen, Qt.Key.Key_E, CONTROL)

    assert not screen.outcome.isVisible()
    assert screen.presenter.exports == ()


def test_a_folder_that_is_gone_is_told_and_another_name_helps(
    screen: FillingScreen,
    file_dialogs: FileDialogs,
    message_boxes: MessageBoxes,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    file_dialogs.expect(tmp_path / "không có" / "bao-cao.xlsx")
    message_boxes.expect("Chọn tên khác", "Không ghi được tệp bao-cao.xlsx")
    file_dialogs.expect(tmp_path / "khac.xlsx")

    export(screen, qtbot)

    assert (tmp_path / "khac.xlsx").exists()
    assert [item.file_name for item in screen.presenter.exports] == ["khac.xlsx"]


def test_the_earlier_file_stays_when_it_cannot_be_replaced(
    screen: FillingScreen,
    file_dialogs: FileDialogs,
    message_boxes: MessageBoxes,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "bao-cao.xlsx"
    target.write_bytes(b"earlier")
    monkeypatch.setattr("exports.files.os.access", lambda *_: False)
    file_dialogs.expect(target)
    message_boxes.expect("Đóng", "Số liệu vẫn còn nguyên")

    press(screen, Qt.Key.Key_E, CONTROL)
    screen.workplace.worker.wait()
    qtbot.wait(20)

    assert target.read_bytes() == b"earlier"
    assert screen.presenter.exports == ()


def test_another_period_brings_its_own_figures(screen: FillingScreen, qtbot: QtBot) -> None:
    screen.workplace.choose_period(parse_period("2025-Q2"))
    wait(screen, qtbot)

    assert screen.notes.said[0].startswith("Quý II năm 2025: từ 15/03/2025 đến hết 14/06/2025.")
    total = screen.forms.page(1).view.form
    assert total.index(total.rowCount() - 1, 4).data() == "–"


def test_a_unit_is_chosen_by_typing_part_of_its_name(screen: FillingScreen, qtbot: QtBot) -> None:
    press(screen, Qt.Key.Key_F, CONTROL)
    type_text(screen.unit_editor, "que lam")
    press(screen.unit_editor, Qt.Key.Key_Return)
    wait(screen, qtbot)

    assert screen.presenter.filled is not None
    assert screen.presenter.filled.unit_name == "Xã Quế Lâm"
    assert screen.unit_editor.shown() == "Xã Quế Lâm"


def test_the_open_form_goes_to_paper(screen: FillingScreen, dialogs: Modals, qtbot: QtBot) -> None:
    screen.forms.setCurrentIndex(1)
    shown: list[str] = []

    def look(dialog: QPrintPreviewDialog) -> None:
        shown.append(dialog.windowTitle())
        dialog.reject()

    dialogs.expect(QPrintPreviewDialog, look)
    press(screen, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)

    assert shown == ["Xem trước bản in – PCMD-02"]
