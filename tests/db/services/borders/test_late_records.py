"""Records typed in before the list came that ended their unit: what moves, what stays and why, one step back."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from sqlalchemy import select

from db.records import CommuneModel, Figure, OutreachActivity, Succession, TargetShare, Unit
from db.rules.periods import Span
from db.services import offices, units
from db.services.borders import late_records
from db.services.borders.late_records import LateRecords, Stays
from db.services.entering import entries, history
from db.services.measuring import measures
from db.sessions import Book, Session
from tests.helpers.books import DISTRICT, unit_id
from tests.helpers.changed_borders import EVE, JULY, make
from tests.helpers.sample_records import add, contents, step

AUGUST, YEAR_END, JANUARY = date(2025, 8, 5), date(2025, 12, 31), date(2026, 1, 1)
EVER = Span(date.min, date.max, date.max.year)


def old(session: Session, code: str) -> int:
    return units.find(session, code, EVE).id


def new(session: Session, code: str, on: date = JULY) -> int:
    return units.find(session, code, on).id


def late_outreach(session: Session, code: str, on: date = AUGUST) -> int:
    """An activity as it stands when it was typed in before the list came."""
    number = add(session, "outreach", held_on=EVE, unit_id=old(session, code))
    session.get_one(OutreachActivity, number).held_on = on
    return number


def late_figure(session: Session, code: str, definition: str = "cases") -> int:
    values = {"definition": definition, "unit_id": old(session, code)}
    number = add(session, "figures", period="2025-Q2", **values)
    figure = session.get_one(Figure, number)
    figure.period, figure.first_on, figure.last_on = "2025-Q3", JULY, date(2025, 9, 30)
    return number


def moved(book: Book) -> LateRecords:
    return step(book, late_records.move)[0]


def told(found: LateRecords) -> list[tuple[str, list[str], Stays | None, dict[str, int]]]:
    return [
        (item.old.code, [unit.code for unit in item.units], item.stays, dict(item.counts))
        for item in found.groups
    ]


# code of the old unit, day, who stood there then, why it stays
PLACES: list[tuple[str, date, list[str], Stays | None]] = [
    ("99101", JULY, ["99101"], None),
    ("99102", AUGUST, ["99101"], None),
    ("99105", AUGUST, ["99105"], None),
    ("99103", AUGUST, ["99104", "99103"], Stays.PARTS),
    ("99106", AUGUST, [], Stays.UNKNOWN),
]


@pytest.mark.parametrize(("code", "on", "then", "stays"), PLACES)
def test_what_went_whole_moves_and_the_rest_is_told(
    changed_book: Book, code: str, on: date, then: list[str], stays: Stays | None
) -> None:
    number, _ = step(changed_book, lambda session: late_outreach(session, code, on))
    assert told(moved(changed_book)) == [(code, then, stays, {"outreach": 1})]
    with changed_book.reading() as session:
        unit = units.by_id(session, session.get_one(OutreachActivity, number).unit_id)
        left = late_records.listed(session)
    assert unit.valid_from == (None if stays else JULY)
    assert (left.moving, left.staying) == (0, 1 if stays else 0)


def test_a_record_before_the_end_stays(changed_book: Book) -> None:
    step(changed_book, lambda session: late_outreach(session, "99102", EVE))
    before = contents(changed_book)
    assert moved(changed_book) == LateRecords()
    assert contents(changed_book) == before


def renamed_again(session: Session) -> None:
    """Phường Đồi Thông goes whole into another unit on New Year's Day."""
    ward = session.get_one(Unit, new(session, "99101"))
    ward.valid_to = YEAR_END
    facts = {
        "code": "99130",
        "level": 3,
        "kind": "Phường",
        "name": "Phường Thông",
        "parent_id": ward.parent_id,
    }
    later = Unit(**facts, sort_key="thong", search="thong", valid_from=JANUARY)
    session.add(later)
    session.flush()
    session.add(Succession(on=JANUARY, old_id=ward.id, new_id=later.id, extent="whole"))
    session.flush()


def test_a_chain_is_followed_to_the_unit_of_the_records_day(changed_book: Book) -> None:
    step(changed_book, renamed_again)
    for on in (AUGUST, JANUARY):
        step(changed_book, partial(late_outreach, code="99102", on=on))
    # The ward's own activity of 2026 came before anybody knew that the ward would end.
    assert told(moved(changed_book)) == [
        ("99101", ["99130"], None, {"outreach": 1}),
        ("99102", ["99101"], None, {"outreach": 1}),
        ("99102", ["99130"], None, {"outreach": 1}),
    ]


