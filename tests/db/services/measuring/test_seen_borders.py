"""Measures in the borders of a day, later and earlier, against a small table computed by hand."""

from datetime import date
from decimal import Decimal

import pytest

from db.records import Unit
from db.rules.formats import Number
from db.rules.periods import Span
from db.rules.successions import Gap, GapKind
from db.services import units
from db.services.measuring import looking, measure_tables, measures
from db.services.measuring.measure_tables import MeasureTable
from db.services.measuring.restating import Restated
from db.sessions import Book
from tests.helpers.books import DISTRICT
from tests.helpers.changed_borders import EVE, JULY
from tests.helpers.sample_records import contents

PAST, NOW = Span(date(2024, 1, 1), date(2024, 12, 31), 2024), Span(date(2026, 1, 1), date(2026, 12, 31), 2026)
PEOPLE, SHARE, TRAINED = "outreach.people", "outreach.people_per_session", "training.officials_trained"
COMMUNES = "outreach.communes"


def part(*names: str) -> Gap:
    return Gap(GapKind.PART, names)


def merged(*names: str) -> Gap:
    return Gap(GapKind.MERGED, names)


def unsettled(*names: str) -> Gap:
    return Gap(GapKind.UNSETTLED, names)


# Measure, days, the day of the borders, the unit's name on that day: its number, or why there is none.
CASES: dict[str, tuple[str, Span, date, str, Number | Gap]] = {
    "wholes add up": (PEOPLE, PAST, JULY, "Phường Đồi Thông", 70),
    "a ratio comes from its parts": (SHARE, PAST, JULY, "Phường Đồi Thông", Decimal("17.5")),
    "persons are counted once": (TRAINED, PAST, JULY, "Phường Đồi Thông", 3),
    "how many communes there were is not compared": (
        COMMUNES,
        PAST,
        JULY,
        "Phường Đồi Thông",
        Gap(GapKind.JOINED, ("Phường Đồi Thông",)),
    ),
    "a part is named": (PEOPLE, PAST, JULY, "Xã Đạt Tân", part("Xã Đạt Thành")),
    "a part beside a whole is named": (PEOPLE, PAST, JULY, "Xã Bình Tân", part("Xã Đạt Thành")),
    "a ratio of a part is named too": (SHARE, PAST, JULY, "Xã Bình Tân", part("Xã Đạt Thành")),
    "another name is the same": (PEOPLE, PAST, JULY, "Xã Ăng Tố", 40),
    "another name is one commune": (COMMUNES, PAST, JULY, "Xã Ăng Tố", 1),
    "another parent is the same": (PEOPLE, PAST, JULY, "Xã Núi Voi", 30),
    "what is of unknown make is named": (PEOPLE, PAST, JULY, "Xã Khe Sâu", unsettled("Xã Khe Sâu")),
    "what is of unknown make leaves no total": (PEOPLE, PAST, JULY, "", unsettled("Xã Khe Sâu")),
    "back: what came together cannot be parted": (PEOPLE, NOW, EVE, "Xã Quế Lâm", merged("Phường Đồi Thông")),
    "back: a ratio cannot either": (SHARE, NOW, EVE, "Xã Quế Lâm", merged("Phường Đồi Thông")),
    "back: a part that another has too is named": (PEOPLE, NOW, EVE, "Xã Đạt Thành", merged("Xã Bình Tân")),
    "back: another name is the same": (PEOPLE, NOW, EVE, "Xã Ăng Tở", 33),
    "back: what nobody knows of is named": (PEOPLE, NOW, EVE, "Xã Nà Sa", unsettled("Xã Nà Sa")),
    "back: what nobody knows of leaves no total": (PEOPLE, NOW, EVE, "", unsettled("Xã Nà Sa")),
    "the days of the borders are as reported": (PEOPLE, PAST, EVE, "Xã Quế Lâm", 60),
    "their total too": (PEOPLE, PAST, EVE, "", 150),
}


def table(book: Book, measure: str, span: Span, day: date | None, code: str = DISTRICT) -> MeasureTable:
    with book.reading() as session:
        ref, unit = measures.refer(session, measure), units.find(session, code, span.last)
        return measure_tables.table(session, ref, unit_id=unit.id, spans=[span], day=day)


@pytest.mark.parametrize("case", CASES)
def test_each_number_is_the_one_computed_by_hand_or_says_why_not(changed_book: Book, case: str) -> None:
    measure, span, day, name, expected = CASES[case]
    found = table(changed_book, measure, span, day)
    ids = {unit.name: unit.id for unit in found.units}
    (value,) = found.by_unit[ids[name]] if name else found.totals
    (gap,) = found.gaps[ids[name]] if name else found.total_gaps
    assert (gap or value) == expected
    assert None in (gap, value)


