"""The books that meet: a district's that ended, as it is handed on, and the empty one of a new commune."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.rules.handing.document import HandedBook
from db.sessions import BOOK_NAME, Book
from tests.helpers.handed_books import NOW, new_office, whole_book
from tests.helpers.made_once import made_once


@pytest.fixture(scope="session")
def town_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the empty book of the new commune of the town; never opened by a test itself."""
    return made_once(tmp_path_factory, "town", lambda folder: new_office(folder).close())


@pytest.fixture
def town(town_template: Path, tmp_path: Path) -> Iterator[Book]:
    """The empty book of the new commune of the town."""
    with _copied(town_template, tmp_path / "town") as opened:
        yield opened


@pytest.fixture(scope="session")
def handed(ended_template: Path, tmp_path_factory: pytest.TempPathFactory) -> HandedBook:
    """The whole book of the district, handed on once for all: nobody changes it."""
    with (
        _copied(ended_template, tmp_path_factory.mktemp("handed") / "so") as book,
        book.reading() as session,
    ):
        return whole_book(session)


def _copied(template: Path, folder: Path) -> Book:
    folder.mkdir()
    shutil.copy(template / BOOK_NAME, folder / BOOK_NAME)
    return Book(folder, clock=lambda: NOW)
