"""Lists whose rows bring what belongs to a record: commitments, handlings, events, years, who attended."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.records import (
    Attendance,
    Commitment,
    Establishment,
    Figure,
    Handling,
    HotspotEvent,
    ModelYear,
    Workforce,
)
from db.services import units
from db.services.entering import entries
from db.sessions import Book
from tests.helpers.books import OFFICER, unit_id, unit_lines
from tests.helpers.record_lists import imported, list_file, planned, told

PLACES = (
    "Tên cơ sở",
    "Loại hình",
    "Xã",
    "Ngày ký cam kết",
    "Ngày đếm lao động",
    "Số lao động",
    "Lao động nữ",
)
INN = ("Nhà nghỉ Hương", "Nhà nghỉ", "Quế Lâm", "20/3/2025", "20/3/2025", 4, 3)
CHECKS = (
    "Ngày",
    "Xã",
    "Đoàn kiểm tra",
    "Cơ sở",
    "Có vi phạm",
    "Xử lý 1",
    "Tiền phạt 1 (đồng)",
    "Xử lý 2",
    "Tiền phạt 2 (đồng)",
)
CHECK = (
    "14/9/2025",
    "Quế Lâm",
    "Đoàn kiểm tra khác",
    "Nhà nghỉ Hương",
    "x",
    "Phạt tiền",
    5_000_000,
    "Nhắc nhở",
    None,
)
SPOTS = ("Ngày phát hiện", "Xã", "Địa điểm", "Ngày triệt xóa", "Ngày tái hoạt động")
MODELS = ("Tên mô hình", "Xã", "Năm bắt đầu", "Năm", "Tình trạng trong năm")
CLASSES = ("Từ ngày", "Đến ngày", "Đơn vị", "Tên lớp", "Cán bộ dự lớp", "Số người khác", "Trong đó nữ")
FIGURES = ("Kỳ", "Đơn vị", "Số liệu", "Giá trị")


def held(book: Book, record: type) -> int:
    with book.reading() as session:
        return session.scalar(select(func.count()).select_from(record)) or 0


def test_an_establishment_comes_with_its_commitment_and_workers(book: Book, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", PLACES, [INN])
    assert dict(imported(book, "establishments", path).counts) == {"new": 1}
    assert dict(imported(book, "establishments", path).counts) == {"same": 1}
    assert [held(book, record) for record in (Establishment, Commitment, Workforce)] == [1, 1, 1]


def test_a_later_count_is_added_to_the_same_establishment(book: Book, tmp_path: Path) -> None:
    imported(book, "establishments", list_file(tmp_path / "a.xlsx", PLACES, [INN]))
    later = (*INN[:4], "20/6/2025", 6, 4)
    assert dict(imported(book, "establishments", list_file(tmp_path / "b.xlsx", PLACES, [later])).counts) == {
        "changed": 1
    }
    assert [held(book, record) for record in (Establishment, Commitment, Workforce)] == [1, 1, 2]


def test_an_inspection_finds_its_establishment_and_brings_handlings(book: Book, tmp_path: Path) -> None:
    imported(book, "establishments", list_file(tmp_path / "a.xlsx", PLACES, [INN]))
    path = list_file(tmp_path / "b.xlsx", CHECKS, [CHECK])
    assert dict(imported(book, "inspections", path).counts) == {"new": 1}
    assert dict(imported(book, "inspections", path).counts) == {"same": 1}
    with book.reading() as session:
        assert sorted(session.execute(select(Handling.form, Handling.fine))) == [
            ("fine", 5_000_000),
            ("reminder", None),
        ]


def test_a_hotspot_comes_with_its_history(book: Book, tmp_path: Path) -> None:
    row = ("10/2/2025", "Quế Lâm", "Bến xe", "20/6/2025", "1/8/2025")
    path = list_file(tmp_path / "a.xlsx", SPOTS, [row])
    imported(book, "hotspots", path)
    assert dict(imported(book, "hotspots", path).counts) == {"same": 1}
    assert held(book, HotspotEvent) == 2


def test_a_model_has_one_state_a_year(book: Book, tmp_path: Path) -> None:
    row = ("Xã sạch", "Quế Lâm", 2024, 2025, "Duy trì")
    imported(book, "models", list_file(tmp_path / "a.xlsx", MODELS, [row]))
    plan = imported(book, "models", list_file(tmp_path / "b.xlsx", MODELS, [(*row[:4], "Kết thúc")]))
    assert (dict(plan.counts), held(book, ModelYear)) == ({"changed": 1}, 1)


def test_a_training_finds_who_attended_in_the_register(book: Book, tmp_path: Path) -> None:
    with book.writing(who=OFFICER) as session:
        for name in ("Lò Thị Bích", "Nguyễn Văn An"):
            entries.add(session, "officials", {"name": name, "unit_id": unit_id(session, "99102")})
    row = ("14/9/2025", "15/9/2025", "Quế Lâm", "Lớp một", "Lò Thị Bích; Nguyễn Văn An", 30, 12)
    path = list_file(tmp_path / "a.xlsx", CLASSES, [row])
    imported(book, "trainings", path)
    assert dict(imported(book, "trainings", path).counts) == {"same": 1}
    assert held(book, Attendance) == 2


def test_figures_come_by_unit_and_period(book: Book, tmp_path: Path) -> None:
    rows = [("quý III/2025", "Quế Lâm", "cases", 3), ("7/2025", "Đạt Thành", "Số vụ đã phát hiện, xử lý", 0)]
    path = list_file(tmp_path / "a.xlsx", FIGURES, rows)
    imported(book, "figures", path)
    assert dict(imported(book, "figures", path).counts) == {"same": 2}
    with book.reading() as session:
        assert sorted(session.scalars(select(Figure.period))) == ["2025-07", "2025-Q3"]


@pytest.mark.parametrize(
    ("kind", "heads", "row", "findings"),
    [
        ("establishments", PLACES, (*INN[:4], None, 4, 3), [("E2", "required")]),
        ("establishments", PLACES, (*INN[:6], 5), [("G2", "part_over_whole")]),
        ("inspections", CHECKS, CHECK, [("D2", "record_unknown")]),
        ("inspections", CHECKS, (*CHECK[:3], None, "x", None, 5, None, None), [("F2", "required")]),
        (
            "inspections",
            CHECKS,
            (*CHECK[:3], None, "x", "Nhắc nhở", 5, None, None),
            [("G2", "sum_without_fine")],
        ),
        (
            "hotspots",
            SPOTS,
            ("10/2/2025", "Quế Lâm", "Bến xe", "1/2/2025", None),
            [("D2", "event_before_found")],
        ),
        (
            "hotspots",
            SPOTS,
            ("10/2/2025", "Quế Lâm", "Bến xe", None, "1/3/2025"),
            [("E2", "not_removed_before")],
        ),
        ("models", MODELS, ("Xã sạch", "Quế Lâm", 2024, 2023, "Duy trì"), [("D2", "year_before_start")]),
        ("models", MODELS, ("Xã sạch", "Quế Lâm", 2024, 2025, None), [("E2", "required")]),
        (
            "trainings",
            CLASSES,
            ("2/9/2025", "1/9/2025", "Quế Lâm", "Lớp", None, 1, 1),
            [("B2", "ends_before_begins")],
        ),
        (
            "trainings",
            CLASSES,
            ("1/9/2025", "1/9/2025", "Quế Lâm", "Lớp", "Lò Bích", 1, 1),
            [("E2", "record_unknown")],
        ),
        ("figures", FIGURES, ("quý 5/2025", "Quế Lâm", "cases", 3), [("A2", "not_period")]),
        ("figures", FIGURES, ("quý III/2025", "Quế Lâm", "cases", None), [("D2", "required")]),
    ],
)
def test_what_is_wrong_with_a_part_is_told_at_its_cell(
    book: Book,
    tmp_path: Path,
    kind: str,
    heads: tuple[str, ...],
    row: tuple[object, ...],
    findings: list[tuple[str, str]],
) -> None:
    plan = planned(book, kind, list_file(tmp_path / "a.xlsx", heads, [row]))
    assert told(plan) == [(f"Danh sách!{place}", code) for place, code in findings]


def test_figures_of_overlapping_periods_are_not_both_taken(book: Book, tmp_path: Path) -> None:
    imported(
        book, "figures", list_file(tmp_path / "a.xlsx", FIGURES, [("quý III/2025", "Quế Lâm", "cases", 3)])
    )
    path = list_file(tmp_path / "b.xlsx", FIGURES, [("7/2025", "Quế Lâm", "cases", 1)])
    assert told(planned(book, "figures", path)) == [("Danh sách!A2", "figure_overlaps")]


def test_a_unit_must_have_been_there_on_the_day(book: Book, tmp_path: Path) -> None:
    with book.writing(who=OFFICER) as session:
        lines = [line for line in unit_lines() if line.code != "99105"]
        units.load(session, lines, on=date(2025, 7, 1), file_name="b.csv")
    heads = ("Ngày", "Xã", "Hình thức")
    rows = [("1/3/2025", "Ăng Tở", "talk"), ("1/9/2025", "Ăng Tở", "talk"), ("2/9/2025", "99105", "talk")]
    plan = planned(book, "outreach", list_file(tmp_path / "a.xlsx", heads, rows))
    assert told(plan) == [("Danh sách!B3", "unit_not_on_day"), ("Danh sách!B4", "unit_not_on_day")]
