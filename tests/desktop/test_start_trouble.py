"""A window that does not come is told in Vietnamese, by whatever can still tell."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop import __main__, start_trouble
from tests.helpers.modals import MessageBoxes, Modals
from ui.shell.crash_dialog import CrashDialog

ROOT = Path(__file__).parents[2]
SECRET = "Vàng A Pó"


def test_an_error_before_the_window_stands_is_told_with_a_report(
    qtbot: QtBot, dialogs: Modals, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise KeyError(SECRET)

    said: list[str] = []

    def act(dialog: CrashDialog) -> None:
        said.extend([*(label.text() for label in dialog.findChildren(QLabel)), dialog.report.toPlainText()])
        dialog.accept()

    monkeypatch.setattr("desktop.app.open_preferences", fail)
    monkeypatch.setattr(sys, "argv", ["pcmd", "--data", str(tmp_path)])
    dialogs.expect(CrashDialog, act)
    assert __main__.main() == 1
    assert "khởi động" in said[0] and SECRET not in "".join(said)
    assert "KeyError\n  desktop/__main__.py" in said[-1]


def test_known_trouble_before_the_window_is_told_in_its_words(
    qtbot: QtBot, message_boxes: MessageBoxes, tmp_path: Path
) -> None:
    from PySide6.QtWidgets import QMessageBox

    from db.sessions import BookLocked

    message_boxes.expect(QMessageBox.StandardButton.Ok, "đang mở ở một cửa sổ khác")
    start_trouble.tell(BookLocked(tmp_path))


WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
sys.argv = ["pcmd"]
from desktop.__main__ import main
sys.exit(main())
"""


def test_where_qt_is_missing_the_console_is_told() -> None:
    child = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    words = child.stderr.decode()
    assert child.returncode == 1
    assert words.startswith("Chương trình gặp lỗi khi khởi động")
    assert "ModuleNotFoundError" in words and "Traceback" not in words


def test_without_a_console_nothing_more_goes_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(start_trouble, "_tell_by_qt", fail)
    monkeypatch.setattr(sys, "stderr", None)
    start_trouble.tell(KeyError(SECRET))
