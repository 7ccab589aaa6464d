"""The sample book of Tuần Giáo: split by the eight communes that its nineteen went into, and merged again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.migrations.store import SCHEMA
from db.new_book import NewOffice, make_book
from db.rules.periods import parse_period
from db.services import offices, units
from db.services.borders import successions
from db.services.handing.sharing import Decisions
from db.services.measuring import measures, restating
from db.sessions import BOOK_NAME, Book
from exports.handed_books import write_handed
from exports.readers.handed_books import read_handed
from tests.helpers.books import OFFICER
from tests.helpers.dien_bien import EVE, JULY, OFFICE, country_lines, province_lines
from tests.helpers.handed_books import NOW, split_books, take_in
from tests.helpers.same_records import same_records

NEW_COMMUNES = ["03217", "03244", "03253", "03260", "03268", "03283", "03295", "03301"]


@pytest.fixture
def tuan_giao(demo_folder: Path, shared: Path, tmp_path: Path) -> Iterator[Book]:
    """A copy of the sample book, which learned of July 2025."""
    folder = tmp_path / "huyen"
    folder.mkdir()
    shutil.copy(demo_folder / "office" / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as book:
        with book.writing(who=OFFICER) as session:
            own = {unit.code for unit in units.known_on(session, EVE)}
            units.load(session, province_lines(shared, "2025-07-01"), on=JULY, file_name="july.csv")
            lines = [line for line in country_lines(shared) if line.old_code in own]
            successions.load(session, lines, on=JULY, file_name="successions.csv")
        yield book


@pytest.fixture
def commune(shared: Path, tmp_path: Path) -> Iterator[Book]:
    """An empty sample book of the new commune Tuần Giáo, made from the list of July alone."""
    made = NewOffice(province_lines(shared, "2025-07-01"), "july.csv", OFFICE, JULY, sample=True)
    make_book(tmp_path / "xa", made, who=OFFICER, clock=lambda: NOW)
    with Book(tmp_path / "xa", clock=lambda: NOW) as book:
        yield book


def test_the_sample_book_is_split_and_merged_without_loss(
    tuan_giao: Book, commune: Book, tmp_path: Path
) -> None:
    with tuan_giao.reading() as session:
        own = units.find(session, OFFICE, JULY).id
        parts = split_books(session, Decisions(own=own))
    assert [part.head.to_code for part in parts] == NEW_COMMUNES
    for part in reversed(parts):
        write_handed(part, tmp_path / "so.pcmd")
        take_in(commune, read_handed(tmp_path / "so.pcmd", SCHEMA))
    whole, merged = same_records(tuan_giao.folder), same_records(commune.folder)
    # The other communes of the province are in no file: the list of July alone does not say since when they are.
    assert whole.pop("unit").keys() - merged.pop("unit").keys() < _others(tuan_giao)
    assert merged == whole
    assert sum(whole["outreach_activity"].values()) > 700


def _others(book: Book) -> set[str]:
    """Every commune of July that is not one of the eight, as it is told."""
    told = same_records(book.folder)["unit"]
    return {unit for unit in told if not any(f'"code": "{code}"' in unit for code in NEW_COMMUNES)}


def test_the_measures_of_three_old_communes_are_those_of_the_new_one(tuan_giao: Book, commune: Book) -> None:
    old_codes = ("03253", "03274", "03289")
    with tuan_giao.reading() as session:
        part = next(part for part in split_books(session, Decisions()) if part.head.to_code == OFFICE)
        span = parse_period("2025-H1").span(offices.cut_off(session))
        names = ("outreach.people", "outreach.sessions", "inspections.held", "figures.cases")
        refs = [measures.refer(session, name) for name in names]
        olds = [units.find(session, code, EVE).id for code in old_codes]
        before = [measures.answers(session, refs, unit_id=unit, span=span) for unit in olds]
    take_in(commune, part)
    with commune.reading() as session:
        unit = units.find(session, OFFICE, JULY).id
        found = restating.answers(session, refs, unit_id=unit, span=span, day=JULY)
    for ref in refs:
        assert found.number(ref) == sum(answers[ref.expression].total or 0 for answers in before) > 0
