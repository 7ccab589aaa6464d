"""Of a unit on a day on which it did not exist is named what it came from or became; sure only as a whole."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.stand_ins import CodedUnit, not_there, stand_ins
from db.rules.successions import Succession

EVE, JULY, YEAR_END, JANUARY = (date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 31), date(2026, 1, 1))
PROVINCE = 1
A, B, C, D, E, F, G = range(11, 18)
UNITS = (
    CodedUnit(A, "Xã A", 3, PROVINCE, None, EVE, "00001"),
    CodedUnit(B, "Xã B", 3, PROVINCE, None, EVE, "00002"),
    CodedUnit(C, "Xã C", 3, PROVINCE, None, EVE, "00003"),
    CodedUnit(D, "Xã D", 3, PROVINCE, JULY, YEAR_END, "00004"),
    CodedUnit(E, "Xã E", 3, PROVINCE, JULY, None, "00005"),
    CodedUnit(F, "Phường F", 3, PROVINCE, JANUARY, None, "00004"),
    CodedUnit(G, "Xã G", 3, PROVINCE, JULY, None, "00007"),
)
# A and B became D, which became F; C went in parts to E and G, and what else G was made of is not settled.
ROWS = (
    Succession(JULY, A, D),
    Succession(JULY, B, D),
    Succession(JANUARY, D, F),
    Succession(JULY, C, E, whole=False),
    Succession(JULY, C, G, whole=False),
    Succession(JULY, None, G),
)
BEFORE, BETWEEN, AFTER = date(2024, 5, 6), date(2025, 8, 1), date(2026, 3, 1)

# unit, day, who stood there, whether that is sure
CASES = [
    (A, BETWEEN, [D], True),
    (A, AFTER, [F], True),
    (A, JULY, [D], True),
    (D, EVE, [A, B], False),
    (D, JANUARY, [F], True),
    (F, YEAR_END, [D], True),
    (F, BEFORE, [A, B], False),
    (C, AFTER, [E, G], False),
    (E, BEFORE, [C], False),
    (G, BEFORE, [C], False),
]


@pytest.mark.parametrize(("unit", "day", "stood", "sure"), CASES)
def test_who_stood_there(unit: int, day: date, stood: list[int], sure: bool) -> None:
    asked = next(item for item in UNITS if item.id == unit)
    found = stand_ins(asked, day, UNITS, ROWS)
    names = {item.id: item.name for item in UNITS}
    assert ([item.name for item in found.units], found.is_sure) == (sorted(names[key] for key in stood), sure)


def test_without_a_succession_nobody_is_named() -> None:
    found = stand_ins(UNITS[0], AFTER, UNITS, ())
    assert (found.units, found.is_sure) == ((), False)
    assert not_there("unit_id", "Xã A", AFTER, found).code == "unit_not_on_day"


def test_one_whose_only_known_source_is_beside_an_open_one_is_not_sure() -> None:
    rows = (Succession(JULY, A, E), Succession(JULY, None, E))
    assert stand_ins(UNITS[4], BEFORE, UNITS, rows).is_sure is False


@pytest.mark.parametrize(
    ("unit", "day", "code", "facts"),
    [
        (
            A,
            AFTER,
            "unit_not_on_day_then",
            {"then": "Phường F (00004)", "unit_ids": str(F), "unit_id": str(F)},
        ),
        (
            F,
            BEFORE,
            "unit_not_on_day_several",
            {"then": "Xã A (00001), Xã B (00002)", "unit_ids": f"{A} {B}"},
        ),
    ],
)
def test_the_finding_names_them_and_offers_only_a_sure_one(
    unit: int, day: date, code: str, facts: dict[str, str]
) -> None:
    asked = next(item for item in UNITS if item.id == unit)
    finding = not_there("unit_id", asked.name, day, stand_ins(asked, day, UNITS, ROWS))
    day_fact = {"day": f"{day:%d/%m/%Y}"}
    assert (finding.code, finding.facts) == (code, day_fact | facts)


@pytest.mark.parametrize(
    ("unit", "day", "elsewhere", "code", "offered"),
    [
        (A, AFTER, {F}, "unit_not_on_day_elsewhere", None),
        (C, AFTER, {G}, "unit_not_on_day_several", str(E)),
        (C, AFTER, {E, G}, "unit_not_on_day_elsewhere", None),
    ],
)
def test_what_the_office_keeps_no_records_of_is_named_but_not_offered(
    unit: int, day: date, elsewhere: set[int], code: str, offered: str | None
) -> None:
    asked = next(item for item in UNITS if item.id == unit)
    found = replace(stand_ins(asked, day, UNITS, ROWS), elsewhere=frozenset(elsewhere))
    finding = not_there("unit_id", asked.name, day, found)
    assert (finding.code, finding.facts.get("unit_ids")) == (code, offered)
    assert all(item.name in finding.facts["then"] for item in found.units)
