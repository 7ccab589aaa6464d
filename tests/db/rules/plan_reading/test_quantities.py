"""Numbers of targets: each value read whole, with what it means."""

from decimal import Decimal

import pytest

from db.rules.plan_reading.quantities import quantities

WHOLE = [
    ("Tăng từ 3% - 5% số vụ được xử lý", ("change", "increase", "3", "5", "%")),
    ("Giúp 100 - 150 người có việc làm", ("range", "between", "100", "150", "người")),
    ("Giúp từ 100 đến 150 người có việc làm", ("range", "between", "100", "150", "người")),
    ("11/11 huyện lập đội công tác", ("share", "at_least", "11", None, "huyện")),
    ("Giữ 80% (470/584) đơn vị trong sạch", ("share", "at_least", "80", None, "%")),
    ("Xây dựng ít nhất 01 mô hình", ("count", "at_least", "1", None, "mô hình")),
    ("Có ít nhất một mô hình điểm", ("count", "at_least", "1", None, "mô hình")),
    ("Giảm 50% so với năm trước", ("change", "decrease", "50", None, "%")),
    ("Giảm số tụ điểm 50% so với năm 2024", ("change", "decrease", "50", None, "%")),
    ("Giảm xuống còn dưới 5% số vụ", ("share", "at_most", "5", None, "%")),
    ("Đưa tin ít nhất một quý một lần", ("frequency", "at_least", "1", None, "lần/quý")),
    ("Đăng 02 lần/tháng trên báo", ("frequency", "at_least", "2", None, "lần/tháng")),
    ("Không để tái hoạt động 21 tụ điểm", ("at_most", "none", "21", None, "tụ điểm")),
    ("Không để phát sinh tệ nạn", ("at_most", "none", None, None, "")),
    ("100% cơ sở cam kết không để xảy ra vi phạm", ("share", "at_least", "100", None, "%")),
    ("Không quá 03 vụ trong năm", ("at_most", "at_most", "3", None, "vụ")),
    ("Đạt 92,5 % cán bộ", ("share", "at_least", "92.5", None, "%")),
    ("Phát 1.200 tờ rơi", ("count", "at_least", "1200", None, "tờ rơi")),
    ("Từ 70–80% số hộ", ("share", "between", "70", "80", "%")),
    ("Hỗ trợ tại 55 xã, phường, thị trấn", ("count", "at_least", "55", None, "xã, phường, thị trấn")),
    ("Kiểm tra ít nhất một lần/năm", ("frequency", "at_least", "1", None, "lần/năm")),
    ("Giao ban 6 tháng một lần", ("frequency", "at_least", "1", None, "lần/6 tháng")),
    ("Kiểm tra 02 lần trong năm", ("frequency", "at_least", "2", None, "lần/năm")),
    ("Hằng năm mở ít nhất 04 hội nghị", ("frequency", "at_least", "4", None, "hội nghị/năm")),
    ("Mỗi năm 02 lớp cho cán bộ", ("frequency", "at_least", "2", None, "lớp/năm")),
    ("Mở 01 hoạt động truyền thông/quý", ("frequency", "at_least", "1", None, "hoạt động truyền thông/quý")),
    ("Thí điểm 01 mô hình", ("count", "at_least", "1", None, "mô hình")),
    ("Mở một (01) mô hình", ("count", "at_least", "1", None, "mô hình")),
    ("Mở 02 (hai) lớp", ("count", "at_least", "2", None, "lớp")),
    ("Không dưới 80% hộ", ("share", "at_least", "80", None, "%")),
    ("Không dưới 2 lượt mỗi cơ sở", ("count", "at_least", "2", None, "lượt")),
    ("Cung cấp 5.000 tờ rơi", ("count", "at_least", "5000", None, "tờ rơi")),
    ("Xóa tổng số 15 tụ điểm", ("count", "at_least", "15", None, "tụ điểm")),
    ("Tụ điểm còn lại: 0 tụ điểm", ("at_most", "at_most", "0", None, "tụ điểm")),
    ("Tăng bình quân 5%/năm", ("change", "increase", "5", None, "%")),
    ("Tăng từ 70% lên 85% số hộ", ("share", "at_least", "85", None, "%")),
    ("Giảm từ 30% xuống còn 20% số vụ", ("share", "at_most", "20", None, "%")),
    ("Giảm từ 3 tụ điểm xuống còn 01 tụ điểm", ("at_most", "at_most", "1", None, "tụ điểm")),
    ("Số vụ không tăng quá 2% so với năm 2019", ("share", "at_most", "2", None, "%")),
    ("Giảm 1/3 số tụ điểm", ("change", "decrease", "33.3", None, "%")),
    ("Giữ mức 3.5% số vụ", ("share", "at_least", "3.5", None, "%")),
    ("Tất cả các xã xây dựng kế hoạch", ("share", "at_least", "100", None, "%")),
]
NONE = [
    "Theo Quyết định số 905/QĐ-UBND ngày 14/5/2019",
    "Từ năm 2021 đến năm 2025 giữ vững địa bàn",
    "Đội kiểm tra liên ngành 178 hoạt động",
    "Theo Điều 5 và khoản 2 của quy chế",
    "Chi tiết theo phụ lục số 01",
    "Theo điểm 2 mục II",
    "Trong năm 2022 tiếp tục vận động",
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_value_is_read_whole(text: str, expected: tuple[str, str, str | None, str | None, str]) -> None:
    kind, operator, value, value_to, unit = expected
    found = quantities(text)[0]
    assert (found.kind, found.operator, found.unit) == (kind, operator, unit)
    assert found.value == (Decimal(value) if value else None)
    assert found.value_to == (Decimal(value_to) if value_to else None)


@pytest.mark.parametrize("text", NONE)
def test_years_documents_and_teams_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_share_knows_the_numbers_that_it_was_counted_from() -> None:
    found = quantities("Giữ 80% (470/584 xã) trong sạch")
    assert (len(found), found[0].part, found[0].of) == (1, Decimal(470), Decimal(584))


def test_text_of_several_numbers_gives_them_in_order() -> None:
    found = quantities("Tập huấn cho 70% người lao động, 100% học sinh, mở 3 lớp")
    assert [(str(item.value), item.unit) for item in found] == [("70", "%"), ("100", "%"), ("3", "lớp")]


def test_share_in_brackets_is_that_of_the_fraction_before_it() -> None:
    found = quantities("Có 14/16 phường (đạt 87,5%) được công nhận; giữ vững 10 phường")
    assert [(str(item.value), item.unit) for item in found] == [("14", "phường"), ("10", "phường")]


def test_number_without_a_unit_borrows_that_of_the_number_after_it() -> None:
    first, second = quantities("Xây dựng mới 05 và duy trì 50 xã")
    assert (first.unit, first.certain, second.certain) == ("xã", False, True)


def test_promise_within_a_text_that_nothing_may_happen_is_one() -> None:
    found = quantities("Triệt xóa 100% tụ điểm; không để 21 tụ điểm tái hoạt động")
    assert [(item.kind, item.operator, str(item.value)) for item in found] == [
        ("share", "at_least", "100"),
        ("at_most", "none", "21"),
    ]


def test_range_whose_end_is_smaller_is_not_certain() -> None:
    assert [item.certain for item in quantities("Xây dựng 0103 - 05 mô hình")] == [False]
