"""The home page says what the measures say."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.periods import parse_period
from db.services import units
from db.services.entering import drafts
from db.services.planning import progress
from db.sessions import Book, Session
from tests.helpers.dien_bien import EVE
from tests.helpers.sample_records import add, added, step
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.overview.board import Board, Waiting, read_board

TODAY = date(2025, 9, 20)


def board(workplace: Workplace, period: str = "2025-Q3") -> Board:
    return workplace.read(lambda session: read_board(session, parse_period(period), TODAY))


@pytest.fixture
def filled(workplace: Workplace) -> Workplace:
    """A plan in force with three targets; outreach in two quarters of the year and one of the year before."""
    book = workplace.book
    plan_id = added(book, "plans", state="submitted")
    for operator, value, measure in (
        ("at_least", 200, "outreach.people"),
        ("at_most", 1, "outreach.activities"),
        ("done", None, None),
    ):
        wanted = None if value is None else Decimal(value)
        added(book, "targets", plan_id=plan_id, operator=operator, value=wanted, measure=measure)
    for day, people in ((date(2025, 5, 6), 40), (date(2025, 8, 1), 60), (date(2024, 8, 1), 30)):
        added(book, "outreach", held_on=day, people=people, sessions=2)
    return workplace


def test_key_numbers_are_those_of_the_service(filled: Workplace) -> None:
    shown = [
        tuple(row.cells[key] for key in ("period", "year", "year_before")) for row in board(filled).numbers
    ]
    found = filled.read(lambda session: progress.overview(session, parse_period("2025-Q3"), TODAY))
    assert shown == [(number.period, number.year, number.year_before) for number in found.numbers]
    assert shown[:2] == [(2, 4, 2), (60, 100, 30)]


def test_targets_are_those_of_the_service_with_a_word_on_each(filled: Workplace) -> None:
    rows = [row.cells for row in board(filled).targets]
    found = filled.read(lambda session: progress.overview(session, parse_period("2025-Q3"), TODAY)).targets
    assert [row["done"] for row in rows] == [target.progress.done for target in found] == [100, 2, None]
    assert [row["share"] for row in rows] == [Decimal(50), None, None]
    assert [row["standing"] for row in rows] == ["Chậm tiến độ", "Vượt mức", "Theo dõi riêng"]


def test_communes_without_outreach_in_the_period_are_named(filled: Workplace) -> None:
    assert "Xã Quế Lâm" not in board(filled).silent
    assert len(board(filled).silent) == 4
    assert len(board(filled, "2025-Q1").silent) == 5


def test_each_month_of_both_years_has_its_sessions(filled: Workplace) -> None:
    months = board(filled, "2025").months
    assert months.this == (None,) * 4 + (2, None, None, 2) + (None,) * 4
    assert months.before == (None,) * 7 + (2,) + (None,) * 4


def test_the_months_add_up_to_the_year(filled: Workplace) -> None:
    months = board(filled, "2025").months
    assert sum(value or 0 for value in months.this) == board(filled, "2025").numbers[0].cells["year"]


def test_drafts_of_a_plan_s_parts_wait_on_the_screen_of_plans(workplace: Workplace) -> None:
    for kind in ("tasks", "plans", "outreach"):
        with workplace.book.writing(who="x") as session:
            drafts.keep(session, kind, {"note": "x"})
    assert set(board(workplace).waiting) == {Waiting("plans", 2), Waiting("outreach", 1)}


def test_a_year_without_anything_is_empty(filled: Workplace) -> None:
    assert board(filled, "2020").is_empty
    assert not board(filled, "2025").is_empty


def test_a_draft_alone_is_something(workplace: Workplace) -> None:
    workplace.write_aside(lambda session: drafts.keep(session, "plans", {"subject": "x"}))
    assert not board(workplace).is_empty


def test_a_unit_that_came_from_others_is_not_told_that_nothing_is_there(
    settled: Book, preferences: Preferences
) -> None:
    def outreach(session: Session) -> None:
        old = units.find(session, "03289", EVE).id
        add(session, "outreach", held_on=date(2024, 5, 6), people=40, unit_id=old)

    step(settled, outreach)
    workplace = Workplace(settled, preferences)
    found = board(workplace, "2024")
    assert (found.has_earlier, found.is_empty) == (True, False)
    assert (board(workplace, "2023").has_earlier, board(workplace, "2023").is_empty) == (False, True)
