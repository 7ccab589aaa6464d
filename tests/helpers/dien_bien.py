"""A book of the real province Điện Biên: 129 communes became 45 on 1 July 2025; the office is of Thị trấn Tuần Giáo."""

import csv
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

import pytest

from db.migrations.store import create_store
from db.rules.succession_lists import SuccessionLine
from db.rules.units import UnitLine
from db.services import offices, units
from db.services.borders import successions
from db.services.borders.successions import LoadedSuccessions
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers.made_once import made_once
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
    return list(_country_lines(shared))


@lru_cache
def _country_lines(shared: Path) -> tuple[SuccessionLine, ...]:
    rows = enumerate(_rows(shared, "unit-successions-2025-07-01.csv"), start=2)
    return tuple(
        SuccessionLine(
            f"dòng {number}",
            row["new_code"],
            row["new_name"],
            row["old_code"],
            row["old_name"],
            row["extent"],
        )
        for number, row in rows
    )


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

    def make(folder: Path) -> None:
        create_store(folder / BOOK_NAME)
        with _opened(folder) as book, book.writing(who="x") as session:
            units.load(session, province_lines(shared, "2025-03-01"), on=MARCH, file_name="march.csv")
            unit = units.find(session, OFFICE, MARCH)
            names = offices.usual_names(session, unit, MARCH)
            offices.create(session, unit=unit, names=names, cut_off="calendar")
            units.load(session, province_lines(shared, "2025-07-01"), on=JULY, file_name="july.csv")

    return made_once(tmp_path_factory, "dien-bien", make)


@pytest.fixture(scope="session")
def merged_template(dien_bien_template: Path, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with its successions, four of them not settled."""
    return made_once(
        tmp_path_factory, "merged", lambda folder: _go_on(dien_bien_template, folder, country_lines(shared))
    )


@pytest.fixture(scope="session")
def settled_template(merged_template: Path, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with every succession settled."""
    return made_once(
        tmp_path_factory, "settled", lambda folder: _go_on(merged_template, folder, settled_lines(shared))
    )


@pytest.fixture
def dien_bien_folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with a fresh copy of the province's book, not open; with what the test asks for of successions."""
    asked = next((name for name in ("settled", "merged") if name in request.fixturenames), "dien_bien")
    folder = tmp_path / "dien-bien"
    folder.mkdir()
    shutil.copy(request.getfixturevalue(f"{asked}_template") / BOOK_NAME, folder / BOOK_NAME)
    return folder


@pytest.fixture
def dien_bien(dien_bien_folder: Path) -> Iterator[Book]:
    """The province's book, open for writing, without successions."""
    with _opened(dien_bien_folder) as opened:
        yield opened


@pytest.fixture
def merged(dien_bien: Book) -> Book:
    """The province's book with its successions, four of them not settled: `dien_bien_folder` has it so."""
    return dien_bien


@pytest.fixture
def settled(merged: Book) -> Book:
    """The province's book with every succession settled."""
    return merged


def _opened(folder: Path) -> Book:
    return Book(folder, clock=lambda: datetime(2026, 1, 5))


def _go_on(before: Path, folder: Path, lines: list[SuccessionLine]) -> None:
    shutil.copy(before / BOOK_NAME, folder / BOOK_NAME)
    with _opened(folder) as book:
        step(book, lambda session: load(session, lines))


def _rows(shared: Path, name: str) -> Iterator[Mapping[str, str]]:
    with (shared / "data" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
