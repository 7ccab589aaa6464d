"""The lists of registers: what each row was at the end of a span of days, and narrowing by it."""

from collections.abc import Callable
from datetime import date

import pytest

from db.rules.periods import DECREE_09, parse_period
from db.services import models
from db.services.entering import entries, history
from db.services.listing import listings
from db.services.listing.listings import ListQuery
from db.sessions import Book
from tests.helpers.sample_records import added, contents, step

QUARTERS = [parse_period(f"2025-Q{number}").span(DECREE_09) for number in (1, 2, 3)]


def _cells(book: Book, kind: str, record_id: int, *keys: str) -> list[tuple[object, ...]]:
    """The cells of one row at the end of each quarter."""
    with book.reading() as session:
        found = [listings.rows(session, kind, [record_id], span)[0].cells for span in QUARTERS]
    return [tuple(cells[key] for key in keys) for cells in found]


def _ids(book: Book, kind: str, **where: str | bool) -> list[tuple[int, ...]]:
    with book.reading() as session:
        return [listings.matching_ids(session, ListQuery(kind, span, where=where)) for span in QUARTERS]


def test_an_establishment_is_shown_as_it_was_at_the_end_of_the_period(book: Book) -> None:
    number = added(book, "establishments", closed_on=date(2025, 6, 14))
    for day, workers in ((date(2025, 3, 14), 7), (date(2025, 3, 15), 4)):
        added(book, "workforces", establishment_id=number, counted_on=day, workers=workers, female=1)
    added(book, "commitments", establishment_id=number, signed_on=date(2025, 3, 20))
    added(book, "inspections", establishment_id=number, held_on=date(2025, 2, 1))
    keys = ("workers", "female", "committed_on", "inspected_on", "state")
    assert _cells(book, "establishments", number, *keys) == [
        (7, 1, None, date(2025, 2, 1), "Đang hoạt động"),
        (4, 1, date(2025, 3, 20), date(2025, 2, 1), "Đang hoạt động"),
        (None, None, date(2025, 3, 20), date(2025, 2, 1), "Đã đóng cửa"),
    ]


def test_establishments_are_narrowed_to_those_at_work(book: Book) -> None:
    at_work = added(book, "establishments", name="A", closed_on=None)
    closed = added(book, "establishments", name="B", closed_on=date(2025, 5, 1))
    both = (at_work, closed)
    assert _ids(book, "establishments") == [both, both, both]
    assert _ids(book, "establishments", state="open") == [both, (at_work,), (at_work,)]
    assert _ids(book, "establishments", state="closed") == [(), (closed,), (closed,)]


def test_closed_establishments_add_no_workers(book: Book) -> None:
    for closed_on in (None, date(2025, 5, 1)):
        number = added(book, "establishments", closed_on=closed_on)
        added(book, "workforces", establishment_id=number, counted_on=date(2025, 1, 5), workers=7, female=4)
    with book.reading() as session:
        sums = [listings.totals(session, ListQuery("establishments", span)) for span in QUARTERS]
    assert [added_up["workers"] for added_up in sums] == [14, 7, 7]


def test_a_hotspot_is_open_removed_and_open_again(book: Book) -> None:
    number = added(book, "hotspots", found_on=date(2025, 1, 5))
    for day, what in ((date(2025, 5, 1), "removed"), (date(2025, 9, 1), "reopened")):
        added(book, "hotspot_events", hotspot_id=number, happened_on=day, what=what)
    assert _cells(book, "hotspots", number, "state", "event_on", "removed") == [
        ("Đang hoạt động", None, False),
        ("Đã triệt xóa", date(2025, 5, 1), True),
        ("Tái hoạt động", date(2025, 9, 1), False),
    ]
    assert _ids(book, "hotspots", state="removed") == [(), (number,), ()]


def test_two_events_of_one_day_count_in_the_order_they_were_entered(book: Book) -> None:
    number = added(book, "hotspots", found_on=date(2025, 1, 5))
    for what in ("removed", "reopened"):
        added(book, "hotspot_events", hotspot_id=number, happened_on=date(2025, 2, 1), what=what)
    assert _cells(book, "hotspots", number, "state")[0] == ("Tái hoạt động",)


def test_a_model_is_shown_with_the_state_of_the_year_alone(book: Book) -> None:
    number = added(book, "models", started_year=None)
    added(book, "model_years", model_id=number, year=2024, state="new")
    shown = {}
    with book.reading() as session:
        for year in (2023, 2024, 2025):
            span = parse_period(str(year)).span(DECREE_09)
            (row,) = listings.rows(session, "models", [number], span)
            shown[year] = row.cells["state"]
    assert shown == {2023: None, 2024: "Áp dụng mới", 2025: None}


def test_inspections_without_breach_are_those_not_said_to_have_one(book: Book) -> None:
    found, none, unsaid = (added(book, "inspections", breach=breach) for breach in (True, False, None))
    assert _ids(book, "inspections", breach=True)[1] == (found,)
    assert set(_ids(book, "inspections", breach=False)[1]) == {none, unsaid}


@pytest.mark.parametrize("key", ["state", "inspected_on", "workers"])
def test_a_list_is_sorted_by_what_its_rows_were_then(book: Book, key: str) -> None:
    closed = added(book, "establishments", name="A", closed_on=date(2025, 1, 5))
    at_work = added(book, "establishments", name="B")
    added(book, "workforces", establishment_id=at_work, counted_on=date(2025, 1, 5), workers=7, female=4)
    added(book, "inspections", establishment_id=at_work, held_on=date(2025, 1, 5))
    with book.reading() as session:
        query = ListQuery("establishments", QUARTERS[0], sort=key)
        assert listings.matching_ids(session, query) == (at_work, closed)


@pytest.fixture
def model_of(book: Book) -> Callable[..., int]:
    """Return a function that adds a model with the given states by year."""

    def make(**states: str) -> int:
        number = added(book, "models", started_year=None)
        for year, state in states.items():
            added(book, "model_years", model_id=number, year=int(year.lstrip("y")), state=state)
        return number

    return make


def test_models_that_ran_are_kept_on_in_one_step(book: Book, model_of: Callable[..., int]) -> None:
    taken = (model_of(y2024="new"), model_of(y2024="kept"))
    model_of(y2024="ended")
    model_of(y2024="kept", y2025="ended")
    model_of(y2023="kept")
    before = contents(book)
    kept, number = step(book, lambda session: models.keep_all(session, 2025))
    assert kept == taken
    with book.reading() as session:
        assert models.left_to_keep(session, 2025) == ()
    step(book, lambda session: history.revert(session, number))
    assert contents(book) == before


def test_a_model_that_began_later_refuses_an_earlier_year_and_nothing_is_kept(book: Book) -> None:
    number = added(book, "models", started_year=2025)
    step(book, lambda session: entries.add(session, "model_years", _year(number, 2025, "new")))
    assert step(book, lambda session: models.keep_all(session, 2025)) == ((), 0)


def _year(model_id: int, year: int, state: str) -> dict[str, int | str]:
    return {"model_id": model_id, "year": year, "state": state}
