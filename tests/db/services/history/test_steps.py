"""The log as it is read: by days, officer, kind and words; by record; every table known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from db.records import Base
from db.rules.entries import Values
from db.rules.formats import Value
from db.services.entering import entries, history
from db.services.history import logged_rows, logged_tables, steps
from db.services.history.logged_rows import Deed, LoggedRow
from db.services.history.steps import LoggedStep, LogQuery
from db.sessions import Book, Session
from tests.helpers.books import NOW, OFFICER, unit_id
from tests.helpers.sample_records import CHANGES, add, added, step, ticking, values

TODAY = NOW.date()


@pytest.fixture
def book(book_folder: Path) -> Iterator[Book]:
    """The district's book with a clock that moves."""
    with Book(book_folder, clock=ticking()) as opened:
        yield opened


def found(book: Book, query: LogQuery) -> tuple[LoggedStep, ...]:
    with book.reading() as session:
        return steps.read(session, steps.matching_ids(session, query))


def told(row: LoggedRow) -> tuple[str, Deed, dict[str, tuple[Value, Value]]]:
    return row.table, row.deed, {field.key: (field.old, field.new) for field in row.fields}


def test_every_table_that_is_logged_is_known() -> None:
    tables = {table.name: table for table in Base.metadata.sorted_tables}
    assert tables.keys() - {"step", "change", "draft"} == logged_tables.TABLES.keys() - {"account"}
    for name, table in logged_tables.TABLES.items():
        columns = set(tables[name].columns.keys()) if name in tables else set(table.named_by)
        assert columns.issuperset(table.named_by), name
        assert table.parent is None or columns.issuperset(table.parent[:1]), name


def test_a_step_tells_who_when_and_what(book: Book) -> None:
    _, number = step(book, lambda session: add(session, "commitments"), "Lò Văn An")
    (shown, *_) = found(book, LogQuery())
    assert (shown.id, shown.who, shown.at.date(), shown.reverts) == (number, "Lò Văn An", TODAY, None)
    assert [(count.table, count.added) for count in shown.counts] == [("establishment", 1), ("commitment", 1)]
    assert shown.name == "Nhà nghỉ Ánh Sao, Xã Quế Lâm"


def test_a_long_import_is_one_step_and_is_unfolded_piece_by_piece(book: Book) -> None:
    def brought(session: Session) -> None:
        rows = [values(session, "outreach", people=people) for people in range(450)]
        assert len([*entries.add_many(session, "outreach", rows)]) == 450

    _, number = step(book, brought)
    assert found(book, LogQuery())[0].rows == 450
    with book.reading() as session:
        first = logged_rows.of_step(session, number)
        rest = logged_rows.of_step(session, number, after=first[-1].id, most=300)
    assert (len(first), len(rest), first[0].deed) == (200, 250, Deed.ADDED)


def test_what_was_taken_back_names_its_step(book: Book) -> None:
    _, number = step(book, lambda session: add(session, "hotspots"))
    _, back = step(book, lambda session: history.revert(session, number))
    assert [(item.id, item.reverts) for item in found(book, LogQuery())[:2]] == [
        (back, number),
        (number, None),
    ]


def test_a_change_tells_the_fields_old_and_new_as_one_reads_them(book: Book) -> None:
    official = added(book, "officials")
    other: Values = {"role": "specialist", "from_on": date(2025, 2, 3)}
    _, number = step(
        book,
        lambda session: entries.change(session, "officials", official, {**CHANGES["officials"], **other}),
    )
    with book.reading() as session:
        (row,) = logged_rows.of_step(session, number)
    table, deed, fields = told(row)
    assert (table, deed) == ("official", Deed.CHANGED)
    assert fields.pop("role") != ("leader", "specialist")
    assert fields == {
        "name": ("Lường Văn Ơn", "Đặng Thị Hường"),
        "female": (True, None),
        "from_on": (None, date(2025, 2, 3)),
    }


