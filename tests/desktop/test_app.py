"""The start of the window, step by step."""

import logging
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.sessions import Book
from desktop import paths
from desktop.log import close_log, open_log
from desktop.opening import Opening
from tests.helpers.used_before import used_before
from ui.shell.window import Window


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Window:
    made = Window(used_before(tmp_path))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_book_is_opened_and_its_list_filled(window: Window, book_folder: Path, qtbot: QtBot) -> None:
    with ExitStack() as closing:
        with qtbot.waitSignal(window.list_filled):
            Opening(window, book_folder, closing).open_book()
        assert window.windowTitle() == "Sổ PCMD – Huyện Hòa Lâm"


def test_the_second_starter_is_told_and_nothing_is_opened(window: Window, book: Book) -> None:
    with ExitStack() as closing:
        Opening(window, book.folder, closing).open_book()
    words = [label.text() for label in window.pages.findChildren(QLabel)]
    assert any("đang mở ở một cửa sổ khác" in text for text in words)
    assert window.workplace is None


def test_the_folder_is_free_again_after_the_end(window: Window, book_folder: Path) -> None:
    with ExitStack() as closing:
        Opening(window, book_folder, closing).open_book()
    with Book(book_folder) as again:
        assert again.folder == book_folder


def test_a_log_line_is_written_and_a_large_log_put_aside(tmp_path: Path) -> None:
    path = paths.log_file(tmp_path / "office")
    path.parent.mkdir()
    path.write_text("x" * 1_000_001)
    handler = open_log(path)
    logging.getLogger("pcmd").info("unseen")
    handler.emit(logging.LogRecord("pcmd", logging.ERROR, "", 0, "Đã hỏng", None, None))
    close_log(handler)
    assert "Đã hỏng" in path.read_text(encoding="utf-8")
    assert path.with_suffix(".1.log").stat().st_size == 1_000_001
