"""What goes to which commune's book, what a person decides, what stays the district's own."""

from collections.abc import Mapping

import pytest
from sqlalchemy import delete

from db.records import Succession
from db.rules.findings import Refused
from db.services import units
from db.services.handing import handing_on, sharing
from db.services.handing.sharing import ARCHIVE, Decisions, Shares
from db.sessions import Book, Session
from tests.helpers.books import OFFICER, ON, unit_id
from tests.helpers.handed_books import DAT, LOST, MERGED_ON, PARTED, TOWN, WEST, decided, split_books


def shared(book: Book, decisions: Decisions) -> Shares:
    with book.reading() as session:
        return sharing.share(session, day=MERGED_ON, decisions=decisions)


def new(session: Session, code: str) -> int:
    return units.find(session, code, MERGED_ON).id


def ids(book: Book) -> Mapping[str, int]:
    """The old communes and the new ones by their codes; the new ones with a mark."""
    with book.reading() as session:
        old = {code: units.find(session, code, ON).id for code in (TOWN, "99102", DAT, PARTED, LOST)}
        return old | {f"{code}+": new(session, code) for code in (TOWN, DAT, WEST)}


def test_what_follows_its_unit_needs_no_decision(ended_book: Book) -> None:
    known = ids(ended_book)
    shares = shared(ended_book, Decisions())
    went = {unit: {group.unit_id for group in groups} for unit, groups in shares.places.items() if unit}
    assert went == {known["99101+"]: {known[TOWN], known["99102"]}, known["99103+"]: {known[DAT]}}
    assert {group.unit_id for group in shares.undecided} == {known[PARTED], known[LOST]}


def test_what_is_the_districts_own_stays_in_the_archive_or_goes_where_it_is_said(ended_book: Book) -> None:
    known = ids(ended_book)
    with ended_book.reading() as session:
        district = unit_id(session)
    for own in (ARCHIVE, known["99106+"]):
        places = shared(ended_book, Decisions(own=own)).places
        assert {group.unit_id for group in places[own]} == {district}


def test_a_part_goes_only_where_some_of_it_went(ended_book: Book) -> None:
    known = ids(ended_book)
    wrong = Decisions({(known[PARTED], "outreach"): known["99101+"]})
    with pytest.raises(Refused) as refused:
        shared(ended_book, wrong)
    assert [finding.code for finding in refused.value.findings] == ["handed_not_an_heir"]
    right = shared(ended_book, Decisions({(known[PARTED], "outreach"): known["99106+"]}))
    assert "outreach" in right.counts(known["99106+"])


def test_what_nobody_knows_may_go_to_any_commune_of_the_day_or_to_none(ended_book: Book) -> None:
    known = ids(ended_book)
    for place in (known["99101+"], ARCHIVE):
        shares = shared(ended_book, Decisions({(known[LOST], "figures"): place}))
        assert (known[LOST], "figures") not in {(group.unit_id, group.kind) for group in shares.undecided}


def test_what_is_own_goes_to_a_commune_of_the_day_alone(ended_book: Book) -> None:
    with pytest.raises(Refused) as refused:
        shared(ended_book, Decisions(own=ids(ended_book)[DAT]))
    assert [finding.code for finding in refused.value.findings] == ["handed_no_commune"]


def test_without_successions_everything_wants_a_decision(ended_book: Book) -> None:
    with ended_book.writing(who=OFFICER) as session:
        session.execute(delete(Succession))
    shares = shared(ended_book, Decisions())
    assert shares.communes == ()
    assert len({group.unit_id for group in shares.undecided}) == 5


def test_nothing_is_split_while_something_is_undecided(ended_book: Book) -> None:
    with ended_book.reading() as session, pytest.raises(Refused) as refused:
        split_books(session, Decisions())
    assert [finding.place for finding in refused.value.findings] == [PARTED, LOST]


def test_an_office_that_goes_on_is_not_split(book: Book) -> None:
    with book.reading() as session, pytest.raises(Refused) as refused:
        handing_on.day_after(session)
    assert refused.value.findings[0].code == "handed_not_ended"


def test_each_book_is_closed_in_itself_and_brings_the_plan_that_its_records_serve(ended_book: Book) -> None:
    with ended_book.reading() as session:
        parts = split_books(session, decided(session))
    for part in parts:
        plans = {row["id"] for row in part.of("plan")}
        assert {row["plan_id"] for row in part.of("task")} <= plans
        officials = {row["id"] for row in part.of("official")}
        assert {row["official_id"] for row in part.of("attendance")} <= officials
        assert {row["unit_id"] for row in part.of("figure")} <= {row["id"] for row in part.of("unit")}
