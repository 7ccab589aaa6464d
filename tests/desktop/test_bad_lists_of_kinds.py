"""Bad lists of each kind of record, with the kind's own traps: told in words at the cell, and nothing stored."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from db.services.entering import entries
from db.sessions import Book
from exports.readers import sheets
from tests.helpers.books import NOW, OFFICER, unit_id
from tests.helpers.command_line import pcmd
from tests.helpers.record_lists import answered_here, list_file
from tests.helpers.sample_records import contents

Row = tuple[object, ...]
UNIT = "Xã Quế Lâm"
HEADS: dict[str, tuple[str, ...]] = {
    "trainings": ("Từ ngày", "Đến ngày", "Đơn vị", "Tên lớp", "Cán bộ dự lớp", "Số người khác", "Trong đó nữ"),
    "officials": ("Họ và tên", "Đơn vị", "Chức vụ", "Vai trò", "Nữ", "Từ ngày", "Đến ngày"),
    "establishments": (
        "Tên cơ sở", "Loại hình", "Xã", "Ngày mở cửa", "Ngày đóng cửa", "Ngày ký cam kết", "Ngày đếm lao động",
        "Số lao động", "Lao động nữ",
    ),
    "inspections": (
        "Ngày", "Xã", "Đoàn kiểm tra", "Cơ sở", "Có vi phạm", "Xử lý 1", "Tiền phạt 1 (đồng)", "Xử lý 2",
        "Tiền phạt 2 (đồng)",
    ),
    "hotspots": ("Ngày phát hiện", "Xã", "Địa điểm", "Ngày triệt xóa", "Ngày tái hoạt động"),
    "models": ("Tên mô hình", "Xã", "Năm bắt đầu", "Năm", "Tình trạng trong năm"),
    "figures": ("Kỳ", "Đơn vị", "Số liệu", "Giá trị"),
}  # fmt: skip
GOOD: dict[str, Row] = {
    "trainings": ("14/9/2025", "15/9/2025", UNIT, "Lớp một", "Lò Thị Bích", 30, 12),
    "officials": ("Cà Văn Mẫu", UNIT, "Công chức", "Lãnh đạo phụ trách", "x", "1/1/2025", None),
    "establishments": ("Nhà nghỉ Hương", "Nhà nghỉ", UNIT, "1/1/2024", None, "20/3/2025", "20/3/2025", 4, 3),
    "inspections": (
        "14/9/2025", UNIT, "Đoàn kiểm tra khác", None, "x", "Phạt tiền", 5_000_000, "Nhắc nhở", None,
    ),
    "hotspots": ("10/2/2025", UNIT, "Bến xe", "20/6/2025", "1/8/2025"),
    "models": ("Xã sạch", UNIT, 2024, 2025, "Duy trì"),
    "figures": ("quý III/2025", UNIT, "Số vụ đã phát hiện, xử lý", 3),
}  # fmt: skip

CELLS: list[tuple[str, str, object, str, str]] = [
    ("trainings", "Đến ngày", "13/9/2025", "ends_before_begins", "ở trước lúc bắt đầu"),
    ("trainings", "Đến ngày", "15/9/2035", "day_unlikely", "quá xa"),
    ("trainings", "Từ ngày", "15/9/1905", "day_unlikely", "quá xa"),
    ("trainings", "Cán bộ dự lớp", "Người Lạ", "record_unknown", "thêm vào sổ trước"),
    ("trainings", "Cán bộ dự lớp", "Lò Thị Bính", "near_names", "Lò Thị Bích"),
    ("trainings", "Cán bộ dự lớp", 12, "record_unknown", "Sổ chưa có “12”"),
    ("trainings", "Cán bộ dự lớp", "x" * 5_000, "too_long", "Dài quá 250"),
    ("trainings", "Trong đó nữ", 31, "part_over_whole", "lớn hơn tổng"),
    ("trainings", "Số người khác", "ba mươi", "not_count", "Hãy gõ số nguyên"),
    ("trainings", "Tên lớp", "Lớp của Lò Thị Mai, Nguyễn Văn An", "personal_names", "bỏ tên"),
    ("officials", "Họ và tên", 12345, "name_is_number", "chưa phải họ và tên"),
    ("officials", "Họ và tên", None, "required", "Cần nhập"),
    ("officials", "Nữ", "Nam/Nữ", "not_flag", "có hay không"),
    ("officials", "Vai trò", "Trưởng ban", "near_names", "Có phải ý là"),
    ("officials", "Đến ngày", "1/1/2024", "ends_before_begins", "ở trước lúc bắt đầu"),
    ("officials", "Từ ngày", "1/1/1900", "day_unlikely", "quá xa"),
    ("establishments", "Loại hình", "Sòng bạc", "not_in_list", "danh mục"),
    ("establishments", "Ngày đóng cửa", "1/1/2020", "ends_before_begins", "ở trước lúc bắt đầu"),
    ("establishments", "Ngày ký cam kết", "x", "not_date", "chưa phải là ngày"),
    ("establishments", "Ngày ký cam kết", "1/1/2099", "day_unlikely", "quá xa"),
    ("establishments", "Ngày ký cam kết", 45914, "day_is_number", "định dạng ô là ngày"),
    ("establishments", "Ngày đếm lao động", None, "required", "Cần nhập"),
    ("establishments", "Lao động nữ", 5, "part_over_whole", "lớn hơn tổng"),
    ("establishments", "Số lao động", 4.5, "not_whole", "số nguyên"),
    ("inspections", "Cơ sở", "Cơ sở lạ", "record_unknown", "thêm vào sổ trước"),
    ("inspections", "Đoàn kiểm tra", "Đoàn lạ", "not_in_list", "danh mục"),
    ("inspections", "Có vi phạm", 3, "not_flag", "có hay không"),
    ("inspections", "Có vi phạm", "không", "handled_without_breach", "ghi là không"),
    ("inspections", "Xử lý 1", None, "required", "Cần nhập"),
    ("inspections", "Xử lý 1", "Phạt tiền; Cảnh cáo", "near_names", "Phạt tiền"),
    ("inspections", "Tiền phạt 1 (đồng)", "5 triệu", "not_count", "Hãy gõ số nguyên"),
    ("inspections", "Tiền phạt 1 (đồng)", -5, "not_count", "chưa phải là số"),
    ("inspections", "Tiền phạt 2 (đồng)", 5, "sum_without_fine", "phạt tiền"),
    ("hotspots", "Địa điểm", None, "required", "Cần nhập"),
    ("hotspots", "Ngày triệt xóa", "1/2/2025", "event_before_found", "ở trước ngày phát hiện"),
    ("hotspots", "Ngày triệt xóa", None, "not_removed_before", "chưa bị triệt xóa"),
    ("hotspots", "Ngày triệt xóa", "đã xóa", "not_date", "chưa phải là ngày"),
    ("hotspots", "Ngày tái hoạt động", "1/6/2025", "not_removed_before", "chưa bị triệt xóa"),
    ("hotspots", "Ngày tái hoạt động", "1/1/2025", "event_before_found", "ở trước ngày phát hiện"),
    ("models", "Năm", None, "required", "Cần nhập"),
    ("models", "Năm", 25, "not_year", "chưa phải là năm"),
    ("models", "Năm", "2025-2026", "not_year", "chưa phải là năm"),
    ("models", "Năm", 2023, "year_before_start", "ở trước năm bắt đầu"),
    ("models", "Năm", 2099, "year_unlikely", "quá xa"),
    ("models", "Năm bắt đầu", 2024.5, "not_year", "chưa phải là năm"),
    ("models", "Tình trạng trong năm", "đang làm", "not_in_list", "danh mục"),
    ("figures", "Số liệu", "Số lạ", "not_in_list", "danh mục"),
    ("figures", "Kỳ", "quý V/2025", "not_period", "chưa phải là kỳ"),
    ("figures", "Kỳ", "13/2025", "not_period", "chưa phải là kỳ"),
    ("figures", "Kỳ", "quý III/25", "not_period", "chưa phải là kỳ"),
    ("figures", "Kỳ", "quý III/2099", "year_unlikely", "quá xa"),
    ("figures", "Giá trị", None, "required", "Cần nhập"),
    ("figures", "Giá trị", "ba", "not_count", "Hãy gõ số nguyên"),
    ("figures", "Giá trị", -3, "not_count", "chưa phải là số"),
    ("figures", "Giá trị", 3.5, "not_whole", "số nguyên"),
    *((kind, HEADS[kind][1], "Xã Quế Lan", "near_names", "Xã Quế Lâm") for kind in ("officials", "hotspots")),
]  # fmt: skip

# What two cells say together is told at the one that cannot be so.
ELSEWHERE = {
    ("hotspots", "not_removed_before"): "Ngày tái hoạt động",
    ("inspections", "handled_without_breach"): "Xử lý 1",
}


@pytest.fixture
def office(book_folder: Path) -> Path:
    """An office with one official in its register."""
    with Book(book_folder, clock=lambda: NOW) as book, book.writing(who=OFFICER) as session:
        entries.add(session, "officials", {"name": "Lò Thị Bích", "unit_id": unit_id(session, "99102")})
    return book_folder


def told(office: Path, folder: Path, kind: str, rows: Sequence[Row]) -> list[tuple[str, str, str]]:
    """Import a list, see that nothing of it is stored, and return place, code and words of each finding."""
    before = stored(office)
    path = list_file(folder / "a.xlsx", HEADS[kind], rows)
    ran = pcmd("--data", office, "records", "import", kind, path, "--json")
    assert (ran.code, stored(office)) == (1, before)
    return [
        (item["place"].removeprefix("Danh sách!"), item["code"], item["message"])
        for item in ran.values["findings"]
    ]


def stored(office: Path) -> object:
    with Book(office, clock=lambda: NOW) as book:
        return contents(book)


@pytest.mark.parametrize(
    ("kind", "head", "value", "code", "words"), CELLS, ids=[f"{item[0]}-{item[3]}" for item in CELLS]
)
def test_a_bad_cell_of_a_kind_is_told_at_its_place(
    office: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    head: str,
    value: object,
    code: str,
    words: str,
) -> None:
    monkeypatch.setattr(sheets, "child_answer", answered_here)
    at = HEADS[kind].index(head)
    row = (*GOOD[kind][:at], value, *GOOD[kind][at + 1 :])
    place = "ABCDEFGHI"[HEADS[kind].index(ELSEWHERE.get((kind, code), head))] + "2"
    found = told(office, tmp_path, kind, [row])
    assert [(where, which, words in said) for where, which, said in found] == [(place, code, True)]


PAIRS: list[tuple[str, int, object, str, str]] = [
    ("trainings", 5, 31, "row_twice", "cùng Từ ngày, Đến ngày, Đơn vị, Tên lớp với"),
    ("officials", 2, "Phó Chủ tịch", "row_twice", "cùng Họ và tên, Đơn vị với"),
    ("hotspots", 4, None, "row_twice", "Dòng này cùng"),
    ("models", 4, "Kết thúc", "row_twice", "cùng Tên mô hình, Xã với"),
    ("figures", 3, 4, "row_twice", "Dòng này cùng"),
    ("figures", 0, "7/2025", "figure_overlaps", "trùng ngày với kỳ"),
    ("figures", 0, "9 tháng năm 2025", "figure_overlaps", "trùng ngày với kỳ"),
]


@pytest.mark.parametrize(("kind", "at", "value", "code", "words"), PAIRS)
def test_two_rows_that_do_not_go_together_are_told_at_the_second(
    office: Path, tmp_path: Path, kind: str, at: int, value: object, code: str, words: str
) -> None:
    second = (*GOOD[kind][:at], value, *GOOD[kind][at + 1 :])
    found = told(office, tmp_path, kind, [GOOD[kind], second])
    assert [(place, found_code, words in said) for place, found_code, said in found] == [("A3", code, True)]


@pytest.mark.parametrize("kind", list(GOOD))
def test_the_good_row_of_a_kind_is_taken_whole_and_once(office: Path, tmp_path: Path, kind: str) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS[kind], [GOOD[kind]])
    first, again = (pcmd("--data", office, "records", "import", kind, path, "--json") for _ in range(2))
    assert [first.values[state] for state in ("new", "changed", "same")] == [1, 0, 0]
    assert [again.values[state] for state in ("new", "changed", "same")] == [0, 0, 1]
