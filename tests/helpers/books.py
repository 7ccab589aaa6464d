"""A real migrated book of a small invented district, built once a run and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from db.migrations.store import create_store
from db.rules.units import UnitLine
from db.services import offices, units
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers.made_once import made_once

ON = date(2025, 3, 1)
NOW = datetime(2025, 9, 20, 10, 42)
OFFICER = "Lò Thị Hoa"
DISTRICT = "991"
COMMUNES = {
    "99101": "Thị trấn Đồi Thông",
    "99102": "Xã Quế Lâm",
    "99103": "Xã Đạt Thành",
    "99104": "Xã An Bình",
    "99105": "Xã Ăng Tở",
}


@pytest.fixture(scope="session")
def template_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the book of the district; never opened by a test itself."""
    return made_once(tmp_path_factory, "book", make_template)


def make_template(folder: Path) -> None:
    """Make the book of the district."""
    create_store(folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as book, book.writing(who=OFFICER) as session:
        units.load(session, unit_lines(), on=ON, file_name="units.csv")
        unit = units.find(session, DISTRICT, ON)
        offices.create(session, unit=unit, names=offices.usual_names(session, unit, ON))


def grow(before: Path, folder: Path, more: Callable[[Book], object]) -> None:
    """Copy the book of a folder into another one and do more in it."""
    shutil.copy(before / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as book:
        more(book)


@pytest.fixture
def book_template(request: pytest.FixtureRequest) -> Path:
    """The folder of which tests get a copy: the district's book, a changed one where the test asks for it.

    A module of tests that all start from more has a fixture of this name, which returns a folder made once.
    """
    is_changed = not {"changed_book", "changed_folder"}.isdisjoint(request.fixturenames)
    template: Path = request.getfixturevalue("changed_template" if is_changed else "template_folder")
    return template


@pytest.fixture
def book_folder(book_template: Path, tmp_path: Path) -> Path:
    """A folder with a fresh copy of the district's book, not open."""
    folder = tmp_path / "so"
    folder.mkdir()
    shutil.copy(book_template / BOOK_NAME, folder / BOOK_NAME)
    return folder


@pytest.fixture
def book(book_folder: Path) -> Iterator[Book]:
    """The district's book, open for writing; the clock stands at 20/09/2025 10:42."""
    with Book(book_folder, clock=lambda: NOW) as opened:
        yield opened


def unit_lines() -> list[UnitLine]:
    """The list of units of the small district, as it is read from a file."""
    lines = [
        UnitLine("dòng 2", "99", "Tỉnh Đồng Lam", "Tỉnh", 1, None),
        UnitLine("dòng 3", DISTRICT, "Huyện Hòa Lâm", "Huyện", 2, "99"),
    ]
    for number, (code, name) in enumerate(COMMUNES.items(), start=4):
        kind = "Thị trấn" if name.startswith("Thị trấn") else "Xã"
        lines.append(UnitLine(f"dòng {number}", code, name, kind, 3, DISTRICT))
    return lines


def unit_id(session: Session, code: str = DISTRICT) -> int:
    """The number of a unit of the district."""
    return units.find(session, code, ON).id
