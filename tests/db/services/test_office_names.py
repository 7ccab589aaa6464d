"""Names of their time: what an office printed before is printed again on documents of that time."""

from datetime import date
from functools import partial

import pytest

from db.rules.findings import Refused
from db.rules.periods import parse_period
from db.services import office_names, offices
from db.services.entering import entries
from db.services.planning import amendments, plans
from db.services.returns import filling
from db.sessions import Book
from tests.helpers.books import unit_id
from tests.helpers.sample_records import added, issued, step

RENAMED_ON = date(2025, 3, 1)
OLD, NEW = "Phòng Lao động – Thương binh và Xã hội", "Phòng Y tế"


@pytest.fixture
def renamed(book: Book) -> Book:
    """The district's book; its agency has another name from 1 March 2025 on."""
    step(book, lambda session: offices.rename(session, issuing_agency=OLD))
    step(book, lambda session: office_names.change_from(session, RENAMED_ON, issuing_agency=NEW))
    return book


@pytest.mark.parametrize(
    ("day", "name"), [(date(2025, 2, 28), OLD), (RENAMED_ON, NEW), (date(2030, 1, 1), NEW), (None, NEW)]
)
def test_names_of_a_day_are_those_of_that_day(renamed: Book, day: date | None, name: str) -> None:
    with renamed.reading() as session:
        assert office_names.on_day(session, day).issuing_agency == name


def test_an_old_plan_is_printed_with_the_old_name_and_a_new_one_with_the_new(renamed: Book) -> None:
    old, new = added(renamed, "plans"), added(renamed, "plans")
    issued(renamed, old)
    step(
        renamed, partial(entries.change, kind="plans", record_id=new, values={"issued_on": date(2025, 6, 1)})
    )
    with renamed.reading() as session:
        assert [plans.paper(session, plan).issuing_agency for plan in (old, new)] == [OLD, NEW]


def test_an_amendment_of_today_bears_the_new_name(renamed: Book) -> None:
    plan = added(renamed, "plans")
    issued(renamed, plan)
    opened, _ = step(renamed, lambda session: amendments.begin(session, plan))
    with renamed.reading() as session:
        assert amendments.paper(session, opened).issuing_agency == NEW


@pytest.mark.parametrize(("period", "name"), [("2024", OLD), ("2025-Q1", NEW)])
def test_a_return_bears_the_name_of_its_last_day(renamed: Book, period: str, name: str) -> None:
    with renamed.reading() as session:
        unit = offices.current(session).unit
        filled = filling.fill(session, set_code="quarterly", unit=unit, period=parse_period(period))
    assert filled.head.issuing_agency == name


def test_a_second_change_must_be_later(renamed: Book) -> None:
    with pytest.raises(Refused) as refused:
        step(renamed, lambda session: office_names.change_from(session, RENAMED_ON, place="Mai"))
    assert refused.value.findings[0].code == "names_not_later"
    step(renamed, lambda session: office_names.change_from(session, date(2025, 7, 1), place="Mai"))
    with renamed.reading() as session:
        earlier = office_names.earlier(session)
    assert [item.until for item in earlier] == [date(2025, 6, 30), date(2025, 2, 28)]


def test_a_change_of_names_is_one_step_back(renamed: Book) -> None:
    from db.services.entering import history

    _, number = step(
        renamed, lambda session: office_names.change_from(session, date(2025, 7, 1), place="Mai")
    )
    step(renamed, lambda session: history.revert(session, number))
    with renamed.reading() as session:
        assert len(office_names.earlier(session)) == 1
        assert offices.current(session).names.place != "Mai"


def test_earlier_names_are_forgotten(renamed: Book) -> None:
    with renamed.reading() as session:
        (kept,) = office_names.earlier(session)
    step(renamed, lambda session: office_names.forget(session, kept.id))
    with renamed.reading() as session:
        assert office_names.on_day(session, date(2020, 1, 1), unit_id(session)).issuing_agency == NEW
