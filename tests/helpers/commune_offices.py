"""Nineteen communes of a district, each with a book of its own and records by chance, and the book of the district."""

import shutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from random import Random

from db.migrations.store import create_store
from db.records import Office
from db.rules.units import UnitLine
from db.services import figure_definitions, offices, units
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers import random_registers, random_year
from tests.helpers.books import DISTRICT, NOW, OFFICER, ON
from tests.helpers.chance import Chance

CODES = tuple(f"991{number:02d}" for number in range(1, 20))
# Figures of which one is part of another would by chance be larger than the whole.
_PARTS = ("support_reached", "denunciations_handled")


def unit_lines() -> Iterator[UnitLine]:
    """The province, the district and its nineteen communes."""
    yield UnitLine("dòng 2", "99", "Tỉnh Đồng Lam", "Tỉnh", 1, None)
    yield UnitLine("dòng 3", DISTRICT, "Huyện Hòa Lâm", "Huyện", 2, "99")
    for number, code in enumerate(CODES, start=1):
        yield UnitLine(f"dòng {number + 3}", code, f"Xã Hòa Lâm {number}", "Xã", 3, DISTRICT)


def make_template(folder: Path) -> None:
    """Make a book with the units, of the office of the district: made once, copied for each office."""
    create_store(folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as book, book.writing(who=OFFICER) as session:
        units.load(session, list(unit_lines()), on=ON, file_name="units.csv")
        unit = units.find(session, DISTRICT, ON)
        offices.create(session, unit=unit, names=offices.usual_names(session, unit, ON))


def make_office(template: Path, folder: Path, code: str) -> None:
    """Make the book of a commune's office from that of the district's, with records by chance; its code is the seed."""
    folder.mkdir()
    shutil.copy(template / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as book, book.writing(who=OFFICER) as session:
        unit = units.find(session, code, ON)
        office = session.get_one(Office, offices.OFFICE_ID)
        office.unit_id, office.book_key = unit.id, code * 6
        for key, words in asdict(offices.usual_names(session, unit, ON)).items():
            setattr(office, key, words)
        session.flush()
        fill(session, Chance(Random(int(code)), there=((date.min, (unit.id,)),)))


def fill(session: Session, chance: Chance) -> None:
    """Add a few records of every kind at the unit where chance draws them."""
    for _ in range(20):
        random_year.outreach(session, chance)
    officials = [random_year.official(session, chance) for _ in range(6)]
    for _ in range(6):
        random_year.training(session, chance, officials)
    establishments = [random_registers.establishment(session, chance) for _ in range(4)]
    for _ in range(10):
        random_registers.inspection(session, chance, establishments)
    for _ in range(2):
        random_registers.hotspot(session, chance)
        random_registers.model(session, chance)
    for definition in figure_definitions.definitions(session):
        if definition.code not in _PARTS:
            random_registers.figure(session, chance, definition.code)
    random_year.score(session, chance, chance.there[0][1][0], 2025)
