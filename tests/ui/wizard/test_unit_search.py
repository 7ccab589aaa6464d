"""Finding a unit among those of a list."""

import pytest

from db.rules.units import Level, UnitLine
from tests.helpers.books import unit_lines
from ui.wizard.unit_search import UnitIndex

OTHER = UnitLine("dòng 9", "992", "Huyện Quế Sơn", "Huyện", 2, "99")


@pytest.fixture
def index() -> UnitIndex:
    """The units of the small district and of a neighbour."""
    return UnitIndex([*unit_lines(), OTHER])


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("que", ["Huyện Quế Sơn", "Xã Quế Lâm"]),
        ("quế lâm", ["Xã Quế Lâm", "Huyện Quế Sơn"]),
        ("xa dat", ["Xã Đạt Thành"]),
        ("hoa lam que", ["Xã Quế Lâm"]),
        ("99104", ["Xã An Bình"]),
        ("khong co", []),
    ],
)
def test_part_of_a_name_finds_it(index: UnitIndex, typed: str, names: list[str]) -> None:
    assert [item.name for item in index.find(typed)] == names


def test_a_unit_so_named_comes_before_what_lies_below_it(index: UnitIndex) -> None:
    found = index.find("hoa lam")

    assert found[0].name == "Huyện Hòa Lâm"
    assert len(found) == 6


def test_a_province_is_offered_after_all_others(index: UnitIndex) -> None:
    levels = [item.level for item in index.find("")]
    assert (levels[0], levels[-1], levels.count(Level.PROVINCE)) == (Level.DISTRICT, Level.PROVINCE, 1)


def test_a_chosen_district_narrows(index: UnitIndex) -> None:
    assert [item.name for item in index.find("", ["99", "992"])] == ["Huyện Quế Sơn"]


def test_what_lies_above_is_named_nearest_first(index: UnitIndex) -> None:
    assert index.find("an binh")[0].within == "Huyện Hòa Lâm, Tỉnh Đồng Lam"
