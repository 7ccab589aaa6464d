"""A workplace on the small district's book, with nothing remembered."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.sessions import Book
from tests.helpers.books import NOW
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """What the window remembers: nothing yet."""
    return Preferences(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def open_workplace(book: Book, preferences: Preferences, qtbot: QtBot) -> Callable[[], Workplace]:
    """Return a function that makes a workplace on the same book, as a new start of the program does."""

    def make() -> Workplace:
        workplace = Workplace(book, preferences, clock=lambda: NOW)
        workplace.choose_period(parse_period("2025"))
        return workplace

    return make


@pytest.fixture
def workplace(open_workplace: Callable[[], Workplace]) -> Iterator[Workplace]:
    """The officer's workplace, in the year 2025."""
    made = open_workplace()
    yield made
    made.worker.wait()
