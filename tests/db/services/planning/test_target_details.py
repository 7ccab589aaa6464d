"""Slices of years, shares of communes, values kept by hand."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.findings import Finding, Refused
from db.rules.periods import parse_period
from db.services.entering import history
from db.services.entering.entries import Gone
from db.services.planning import target_details
from db.services.planning.target_details import CommuneShare, KeptValue, YearSlice
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import added, contents, issued, step

D = Decimal
PEOPLE = "outreach.people"


def share_out(book: Book, target_id: int, **values: int) -> None:
    def act(session: Session) -> None:
        for name, value in values.items():
            target_details.set_share(session, target_id, unit_id(session, name.strip("x")), D(value))

    step(book, act)


def commune(book: Book, target_id: int, name: str) -> CommuneShare:
    with book.reading() as session:
        found = target_details.shares(session, target_id, parse_period("2025"), date(2025, 9, 20))
    return next(share for share in found if share.name == name)


def test_a_commune_stands_beside_what_it_was_asked_for(book: Book) -> None:
    target_id = added(book, "targets", value=D(100), measure=PEOPLE)
    added(book, "outreach", people=40)
    share_out(book, target_id, x99102=160, x99103=5)
    lam = commune(book, target_id, "Xã Quế Lâm")
    assert (lam.value, lam.done, lam.share) == (D(160), 40, D(25))
    dat = commune(book, target_id, "Xã Đạt Thành")
    assert (dat.value, dat.done, dat.share) == (D(5), None, None)
    assert commune(book, target_id, "Xã An Bình").value is None


@pytest.mark.parametrize(
    ("target", "differs"),
    [
        ({"measure": PEOPLE}, True),
        ({}, True),
        ({"operator": "between", "measure": PEOPLE}, True),
        ({"measure": PEOPLE, "value": D(90)}, False),
        ({"measure": PEOPLE, "value": None}, False),
        ({"measure": PEOPLE, "measured_in": "%"}, False),
        ({"measure": PEOPLE, "operator": "increase"}, False),
        ({"measure": PEOPLE, "denominator": "units.communes"}, False),
        ({"measure": "training.officials_trained"}, False),
        ({"measure": "outreach.share_of_communes"}, False),
    ],
)
def test_communes_must_add_up_where_counts_do(book: Book, target: dict[str, object], differs: bool) -> None:
    target_id = added(book, "targets", **{"value": D(100), **target})
    share_out(book, target_id, x99102=40, x99103=50)
    with book.reading() as session:
        found = target_details.check_shares(session, target_id)
    assert found == (Finding("shares_differ", "shares", "90", {"planned": "100"}) if differs else None)


def test_what_was_handed_to_nobody_does_not_differ(book: Book) -> None:
    target_id = added(book, "targets", value=D(100))
    with book.reading() as session:
        assert target_details.check_shares(session, target_id) is None


def test_each_year_of_the_plan_has_its_slice(book: Book) -> None:
    plan_id = added(book, "plans", first_year=2024, last_year=2026)
    target_id = added(book, "targets", plan_id=plan_id)
    step(book, lambda session: target_details.set_year(session, target_id, 2025, D(8)))
    with book.reading() as session:
        found = target_details.years(session, target_id)
    assert found == (YearSlice(2024, None), YearSlice(2025, D(8)), YearSlice(2026, None))


def test_the_ends_of_quarters_bear_the_names_of_reports(book: Book) -> None:
    target_id = added(book, "targets")
    step(book, lambda session: target_details.set_value(session, target_id, "2025-H1", D(3)))
    with book.reading() as session:
        found = target_details.values(session, target_id, 2025)
    labels = [item.period.removeprefix("2025") for item in found]
    assert labels == ["-01", "-02", "-Q1", "-04", "-05", "-H1", "-07", "-08", "-9M", "-10", "-11", ""]
    assert found[5] == KeptValue("2025-H1", D(3))


def test_a_blank_takes_a_number_away_and_undo_brings_it_back(book: Book) -> None:
    target_id = added(book, "targets")
    step(book, lambda session: target_details.set_value(session, target_id, "2025", D(3)))
    before = contents(book)["target_value"]
    _, number = step(book, lambda session: target_details.set_value(session, target_id, "2025", None))
    assert contents(book)["target_value"] == []
    step(book, lambda session: history.revert(session, number))
    assert contents(book)["target_value"] == before


def test_an_issued_plan_is_handed_down_but_its_years_stay(book: Book) -> None:
    plan_id = added(book, "plans")
    target_id = added(book, "targets", plan_id=plan_id)
    issued(book, plan_id)
    share_out(book, target_id, x99102=4)
    assert commune(book, target_id, "Xã Quế Lâm").value == D(4)
    with pytest.raises(Refused):
        step(book, lambda session: target_details.set_year(session, target_id, 2025, D(3)))


def test_details_of_a_target_that_is_gone_are_refused(book: Book) -> None:
    with pytest.raises(Gone):
        step(book, lambda session: target_details.set_value(session, 99, "2025", D(3)))
