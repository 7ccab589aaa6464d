"""A place of a finding in words."""

import pytest

from tests.helpers.rule_sets import criterion, sound
from ui.common.rule_set_places import place_words

RULE_SET = sound(criterion("1", "10", items=(criterion("1.1"),)), criterion("", "2")).rule_set
CASES = {
    "title": "Tên",
    "group": "Các nhóm",
    "group.1": "Nhóm I",
    "group.1.code": "Nhóm I, mã",
    "group.1.criterion.1.most": "Tiêu chí 1, điểm chuẩn",
    "group.1.criterion.1.item.1.band.2.first": "Tiểu mục 1.1, khoảng dòng 2, từ",
    "group.1.criterion.2.code": "Tiêu chí dòng 2, mã",
    "class.2.least": "Loại weak, ít nhất",
    "failing.1.condition": "Điều kiện liệt dòng 1, điều kiện",
    "due.self": "Hạn xã tự chấm",
    "levels.2": "Các cấp dòng 2",
}


@pytest.mark.parametrize("place, words", CASES.items(), ids=CASES)
def test_a_place_is_told_as_an_officer_knows_it(place: str, words: str) -> None:
    assert place_words(RULE_SET, place) == words
