"""Writing a narrative report, by keyboard."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.services.entering import entries
from db.services.listing import listings
from tests.helpers.keyboard import compose_text, press, type_text
from tests.helpers.modals import FileDialogs, Modals
from tests.ui.returns.reports.conftest import wait
from ui.common.workplace import Workplace
from ui.plans.check_dialog import CheckDialog
from ui.returns.reports import texts
from ui.returns.reports.screen import ReportsScreen
from ui.returns.reports.text_row import GrowingEditor, TextRow

CONTROL = Qt.KeyboardModifier.ControlModifier
TALKS = "outreach.sessions"


def open_part(screen: ReportsScreen, title: str) -> None:
    """Choose a part by its words."""
    at = next(at for at in range(screen.parts.count()) if title in screen.parts.item(at).text())
    screen.parts.setCurrentRow(at)


def row(screen: ReportsScreen, key: str) -> TextRow:
    return screen.panel.rows[key]


def write(screen: ReportsScreen, key: str, text: str) -> None:
    """Type into a place and leave it."""
    editor = row(screen, key).editor
    editor.setFocus()
    editor.selectAll()
    type_text(editor, text)
    screen.settle()


def kept(screen: ReportsScreen) -> dict[str, str]:
    return dict(screen.presenter.own)


def test_the_parts_are_listed_and_those_without_a_word_say_so(screen: ReportsScreen) -> None:
    words = [screen.parts.item(at).text() for at in range(screen.parts.count())]
    assert words[0] == texts.HEAD
    assert "II.1. Công tác tuyên truyền" in words
    assert "IV. Khó khăn, nguyên nhân – chưa viết" in words


def test_enter_opens_the_chosen_part_and_escape_goes_back(screen: ReportsScreen) -> None:
    open_part(screen, "Khó khăn")
    press(screen.parts, Qt.Key.Key_Return)
    assert row(screen, "difficulties.before").editor.hasFocus()
    press(row(screen, "difficulties.before").editor, Qt.Key.Key_Escape)
    assert screen.parts.hasFocus()


def test_what_is_written_is_kept_when_it_is_left_and_taken_back(
    screen: ReportsScreen, recorded: Workplace
) -> None:
    open_part(screen, "Khó khăn")
    write(screen, "difficulties.before", "Địa bàn rộng")
    assert kept(screen) == {"difficulties.before": "Địa bàn rộng"}
    assert not screen.parts.currentItem().text().endswith("chưa viết")
    recorded.undo()
    assert (kept(screen), row(screen, "difficulties.before").editor.text()) == ({}, "")
    recorded.redo()
    assert row(screen, "difficulties.before").editor.text() == "Địa bàn rộng"


def test_vietnamese_is_composed_and_a_pause_keeps_it(
    screen: ReportsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.returns.reports.text_row._PAUSE_MS", 200)
    open_part(screen, "Kiến nghị")
    editor = row(screen, "proposals.before").editor
    editor.setFocus()
    compose_text(editor, "Đề nghị hỗ trợ")
    QApplication.sendEvent(editor, QInputMethodEvent("ngươi", []))
    row(screen, "proposals.before").settle()
    assert kept(screen) == {"proposals.before": "Đề nghị hỗ trợ"}
    event = QInputMethodEvent()
    event.setCommitString(" người")
    QApplication.sendEvent(editor, event)
    qtbot.waitUntil(lambda: kept(screen) == {"proposals.before": "Đề nghị hỗ trợ người"})
    assert editor.hasFocus()


def test_another_part_keeps_what_was_being_typed(screen: ReportsScreen) -> None:
    open_part(screen, "Kiến nghị")
    editor = row(screen, "proposals.before").editor
    editor.setFocus()
    type_text(editor, "Thêm kinh phí")
    open_part(screen, "Khó khăn")
    assert kept(screen) == {"proposals.before": "Thêm kinh phí"}


def test_a_sentence_of_the_officers_own_tells_what_no_longer_agrees(
    screen: ReportsScreen, recorded: Workplace, qtbot: QtBot
) -> None:
    open_part(screen, "Công tác tuyên truyền")
    assert row(screen, TALKS).editor.text().startswith("Tuyên truyền trực tiếp: 34 buổi, 1.240 lượt người")
    write(screen, TALKS, "Đã tổ chức 34 buổi.")
    assert row(screen, TALKS).back.isVisible()
    assert row(screen, TALKS).message.text() == ""
    number = recorded.read(lambda session: listings.matching_ids(session, listings.ListQuery("outreach")))[0]
    recorded.write(lambda session: entries.change(session, "outreach", number, {"sessions": 36}), "outreach")
    qtbot.waitUntil(lambda: "36" in row(screen, TALKS).message.text())
    assert row(screen, TALKS).editor.text() == "Đã tổ chức 34 buổi."
    assert any("không còn khớp" in words for words in screen.presenter.warnings())
    row(screen, TALKS).back.click()
    assert row(screen, TALKS).editor.text().startswith("Tuyên truyền trực tiếp: 36 buổi")
    assert kept(screen) == {}


def test_what_is_no_number_or_no_day_stays_and_says_why(screen: ReportsScreen) -> None:
    write(screen, "head.number", "hai")
    write(screen, "head.day", "31/2")
    open_part(screen, "Khó khăn")
    open_part(screen, texts.HEAD)
    assert [row(screen, key).editor.text() for key in ("head.number", "head.day")] == ["hai", "31/2"]
    assert row(screen, "head.number").message.text().startswith("“hai” chưa phải là số")
    assert kept(screen) == {}


def test_the_head_is_kept_as_it_will_be_printed(screen: ReportsScreen, qtbot: QtBot) -> None:
    write(screen, "head.number", "7")
    press(row(screen, "head.number").editor, Qt.Key.Key_Return)
    assert row(screen, "head.day").editor.hasFocus()
    write(screen, "head.day", "16/9")
    wait(screen, qtbot)
    assert kept(screen) == {"head.number": "7", "head.day": "2025-09-16"}
    assert row(screen, "head.day").editor.text() == "16/09/2025"


def test_a_trace_of_a_person_is_told_at_its_place(screen: ReportsScreen) -> None:
    open_part(screen, "Đấu tranh")
    write(screen, "enforcement.before", "Liên hệ số điện thoại 0912345678")
    assert "0912345678" in row(screen, "enforcement.before").message.text()
    assert kept(screen)["enforcement.before"].endswith("0912345678")


def test_another_period_has_its_own_words(screen: ReportsScreen, recorded: Workplace, qtbot: QtBot) -> None:
    open_part(screen, "Kiến nghị")
    editor = row(screen, "proposals.before").editor
    editor.setFocus()
    type_text(editor, "Của quý III")
    recorded.choose_period(parse_period("2025"))
    qtbot.waitUntil(
        lambda: screen.presenter.report is not None and screen.presenter.report.facts.period == "2025"
    )
    wait(screen, qtbot)
    assert kept(screen) == {}
    recorded.choose_period(parse_period("2025-Q3"))
    qtbot.waitUntil(lambda: kept(screen) == {"proposals.before": "Của quý III"})


def test_a_commune_has_a_report_of_its_own(screen: ReportsScreen, qtbot: QtBot) -> None:
    code = next(item.code for item in screen.presenter.units if item.title.startswith("Xã Quế Lâm"))
    screen.presenter.choose_unit(code)
    wait(screen, qtbot)
    assert screen.presenter.report is not None
    assert screen.presenter.report.facts.unit_name == "Xã Quế Lâm"


def test_a_time_before_the_list_of_units_says_what_to_do(
    screen: ReportsScreen, recorded: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.services.offices.units_kept", lambda *_: ())
    screen.presenter.reload()
    assert screen.presenter.report is None
    assert screen.note.text().endswith("Hãy chọn kỳ khác.")
    assert not screen.print_button.isEnabled()


def test_printing_checks_first_and_goes_to_what_is_missing(
    screen: ReportsScreen, qtbot: QtBot, dialogs: Modals
) -> None:
    def mend(dialog: CheckDialog) -> None:
        model = dialog.table.model()
        rows = [str(model.index(at, 0).data()) for at in range(model.rowCount())]
        dialog.table.selectRow(rows.index("Mục IV"))
        dialog.mend()

    dialogs.expect(CheckDialog, mend)
    press(screen.parts, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: "Khó khăn" in screen.parts.currentItem().text())
    # Without a screen no window becomes active again once a dialog is closed.
    assert screen.window().focusWidget() is row(screen, "difficulties.before").editor


def test_printing_shows_the_preview(screen: ReportsScreen, qtbot: QtBot, dialogs: Modals) -> None:
    seen: list[str] = []

    def close(dialog: QPrintPreviewDialog) -> None:
        seen.append(dialog.windowTitle())
        dialog.reject()

    dialogs.expect(CheckDialog, lambda dialog: dialog.accept())
    dialogs.expect(QPrintPreviewDialog, close)
    press(screen.parts, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(seen))
    assert "BC-991-2025-Q3" in seen[0]


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_report_is_kept_as_a_file(
    screen: ReportsScreen, qtbot: QtBot, file_dialogs: FileDialogs, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"bc{suffix}"
    file_dialogs.expect(target)
    with qtbot.waitSignal(screen.workplace.said, check_params_cb=lambda words: target.name in words):
        press(screen.parts, Qt.Key.Key_E, CONTROL)
    if suffix == ".docx":
        words = [part.text for part in Document(str(target)).paragraphs]
        assert any("34 buổi" in text for text in words)
    else:
        assert target.read_bytes().startswith(b"%PDF")


def test_an_editor_grows_with_its_words(qtbot: QtBot) -> None:
    editor = GrowingEditor()
    qtbot.addWidget(editor)
    editor.show()
    heights = [editor.height()]
    for lines in (8, 40):
        editor.set_text("dòng\n" * lines)
        qtbot.waitUntil(lambda: editor.height() > heights[-1])
        heights.append(editor.height())
    editor.set_text("dòng\n" * 60)
    QApplication.processEvents()
    assert editor.height() == heights[-1]
