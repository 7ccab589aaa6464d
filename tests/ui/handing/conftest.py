"""A district that ended, at its officer's desk; and the desk of the commune that takes its book over."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from db.rules.handing.document import HandedBook
from db.rules.periods import parse_period
from db.sessions import BOOK_NAME, Book
from exports.handed_books import write_handed
from tests.helpers import handed_books
from tests.helpers.handed_books import NOW, new_office
from tests.helpers.made_once import made_once
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace


@pytest.fixture
def ended(ended_book: Book, preferences: Preferences, qtbot: QtBot) -> Iterator[Workplace]:
    """The desk of the district that ended, its book full of records."""
    made = Workplace(ended_book, preferences, clock=lambda: NOW)
    made.choose_period(parse_period("2025"))
    yield made
    made.worker.wait()


@pytest.fixture(scope="session")
def town_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the empty book of the new commune; never opened by a test itself."""
    return made_once(tmp_path_factory, "town", lambda folder: new_office(folder).close())


@pytest.fixture
def town(town_template: Path, tmp_path: Path) -> Iterator[Workplace]:
    """The desk of the new commune, its book empty."""
    folder = tmp_path / "town"
    folder.mkdir()
    shutil.copy(town_template / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as book:
        settings = QSettings(str(tmp_path / "town.ini"), QSettings.Format.IniFormat)
        made = Workplace(book, Preferences(settings), clock=lambda: NOW)
        made.choose_period(parse_period("2025"))
        yield made
        made.worker.wait()


@pytest.fixture
def handed(ended: Workplace, tmp_path: Path) -> Path:
    """The file of the whole book."""
    book: HandedBook = ended.read(handed_books.whole_book)
    write_handed(book, tmp_path / "so.pcmd")
    return tmp_path / "so.pcmd"
