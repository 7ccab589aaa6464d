"""The tour comes after the first book was made, and later starts go straight into work."""

import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.connections import BOOK_NAME
from desktop import opening
from desktop.opening import Opening
from desktop.settings import open_preferences
from tests.helpers.modals import Modals
from tests.helpers.used_before import used_before
from ui.shell.window import Window
from ui.soundness.remembered import quick_check_at
from ui.surroundings.dialog import SurroundingsDialog
from ui.tour.tour import Tour
from ui.wizard.screen import WizardScreen


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what waits for a paint come with the next turn."""
    monkeypatch.setattr(opening, "_PAINTED_MS", 0)


def start(folder: Path, closing: ExitStack, qtbot: QtBot) -> Window:
    window = Window(open_preferences(folder))
    qtbot.addWidget(window)
    window.show()
    Opening(window, folder, closing).begin()
    return window


def wait_until_at_work(window: Window, qtbot: QtBot) -> None:
    """Wait for the quick look at the book, which comes after all that a start shows."""
    qtbot.waitUntil(lambda: quick_check_at(window.preferences) is not None, timeout=20_000)


def test_the_first_book_is_shown_with_a_tour(tmp_path: Path, book_folder: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "moi"
    with ExitStack() as closing:
        window = start(folder, closing, qtbot)
        wizard = window.pages.currentWidget()
        assert isinstance(wizard, WizardScreen)
        folder.mkdir(exist_ok=True)
        shutil.copy(book_folder / BOOK_NAME, folder)
        wizard.finished.emit(None)
        qtbot.waitUntil(lambda: window.findChild(Tour) is not None, timeout=20_000)
        wait_until_at_work(window, qtbot)


def test_later_starts_go_straight_into_work(book_folder: Path, qtbot: QtBot) -> None:
    used_before(book_folder)
    with ExitStack() as closing:
        window = start(book_folder, closing, qtbot)
        wait_until_at_work(window, qtbot)
        assert window.findChild(Tour) is None
        assert window.page.isAncestorOf(window.focusWidget())


def test_the_machine_is_looked_at_from_the_menu_of_help_also_before_there_is_a_book(
    tmp_path: Path, dialogs: Modals, qtbot: QtBot
) -> None:
    with ExitStack() as closing:
        window = start(tmp_path / "moi", closing, qtbot)
        dialogs.expect(SurroundingsDialog, lambda dialog: dialog.reject())
        actions = window.help_menu.menu.actions()
        next(action for action in actions if action.text() == "&Kiểm tra máy…").trigger()
