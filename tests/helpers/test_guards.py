"""The guards of `tests/conftest.py` fail a test that breaks their rule, and leave the others alone."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.helpers import misbehaving
from tests.helpers.modals import FileDialogs, MessageBoxes, Modals

# What each misbehaving test is told; the one that behaves is told nothing.
COMPLAINTS = {
    "test_well_behaved": "",
    "test_log_line": "unexpected log line: WARNING db: something is odd",
    "test_expected_log_line_missing": "no log line at WARNING with 'never said'",
    "test_qt_message": "something is odd in Qt",
    "test_python_warning": "DeprecationWarning: something is old",
    "test_window_left": "window left behind (qtbot.addWidget closes it): PySide6.QtWidgets.QWidget",
    "test_thread_left": "thread left behind: left alone",
    "test_qthread_left": "PySide6.QtCore.QThread",
    "test_pool_left": "PySide6.QtCore.QThreadPool",
    "test_timer_left": "PySide6.QtCore.QTimer",
    "test_single_shot_left": "single shot of 60000 ms not yet fired",
    "test_message_box": "nobody asked for: QMessageBox 'Xóa' Xóa dòng này?",
    "test_message_box_object": "nobody asked for: QMessageBox 'Lỗi' Không ghi được tệp.",
    "test_message_box_with_other_words": "message box without the words 'Đã chốt'",
    "test_message_box_missing": "expected and never came: QMessageBox",
    "test_file_dialog": "nobody asked for: file dialog 'Kết xuất'",
    "test_dialog": "nobody asked for: QDialog",
    "test_exception_in_slot": "IndexError: list index out of range",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Run the misbehaving tests in a process of their own; return what each of them was told."""
    report = tmp_path_factory.mktemp("misbehaving") / "report.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        f"--junitxml={report}",
        misbehaving.__file__,
    ]
    subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, timeout=120, check=False)
    told = dict.fromkeys((case.attrib["name"] for case in ElementTree.parse(report).iter("testcase")), "")
    for case in ElementTree.parse(report).iter("testcase"):
        told[case.attrib["name"]] += "".join(
            _text(fault) for fault in case if fault.tag in ("failure", "error")
        )
    return told


def _text(fault: ElementTree.Element) -> str:
    return fault.attrib.get("message", "") + (fault.text or "")


@pytest.mark.parametrize(("name", "complaint"), COMPLAINTS.items(), ids=COMPLAINTS.keys())
def test_a_guard_fails_what_breaks_its_rule(told: dict[str, str], name: str, complaint: str) -> None:
    assert complaint in told[name] if complaint else told[name] == ""


def test_every_misbehaving_test_is_looked_at(told: dict[str, str]) -> None:
    assert told.keys() == COMPLAINTS.keys()


@pytest.mark.parametrize(
    "variable", ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"]
)
def test_no_test_touches_the_folders_of_the_user(variable: str) -> None:
    assert "pcmd-tests-" in os.environ[variable]


def test_expected_boxes_are_answered_in_their_order(qtbot: QtBot, message_boxes: MessageBoxes) -> None:
    message_boxes.expect(QMessageBox.StandardButton.No, "Xóa dòng này?")
    message_boxes.expect("Thử lại")
    box = QMessageBox()
    qtbot.addWidget(box)
    again = box.addButton("&Thử lại", QMessageBox.ButtonRole.AcceptRole)

    assert QMessageBox.question(None, "Xóa", "Xóa dòng này?") == QMessageBox.StandardButton.No
    box.exec()
    assert box.clickedButton() is again


def test_an_expected_file_dialog_returns_the_path(
    qtbot: QtBot, file_dialogs: FileDialogs, tmp_path: Path
) -> None:
    file_dialogs.expect(tmp_path / "báo cáo.xlsx")
    file_dialogs.expect(None)

    assert QFileDialog.getSaveFileName(None, "Kết xuất")[0] == str(tmp_path / "báo cáo.xlsx")
    assert QFileDialog.getExistingDirectory(None, "Thư mục") == ""


def test_an_expected_dialog_is_handed_over(qtbot: QtBot, dialogs: Modals) -> None:
    dialogs.expect(QDialog, lambda dialog: dialog.accept())
    dialog = QDialog()
    qtbot.addWidget(dialog)

    assert dialog.exec() == QDialog.DialogCode.Accepted
