"""A book of the real province Điện Biên: 129 communes became 45 on 1 July 2025; the office is of Thị trấn Tuần Giáo."""

import csv
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from db.migrations.store import create_store
from db.rules.succession_lists import SuccessionLine
from db.rules.units import UnitLine
from db.services import offices, units
from db.services.borders import successions
from db.services.borders.successions import LoadedSuccessions
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers.sample_records import step

PROVINCE, OFFICE = "11", "03253"
MARCH, EVE, JULY = date(2025, 3, 1), date(2025, 6, 30), date(2025, 7, 1)
# What the real list leaves open for another spelling, as a person who knows the place settles it.
SETTLED_BY_HAND = {
    "Xã Sá Tổng": ("03178", "Xã Xá Tổng"),
    "Xã Huổi Lếch": ("03177", "Xã Huổi Lếnh"),
    "Xã Xá Nhè": ("03244", "Xã Sáng Nhè"),
    "Xã Sín Chải": ("03223", "Xã Xín Chải"),
}


def province_lines(shared: Path, day: str) -> list[UnitLine]:
    """The units of the province in the country's list of a day."""
    taken = {PROVINCE}
    lines = []
    for number, row in enumerate(_rows(shared, f"units-{day}.csv"), start=2):
        if row["code"] in taken or row["parent_code"] in taken:
            taken.add(row["code"])
            parent = row["parent_code"] or None
            lines.append(
                UnitLine(f"dòng {number}", row["code"], row["name"], row["kind"], int(row["level"]), parent)
            )
    return lines


def country_lines(shared: Path) -> list[SuccessionLine]:
    """The whole country's list of successions, as it is read."""
    rows = enumerate(_rows(shared, "unit-successions-2025-07-01.csv"), start=2)
    return [
        SuccessionLine(
            f"dòng {number}",
            row["new_code"],
            row["new_name"],
            row["old_code"],
            row["old_name"],
            row["extent"],
        )
        for number, row in rows
    ]


def settled_lines(shared: Path) -> list[SuccessionLine]:
    """The lines that settle what the country's list leaves open in the province."""
    known = {line.code for line in province_lines(shared, "2025-07-01")}
    return [
        SuccessionLine(
            line.place, line.new_code, line.new_name, *SETTLED_BY_HAND[line.old_name], extent="whole"
        )
        for line in country_lines(shared)
        if line.new_code in known and not line.old_code
    ]


def load(session: Session, lines: list[SuccessionLine]) -> LoadedSuccessions:
    """Take in a list of successions of 1 July 2025."""
    return successions.load(session, lines, on=JULY, file_name="successions.csv")


@pytest.fixture(scope="session")
def dien_bien_template(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the book of the province, both lists of units read; never opened by a test itself."""
    folder = tmp_path_factory.mktemp("dien-bien")
    create_store(folder / BOOK_NAME)
    with Book(folder, clock=lambda: datetime(2026, 1, 5)) as book, book.writing(who="x") as session:
        units.load(session, province_lines(shared, "2025-03-01"), on=MARCH, file_name="march.csv")
        unit = units.find(session, OFFICE, MARCH)
        offices.create(
            session, unit=unit, names=offices.usual_names(session, unit, MARCH), cut_off="calendar"
        )
        units.load(session, province_lines(shared, "2025-07-01"), on=JULY, file_name="july.csv")
    return folder


@pytest.fixture
def dien_bien_folder(dien_bien_template: Path, tmp_path: Path) -> Path:
    """A folder with a fresh copy of the province's book, not open."""
    folder = tmp_path / "dien-bien"
    folder.mkdir()
    shutil.copy(dien_bien_template / BOOK_NAME, folder / BOOK_NAME)
    return folder


@pytest.fixture
def dien_bien(dien_bien_folder: Path) -> Iterator[Book]:
    """The province's book, open for writing, without successions."""
    with Book(dien_bien_folder, clock=lambda: datetime(2026, 1, 5)) as opened:
        yield opened


@pytest.fixture
def merged(dien_bien: Book, shared: Path) -> Book:
    """The province's book with its successions, four of them not settled."""
    step(dien_bien, lambda session: load(session, country_lines(shared)))
    return dien_bien


@pytest.fixture
def settled(merged: Book, shared: Path) -> Book:
    """The province's book with every succession settled."""
    step(merged, lambda session: load(session, settled_lines(shared)))
    return merged


def _rows(shared: Path, name: str) -> Iterator[Mapping[str, str]]:
    with (shared / "data" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
