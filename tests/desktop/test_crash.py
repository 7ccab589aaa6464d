"""Errors that nobody caught: from any thread, slot or painting, logged and told, once."""

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.sessions import BookLocked
from desktop.crash import CrashHook
from tests.helpers.log_lines import LogLines
from tests.helpers.modals import MessageBoxes, Modals, accept_noting
from ui.shell.crash_dialog import CrashDialog
from ui.shell.crash_teller import CrashTeller

ROOT = Path(__file__).parents[2]
SECRET = "Vàng A Pó"


class Told:
    """What a hook told, and a clock that stands until it is moved."""

    def __init__(self) -> None:
        self.errors: list[tuple[str, bool]] = []
        self.now = 1_000.0
        self.hook = CrashHook(self.tell, lambda: self.now)

    def tell(self, error: BaseException, report: str) -> None:
        self.errors.append((type(error).__name__, bool(report)))


@pytest.fixture
def told() -> Told:
    return Told()


def thrown(error: Exception) -> Exception:
    """An error with the trace of where it was thrown."""
    try:
        raise error
    except Exception as caught:
        return caught


def test_an_error_is_logged_and_told_with_a_report(told: Told, log_lines: LogLines) -> None:
    log_lines.expect(
        logging.CRITICAL, r"uncaught error, time 1\nSổ PCMD .*\n.*\n.*\nKeyError\n  tests/desktop"
    )
    told.hook.take(thrown(KeyError(SECRET)))
    assert told.errors == [("KeyError", True)]


def test_known_trouble_is_told_without_a_report_and_not_logged(told: Told, tmp_path: Path) -> None:
    told.hook.take(thrown(BookLocked(tmp_path)))
    assert told.errors == [("BookLocked", False)]


def test_the_same_error_is_told_once_a_minute_and_counted_in_the_log(told: Told, log_lines: LogLines) -> None:
    for count in (1, 10, 100, 1000):
        log_lines.expect(logging.CRITICAL, rf"uncaught error, time {count}\n")
    for _ in range(1_500):
        told.hook.take(thrown(KeyError(SECRET)))
    assert len(told.errors) == 1
    told.now += 60
    told.hook.take(thrown(KeyError(SECRET)))
    assert len(told.errors) == 2


def test_of_many_different_errors_only_three_are_told_a_minute(told: Told, log_lines: LogLines) -> None:
    log_lines.expect(logging.CRITICAL, "uncaught error, time 1")
    for kind in (KeyError, ValueError, OSError, TypeError, IndexError):
        told.hook.take(thrown(kind(SECRET)))
    assert [name for name, _ in told.errors] == ["KeyError", "ValueError", "OSError"]


def test_errors_of_threads_and_of_what_is_thrown_away_come_too(told: Told, log_lines: LogLines) -> None:
    log_lines.expect(logging.CRITICAL, "ZeroDivisionError")
    log_lines.expect(logging.CRITICAL, "OverflowError")
    told.hook.install()
    try:
        for work in (lambda: 1 / 0, sys.exit):
            thread = threading.Thread(target=work)
            thread.start()
            thread.join()
        made = NeverGone()
        del made
    finally:
        told.hook.remove()
    assert told.errors == [("ZeroDivisionError", True)]
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__


class NeverGone:
    """Raises where an error can go nowhere."""

    def __del__(self) -> None:
        raise OverflowError(SECRET)


def test_an_error_in_telling_of_an_error_is_logged(
    log_lines: LogLines, capsys: pytest.CaptureFixture[str]
) -> None:
    log_lines.expect(logging.CRITICAL, "uncaught error")
    log_lines.expect(logging.CRITICAL, r"could not be told\n(.*\n)*RuntimeError")

    def tell(error: BaseException, report: str) -> None:
        raise RuntimeError(SECRET)

    hook = CrashHook(tell)
    hook.install()
    error = thrown(KeyError(SECRET))
    sys.excepthook(type(error), error, error.__traceback__)
    hook.remove()
    assert capsys.readouterr().err == ""


def test_what_a_thread_tells_is_shown_by_the_window(qtbot: QtBot, dialogs: Modals) -> None:
    teller = CrashTeller()
    shown: list[str] = []
    dialogs.expect(CrashDialog, accept_noting(shown, lambda dialog: dialog.report.toPlainText()))
    thread = threading.Thread(target=teller.tell, args=(KeyError(SECRET), "KeyError"))
    thread.start()
    thread.join()
    assert shown == []
    qtbot.waitUntil(lambda: shown == ["KeyError"])


def test_what_comes_while_one_is_told_is_told_after_it(
    qtbot: QtBot, dialogs: Modals, message_boxes: MessageBoxes, tmp_path: Path
) -> None:
    teller = CrashTeller()
    open_at_once: list[int] = []

    def act(dialog: CrashDialog) -> None:
        teller.tell(BookLocked(tmp_path), "")
        qtbot.wait(0)
        open_at_once.append(sum(isinstance(each, CrashDialog) for each in qtbot_windows()))
        dialog.accept()

    dialogs.expect(CrashDialog, act)
    message_boxes.expect("Đóng", "đang mở ở một cửa sổ khác")
    teller.tell(KeyError(SECRET), "KeyError")
    qtbot.waitUntil(lambda: dialogs.complaints() == [])
    assert open_at_once == [1]


def qtbot_windows() -> list[QWidget]:
    from PySide6.QtWidgets import QApplication

    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


STORM = """
import sys, threading
from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from desktop.crash import CrashHook

class Painting(QWidget):
    def paintEvent(self, event):
        raise ValueError("Vang A Po")
    def mousePressEvent(self, event):
        raise IndexError("Vang A Po")

class Job(QRunnable):
    def run(self):
        raise OSError("Vang A Po")

application = QApplication([])
told = []
CrashHook(lambda error, report: told.append(type(error).__name__)).install()
widget = Painting()
QTimer.singleShot(0, widget.show)
again = QTimer()
again.timeout.connect(widget.update)
again.start(1)
QTimer.singleShot(50, lambda: {}["Vang A Po"])
QTimer.singleShot(60, lambda: QThreadPool.globalInstance().start(Job()))
QTimer.singleShot(300, application.quit)
application.exec()
QThreadPool.globalInstance().waitForDone()
sys.stdout.write(" ".join(told))
"""


def test_a_storm_of_slots_painting_and_jobs_is_told_calmly() -> None:
    named = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.run(
        [sys.executable, "-c", STORM],
        cwd=ROOT,
        env=named,
        capture_output=True,
        timeout=60,
        check=True,
        text=True,
    )
    assert sorted(child.stdout.split()) == ["KeyError", "OSError", "ValueError"]
