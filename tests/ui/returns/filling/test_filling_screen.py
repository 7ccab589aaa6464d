"""Looking through the forms and exporting them, by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintPreviewDialog
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.rules.returns.by_hand import CellPlace
from db.rules.returns.states import ReturnState
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, MessageBoxes, Modals
from ui.common.theme import ROW_HEIGHT
from ui.common.workplace import Workplace
from ui.returns.filling import texts
from ui.returns.filling.approve_dialog import ApproveDialog
from ui.returns.filling.override_dialog import OverrideDialog
from ui.returns.filling.screen import FillingScreen
from ui.returns.filling.word_dialog import WordDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
_PATIENCE = 20_000


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
        lambda: not screen.presenter.stale and not screen.presenter.busy and screen.forms.count() > 0,
        timeout=_PATIENCE,
    )


def wait_for(screen: FillingScreen, qtbot: QtBot, happened: Callable[[], bool]) -> None:
    """Wait until the figures are back and something holds."""
    qtbot.waitUntil(
        lambda: not screen.presenter.stale and not screen.presenter.busy and happened(), timeout=_PATIENCE
    )


def explain(screen: FillingScreen, qtbot: QtBot) -> None:
    """Say something of every warning."""
    assert screen.presenter.standing is not None
    screen.deeds.say(screen.presenter.standing.open, "Đã rà soát")
    qtbot.waitUntil(lambda: not screen.presenter.stale and not screen.presenter.busy, timeout=_PATIENCE)


def export(screen: FillingScreen, qtbot: QtBot) -> None:
    """Press Ctrl+E, once all is explained, and wait until the file is written and the figures are back."""
    explain(screen, qtbot)
    press(screen, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: screen.outcome.isVisible(), timeout=_PATIENCE)
    wait(screen, qtbot)


def test_cursor_stays_in_the_forms_when_another_period_is_filled(
    screen: FillingScreen, recorded: Workplace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: screen.forms.page(0).view.hasFocus())

    recorded.choose_period(parse_period("2025-Q2"))

    wait_for(screen, qtbot, lambda: screen.forms.count() > 0)
    assert screen.forms.page(0).view.hasFocus()


def test_a_long_reason_leaves_the_room_to_the_figures(screen: FillingScreen, qtbot: QtBot) -> None:
    place = CellPlace("PCMD-02", "99102", "people")
    screen.deeds.override(place, "90", "Xã báo lại " * 90, "86")
    wait_for(
        screen,
        qtbot,
        lambda: bool(screen.presenter.standing and screen.presenter.standing.hand.by_hand.marks),
    )

    assert screen.presenter.filled is not None
    screen.forms.go_to(place, screen.presenter.filled.sheets[1])

    said = screen.forms.page(1).reason.text()
    assert said.startswith("Ghi tay.")
    assert len(said) <= 200
    assert said.endswith(texts.MORE)


def test_a_low_screen_is_rolled_to_the_figures_on_which_the_cursor_stands(
    screen: FillingScreen, qtbot: QtBot
) -> None:
    screen.resize(840, 270)

    screen.page.choose_unit()
    qtbot.waitUntil(lambda: not screen.unit_editor.visibleRegion().isEmpty())
    screen.take_focus()

    figures = screen.forms.page(0).view.viewport()
    qtbot.waitUntil(lambda: figures.visibleRegion().boundingRect().height() == figures.height())
    assert figures.height() > 2 * ROW_HEIGHT


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


def test_the_export_says_its_code_gives_it_away_and_is_listed(
    screen: FillingScreen, file_dialogs: FileDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    file_dialogs.expect(tmp_path / "bao-cao.xlsx")

    export(screen, qtbot)

    assert screen.presenter.filled is not None
    code = screen.presenter.filled.check_code
    assert screen.outcome.words.text() == f"Đã kết xuất bao-cao.xlsx – lần 1, mã kiểm tra {code}."
    assert load_workbook(tmp_path / "bao-cao.xlsx")["_pcmd"]["B11"].value == code
    assert screen.past.model.value(0, "check_code") == code
    screen.outcome.copy_button.click()
    assert QGuiApplication.clipboard().text() == code


def test_nothing_is_exported_while_something_stands_open(screen: FillingScreen) -> None:
    press(screen, Qt.Key.Key_E, CONTROL)

    assert screen.presenter.exports == ()
    assert screen.panels.findings.table.hasFocus()


def test_a_cell_is_filled_by_hand_and_taken_back(
    screen: FillingScreen, dialogs: Modals, qtbot: QtBot
) -> None:
    screen.forms.setCurrentIndex(1)
    view = screen.forms.page(1).view
    view.choose_cell(2, 4)

    def fill_in(dialog: OverrideDialog) -> None:
        type_text(dialog.value, "1.260")
        dialog.keep()
        assert dialog.messages["reason"].isVisible()
        type_text(dialog.reason, "Xã báo lại")
        dialog.keep()

    dialogs.expect(OverrideDialog, fill_in)
    press(view, Qt.Key.Key_F2)
    wait_for(screen, qtbot, lambda: view.form.index(2, 4).data() == "1.260")
    assert view.form.index(view.form.rowCount() - 1, 4).data() == "1.260"
    assert "Sổ tính: 86" in view.form.index(2, 4).data(Qt.ItemDataRole.ToolTipRole)
    press(view, Qt.Key.Key_Delete)
    wait_for(screen, qtbot, lambda: view.form.index(2, 4).data() == "86")
    screen.workplace.undo()
    wait_for(screen, qtbot, lambda: view.form.index(2, 4).data() == "1.260")


def test_one_word_stands_for_all_warnings_of_a_kind(
    screen: FillingScreen, dialogs: Modals, qtbot: QtBot
) -> None:
    panel = screen.panels.findings
    at = next(at for at, item in enumerate(panel.found) if item.code == "nothing_recorded")
    panel.table.selectRow(at)

    def fill_in(dialog: WordDialog) -> None:
        type_text(dialog.word, "Mùa mưa")
        dialog.for_alike.setChecked(True)
        dialog.accept()

    dialogs.expect(WordDialog, fill_in)
    press(panel.table, Qt.Key.Key_F8)

    def explained() -> bool:
        standing = screen.presenter.standing
        return standing is not None and "nothing_recorded" not in {item.code for item in standing.open}

    wait_for(screen, qtbot, explained)
    assert [panel.model.value(row, "word") for row in range(at, at + 4)] == ["Mùa mưa"] * 4


def test_a_finding_leads_to_its_cell(screen: FillingScreen) -> None:
    panel = screen.panels.findings
    at = next(at for at, item in enumerate(panel.found) if item.code == "nothing_recorded")
    panel.table.selectRow(at)

    press(panel.table, Qt.Key.Key_Return)

    assert screen.forms.currentIndex() == 1
    assert screen.forms.page(1).view.hasFocus()
    assert screen.forms.page(1).view.currentIndex().row() == 1


def test_a_revision_shows_what_differs_and_asks_why(
    screen: FillingScreen, dialogs: Modals, qtbot: QtBot
) -> None:
    explain(screen, qtbot)
    press(screen, Qt.Key.Key_F9)
    wait_for(screen, qtbot, lambda: screen.presenter.shows_frozen)
    screen.deeds.override(CellPlace("PCMD-02", "99102", "people"), "90", "Xã báo lại", "86")
    wait_for(
        screen, qtbot, lambda: screen.presenter.standing is not None and screen.presenter.standing.has_moved
    )
    press(screen, Qt.Key.Key_F3)
    explain(screen, qtbot)
    listed: list[object] = []

    def look(dialog: ApproveDialog) -> None:
        listed.append(dialog.differences.model.rowCount())
        type_text(dialog.note, "Xã báo lại số người")
        dialog.approve_button.click()

    dialogs.expect(ApproveDialog, look)
    press(screen, Qt.Key.Key_F9)
    wait_for(screen, qtbot, lambda: len(screen.presenter.exports) == 2)
    assert listed == [4]
    assert [item.note for item in screen.presenter.exports] == ["Xã báo lại số người", ""]
    press(screen, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    wait_for(screen, qtbot, lambda: len(screen.presenter.exports) == 1)


def test_the_chosen_column_stands_beside_other_days(screen: FillingScreen) -> None:
    screen.forms.setCurrentIndex(1)
    screen.forms.page(1).view.choose_cell(2, 4)

    press(screen, Qt.Key.Key_F4)

    model = screen.page.beside.model
    assert model.value(model.rowCount() - 1, "period") == 86
    assert model.value(model.rowCount() - 1, "year_before") is None


def test_turning_back_in_the_file_dialog_writes_nothing(
    screen: FillingScreen, file_dialogs: FileDialogs, qtbot: QtBot
) -> None:
    explain(screen, qtbot)
    file_dialogs.expect(None)

    press(screen, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: screen.presenter.exports != () and not screen.presenter.busy, timeout=_PATIENCE)

    assert not screen.outcome.isVisible()
    assert [item.state for item in screen.presenter.exports] == [ReturnState.APPROVED]


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
    monkeypatch.setattr("db.whole_files.os.access", lambda *_: False)
    file_dialogs.expect(target)
    message_boxes.expect("Đóng", "Số liệu vẫn còn nguyên")

    explain(screen, qtbot)
    press(screen, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: screen.presenter.exports != () and not screen.presenter.busy, timeout=_PATIENCE)
    screen.workplace.worker.wait()
    qtbot.wait(20)

    assert target.read_bytes() == b"earlier"
    assert [item.state for item in screen.presenter.exports] == [ReturnState.APPROVED]


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
