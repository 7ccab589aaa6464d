"""Which units of a handed book are which of ours."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.handing.same_units import UnitOfTime, same_units

MARCH, EVE, JULY = date(2025, 3, 1), date(2025, 6, 30), date(2025, 7, 1)
# As a district that read both lists knows a commune whose code went to another one.
OLD = UnitOfTime(1, "03166", 3, "Xã", "Xã Chà Cang", None, EVE, MARCH)
NEW = UnitOfTime(2, "03166", 3, "Xã", "Xã Mường Chà", JULY, None, JULY)
# As a commune that read the list of July alone knows itself.
OURS = UnitOfTime(7, "03166", 3, "Xã", "Xã Mường Chà", None, None, JULY)


def test_a_code_that_changed_its_meaning_is_two_units_and_ours_learns_its_first_day() -> None:
    found = same_units([OLD, NEW], [OURS])
    assert found.same == {NEW.id: OURS.id}
    assert found.learned == (replace(OURS, valid_from=JULY),)
    assert found.findings == ()


def test_ours_begins_after_the_other_one_where_nobody_says_when() -> None:
    assert same_units([OLD], [OURS]).learned == (replace(OURS, valid_from=JULY),)


def test_a_commune_of_one_name_before_and_after_is_ours_before() -> None:
    old = replace(OLD, name="Xã Mường Mùn")
    new = replace(NEW, name="Xã Mường Mùn")
    ours = replace(OURS, name="Xã Mường Mùn", known_from=MARCH)
    found = same_units([new, old], [ours])
    assert found.same == {old.id: ours.id}
    assert found.learned == (replace(ours, valid_to=EVE),)


def test_a_commune_of_one_name_before_and_after_is_ours_after() -> None:
    old, new = replace(OLD, name="Xã Mường Mùn"), replace(NEW, name="Xã Mường Mùn")
    found = same_units([old, new], [replace(OURS, name="Xã Mường Mùn")])
    assert found.same == {new.id: OURS.id}


@pytest.mark.parametrize(
    ("theirs", "ours", "same"),
    [
        ("Xã Hoà Lâm", "Xã Hòa Lâm", True),
        ("xã  hòa lâm", "Xã Hòa Lâm", True),
        ("Xã Hòa Lam", "Xã Hòa Lâm", False),
    ],
)
def test_names_are_compared_as_people_write_them(theirs: str, ours: str, same: bool) -> None:
    found = same_units([replace(NEW, name=theirs)], [replace(OURS, name=ours)])
    assert (bool(found.same), bool(found.findings)) == (same, not same)


def test_another_kind_is_another_unit_but_for_provinces() -> None:
    commune = same_units([replace(NEW, kind="Phường")], [OURS])
    assert [finding.code for finding in commune.findings] == ["handed_unit_differs"]
    theirs = UnitOfTime(1, "75", 1, "Tỉnh", "Tỉnh Đồng Nai", None, None, JULY)
    ours = UnitOfTime(9, "75", 1, "Thành phố", "Thành phố Đồng Nai", None, None, JULY)
    assert same_units([theirs], [ours]).same == {1: 9}
