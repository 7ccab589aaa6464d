"""Consolidation in a book: which files count, which rows records fill, and units that changed within the year."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.formats import Value
from db.rules.periods import DECREE_09, parse_period
from db.rules.returns.arithmetic import arithmetic_findings
from db.rules.returns.check_findings import row_keys
from db.rules.returns.row_sources import RowOrigin
from db.rules.units import UnitLine
from db.services import units
from db.services.returns import filling
from db.services.returns.consolidating import Consolidated, consolidate
from db.services.returns.received_files import FileState
from db.sessions import Book
from tests.helpers.books import COMMUNES, DISTRICT, OFFICER, unit_lines
from tests.helpers.random_year import MERGED_ON, later_lines
from tests.helpers.received_returns import Said, receive
from tests.helpers.sample_records import added, step

FIRST, SECOND = list(COMMUNES)[:2]
PEOPLE = "people"


def people(code: str, value: Value, key: str = PEOPLE) -> Said:
    return {("PCMD-02", code, key): value}


def whole(book: Book, code: str = DISTRICT, period: str = "2025-Q3") -> Consolidated:
    with book.reading() as session:
        asked = parse_period(period)
        unit = units.find_during(session, code, asked.span(DECREE_09))
        return consolidate(session, set_code="quarterly", unit=unit, period=asked)


def cell(found: Consolidated, row: str, key: str = PEOPLE, sheet: str = "PCMD-02") -> Value:
    form = next(item for item in found.filled.sheets if item.form.code == sheet)
    at = [column.key for column in form.form.columns].index(key)
    return dict(zip((*row_keys(form), ""), (*form.rows, form.total), strict=True))[row][at]


def origins(found: Consolidated) -> dict[str, RowOrigin]:
    return {source.unit.code: source.origin for source in found.sources}


def test_rows_come_from_returns_then_from_records_and_the_rest_is_missing(book: Book) -> None:
    step(book, lambda session: receive(session, FIRST, people(FIRST, 10)))
    with book.reading() as session:
        second = units.find(session, SECOND, date(2025, 7, 1)).id
    added(book, "outreach", held_on=date(2025, 7, 1), people=5, unit_id=second)
    found = whole(book)
    assert origins(found) == {
        DISTRICT: RowOrigin.RECORDS,
        FIRST: RowOrigin.RETURN,
        SECOND: RowOrigin.RECORDS,
        **dict.fromkeys(list(COMMUNES)[2:], RowOrigin.MISSING),
    }
    assert [cell(found, row) for row in (FIRST, SECOND, "99103", "")] == [10, 5, None, 15]
    assert [unit.code for unit in found.missing] == list(COMMUNES)[2:]
    assert found.notes[0].startswith("Chưa có báo cáo của 3 đơn vị: Xã Đạt Thành, ")


def test_records_of_a_unit_that_reported_are_not_added(book: Book) -> None:
    with book.reading() as session:
        first = units.find(session, FIRST, date(2025, 7, 1)).id
    added(book, "outreach", held_on=date(2025, 7, 1), people=99, unit_id=first)
    step(book, lambda session: receive(session, FIRST, people(FIRST, 10)))
    assert [cell(whole(book), row) for row in (FIRST, "")] == [10, 10]


@pytest.mark.parametrize(
    ("state", "period"),
    [
        (FileState.REFUSED, "2025-Q3"),
        (FileState.SUPERSEDED, "2025-Q3"),
        (FileState.RECEIVED, "2025-Q2"),
    ],
)
def test_only_files_that_count_are_added_up(book: Book, state: FileState, period: str) -> None:
    step(book, lambda session: receive(session, FIRST, people(FIRST, 10), state=state, period=period))
    assert origins(whole(book))[FIRST] is RowOrigin.MISSING


def test_a_newer_file_counts_in_the_place_of_the_earlier_one(book: Book) -> None:
    step(book, lambda session: receive(session, FIRST, people(FIRST, 10)))
    step(book, lambda session: receive(session, FIRST, people(FIRST, 12), revision=2))
    found = whole(book)
    (part,) = found.source_of("PCMD-02", FIRST, PEOPLE)
    assert (cell(found, ""), part.value, part.cell) == (12, 12, "PCMD-02!E12")
    assert part.file is not None and (part.file.name, part.file.revision) == ("BC_99101_2025-Q3_L2.xlsx", 2)


def test_a_province_adds_up_districts_and_what_communes_sent_themselves(book: Book) -> None:
    of_district: Said = {**people(DISTRICT, 1), **people(FIRST, 20), **people(SECOND, 5)}
    step(book, lambda session: receive(session, DISTRICT, of_district))
    step(book, lambda session: receive(session, FIRST, people(FIRST, 10)))
    found = whole(book, "99")
    assert [cell(found, row) for row in ("99", DISTRICT, FIRST, SECOND, "")] == [None, 1, 10, 5, 16]
    assert origins(found)[SECOND] is RowOrigin.UPPER_RETURN
    assert [(item.code, item.row, item.value, item.expected) for item in found.findings] == [
        ("returns_differ", FIRST, "10", "20")
    ]


def communes_of_the_province() -> list[UnitLine]:
    """The list of July 2025 without districts: three communes, right below the province."""
    names = {"99101": "Xã Đồi Thông", "99102": "Xã Quế Lâm", "99103": "Xã Đạt Mới"}
    lines = [line for line in unit_lines() if line.level == 1]
    return [*lines, *(UnitLine(code, code, name, "Xã", 3, "99") for code, name in names.items())]


def without_districts(book: Book) -> None:
    with book.writing(who=OFFICER) as session:
        units.load(session, communes_of_the_province(), on=MERGED_ON, file_name="later.csv")


def test_communes_are_added_up_without_a_district_between(book: Book) -> None:
    without_districts(book)
    with book.writing(who=OFFICER) as session:
        for code, value in (("99101", 3), ("99102", 4), ("99103", 5)):
            receive(session, code, people(code, value), period="2025-Q4")
    found = whole(book, "99", "2025-Q4")
    assert not found.missing
    assert cell(found, "") == 12


def test_a_commune_that_merged_within_the_year_keeps_its_row(book: Book) -> None:
    step(
        book, lambda session: receive(session, "99104", people("99104", 30, "people_year"), period="2025-Q2")
    )
    with book.writing(who=OFFICER) as session:
        units.load(session, later_lines(), on=MERGED_ON, file_name="later.csv")
    step(book, lambda session: receive(session, "99105", people("99105", 7, "people_year"), period="2025-Q4"))
    found = whole(book, period="2025-Q4")
    assert [cell(found, row, "people_year") for row in ("99104", "99105", "")] == [30, 7, 37]
    (part,) = found.source_of("PCMD-02", "99104", "people_year")
    assert part.file is not None and part.file.period == "2025-Q2"
    assert "99104" not in {unit.code for unit in found.missing}


def test_two_places_of_one_code_within_a_year_are_two_rows(book: Book) -> None:
    with book.writing(who=OFFICER) as session:
        units.load(session, later_lines(), on=MERGED_ON, file_name="later.csv")
    step(book, lambda session: receive(session, "99103", people("99103", 7)))
    found = whole(book)
    assert [cell(found, row) for row in ("99103", "99103#2", "")] == [None, 7, 7]


def test_a_consolidated_return_agrees_with_itself_and_has_a_revision_of_its_own(book: Book) -> None:
    said: Said = {
        ("PCMD-04", FIRST, "open"): 4,
        ("PCMD-04B", FIRST, "open"): 4,
        ("PCMD-04", FIRST, "committed"): 1,
        ("PCMD-04", FIRST, "share_committed"): Decimal(25),
    }
    step(book, lambda session: receive(session, FIRST, said))
    found = whole(book)
    assert cell(found, "", "share_committed", "PCMD-04") == Decimal("25.000")
    assert [item.code for item in arithmetic_findings(found.filled.sheets) if item.row == ""] == []
    assert found.filled.control_totals["PCMD-04.open"] == 4


def test_without_files_a_return_says_what_the_records_say(book: Book) -> None:
    with book.reading() as session:
        unit = units.find(session, FIRST, date(2025, 9, 14))
        own = filling.fill(session, set_code="quarterly", unit=unit, period=parse_period("2025-Q3"))
    assert whole(book, FIRST).filled.sha256 == own.sha256


def test_it_can_be_stopped_between_two_files(book: Book) -> None:
    with book.writing(who=OFFICER) as session:
        for code in (FIRST, SECOND):
            receive(session, code, people(code, 1))
    told: list[tuple[int, int]] = []

    def tell(done: int, count: int) -> None:
        told.append((done, count))
        raise InterruptedError

    with book.reading() as session, pytest.raises(InterruptedError):
        unit = units.find(session, DISTRICT, date(2025, 9, 14))
        consolidate(session, set_code="quarterly", unit=unit, period=parse_period("2025-Q3"), tell=tell)
    assert told == [(1, 2)]
