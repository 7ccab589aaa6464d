"""The guard of free text: what looks like a trace of a person, and what must pass."""

import pytest

from db.rules.entry_kinds import ENTRY_KINDS
from db.rules.personal_data import is_free_text, personal_finding

TRACES = [
    ("CCCD 011098001234", "personal_citizen"),
    ("số 011098001234", "personal_citizen"),
    ("011 098 001 234", "personal_citizen"),
    ("Chứng minh nhân dân số 040123456", "personal_citizen"),
    ("CMND: 040123456", "personal_citizen"),
    ("đã lập biên bản 040123456", "personal_citizen"),
    ("liên hệ 0912345678", "personal_phone"),
    ("liên hệ 0912.345.678", "personal_phone"),
    ("gọi +84 912 345 678", "personal_phone"),
    ("SĐT: 02153825123", "personal_phone"),
    ("tuyên truyền 500 người, phát 1.200 tờ rơi; " * 20 + "liên hệ 0912345678", "personal_phone"),
    ("ngày 12/3/2025 tại bản; " * 20 + "chứng minh nhân dân số: 04 0123 456", "personal_citizen"),
    ("sinh ngày 12/3/1990", "personal_birth"),
    ("sinh ngày 12 / 3 / 90", "personal_birth"),
    ("sinh năm 1990", "personal_birth"),
    ("(SN 1987)", "personal_birth"),
    ("năm sinh: 2001", "personal_birth"),
    ("nữ, sinh năm 1999, trú tại bản", "personal_birth"),
    ("Ngày sinh 1.2.1985", "personal_birth"),
    ("Nguyễn Văn An, Lò Thị Bích", "personal_names"),
    ("1. Quàng Thị Mai 2. Giàng A Páo", "personal_names"),
    ("Người dự: Trần Thị Hoa; Lê Văn Bình và Vàng Thị Dở", "personal_names"),
    ("chị Lò Mai, anh Cà Nam", "personal_names"),
    ("NGUYỄN VĂN AN, LÒ THỊ BÍCH", "personal_names"),
    ("nạn nhân Lò Thị Mai", "personal_names"),
    ("hỗ trợ người bán dâm tên Lường Thị Pọm", "personal_names"),
]
NO_TRACES = [
    "",
    "Phòng, chống mại dâm tại cơ sở",
    "Kế hoạch số 123/KH-UBND ngày 15/01/2025",
    "Nghị định số 178/2004/NĐ-CP ngày 15/10/2004",
    "Kinh phí 500.000.000 đồng",
    "phạt tiền 150000000 đồng",
    "số tiền 150000000",
    "Trường THCS Nguyễn Văn Trỗi và Trường Tiểu học Lê Văn Tám",
    "Đường Trần Hưng Đạo, Lê Thánh Tông và Nguyễn Thị Minh Khai",
    "Trường THPT Trần Can Lộc, Nguyễn Hữu Thọ Xuân",
    "Xã Hoàng Văn Thụ, huyện Mai Sơn",
    "tỉnh Hà Giang, Cao Bằng, Lâm Đồng, Lai Châu",
    "UBND xã Quài Tở phối hợp Hội Liên hiệp Phụ nữ huyện Tuần Giáo",
    "Công an huyện, Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Tuyên truyền cho học sinh năm 2010 trở đi",
    "vệ sinh ngày 12/3/2025",
    "số vụ phát sinh năm 2019",
    "Kinh phí 500.000.000 đồng; " * 20 + "số vụ phát sinh năm 2019",
    "Nhà nghỉ Hoàng Thị Lan, khách sạn Lê Văn Hưng",
    "Báo cáo viên: Nguyễn Văn An",
    "Từ ngày 15/12/2024 đến 14/3/2025",
    "Hồ sơ số 12345678",
    "Giấy phép 6200123456",
    "Tổng đài 111, đường dây nóng 18001567",
    "Bản Nà Sáy, bản Hua Ca, Khối Tân Giang",
]


@pytest.mark.parametrize(("text", "code"), TRACES)
def test_a_trace_of_a_person_is_seen(text: str, code: str) -> None:
    found = personal_finding(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", NO_TRACES)
def test_places_agencies_documents_and_money_pass(text: str) -> None:
    assert personal_finding(text) is None


def test_officials_of_the_register_may_be_named() -> None:
    text = "Nguyễn Văn An, Lò Thị Bích"
    assert personal_finding(text, {"Nguyễn Văn An", "Lò Thị Bích"}) is None


def test_an_official_among_others_does_not_hide_them() -> None:
    found = personal_finding("Nguyễn Văn An, Lò Thị Bích, Cà Văn Hặc", {"Nguyễn Văn An"})
    assert found is not None
    assert found.value == "Lò Thị Bích, Cà Văn Hặc"


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("outreach", ["topic", "organiser", "note"]),
        ("trainings", ["title", "topics", "place", "organiser", "target_groups", "lecturer", "note"]),
        ("officials", []),
        ("establishments", ["note"]),
    ],
)
def test_the_guard_reads_what_people_write_freely(kind: str, keys: list[str]) -> None:
    assert [field.key for field in ENTRY_KINDS[kind].fields if is_free_text(field)] == keys
