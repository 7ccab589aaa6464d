"""The screen of a province's own workbooks, by keyboard: one taken in, looked at filled, taken away; tags copied."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from db.rules.returns.tags import Tag, pieces
from db.services.returns import template_sets, templates
from db.services.returns.templates import TemplateInfo
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, MessageBoxes, Modals
from tests.ui.test_accessible_names import nameless
from ui.common.workplace import Workplace
from ui.return_templates.screen import ReturnTemplatesScreen
from ui.return_templates.tag_list_dialog import TagListDialog
from ui.return_templates.taking_dialog import TakingDialog

# A file is read in a process of its own.
LONG_MS = 20_000
CONTROL = Qt.KeyboardModifier.ControlModifier
CELLS = {
    "A1": "Đơn vị",
    "A2": "{{unit.name}}",
    "B2": "{{outreach.sessions}}",
    "B3": "{{total(outreach.sessions)}}",
}


def workbook(path: Path, **cells: str) -> Path:
    book = Workbook()
    for place, text in {**CELLS, **cells}.items():
        book.worksheets[0][place] = text
    book.save(path)
    return path


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> ReturnTemplatesScreen:
    made = ReturnTemplatesScreen(workplace)
    qtbot.addWidget(made)
    made.resize(1190, 600)
    made.show()
    made.begin()
    made.take_focus()
    return made


def kept(screen: ReturnTemplatesScreen) -> list[TemplateInfo]:
    return list(screen.workplace.read(templates.listed))


def take_in(
    screen: ReturnTemplatesScreen, path: Path, dialogs: Modals, files: FileDialogs, qtbot: QtBot
) -> None:
    """Add a workbook by keys: F5, the file, Enter on the button."""

    def answer(dialog: TakingDialog) -> None:
        with qtbot.waitSignal(dialog.presenter.changed, timeout=LONG_MS):
            press(dialog, Qt.Key.Key_O, CONTROL)
        press(dialog.use_button, Qt.Key.Key_Return)

    dialogs.expect(TakingDialog, answer)
    files.expect(path)
    press(screen, Qt.Key.Key_F5)


def test_an_empty_list_says_how_to_make_one(screen: ReturnTemplatesScreen) -> None:
    assert screen.list.empty.isVisible() and not screen.detail.isVisible()
    assert nameless(screen) == []


def test_a_workbook_is_taken_in_looked_at_and_taken_away(
    screen: ReturnTemplatesScreen,
    tmp_path: Path,
    dialogs: Modals,
    file_dialogs: FileDialogs,
    message_boxes: MessageBoxes,
    qtbot: QtBot,
) -> None:
    take_in(screen, workbook(tmp_path / "Mẫu tỉnh.xlsx"), dialogs, file_dialogs, qtbot)
    (item,) = kept(screen)
    assert (item.set_code, item.title, item.valid_from.isoformat()) == ("mau-tinh", "Mẫu tỉnh", "2025-01-01")
    assert screen.detail.tags.rowCount() == 3 and nameless(screen) == []
    with qtbot.waitSignal(screen.presenter.looked, timeout=LONG_MS):
        press(screen, Qt.Key.Key_F9)
    grid = screen.detail.look.grid
    assert [grid.model().index(row, 0).data() for row in range(3)] == [
        "Đơn vị",
        "Huyện Hòa Lâm",
        "Thị trấn Đồi Thông",
    ]
    message_boxes.expect("Gỡ mẫu", "Mẫu tỉnh")
    press(screen, Qt.Key.Key_F6)
    assert kept(screen) == [] and screen.list.empty.isVisible()


def test_a_wrong_tag_is_shown_by_its_cell_and_not_taken(
    screen: ReturnTemplatesScreen, tmp_path: Path, dialogs: Modals, file_dialogs: FileDialogs, qtbot: QtBot
) -> None:
    shown = []

    def answer(dialog: TakingDialog) -> None:
        with qtbot.waitSignal(dialog.presenter.changed, timeout=LONG_MS):
            press(dialog, Qt.Key.Key_O, CONTROL)
        shown.append((dialog.detail.findings._cell(0, 0), dialog.use_button.isEnabled()))
        dialog.reject()

    dialogs.expect(TakingDialog, answer)
    file_dialogs.expect(workbook(tmp_path / "a.xlsx", C17="{{outreach.sesions}}"))
    press(screen, Qt.Key.Key_F5)
    assert shown == [("Sheet!C17", False)] and kept(screen) == []


def test_what_is_no_workbook_is_told_and_a_day_is_wanted(
    workplace: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = TakingDialog(workplace)
    qtbot.addWidget(dialog)
    (tmp_path / "a.xlsx").write_text("TT;Xã")
    with qtbot.waitSignal(dialog.presenter.refused, timeout=LONG_MS):
        dialog.read(tmp_path / "a.xlsx")
    assert dialog.message.text().startswith("a.xlsx: ") and not dialog.use_button.isEnabled()
    with qtbot.waitSignal(dialog.presenter.changed, timeout=LONG_MS):
        dialog.read(workbook(tmp_path / "b.xlsx"))
    for typed in ("", "31/2/2025"):
        dialog.since_line.setText(typed)
        dialog.use()
        assert dialog.message.text() and workplace.read(templates.listed) == ()


def test_tags_are_found_by_their_meaning_and_copied(screen: ReturnTemplatesScreen, dialogs: Modals) -> None:
    def answer(dialog: TagListDialog) -> None:
        type_text(dialog.line, "tên xã")
        press(dialog.line, Qt.Key.Key_Down)
        press(dialog.table, Qt.Key.Key_Return)
        dialog.accept()

    dialogs.expect(TagListDialog, answer)
    press(screen, Qt.Key.Key_T, CONTROL)
    assert QGuiApplication.clipboard().text() == "{{commune.name}}"


def test_every_tag_of_the_list_can_be_read(screen: ReturnTemplatesScreen) -> None:
    tags = [tag for tag, _ in screen.presenter.every_tag() if tag.startswith("{{")]
    refer = screen.workplace.read(template_sets.refer_of)
    told = [piece for tag in tags for piece in pieces(tag, refer)]
    assert len(told) == len(tags) > 100 and all(isinstance(piece, Tag) for piece in told)
