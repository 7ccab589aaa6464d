"""A list of agencies: names of their time."""

from datetime import date

import pytest

from db.rules.agencies import Agency, check_agencies
from db.rules.periods import Span

D = date


@pytest.mark.parametrize(
    ("first", "last", "holds"),
    [
        (None, None, True),
        (None, D(2025, 2, 28), False),
        (None, D(2025, 3, 1), True),
        (D(2025, 6, 30), None, True),
        (D(2025, 7, 1), None, False),
    ],
)
def test_an_agency_holds_on_the_days_of_its_name(first: date | None, last: date | None, holds: bool) -> None:
    agency = Agency("x", "Sở Y tế", first, last)
    assert agency.holds_in(Span(D(2025, 3, 1), D(2025, 6, 30), 2025)) is holds


@pytest.mark.parametrize(
    ("agencies", "expected"),
    [
        ((Agency("a", "Sở Y tế"), Agency("b", "Sở Nội vụ")), []),
        ((Agency("a", ""), Agency("b", "")), [("required", "1.name"), ("required", "2.name")]),
        ((Agency("a", "x" * 251),), [("too_long", "1.name")]),
        ((Agency("a", "A", D(2025, 3, 1), D(2025, 2, 1)),), [("ends_before_begins", "1.valid_to")]),
        ((Agency("a", "Sở Y tế"), Agency("", "sở y tế")), [("agency_twice", "2.name")]),
        ((Agency("a", "A", None, D(2025, 2, 28)), Agency("", "A", D(2025, 3, 1))), []),
        (
            (Agency("a", "A", None, D(2025, 3, 1)), Agency("", "A", D(2025, 3, 1))),
            [("agency_twice", "2.name")],
        ),
    ],
)
def test_a_list_is_judged_as_a_whole(agencies: tuple[Agency, ...], expected: list[tuple[str, str]]) -> None:
    assert [(item.code, item.place) for item in check_agencies(agencies)] == expected


def test_a_long_list_is_judged_at_once() -> None:
    assert check_agencies([Agency(str(at), f"Cơ quan {at}") for at in range(3000)]) == ()
