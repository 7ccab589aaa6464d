"""Where a book does not open: the page in the window says why, and its buttons lead on."""

import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db import places
from db.moving import moved_to
from db.sessions import BOOK_NAME
from desktop import paths
from desktop.one_window import Claim
from desktop.opening import Opening, Start
from tests.db.test_bad_books import PAGE, overwritten
from tests.helpers.modals import FileDialogs
from tests.helpers.used_before import used_before
from ui.common import opening_texts as texts
from ui.shell.notice import Notice
from ui.shell.window import Window


class Renewed:
    """Takes the place of what makes another window, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def __call__(self, _: Window, *asked: object) -> None:
        self.asked.append(asked)


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Window:
    made = Window(used_before(tmp_path))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def on_a_share(book_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a book, on what this machine takes for a network drive; its own folder is elsewhere."""
    share = tmp_path / "mang"
    share.mkdir()
    shutil.move(book_folder, share / "so")
    lines = tmp_path / "mountinfo"
    lines.write_text(f"1 0 8:1 / / rw - ext4 a rw\n2 1 0:4 / {share} rw - cifs //may/chung rw\n")
    monkeypatch.setattr(places, "_MOUNTS", lines)
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "own")
    return share / "so"


def begin(window: Window, folder: Path, closing: ExitStack) -> tuple[Notice, Renewed]:
    renewed, claim = Renewed(), Claim(folder)
    closing.callback(claim.release)
    Opening(window, folder, closing, Start(claim, renewed)).begin()
    shown = window.pages.currentWidget()
    assert isinstance(shown, Notice)
    return shown, renewed


def button(shown: Notice, words: str) -> QPushButton:
    return next(button for button in shown.buttons if button.text() == words)


def test_a_book_on_a_share_is_moved_to_this_machine(
    window: Window, on_a_share: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with ExitStack() as closing:
        shown, renewed = begin(window, on_a_share, closing)
        assert "ổ mạng" in shown.words.text()
        button(shown, texts.MOVE).click()
        qtbot.waitUntil(lambda: bool(renewed.asked), timeout=20_000)
    assert renewed.asked[0][0] == tmp_path / "own"
    assert moved_to(on_a_share) == tmp_path / "own"


def test_a_book_that_was_moved_is_opened_where_it_goes_on(
    window: Window, on_a_share: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with ExitStack() as closing:
        shown, renewed = begin(window, on_a_share, closing)
        button(shown, texts.MOVE).click()
        qtbot.waitUntil(lambda: bool(renewed.asked), timeout=20_000)
    with ExitStack() as closing:
        shown, renewed = begin(window, on_a_share, closing)
        button(shown, texts.OPEN_MOVED).click()
    assert renewed.asked[0][0] == tmp_path / "own"


def test_another_folder_may_be_chosen_and_the_book_comes_along(
    window: Window, on_a_share: Path, tmp_path: Path, file_dialogs: FileDialogs, qtbot: QtBot
) -> None:
    file_dialogs.expect(tmp_path / "khac")
    with ExitStack() as closing:
        shown, renewed = begin(window, on_a_share, closing)
        button(shown, texts.CHOOSE).click()
        qtbot.waitUntil(lambda: bool(renewed.asked), timeout=20_000)
    assert (tmp_path / "khac" / BOOK_NAME).exists()


def test_no_book_is_made_on_a_share(window: Window, on_a_share: Path) -> None:
    (on_a_share / BOOK_NAME).unlink()
    with ExitStack() as closing:
        shown, _ = begin(window, on_a_share, closing)
    assert [item.text() for item in shown.buttons][:2] == [texts.START_HERE, texts.CHOOSE]


def test_a_damaged_book_offers_its_repair_and_to_try_again(window: Window, book_folder: Path) -> None:
    overwritten(100, PAGE - 100)(book_folder / BOOK_NAME)
    with ExitStack() as closing:
        shown, renewed = begin(window, book_folder, closing)
        assert "bị hỏng" in shown.words.text()
        button(shown, texts.RETRY).click()
    assert texts.REPAIR in [item.text() for item in shown.buttons]
    assert renewed.asked == [(book_folder, None)]


def test_a_window_whose_folder_is_claimed_and_silent_says_so(window: Window, book_folder: Path) -> None:
    other = Claim(book_folder)
    with ExitStack() as closing:
        shown, _ = begin(window, book_folder, closing)
    other.release()
    assert "đang mở ở một cửa sổ khác" in shown.words.text()


def test_a_folder_that_nobody_may_look_into_is_told_and_no_book_is_made_there(
    window: Window, tmp_path: Path
) -> None:
    with ExitStack() as closing:
        shown, _ = begin(window, tmp_path / ("x" * 300), closing)
    assert shown.words.text().startswith("Không ghi được tệp so-pcmd.db")
    assert button(shown, texts.RETRY) and button(shown, texts.CHOOSE)
