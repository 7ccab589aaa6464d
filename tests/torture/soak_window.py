"""An officer's long day at the window in fast forward, as a process of its own: tells memory, open files, threads.

Arguments: the office's folder, an empty folder for lists, how many records. Prints a line of JSON for each tenth.
"""

import gc
import json
import os
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from unittest.mock import patch

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from db.rules.periods import parse_period
from tests.helpers.keyboard import press, type_text
from tests.torture.deeds import outreach_list
from ui.common.screens.record_screen import RecordScreen
from ui.imports.presenter import ImportPresenter, Stage
from ui.shell.subjects import screen_titles

if TYPE_CHECKING:
    from ui.shell.window import Window

_TENTHS = 10
_PERIODS = ("2025", "2025-Q3", "2025-H1", "2025-07")
_LONGEST_MS = 30_000


class Day:
    """The day: a record is typed; now and then one is taken back, a list imported, one exported, a period chosen."""

    def __init__(self, window: "Window", aside: Path, records: int) -> None:
        assert window.workplace is not None
        self._window, self._aside, self._records = window, aside, records
        self._workplace = window.workplace
        self._random = Random(records)

    def go_through(self) -> None:
        """Do the whole day, then close the window."""
        self._tell(0)
        every = max(1, self._records // _TENTHS)
        rhythms = (
            (5, self._undo),
            (10, self._visit),
            (12, self._choose_period),
            (20, self._export),
            (25, self._import),
        )
        for number in range(1, self._records + 1):
            self._type_record(number)
            for rhythm, act in rhythms:
                if number % rhythm == 0:
                    act(number)
            if number % every == 0:
                self._tell(number)
        self._window.close()

    def _type_record(self, number: int) -> None:
        self._window.open_subject("outreach")
        press(self._focused(), Qt.Key.Key_F5)
        for key, text in (
            ("held_on", "14/9"),
            ("unit_id", "dat"),
            ("form", "noi chuyen"),
            ("topic", f"Buổi {number}"),
        ):
            self._screen.form.focus_field(key)
            if key == "unit_id":
                editor = self._screen.form.rows[key].editor
                assert isinstance(editor, QLineEdit)
                editor.selectAll()
            type_text(self._focused(), text)
            press(self._focused(), Qt.Key.Key_Return)
        QApplication.processEvents()

    def _undo(self, _: int) -> None:
        QTest.keyClick(self._focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(self._focused(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    def _visit(self, _: int) -> None:
        for key in screen_titles():
            self._window.open_subject(key)
            QApplication.processEvents()

    def _choose_period(self, _: int) -> None:
        self._workplace.choose_period(parse_period(self._random.choice(_PERIODS)))
        QApplication.processEvents()
        self._workplace.choose_period(parse_period("2025"))

    def _export(self, _: int) -> None:
        target = self._aside / "danh-sach-ra.xlsx"
        with patch.object(QFileDialog, "getSaveFileName", return_value=(str(target), "")):
            self._screen.papers.export_list()
        self._wait_until(target.exists)
        target.unlink()

    def _import(self, number: int) -> None:
        path = outreach_list(self._aside / "danh-sach.xlsx", self._random, number)
        taken = ImportPresenter(self._workplace, "outreach", self._window)
        imported: list[bool] = []
        taken.imported.connect(lambda: imported.append(True))
        taken.read_file(path)
        self._wait_until(lambda: taken.stage is Stage.RESULT)
        taken.store()
        self._wait_until(lambda: bool(imported))
        taken.deleteLater()

    def _tell(self, done: int) -> None:
        gc.collect()
        status = Path("/proc/self/status").read_text(encoding="ascii")
        resident = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        facts = {
            "records": done,
            "megabytes": int(resident.split()[1]) / 1024,
            "files": _counted("/proc/self/fd"),
            "threads": _counted("/proc/self/task"),
            "python_threads": threading.active_count(),
            "widgets": len(QApplication.allWidgets()),
        }
        print(json.dumps(facts), flush=True)

    def _wait_until(self, is_so: Callable[[], bool]) -> None:
        loop, look, end = QEventLoop(), QTimer(), QTimer()
        look.timeout.connect(lambda: loop.quit() if is_so() else None)
        end.timeout.connect(lambda: loop.exit(1))
        look.start(5)
        end.start(_LONGEST_MS)
        if loop.exec():
            raise TimeoutError("the window did not come so far")

    @property
    def _screen(self) -> RecordScreen:
        screen = self._window.screens["outreach"]
        assert isinstance(screen, RecordScreen)
        return screen

    def _focused(self) -> QWidget:
        return self._window.focusWidget() or self._screen


def _counted(folder: str) -> int:
    return sum(1 for _ in Path(folder).iterdir())


def main(folder: str, aside: str, records: str) -> int:
    """Open the window as the command line does and go through the day."""
    from desktop.app import run_window
    from desktop.settings import open_preferences
    from desktop.upgrade_care import note_version

    preferences = open_preferences(Path(folder))
    preferences.set_text("period", "2025")
    preferences.set_text("window/subject", "outreach")
    note_version(preferences)

    def watch(window: "Window") -> None:
        window.list_filled.connect(lambda: _go_through(Day(window, Path(aside), int(records))))

    return run_window(Path(folder), watch=watch)


def _go_through(day: Day) -> None:
    try:
        day.go_through()
    except Exception:
        # Not for the window's own report, which would wait for an officer.
        traceback.print_exc()
        os._exit(1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