def test_as_reported_each_unit_has_its_own(changed_book: Book) -> None:
    found = table(changed_book, PEOPLE, PAST, None)
    assert {unit.name for unit in found.units} >= {"Xã Quế Lâm", "Xã Nà Sa"}
    assert found.totals == (150,)
    assert not found.shared_out


def test_rows_are_the_units_of_the_day(changed_book: Book) -> None:
    names = [unit.name for unit in table(changed_book, PEOPLE, PAST, JULY).units]
    # The district has what its communes cannot share: the parts and the unknown.
    assert names[0] == "Huyện Hòa Lâm"
    assert sorted(names[1:]) == sorted(
        ["Phường Đồi Thông", "Xã Đạt Tân", "Xã Bình Tân", "Xã Ăng Tố", "Xã Khe Sâu", "Xã Núi Voi"]
    )


def seen(book: Book, code: str, on: date, day: date, span: Span) -> dict[str, Number | GapKind | None]:
    """The people reached of a unit and what is seen for it, by name; the whole has no name."""
    with book.reading() as session:
        ref, unit = measures.refer(session, PEOPLE), units.find(session, code, on)
        found = looking.seen(session, [ref], unit_id=unit.id, span=span, day=day)
        listed = units.by_ids(session, found.scope)
    return {"": _value(found), **{unit.name: _value(found, unit.id) for unit in listed}}


def _value(found: Restated, unit_id: int | None = None) -> Number | GapKind | None:
    gap = found.gap if unit_id is None else found.gaps.get(unit_id)
    answer = found.answers[PEOPLE]
    return gap.kind if gap else answer.total if unit_id is None else answer.by_unit.get(unit_id)


def test_a_new_commune_is_seen_as_the_old_ones_before_and_after(changed_book: Book) -> None:
    before = seen(changed_book, "99101", JULY, EVE, PAST)
    assert before == {"": 70, "Thị trấn Đồi Thông": 10, "Xã Quế Lâm": 60}
    after = seen(changed_book, "99101", JULY, EVE, NOW)
    assert after == {"": 100, "Thị trấn Đồi Thông": GapKind.MERGED, "Xã Quế Lâm": GapKind.MERGED}


def test_an_old_commune_is_seen_as_the_new_one_with_what_is_not_its_own_named(changed_book: Book) -> None:
    assert seen(changed_book, "99102", EVE, JULY, PAST) == {"": 60, "Phường Đồi Thông": GapKind.OUTSIDE}


@pytest.mark.parametrize("measure", [PEOPLE, "outreach.sessions", "outreach.activities"])
def test_the_sources_of_a_number_add_up_to_it(changed_book: Book, measure: str) -> None:
    with changed_book.reading() as session:
        ref, own = measures.refer(session, measure), units.find(session, DISTRICT, JULY)
        new = units.find(session, "99101", JULY).id
        held = measure_tables.behind(session, ref, unit_id=own.id, span=PAST, only=new, day=JULY)
        value = looking.seen(session, [ref], unit_id=own.id, span=PAST, day=JULY).answers[measure]
    assert [source.unit.name for source in held.sources] == ["Thị trấn Đồi Thông", "Xã Quế Lâm"]
    assert held.adds_up
    assert sum(source.value for source in held.sources) == value.by_unit[new]
    assert sum(added or 0 for added in held.added.values()) == value.by_unit[new]


def test_records_behind_a_restated_number_are_those_of_its_sources(changed_book: Book) -> None:
    with changed_book.reading() as session:
        ref, own = measures.refer(session, SHARE), units.find(session, DISTRICT, JULY)
        held = measure_tables.behind(session, ref, unit_id=own.id, span=NOW, day=EVE)
        new = session.query(Unit).where(Unit.name == "Xã Ăng Tố").one().id
        only = measure_tables.behind(session, ref, unit_id=own.id, span=NOW, day=EVE, only=new)
    assert (held.kind, held.adds_up, held.gap) == ("outreach", False, unsettled("Xã Nà Sa"))
    assert only.added == {}


def test_looking_changes_nothing(changed_book: Book) -> None:
    before = contents(changed_book)
    for day in (EVE, JULY, date(2020, 1, 1), date(2030, 1, 1)):
        for span in (PAST, NOW):
            table(changed_book, PEOPLE, span, day)
    assert contents(changed_book) == before


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2030, 1, 1)])
def test_a_day_far_away_has_the_first_or_the_last_borders(changed_book: Book, day: date) -> None:
    found, near = table(changed_book, PEOPLE, PAST, day), JULY if day > JULY else EVE
    assert found.by_unit == table(changed_book, PEOPLE, PAST, near).by_unit
