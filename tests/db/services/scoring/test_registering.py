"""Many communes register at once: all or none, and only those that can still."""

from datetime import date

import pytest

from db.rules.findings import Refused, Unknown
from db.rules.periods import DECREE_09, parse_period
from db.rules.scoring.chain import Step
from db.services.scoring import registering, sheets
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import contents, step
from tests.helpers.scoring import fill_in, take

DAY, TODAY = date(2025, 3, 12), date(2025, 9, 20)
YEAR = parse_period("2025").span(DECREE_09)


def registered(book: Book) -> dict[str, str]:
    with book.reading() as session:
        rows = registering.open_registrations(session, unit_id=unit_id(session), span=YEAR)
    return {row.unit.code: row.class_code for row in rows}


def register(session: Session, on: date = DAY, **classes: str) -> None:
    chosen = {unit_id(session, code.removeprefix("c")): name for code, name in classes.items()}
    registering.register(session, year=2025, classes=chosen, on=on, today=TODAY)


def test_communes_register_each_for_its_class(book: Book) -> None:
    step(book, lambda session: register(session, c99101="good", c99102="fair"))

    assert registered(book) == {"99101": "good", "99102": "fair", "99103": "", "99104": "", "99105": ""}


def test_what_was_handed_in_can_no_longer_register(book: Book) -> None:
    step(book, lambda session: fill_in(session, unit_id(session, "99102"), 2025, last=Step.SUBMIT))

    assert "99102" not in registered(book)


@pytest.mark.parametrize(
    ("on", "classes", "found"),
    [
        (DAY, {"c99101": "good", "c99102": "great"}, [("not_chosen", "99102")]),
        (date(2026, 1, 1), {"c99101": "good", "c99102": "fair"}, [("day_ahead", "on")]),
        (date(2025, 1, 1), {"c99101": "good", "c99105": "good"}, [("day_before_step", "99105")]),
    ],
)
def test_one_that_cannot_keeps_all_back(
    book: Book, on: date, classes: dict[str, str], found: list[tuple[str, str]]
) -> None:
    step(book, lambda s: take(s, unit_id(s, "99105"), 2025, Step.REGISTER, DAY, class_code="fair"))
    before = contents(book)

    with pytest.raises(Refused) as caught:
        step(book, lambda session: register(session, on, **classes))

    assert contents(book) == before
    assert [(item.code, place_of(book, item.place)) for item in caught.value.findings] == found


def test_a_year_without_a_rule_set_has_nobody_to_register(book: Book) -> None:
    span = parse_period("2018").span(DECREE_09)
    with book.reading() as session, pytest.raises(Unknown):
        registering.open_registrations(session, unit_id=unit_id(session), span=span)


def test_the_sheet_says_what_it_registered_for(book: Book) -> None:
    step(book, lambda session: register(session, c99101="good"))

    with book.reading() as session:
        now = sheets.sheet(session, unit_id=unit_id(session, "99101"), year=2025)
    assert (now.registered_class, [info.on for info in now.steps]) == ("good", [DAY])


def place_of(book: Book, place: str) -> str:
    """The code of a commune told by its number."""
    with book.reading() as session:
        codes = {str(unit_id(session, code)): code for code in registered(book)}
    return codes.get(place, place)
