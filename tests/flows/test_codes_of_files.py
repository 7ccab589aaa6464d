"""A code in a row of 2024 and in one of 2026 goes to two different units: every real code whose name changed."""

import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from db.migrations.store import create_store
from db.records import Office, Unit
from db.rules.imports.codes import OWN_DAYS, UNDECIDED, CodeDay
from db.rules.imports.sheets import import_sheet
from db.rules.imports.tables import Table, recognise
from db.rules.units import UnitLine, bare_name, clean_unit_name
from db.services import content, offices, units
from db.services.borders import successions
from db.services.imports import importing
from db.services.imports.importing import ImportPlan, UnitReading
from db.sessions import BOOK_NAME, Book, Session
from exports.readers.grids import Row
from tests.helpers.dien_bien import EVE, JULY, MARCH, country_lines

OLD_DAY, NEW_DAY = "6/5/2024", "3/2/2026"
HEADS = ("Ngày", "Xã", "Hình thức", "Số người")
SHEET = import_sheet(
    "outreach", tomllib.loads((content.SHIPPED / "imports/outreach.toml").read_text("utf-8"))
)
Rows = Sequence[tuple[str, str]]


@pytest.fixture(scope="module")
def country(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book with the units of the whole country on both days, and which came from which."""
    folder = tmp_path_factory.mktemp("country")
    create_store(folder / BOOK_NAME)
    with Book(folder, clock=lambda: datetime(2026, 3, 1)) as book:
        with book.writing(who="x") as session:
            units.load(session, unit_lines(shared, "2025-03-01"), on=MARCH, file_name="march.csv")
            unit = units.find(session, "03253", MARCH)
            names = offices.usual_names(session, unit, MARCH)
            offices.create(session, unit=unit, names=names, cut_off="calendar")
            units.load(session, unit_lines(shared, "2025-07-01"), on=JULY, file_name="july.csv")
            successions.load(session, country_lines(shared), on=JULY, file_name="successions.csv")
        yield book


def rows_of(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "data" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def unit_lines(shared: Path, day: str) -> list[UnitLine]:
    rows = enumerate(rows_of(shared, f"units-{day}.csv"), start=2)
    return [
        UnitLine(
            f"dòng {at}",
            row["code"],
            row["name"],
            row["kind"],
            int(row["level"]),
            row["parent_code"] or None,
        )
        for at, row in rows
    ]


def names_of(shared: Path, day: str) -> dict[str, str]:
    rows = rows_of(shared, f"units-{day}.csv")
    return {row["code"]: clean_unit_name(row["name"]) for row in rows if row["level"] == "3"}


def changed(shared: Path) -> Mapping[str, list[str]]:
    """The codes that name another place since 1 July 2025, by the province of today; read from the files alone."""
    before, after = names_of(shared, "2025-03-01"), names_of(shared, "2025-07-01")
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows_of(shared, "units-2025-07-01.csv"):
        code = row["code"]
        if code in before and code in after and bare_name(before[code]) != bare_name(after[code]):
            found[row["parent_code"]].append(code)
    return found


def table(rows: Rows) -> Table:
    """A list as it is read from a workbook, its codes in the column of communes."""
    sheet_rows = [
        Row(1, HEADS),
        *(Row(at, (*row, "Nói chuyện chuyên đề", 1)) for at, row in enumerate(rows, start=2)),
    ]

    def place(row: int, column: int | None) -> str:
        return f"{'ABCD'[column or 0]}{row}"

    return Table("a.xlsx", recognise(sheet_rows[:1], SHEET, {}), sheet_rows[1:], place)


def planned(session: Session, rows: Rows, codes: CodeDay = OWN_DAYS) -> ImportPlan:
    return importing.plan(session, SHEET, table(rows), today=date(2026, 3, 1), units=UnitReading(codes))


def keep_book_of(session: Session, code: str, on: date = JULY) -> None:
    """Let the book be the province's, which no office of this program is yet: a file of its communes is then read."""
    session.get_one(Office, 1).unit_id = units.find(session, code, on).id
    session.flush()


def resolved(session: Session, rows: Rows) -> dict[tuple[str, str], str]:
    """The names of the units to which the rows of a list go; those that are refused are left out."""
    plan = planned(session, rows)
    return dict(zip((rows[row.number - 2] for row in plan.rows), named(session, plan), strict=True))


def by_old_province(shared: Path, codes: set[str]) -> dict[str, list[str]]:
    parents = {row["code"]: row["parent_code"] for row in rows_of(shared, "units-2025-03-01.csv")}
    found: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        found[parents[parents[code]]].append(code)
    return found


def unsettled(shared: Path) -> set[str]:
    """The old communes of which no row of the list of successions says what they became, or one that is in doubt."""
    after = names_of(shared, "2025-07-01")
    rows = rows_of(shared, "unit-successions-2025-07-01.csv")
    sure = {row["old_code"] for row in rows if after[row["new_code"]] == clean_unit_name(row["new_name"])}
    return names_of(shared, "2025-03-01").keys() - sure


def named(session: Session, plan: ImportPlan) -> list[str]:
    """The names of the units of the rows that could be taken."""
    found = {row.id: row.name for row in session.execute(select(Unit.id, Unit.name))}
    return [found[int(str(row.values["unit_id"]))] for row in plan.rows]


def test_every_changed_code_goes_to_the_unit_of_its_rows_day(country: Book, shared: Path) -> None:
    before, after = names_of(shared, "2025-03-01"), names_of(shared, "2025-07-01")
    checked, left = 0, set()
    with country.writing(who="x") as session:
        for province, codes in changed(shared).items():
            keep_book_of(session, province)
            rows = [(day, code) for code in codes for day in (OLD_DAY, NEW_DAY)]
            told = resolved(session, rows)
            assert (
                told.items()
                <= {row: (before if row[0] == OLD_DAY else after)[row[1]] for row in rows}.items()
            )
            left |= set(rows) - told.keys()
            checked += len(codes)
        # What no row of the list of successions names is not the new province's: the old one still has it.
        assert left <= {(OLD_DAY, code) for code in unsettled(shared)}
        for province, codes in by_old_province(shared, {code for _, code in left}).items():
            keep_book_of(session, province, EVE)
            told = resolved(session, [(OLD_DAY, code) for code in codes])
            assert told == {(OLD_DAY, code): before[code] for code in codes}
    assert checked == 1890


@pytest.mark.parametrize(
    ("codes", "day", "expected"),
    [
        (CodeDay(MARCH, is_decided=True), OLD_DAY, "Xã Chà Cang"),
        (CodeDay(JULY, is_decided=True), NEW_DAY, "Xã Mường Chà"),
        (CodeDay(MARCH, is_decided=True), NEW_DAY, "unit_not_on_day_then"),
        (CodeDay(JULY, is_decided=True), OLD_DAY, "unit_not_on_day_several"),
    ],
)
def test_a_code_stands_on_the_list_that_was_chosen(
    country: Book, codes: CodeDay, day: str, expected: str
) -> None:
    with country.writing(who="x") as session:
        keep_book_of(session, "11")
        plan = planned(session, [(day, "03166")], codes)
        assert [item.code for item in plan.findings] + named(session, plan) == [expected]


def test_a_code_of_two_units_in_the_days_of_a_file_wants_a_decision(country: Book) -> None:
    rows = [(OLD_DAY, "03166"), (NEW_DAY, "03166"), (NEW_DAY, "03172"), ("4/2/2026", "Xã Mường Chà – 03166")]
    with country.writing(who="x") as session:
        keep_book_of(session, "11")
        undecided = planned(session, rows, UNDECIDED)
        decided, of_one_year = planned(session, rows), planned(session, rows[1:], UNDECIDED)
    assert [(item.code, item.place, item.value) for item in undecided.findings] == [
        ("code_of_several", "B2", "03166"),
        ("code_of_several", "B4", "03172"),
    ]
    assert (
        undecided.findings[0].facts["units"] == "Xã Chà Cang (… – 30/06/2025), Xã Mường Chà (01/07/2025 – …)"
    )
    assert (decided.findings, of_one_year.findings) == ((), ())


def test_a_code_that_goes_on_under_its_name_wants_none(country: Book) -> None:
    with country.writing(who="x") as session:
        keep_book_of(session, "11")
        plan = planned(session, [(OLD_DAY, "03253"), (NEW_DAY, "03253")], UNDECIDED)
        assert plan.findings == ()
        assert named(session, plan) == ["Thị trấn Tuần Giáo", "Xã Tuần Giáo"]


def test_a_unit_of_another_day_is_taken_only_when_that_was_said(country: Book) -> None:
    march = CodeDay(MARCH, is_decided=True)
    with country.writing(who="x") as session:
        keep_book_of(session, "11")
        reading = UnitReading(march, takes=True)
        plan = importing.plan(
            session, SHEET, table([(NEW_DAY, "03187")]), today=date(2026, 3, 1), units=reading
        )
        assert (plan.findings, named(session, plan)) == ((), ["Xã Mường Chà"])
    (taken,) = plan.taken
    assert (taken.code, taken.place, taken.facts["then"]) == ("unit_taken", "B2", "Xã Mường Chà (03166)")


@pytest.mark.parametrize(("code", "found"), [("99999", "not_in_list"), ("3166", "unit_code_length")])
def test_a_code_of_no_list_is_told(country: Book, code: str, found: str) -> None:
    with country.writing(who="x") as session:
        keep_book_of(session, "11")
        plan = planned(session, [(NEW_DAY, code)], CodeDay(JULY, is_decided=True))
    assert [item.code for item in plan.findings] == [found]
