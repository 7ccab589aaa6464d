"""Where the figures of an earlier time belong in the borders of a later day: whole, in parts, in chains, unsettled."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.periods import Span
from db.rules.successions import Borders, Gap, GapKind, Succession, UnitDays, borders

EVE, JULY = date(2025, 6, 30), date(2025, 7, 1)
YEAR_END, JANUARY = date(2025, 12, 31), date(2026, 1, 1)
BEFORE = Span(date(2024, 1, 1), date(2024, 12, 31), 2024)
ACROSS = Span(date(2025, 1, 1), date(2025, 12, 31), 2025)
PROVINCE, DISTRICT, A, B, C, D, E, F = range(1, 9)
G = 9
# A province goes on; its district ends; communes A, B, C become D and E; half a year later E becomes F.
UNITS = (
    UnitDays(PROVINCE, "Tỉnh", 1),
    UnitDays(DISTRICT, "Huyện", 2, PROVINCE, None, EVE),
    UnitDays(A, "A", 3, DISTRICT, None, EVE),
    UnitDays(B, "B", 3, DISTRICT, None, EVE),
    UnitDays(C, "C", 3, DISTRICT, None, EVE),
    UnitDays(D, "D", 3, PROVINCE, JULY),
    UnitDays(E, "E", 3, PROVINCE, JULY, YEAR_END),
    UnitDays(F, "F", 3, PROVINCE, JANUARY),
)
WHOLES = (Succession(JULY, A, D), Succession(JULY, B, D), Succession(JULY, C, E))
SPLIT = (
    Succession(JULY, A, D),
    Succession(JULY, B, D, whole=False),
    Succession(JULY, B, E, whole=False),
    Succession(JULY, C, E),
)
LATER = (Succession(JANUARY, E, F),)
UNSETTLED = (Succession(JULY, A, D), Succession(JULY, None, D, whole=False), Succession(JULY, C, E))
ALL_HOME = {PROVINCE: PROVINCE, DISTRICT: PROVINCE}


def part(*names: str) -> Gap:
    return Gap(GapKind.PART, names)


def unsettled(*names: str) -> Gap:
    return Gap(GapKind.UNSETTLED, names)


CASES: dict[str, tuple[tuple[Succession, ...], int, Span, date, Borders]] = {
    "wholes add up in the new unit": (WHOLES, D, BEFORE, JULY, Borders({A: D, B: D}, {})),
    "another new unit gets only its own": (WHOLES, E, BEFORE, YEAR_END, Borders({C: E}, {})),
    "a chain leads over several days": (WHOLES + LATER, F, BEFORE, JANUARY, Borders({C: F}, {})),
    "a day between is asked in its own borders": (WHOLES + LATER, E, BEFORE, YEAR_END, Borders({C: E}, {})),
    "before the change each unit is itself": (WHOLES, A, BEFORE, EVE, Borders({A: A}, {})),
    "the province has all of it, its district's own too": (
        WHOLES + LATER,
        PROVINCE,
        BEFORE,
        JANUARY,
        Borders({**ALL_HOME, A: D, B: D, C: F}, {}),
    ),
    "old and new units of one span come together": (
        WHOLES,
        D,
        ACROSS,
        YEAR_END,
        Borders({A: D, B: D, D: D}, {}),
    ),
    "a part makes its unit not comparable": (
        SPLIT,
        D,
        BEFORE,
        JULY,
        Borders({A: D}, {D: part("B")}, part("B")),
    ),
    "a part is handed on in a chain": (
        SPLIT + LATER,
        F,
        BEFORE,
        JANUARY,
        Borders({C: F}, {F: part("B")}, part("B")),
    ),
    "the parts of a unit come together in what holds both": (
        SPLIT,
        PROVINCE,
        BEFORE,
        JULY,
        Borders({**ALL_HOME, A: D, B: PROVINCE, C: E}, {D: part("B"), E: part("B")}),
    ),
    "a part whose rest is not named lies across every border": (
        (*WHOLES[:1], Succession(JULY, B, D, whole=False)),
        D,
        BEFORE,
        JULY,
        Borders({A: D}, {D: part("B")}, part("B")),
    ),
    "a source not settled makes its unit not comparable": (
        UNSETTLED,
        D,
        BEFORE,
        JULY,
        Borders({A: D}, {D: unsettled("D")}, unsettled("D")),
    ),
    "what is not settled stays in the province that goes on": (
        UNSETTLED,
        PROVINCE,
        BEFORE,
        JULY,
        Borders({**ALL_HOME, A: D, B: PROVINCE, C: E}, {D: unsettled("D")}),
    ),
    "a new unit that no line names is not settled": (
        (),
        F,
        BEFORE,
        JANUARY,
        Borders({}, {F: unsettled("F")}, unsettled("F")),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_figures_belong_where_their_units_went(case: str) -> None:
    successions, unit_id, span, day, expected = CASES[case]
    found = borders(UNITS, successions, unit_id=unit_id, span=span, day=day)
    assert replace(found, joined=()) == expected


@pytest.mark.parametrize(
    ("successions", "unit_id", "joined"),
    [(WHOLES, D, ("D",)), (WHOLES, E, ()), (WHOLES, PROVINCE, ("D",)), (SPLIT, PROVINCE, ("Tỉnh",))],
)
def test_units_in_which_communes_came_together_are_named(
    successions: tuple[Succession, ...], unit_id: int, joined: tuple[str, ...]
) -> None:
    assert borders(UNITS, successions, unit_id=unit_id, span=BEFORE, day=JULY).joined == joined


def test_parts_that_come_together_again_are_a_whole() -> None:
    units = (*UNITS[:5], UnitDays(D, "D", 3, PROVINCE, JULY, YEAR_END), *UNITS[6:])
    both = (Succession(JANUARY, D, F), Succession(JANUARY, E, F))
    found = borders(units, SPLIT + both, unit_id=F, span=BEFORE, day=JANUARY)
    assert found == Borders({A: F, B: F, C: F}, {}, joined=("F",))


GOES_ON = (
    UnitDays(PROVINCE, "Tỉnh", 1),
    UnitDays(A, "A", 3, PROVINCE),
    UnitDays(B, "B", 3, PROVINCE, None, EVE),
)


def test_a_unit_that_goes_on_takes_another_in() -> None:
    rows = (Succession(JULY, A, A), Succession(JULY, B, A))
    found = borders(GOES_ON, rows, unit_id=A, span=BEFORE, day=JULY)
    assert found == Borders({A: A, B: A}, {}, joined=("A",))


def test_a_unit_that_goes_on_and_gave_a_part_away_is_not_comparable() -> None:
    units = (*GOES_ON[:2], UnitDays(D, "D", 3, PROVINCE, JULY))
    rows = (Succession(JULY, A, D, whole=False), Succession(JULY, A, A, whole=False))
    for unit_id in (A, D):
        found = borders(units, rows, unit_id=unit_id, span=BEFORE, day=JULY)
        assert found == Borders({}, {unit_id: part("A")}, part("A"))


def test_a_unit_that_changed_before_the_span_does_not_matter_to_it() -> None:
    span = Span(JULY, YEAR_END, 2025)
    found = borders(UNITS, SPLIT + LATER, unit_id=F, span=span, day=JANUARY)
    assert found == Borders({E: F}, {})


# Two provinces become one that keeps the code and the name of the first: its row goes on.
KEPT, LOST = 1, 2
MERGED = (
    UnitDays(KEPT, "Tỉnh Một", 1),
    UnitDays(LOST, "Tỉnh Hai", 1, None, None, EVE),
    UnitDays(A, "A", 3, KEPT, None, EVE),
    UnitDays(B, "B", 3, LOST, None, EVE),
    UnitDays(C, "C", 3, LOST, None, EVE),
    UnitDays(D, "D", 3, KEPT, JULY),
    UnitDays(E, "E", 3, KEPT, JULY),
)


def test_a_province_that_took_another_in_has_the_figures_of_both() -> None:
    rows = (Succession(JULY, A, D), Succession(JULY, B, E), Succession(JULY, C, E))
    found = borders(MERGED, rows, unit_id=KEPT, span=BEFORE, day=JULY)
    assert found == Borders({KEPT: KEPT, LOST: KEPT, A: D, B: E, C: E}, {}, joined=("E",))


def test_what_was_lost_on_the_way_into_another_province_is_named() -> None:
    rows = (Succession(JULY, A, D), Succession(JULY, B, E))
    found = borders(MERGED, rows, unit_id=KEPT, span=BEFORE, day=JULY)
    assert (found.gap, found.gaps) == (unsettled("C"), {})


def test_a_province_whose_communes_went_two_ways_lies_across() -> None:
    units = (*MERGED[:6], UnitDays(G, "Tỉnh Ba", 1), UnitDays(E, "E", 3, G, JULY))
    rows = (Succession(JULY, A, D), Succession(JULY, B, E), Succession(JULY, C, D))
    found = borders(units, rows, unit_id=KEPT, span=BEFORE, day=JULY)
    assert found.gap == part("Tỉnh Hai")
