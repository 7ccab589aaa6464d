"""Near names for what was misspelt."""

import pytest

from db.rules.near_names import near_names

COMMUNES = ("Xã Quài Tở", "Xã Quài Cang", "Xã Quài Nưa", "Xã Pú Nhung", "Thị trấn Tuần Giáo", "Xã Xá Nhè")

MISSPELT = [
    ("xa quai to", "Xã Quài Tở"),
    ("XÃ PU NHUNG", "Xã Pú Nhung"),
    ("Tuần Giao", "Thị trấn Tuần Giáo"),
    ("Xã Sáng Nhè", "Xã Xá Nhè"),
    ("Quai Nua", "Xã Quài Nưa"),
    ("Xã Sá Nhè", "Xã Xá Nhè"),
    ("Xã Pu Nhung", "Xã Pú Nhung"),
    ("Xã Cuài Tở", "Xã Quài Tở"),
    ("Quàicang", "Xã Quài Cang"),
]
HEARD = [
    ("Sá Tổng", ("Na Tông", "Nà Tòng", "Xá Tổng", "Sa Lông"), "Xá Tổng"),
    ("Can Hồ", ("Căn Co", "Kan Hồ", "Bản Hon"), "Kan Hồ"),
    ("Đakrông", ("Đa Krông", "An Đôn", "Ba Đồn"), "Đa Krông"),
    ("Sỹ Bình", ("Hòa Bình", "Sĩ Bình", "Lục Bình"), "Sĩ Bình"),
]


@pytest.mark.parametrize(("typed", "nearest"), MISSPELT)
def test_the_nearest_name_comes_first(typed: str, nearest: str) -> None:
    assert near_names(typed, COMMUNES)[0] == nearest


@pytest.mark.parametrize(("typed", "known", "nearest"), HEARD)
def test_what_is_heard_alike_is_nearer_than_what_is_written_alike(
    typed: str, known: tuple[str, ...], nearest: str
) -> None:
    assert near_names(typed, known)[0] == nearest


def test_no_more_names_than_asked_for_and_none_twice() -> None:
    assert len(near_names("Xã Quài", (*COMMUNES, *COMMUNES), most=2)) == 2
    assert len(set(near_names("Xã Quài", (*COMMUNES, *COMMUNES)))) == 3


def test_equally_near_names_come_in_a_fixed_order() -> None:
    assert near_names("ab", ("abd", "abc")) == ("abc", "abd")


@pytest.mark.parametrize("typed", ["", "zzzz", "1234567"])
def test_what_is_near_to_nothing_has_no_near_names(typed: str) -> None:
    assert near_names(typed, COMMUNES) == ()
