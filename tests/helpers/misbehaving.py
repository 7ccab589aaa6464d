"""Tests that break a rule of the house on purpose, one each: `test_guards.py` runs them and sees each fail.

Pytest collects this file only when it is named.
"""

import logging
import threading
import warnings
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread, QThreadPool, QTimer, qWarning
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers import leftovers
from tests.helpers.log_lines import LogLines
from tests.helpers.modals import MessageBoxes

_kept: list[object] = []
_released = threading.Event()


def _wait() -> None:
    _released.wait()


@pytest.fixture(scope="module", autouse=True)
def little_patience() -> Iterator[None]:
    """Nothing here will ever end in time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(leftovers, "PATIENCE_MS", 50)
        yield


@pytest.fixture(scope="module", autouse=True)
def what_was_kept() -> Iterator[None]:
    """Let the leftovers go at the end, so that the child process ends cleanly."""
    yield
    _released.set()
    for kept in _kept:
        if isinstance(kept, QThread):
            kept.quit()
            kept.wait()
    _kept.clear()


def test_well_behaved(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QTimer(window).start(60_000)
    QTimer.singleShot(60_000, window, window.close)
    window.show()
    window.raise_()


def test_log_line() -> None:
    logging.getLogger("db").warning("something is odd")


def test_expected_log_line_missing(log_lines: LogLines) -> None:
    log_lines.expect(logging.WARNING, "never said")


def test_qt_message(qtbot: QtBot) -> None:
    qWarning("something is odd in Qt")


def test_python_warning() -> None:
    warnings.warn("something is old", DeprecationWarning, stacklevel=1)


def test_window_left(qtbot: QtBot) -> None:
    _kept.append(QWidget())


def test_thread_left() -> None:
    threading.Thread(target=_wait, name="left alone").start()


def test_qthread_left(qtbot: QtBot) -> None:
    thread = QThread()
    _kept.append(thread)
    thread.start()


def test_pool_left(qtbot: QtBot) -> None:
    pool = QThreadPool()
    _kept.append(pool)
    pool.start(_wait)


def test_timer_left(qtbot: QtBot) -> None:
    timer = QTimer()
    _kept.append(timer)
    timer.start(60_000)


def test_single_shot_left(qtbot: QtBot) -> None:
    QTimer.singleShot(60_000, _kept.clear)


def test_message_box(qtbot: QtBot) -> None:
    QMessageBox.question(None, "Xóa", "Xóa dòng này?")


def test_message_box_object(qtbot: QtBot) -> None:
    QMessageBox(QMessageBox.Icon.Warning, "Lỗi", "Không ghi được tệp.").exec()


def test_message_box_with_other_words(qtbot: QtBot, message_boxes: MessageBoxes) -> None:
    message_boxes.expect(QMessageBox.StandardButton.Ok, "Đã chốt")
    QMessageBox.information(None, "Xóa", "Đã xóa.")


def test_message_box_missing(message_boxes: MessageBoxes) -> None:
    message_boxes.expect("Xóa")


def test_file_dialog(qtbot: QtBot) -> None:
    QFileDialog.getSaveFileName(None, "Kết xuất")


def test_dialog(qtbot: QtBot) -> None:
    QDialog().exec()


def test_exception_in_slot(qtbot: QtBot) -> None:
    QTimer.singleShot(0, lambda: [][0])
    QApplication.processEvents()
