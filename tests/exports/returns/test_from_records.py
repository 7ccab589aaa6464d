"""A return filled from records: what the service asked is what the workbook says."""

from datetime import date
from pathlib import Path

from db.rules.formats import Value
from db.rules.periods import parse_period
from db.rules.returns.filled import FilledReturn
from db.services import units
from db.services.entering import entries
from db.services.returns import filling
from db.sessions import Book
from exports.returns.content import identity_rows
from tests.exports.returns.reading import FIRST_ROW, identity, sheet_named, values, written
from tests.helpers.books import DISTRICT, OFFICER, ON, unit_id

QUARTER = parse_period("2025-Q3")


def hold_outreach(book: Book, code: str, day: date, people: int) -> None:
    with book.writing(who=OFFICER) as session:
        unit = unit_id(session, code)
        values: dict[str, Value] = {
            "unit_id": unit,
            "held_on": day,
            "form": "talk",
            "sessions": 1,
            "people": people,
        }
        entries.add(session, "outreach", values)


def filled(book: Book) -> FilledReturn:
    with book.reading() as session:
        unit = units.find(session, DISTRICT, ON)
        return filling.fill(session, set_code="quarterly", unit=unit, period=QUARTER)


def test_records_of_the_quarter_reach_the_cells_of_their_commune(book: Book, tmp_path: Path) -> None:
    hold_outreach(book, "99102", date(2025, 9, 14), 86)
    hold_outreach(book, "99102", date(2025, 9, 15), 1000)
    hold_outreach(book, "99104", date(2025, 6, 15), 14)

    sheet = sheet_named(written(filled(book), tmp_path), "PCMD-02")

    rows = {row[1]: row[3:5] for row in values(sheet, FIRST_ROW, FIRST_ROW + 6)}
    assert rows["99102"] == (1, 86)
    assert rows["99104"] == (1, 14)
    assert rows["99101"] == (None, None)
    assert rows[None] == (2, 100)


def test_the_hidden_sheet_says_what_the_service_froze(book: Book, tmp_path: Path) -> None:
    hold_outreach(book, "99102", date(2025, 9, 14), 86)
    whole = filled(book)

    assert identity(written(whole, tmp_path)) == dict(identity_rows(whole))
    assert whole.control_totals["PCMD-02.people"] == 86


def test_an_empty_book_gives_blank_figures_and_no_zero(book: Book, tmp_path: Path) -> None:
    sheet = sheet_named(written(filled(book), tmp_path), "PCMD-02")

    rows = values(sheet, FIRST_ROW, FIRST_ROW + 6)

    assert [row[1] for row in rows] == [DISTRICT, "99101", "99102", "99103", "99104", "99105", None]
    assert {value for row in rows for value in row[3:]} == {None}