def test_a_model_is_of_the_first_day_of_its_year(changed_book: Book) -> None:
    def typed(session: Session) -> None:
        for year in (2025, 2026):
            number = add(session, "models", started_year=2024, unit_id=old(session, "99102"))
            session.get_one(CommuneModel, number).started_year = year

    step(changed_book, typed)
    assert told(moved(changed_book)) == [("99102", ["99101"], None, {"models": 1})]


def test_figures_of_one_period_stay_where_both_would_be_of_one_unit(changed_book: Book) -> None:
    def typed(session: Session) -> None:
        late_figure(session, "99101")
        late_figure(session, "99102")
        late_figure(session, "99105")
        late_outreach(session, "99102")

    step(changed_book, typed)
    assert told(moved(changed_book)) == [
        ("99102", ["99101"], None, {"outreach": 1}),
        ("99105", ["99105"], None, {"figures": 1}),
        ("99101", ["99101"], Stays.TWICE, {"figures": 1}),
        ("99102", ["99101"], Stays.TWICE, {"figures": 1}),
    ]


def test_a_figure_stays_where_its_new_unit_has_one_of_its_days(changed_book: Book) -> None:
    def typed(session: Session) -> None:
        late_figure(session, "99105")
        add(session, "figures", period="2025-08", unit_id=new(session, "99105"))

    step(changed_book, typed)
    found = moved(changed_book)
    assert (found.moving, found.staying, found.groups[0].stays) == (0, 1, Stays.TWICE)


def test_the_move_is_one_step_and_is_taken_back(changed_book: Book) -> None:
    def typed(session: Session) -> None:
        late_outreach(session, "99102")
        late_figure(session, "99105")

    step(changed_book, typed)
    before = contents(changed_book)
    _, done = step(changed_book, late_records.move)
    assert contents(changed_book) != before
    step(changed_book, lambda session: history.revert(session, done))
    assert contents(changed_book) == before


def test_nothing_else_changes_not_even_what_a_target_hands_down(changed_book: Book) -> None:
    def typed(session: Session) -> None:
        late_outreach(session, "99102")
        target = add(session, "targets")
        session.add(TargetShare(target_id=target, unit_id=old(session, "99102"), value=Decimal(3)))

    step(changed_book, typed)
    before = contents(changed_book)
    moved(changed_book)
    after = contents(changed_book)
    assert {name for name in after if after[name] != before[name]} <= {
        "outreach_activity",
        "change",
        "step",
        "search_index",
    }
    assert after["target_share"] == before["target_share"]


def test_later_months_count_what_was_moved(changed_book: Book) -> None:
    step(changed_book, lambda session: late_outreach(session, "99102"))
    august = Span(date(2025, 8, 1), date(2025, 8, 31), 2025)

    def people() -> object:
        with changed_book.reading() as session:
            district = unit_id(session, DISTRICT)
            return measures.ask(session, ["outreach.people"], unit_id=district, span=august)[
                "outreach.people"
            ].total

    assert people() in (None, 0)
    moved(changed_book)
    assert people() == 40


def to_the_old_district(session: Session) -> None:
    """Let the office be of a district that ended and whose communes lie in none of its own now."""
    district = session.get_one(Unit, unit_id(session, DISTRICT))
    for unit in session.scalars(select(Unit).where(Unit.valid_from == JULY)):
        unit.parent_id = district.parent_id
    district.valid_to = EVE
    session.flush()


def test_a_district_that_ended_moves_its_communes_records_and_can_still_mend_them(changed_book: Book) -> None:
    step(changed_book, to_the_old_district)
    number, _ = step(changed_book, lambda session: late_outreach(session, "99102"))
    found = moved(changed_book)
    assert (found.office, told(found)) == (
        "Huyện Hòa Lâm",
        [("99102", ["99101"], None, {"outreach": 1})],
    )
    step(changed_book, lambda session: entries.change(session, "outreach", number, {"people": 7}))
    with changed_book.reading() as session:
        home = session.get_one(OutreachActivity, number).unit_id
        assert home in offices.units_held(session)
        assert home not in {unit.id for unit in offices.units_kept(session, EVER)}


def test_what_went_to_another_office_stays_in_a_book_that_goes_on(changed_book: Book) -> None:
    def typed(session: Session) -> None:
        province = units.find(session, "99", JULY).id
        session.get_one(Unit, new(session, "99105")).parent_id = province
        session.flush()
        late_outreach(session, "99105")

    step(changed_book, typed)
    assert told(moved(changed_book)) == [("99105", ["99105"], Stays.ELSEWHERE, {"outreach": 1})]


def test_the_changed_borders_alone_have_nothing_late(book: Book) -> None:
    step(book, make)
    with book.reading() as session:
        assert late_records.listed(session) == LateRecords()
