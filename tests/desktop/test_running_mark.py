"""A run that did not end by itself is told at the next start, with where a library died."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.opening import Opening
from desktop.running_mark import RunningMark
from tests.helpers.modals import Modals, accept_noting
from tests.helpers.used_before import used_before
from ui.shell.crash_dialog import CrashDialog
from ui.shell.window import Window

ROOT = Path(__file__).parents[2]
BEGIN = """
import ctypes, os, signal, sys
from pathlib import Path
from desktop.running_mark import RunningMark

mark = RunningMark(Path(sys.argv[1]))
mark.begin()
"""
ENDS = {
    "killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "native": "ctypes.string_at(0)",
    "clean": "mark.end()",
}


def run_and_end(folder: Path, end: str) -> None:
    """Set the mark in another process, and end that one in some way."""
    asked = [sys.executable, "-c", BEGIN + ENDS[end], str(folder)]
    subprocess.run(asked, cwd=ROOT, env=os.environ.copy(), capture_output=True, timeout=60, check=False)


def left_in(folder: Path) -> str | None:
    """What the next run finds, which itself ends well."""
    mark = RunningMark(folder)
    left = mark.begin()
    mark.end()
    return left


def test_a_clean_end_leaves_nothing(tmp_path: Path) -> None:
    run_and_end(tmp_path, "clean")
    assert list(tmp_path.iterdir()) == []
    assert left_in(tmp_path) is None


def test_a_killed_run_is_told_once(tmp_path: Path) -> None:
    run_and_end(tmp_path, "killed")
    left = left_in(tmp_path)
    assert left is not None and left.endswith("did not end by itself")
    assert left_in(tmp_path) is None


def test_a_native_crash_is_told_with_its_place(tmp_path: Path) -> None:
    run_and_end(tmp_path, "native")
    left = left_in(tmp_path) or ""
    assert "Fatal Python error: Segmentation fault" in left
    assert "ctypes/__init__.py" in left
    assert str(tmp_path) not in left


def test_a_trace_of_earlier_is_not_told_of_a_later_run(tmp_path: Path) -> None:
    run_and_end(tmp_path, "native")
    run_and_end(tmp_path, "killed")
    assert "Fatal" not in (left_in(tmp_path) or "Fatal")


def test_a_folder_that_takes_no_mark_is_worked_in_without_one(tmp_path: Path) -> None:
    mark = RunningMark(tmp_path / "missing")
    assert mark.begin() is None
    mark.end()
    assert list(tmp_path.iterdir()) == []


def test_a_trace_of_any_bytes_is_read(tmp_path: Path) -> None:
    run_and_end(tmp_path, "killed")
    next(path for path in tmp_path.iterdir() if path.suffix == ".vet-loi").write_bytes(
        bytes(range(256)) * 9_000
    )
    assert (left_in(tmp_path) or "").endswith("did not end by itself")


def test_the_next_start_tells_it_over_the_first_list(
    book_folder: Path, qtbot: QtBot, dialogs: Modals
) -> None:
    run_and_end(book_folder, "killed")
    window = Window(used_before(book_folder))
    qtbot.addWidget(window)
    window.show()
    told: list[str] = []
    dialogs.expect(CrashDialog, accept_noting(told, lambda dialog: dialog.windowTitle()))
    with ExitStack() as closing:
        Opening(window, book_folder, closing).open_book()
        qtbot.waitUntil(lambda: told == ["Lần trước chương trình bị đóng đột ngột"])
        assert any(path.suffix == ".dang-mo" for path in book_folder.iterdir())
    assert not any(path.suffix == ".dang-mo" for path in book_folder.iterdir())


def test_a_second_starter_leaves_the_mark_of_the_first(book_folder: Path, qtbot: QtBot) -> None:
    windows = [Window(used_before(book_folder)) for _ in range(2)]
    for window in windows:
        qtbot.addWidget(window)
    with ExitStack() as closing:
        with qtbot.waitSignal(windows[0].list_filled):
            Opening(windows[0], book_folder, closing).open_book()
        with ExitStack() as second:
            Opening(windows[1], book_folder, second).open_book()
        assert any(path.suffix == ".dang-mo" for path in book_folder.iterdir())
