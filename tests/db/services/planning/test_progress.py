"""The home page's numbers: how far the targets are, key numbers, communes that are silent."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.periods import parse_period
from db.rules.target_progress import Reason
from db.services.planning import progress
from db.services.planning.progress import Overview
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import add, added, step

TODAY = date(2025, 9, 20)


def overview(book: Book, label: str = "2025-Q3") -> Overview:
    with book.reading() as session:
        return progress.overview(session, parse_period(label), TODAY)


def outreach_of_two_years(session: Session) -> None:
    for day, people in (("2025-02-01", 90), ("2025-07-01", 30), ("2024-02-01", 40), ("2024-07-01", 20)):
        add(session, "outreach", held_on=date.fromisoformat(day), people=people, audience="worker")


@pytest.mark.parametrize("measure", ["outreach.people", "outreach.people[ audience = worker ]"])
@pytest.mark.parametrize(("operator", "share"), [("at_least", "60.000"), ("increase", "50.000")])
def test_a_target_is_measured_since_the_start_of_the_year(
    book: Book, measure: str, operator: str, share: str
) -> None:
    step(book, outreach_of_two_years)
    added(book, "targets", operator=operator, value=Decimal(200), measure=measure)
    (target,) = overview(book).targets
    assert (target.progress.done, target.progress.share) == (120, Decimal(share))


def test_a_target_without_a_measure_is_not_measured(book: Book) -> None:
    added(book, "targets")
    (target,) = overview(book).targets
    assert (target.progress.done, target.progress.reason) == (None, Reason.NO_MEASURE)


def test_key_numbers_stand_beside_the_year_before(book: Book) -> None:
    step(book, outreach_of_two_years)
    people = next(item for item in overview(book).numbers if item.measure.name == "outreach.people")
    assert (people.period, people.year, people.year_before) == (30, 120, 20)


def test_each_key_number_comes_once_in_its_order(book: Book) -> None:
    added(book, "targets", measure="outreach.people")
    found = [item.measure.name for item in overview(book).numbers]
    assert found == list(progress.KEY_MEASURES)


def test_communes_without_outreach_in_the_period_are_silent(book: Book) -> None:
    with book.writing(who="x") as session:
        add(session, "outreach", held_on=date(2025, 7, 1))
        add(session, "outreach", held_on=date(2025, 2, 1), unit_id=unit_id(session, "99103"))
    expected = ("Thị trấn Đồi Thông", "Xã Đạt Thành", "Xã An Bình", "Xã Ăng Tở")
    assert overview(book).silent == expected