def test_links_and_units_are_named_even_when_they_are_gone(book: Book) -> None:
    place = added(book, "establishments")
    visit, number = step(
        book, lambda session: add(session, "inspections", establishment_id=place, place=None)
    )
    step(
        book,
        lambda session: entries.change(
            session, "inspections", visit, {"establishment_id": None, "place": "Quán"}
        ),
    )
    step(book, lambda session: entries.remove(session, "establishments", place))
    with book.reading() as session:
        (row,) = logged_rows.of_step(session, number)
    fields = told(row)[2]
    assert fields["establishment_id"] == (None, "Nhà nghỉ Ánh Sao, Xã Quế Lâm")
    assert str(fields["unit_id"][1]).startswith("Xã Quế Lâm")


def test_a_record_is_told_with_all_that_ever_belonged_to_it(book: Book) -> None:
    place, other = added(book, "establishments"), added(book, "establishments", name="Quán khác")
    for owner in (place, other):
        signed = added(book, "commitments", establishment_id=owner)
        step(book, partial(entries.remove, kind="commitments", record_id=signed))
    step(book, lambda session: entries.remove(session, "establishments", place))
    with book.reading() as session:
        rows = logged_rows.of_record(session, "establishment", place)
    assert [(row.table, row.deed) for row in rows] == [
        ("establishment", Deed.DELETED),
        ("commitment", Deed.DELETED),
        ("commitment", Deed.ADDED),
        ("establishment", Deed.ADDED),
    ]


def test_what_belongs_to_a_part_of_a_plan_is_told_with_the_plan(book: Book) -> None:
    def planned(session: Session) -> int:
        plan = add(session, "plans")
        add(session, "targets", plan_id=plan)
        return plan

    plan, _ = step(book, planned)
    with book.reading() as session:
        assert [row.table for row in logged_rows.of_record(session, "plan", plan)] == ["target", "plan"]


QUERIES = {
    "nothing": (LogQuery(), 3),
    "the day": (LogQuery(TODAY, TODAY), 3),
    "the day before": (LogQuery(last=date(2025, 9, 19)), 0),
    "an officer": (LogQuery(who="Lò Văn An"), 1),
    "a kind": (LogQuery(kind="hotspots"), 1),
    "a kind of parts": (LogQuery(kind="establishments"), 1),
    "a kind without any": (LogQuery(kind="trainings"), 0),
    "words without marks": (LogQuery(text="duong day nong"), 1),
    "words in any order": (LogQuery(text="nóng đường"), 1),
    "a title of a choice": (LogQuery(text="noi cong cong"), 1),
    "a unit": (LogQuery(text="dat thanh"), 1),
    "an officer's name": (LogQuery(text="van an"), 1),
    "a day": (LogQuery(text="06/05/2025"), 1),
    "the key of a column": (LogQuery(text="held_on"), 0),
    "signs of an expression": (LogQuery(text='.*[("\\'), 0),
    "words of no one row": (LogQuery(text="nong dat thanh"), 0),
}


@pytest.mark.parametrize(("query", "expected"), QUERIES.values(), ids=QUERIES)
def test_steps_are_found(book: Book, query: LogQuery, expected: int) -> None:
    step(book, lambda session: add(session, "outreach"), "Lò Văn An")
    step(book, lambda session: add(session, "hotspots"))
    step(
        book,
        lambda session: add(
            session,
            "commitments",
            establishment_id=add(session, "establishments", unit_id=unit_id(session, "99103")),
        ),
    )
    with book.reading() as session:
        first = steps.matching_ids(session, replace(LogQuery(), who=OFFICER))[-1]
        assert len([number for number in steps.matching_ids(session, query) if number != first]) == expected


def test_all_officers_are_offered(book: Book) -> None:
    step(book, lambda session: add(session, "outreach"), "Đinh Văn Ất")
    with book.reading() as session:
        assert steps.officers(session) == ("Đinh Văn Ất", OFFICER)
