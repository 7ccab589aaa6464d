"""Where figures belong in the borders of an earlier day: what came from one unit alone, and what cannot be parted."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.both_ways import borders_of_day
from db.rules.periods import Span
from db.rules.successions import Borders, Gap, GapKind, Succession, UnitDays
from tests.db.rules.test_successions import (
    ACROSS,
    BEFORE,
    DISTRICT,
    EVE,
    GOES_ON,
    JULY,
    PROVINCE,
    SPLIT,
    UNITS,
    WHOLES,
    A,
    B,
    C,
    D,
    E,
    F,
)

AFTER = Span(date(2026, 1, 1), date(2026, 12, 31), 2026)
AUTUMN = Span(date(2025, 9, 1), date(2025, 11, 30), 2025)
SPRING = date(2025, 3, 1)
SECOND_HALF = {E: C, A: A, B: B, C: C}


def merged(*names: str) -> Gap:
    return Gap(GapKind.MERGED, names)


CASES: dict[str, tuple[tuple[Succession, ...], int, Span, Borders]] = {
    "what came from one unit alone belongs to it": (
        WHOLES,
        DISTRICT,
        AUTUMN,
        Borders({**SECOND_HALF, DISTRICT: DISTRICT, D: DISTRICT}, {A: merged("D"), B: merged("D")}),
    ),
    "the whole scope keeps what its units cannot share": (
        WHOLES,
        PROVINCE,
        AUTUMN,
        Borders(
            {**SECOND_HALF, PROVINCE: PROVINCE, DISTRICT: DISTRICT, D: PROVINCE},
            {A: merged("D"), B: merged("D")},
        ),
    ),
    "a unit that lies in a greater one is not comparable": (
        WHOLES,
        A,
        AUTUMN,
        Borders({A: A}, {A: merged("D")}, merged("D")),
    ),
    "a unit that another alone goes on with is": (WHOLES, C, AUTUMN, Borders({C: C, E: C}, {})),
    "a chain of single units leads back": (
        (*WHOLES, Succession(date(2026, 1, 1), E, F)),
        C,
        AFTER,
        Borders({C: C, E: C, F: C}, {}),
    ),
    "the years before the day are as they were": (WHOLES, C, BEFORE, Borders({C: C}, {})),
    "the year of the change is parted where it can be": (WHOLES, C, ACROSS, Borders({C: C, E: C}, {})),
    "a unit that no line tells of is not settled": (
        WHOLES[:2],
        C,
        AUTUMN,
        Borders({C: C}, {C: Gap(GapKind.UNSETTLED, ("C",))}, Gap(GapKind.UNSETTLED, ("C",))),
    ),
    "a part that came with another's is not comparable": (
        SPLIT,
        B,
        AUTUMN,
        Borders({B: B}, {B: merged("D", "E")}, merged("D", "E")),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_figures_belong_where_their_units_came_from(case: str) -> None:
    successions, unit_id, span, expected = CASES[case]
    found = borders_of_day(UNITS, successions, unit_id=unit_id, span=span, day=SPRING)
    assert replace(found, joined=()) == expected


def test_parts_of_one_unit_alone_make_it_up_again() -> None:
    rows = (Succession(JULY, A, D, whole=False), Succession(JULY, A, E, whole=False))
    units = (UNITS[0], UnitDays(A, "A", 3, PROVINCE, None, EVE), *UNITS[5:7])
    found = borders_of_day(units, rows, unit_id=A, span=AUTUMN, day=SPRING)
    assert (found.homes, found.gaps, found.gap) == ({A: A, D: A, E: A}, {}, None)
    assert found.joins == {A: "A"}


def test_a_unit_that_took_another_in_is_no_longer_what_it_was() -> None:
    found = borders_of_day(GOES_ON, (Succession(JULY, B, A),), unit_id=PROVINCE, span=AUTUMN, day=SPRING)
    assert found.gaps == {A: merged("A"), B: merged("A")}
    assert (found.homes[A], found.gap) == (PROVINCE, None)


@pytest.mark.parametrize("span", [BEFORE, ACROSS, AUTUMN])
def test_a_new_unit_is_seen_as_those_it_was_made_of(span: Span) -> None:
    found = borders_of_day(UNITS, WHOLES, unit_id=D, span=span, day=SPRING)
    assert found.scope == {A, B}
    assert found.gap is None
    assert set(found.gaps) == (set() if span is BEFORE else {A, B})


def test_a_unit_that_ended_is_seen_as_those_it_went_to() -> None:
    found = borders_of_day(UNITS, WHOLES, unit_id=DISTRICT, span=BEFORE, day=JULY)
    assert found.scope == {D, E}
    assert found == Borders({A: D, B: D, C: E, DISTRICT: DISTRICT}, {}, joined=("D",))


def test_what_a_unit_took_from_outside_is_named() -> None:
    own = (UnitDays(A, "A", 3, DISTRICT, None, EVE), UnitDays(B, "B", 3, PROVINCE, None, EVE))
    units = (*UNITS[:2], *own, UNITS[5])
    found = borders_of_day(units, WHOLES[:2], unit_id=DISTRICT, span=BEFORE, day=JULY)
    assert found.gaps == {D: Gap(GapKind.OUTSIDE, ("B",))}
