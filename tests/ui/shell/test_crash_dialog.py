"""The dialog of an error: calm words, what was kept, the report on the clipboard or in a file."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.sessions import BOOK_NAME
from tests.helpers.modals import FileDialogs, Modals, accept_noting
from ui.common.workplace import Workplace
from ui.shell.crash_dialog import NOT_STARTED, CrashDialog, words_of_error
from ui.shell.crash_teller import CrashTeller, tell_cut_off
from ui.shell.window import Window

REPORT = "Sổ PCMD 0.1.0\nKeyError\n  ui/shell/window.py:12 paintEvent"


@pytest.fixture
def dialog(qtbot: QtBot) -> CrashDialog:
    """The dialog after an error at 10:42."""
    made = CrashDialog(words_of_error(datetime(2025, 9, 20, 10, 42)), REPORT)
    qtbot.addWidget(made)
    made.show()
    return made


def press(dialog: CrashDialog, words: str) -> None:
    buttons = {button.text().replace("&", ""): button for button in dialog.findChildren(QPushButton)}
    buttons[words].click()


def words_in(dialog: CrashDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_says_what_happened_what_was_kept_and_what_to_do(dialog: CrashDialog) -> None:
    words = words_in(dialog)
    for part in ("lỗi ngoài dự kiến", "lần lưu gần nhất lúc 10:42", "Chữ gõ dở", "Có thể làm tiếp"):
        assert part in words
    assert "KeyError" not in words


def test_without_anything_kept_yet_no_time_is_named(qtbot: QtBot) -> None:
    assert "lúc" not in words_of_error(None).kept


def test_the_report_is_copied_and_the_dialog_stays(dialog: CrashDialog) -> None:
    press(dialog, "Chép báo cáo")
    assert QGuiApplication.clipboard().text() == REPORT
    assert dialog.isVisible()
    assert "Đã chép" in dialog.said.text()


def test_the_report_is_seen_only_when_wanted(dialog: CrashDialog) -> None:
    assert not dialog.report.isVisible()
    dialog.shows.click()
    assert dialog.report.isVisible()
    assert dialog.report.toPlainText() == REPORT


def test_the_report_is_saved_whole(dialog: CrashDialog, file_dialogs: FileDialogs, tmp_path: Path) -> None:
    file_dialogs.expect(tmp_path / "lỗi.txt")
    press(dialog, "Lưu báo cáo vào tệp…")
    assert (tmp_path / "lỗi.txt").read_text(encoding="utf-8") == f"{REPORT}\n"
    assert dialog.said.text() == "Đã lưu báo cáo vào lỗi.txt."


def test_a_report_that_cannot_be_saved_is_said_in_the_dialog(
    dialog: CrashDialog, file_dialogs: FileDialogs, tmp_path: Path
) -> None:
    file_dialogs.expect(tmp_path / "missing" / "lỗi.txt")
    press(dialog, "Lưu báo cáo vào tệp…")
    assert "không có thư mục này" in dialog.said.text()


def test_turning_back_from_the_file_saves_nothing(dialog: CrashDialog, file_dialogs: FileDialogs) -> None:
    file_dialogs.expect(None)
    press(dialog, "Lưu báo cáo vào tệp…")
    assert dialog.said.text() == ""


@pytest.mark.parametrize(("words", "ends"), [("Làm tiếp", False), ("Đóng chương trình", True)])
def test_the_officer_goes_on_or_ends(dialog: CrashDialog, words: str, ends: bool) -> None:
    press(dialog, words)
    assert (dialog.isVisible(), dialog.wants_end) == (False, ends)


def test_esc_and_enter_go_on(dialog: CrashDialog) -> None:
    default = next(button for button in dialog.findChildren(QPushButton) if button.isDefault())
    assert default.text().replace("&", "") == "Làm tiếp"
    dialog.reject()
    assert not dialog.wants_end


def test_where_the_program_did_not_start_there_is_nothing_to_go_on_with(qtbot: QtBot) -> None:
    dialog = CrashDialog(NOT_STARTED, REPORT)
    qtbot.addWidget(dialog)
    assert "Làm tiếp" not in [button.text().replace("&", "") for button in dialog.findChildren(QPushButton)]
    assert dialog.wants_end


def test_the_dialog_names_the_time_of_what_the_workplace_kept_last(
    workplace: Workplace, qtbot: QtBot, dialogs: Modals
) -> None:
    teller = CrashTeller()
    teller.window = Window(workplace.preferences)
    qtbot.addWidget(teller.window)
    teller.window.workplace = workplace
    workplace.write_aside(lambda session: None)
    said: list[str] = []
    dialogs.expect(CrashDialog, accept_noting(said, words_in))
    teller.tell(KeyError("x"), REPORT)
    qtbot.waitUntil(lambda: bool(said))
    assert "lúc 10:42" in said[0]


def test_ending_closes_the_windows_and_the_program(
    qtbot: QtBot, dialogs: Modals, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    teller = CrashTeller()
    dialogs.expect(CrashDialog, lambda dialog: press(dialog, "Đóng chương trình"))
    teller.tell(KeyError("x"), REPORT)
    qtbot.waitUntil(lambda: ended == [1])
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("sound", "words"), [(True, "còn nguyên, kể cả những gì lưu sau cùng"), (False, "Đừng nhập thêm")]
)
def test_a_run_that_was_cut_off_is_told_with_what_a_quick_check_says(
    qtbot: QtBot,
    dialogs: Modals,
    workplace: Workplace,
    monkeypatch: pytest.MonkeyPatch,
    sound: bool,
    words: str,
) -> None:
    asked: list[Path] = []

    def check(path: Path, key: bytes | None) -> bool:
        asked.append(path)
        return sound

    monkeypatch.setattr("db.checks.file_checks.is_sound", check)
    window = Window(workplace.preferences)
    qtbot.addWidget(window)
    window.workplace = workplace
    said: list[str] = []
    dialogs.expect(CrashDialog, accept_noting(said, words_in))
    tell_cut_off(window, REPORT)
    qtbot.waitUntil(lambda: bool(said))
    assert "bị đóng đột ngột" in said[0] and words in said[0]
    assert asked == [workplace.book.folder / BOOK_NAME]
