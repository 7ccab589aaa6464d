"""An officer of Tuần Giáo fills the templates, mends two findings, imports, and sees the numbers in the return."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from db.sessions import Book
from tests.helpers.command_line import Ran, pcmd
from tests.helpers.sample_records import added

_FIRST_ROW = 6
_UNITS = "units-2025-03-01.csv"
# Q3 of 2025 under Decree 09 runs from 15 June to 14 September.
FILLED: Mapping[str, Sequence[Mapping[str, str | int]]] = {
    "officials": [
        {"Họ và tên *": "Lò Thị Bích", "Đơn vị *": "Quài Tở", "Nữ": "x"},
        {"Họ và tên *": "Nguyễn Văn An", "Đơn vị *": "Pú Nhung"},
    ],
    "trainings": [
        {
            "Từ ngày *": "1/7/2025",
            "Đến ngày *": "2/7/2025",
            "Đơn vị *": "Huyện Tuần Giáo",
            "Tên lớp *": "Lớp kỹ năng",
            "Cán bộ dự lớp": "Lò Thị Bích; Nguyễn Văn An",
            "Số người khác": 30,
            "Trong đó nữ": 12,
        }
    ],
    "outreach": [
        {
            "Ngày *": "15/6/2025",
            "Xã *": "Quài Tở",
            "Hình thức *": "Nói chuyện chuyên đề",
            "Số buổi": 1,
            "Số người": 80,
            "Trong đó nữ": 41,
        },
        {
            "Ngày *": "14/9/2025",
            "Xã *": "03253",
            "Hình thức *": "Nói chuyện chuyên đề",
            "Số buổi": 2,
            "Số người": "1.120",
        },
        # The day after the cut-off: of the next quarter.
        {"Ngày *": "15/9/2025", "Xã *": "Quài Tở", "Hình thức *": "Nói chuyện chuyên đề", "Số người": 500},
    ],
    "establishments": [
        {
            "Tên cơ sở *": "Nhà nghỉ Hương",
            "Loại hình *": "Nhà nghỉ",
            "Xã *": "Quài Tở",
            "Ngày ký cam kết": "1/7/2025",
            "Ngày đếm lao động": "1/7/2025",
            "Số lao động": 5,
            "Lao động nữ": 4,
        }
    ],
    "inspections": [
        {
            "Ngày *": "2/7/2025",
            "Xã *": "Quài Tở",
            "Đoàn kiểm tra *": "Đội kiểm tra liên ngành 178 cấp huyện",
            "Cơ sở": "Nhà nghỉ Hương",
            "Có vi phạm": "x",
            "Xử lý 1": "Phạt tiền",
            "Tiền phạt 1 (đồng)": 5_000_000,
        }
    ],
    "hotspots": [
        {
            "Ngày phát hiện *": "1/7/2025",
            "Xã *": "Quài Tở",
            "Địa điểm *": "Bến xe",
            "Ngày triệt xóa": "1/8/2025",
        }
    ],
    "models": [
        {"Tên mô hình *": "Xã sạch", "Xã *": "Quài Tở", "Năm": 2025, "Tình trạng trong năm": "Áp dụng mới"}
    ],
    "figures": [
        {
            "Kỳ *": "quý III/2025",
            "Đơn vị *": "Quài Tở",
            "Số liệu *": "Số vụ đã phát hiện, xử lý",
            "Giá trị *": 3,
        }
    ],
}
MEASURED = {
    "outreach.sessions": 3,
    "outreach.people": 1200,
    "training.sessions": 1,
    "training.officials_trained": 2,
    "training.attendances": 32,
    "establishments.open": 1,
    "establishments.committed": 1,
    "establishments.inspected": 1,
    "establishments.workers": 5,
    "establishments.female_workers": 4,
    "establishments.share_committed": 100,
    "inspections.held": 1,
    "inspections.breaches": 1,
    "inspections.handlings": 1,
    "inspections.fines": 5_000_000,
    "hotspots.open": 0,
    "hotspots.removed": 1,
    "models.new": 1,
    "models.communes": 1,
    "figures.cases": 3,
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> tuple[str, Path]:
    """The office of Tuần Giáo, empty: `--data FOLDER`."""
    folder = tmp_path_factory.mktemp("tuan-giao") / "so"
    units = shared / "data" / _UNITS
    made = pcmd("--data", folder, "office", "create", "--units", units, "--code", "099", "--on", "2025-03-01")
    assert made.code == 0
    return ("--data", folder)


@pytest.fixture(scope="module")
def imported(office: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Ran]:
    """Every template filled and imported; of outreach the first try has two slips, which are mended where told."""
    folder = tmp_path_factory.mktemp("templates")
    ran: dict[str, Ran] = {}
    for kind in FILLED:
        path = filled(office, kind, folder / f"{kind}.xlsx")
        if kind == "outreach":
            put(path, {"B6": "31/6/2025", "C8": "Quài Tờ"})
            ran["refused"] = pcmd(*office, "records", "import", kind, path, "--json")
            put(path, {"B6": "15/6/2025", "C8": "Xã Quài Tở"})
        ran[kind] = pcmd(*office, "records", "import", kind, path, "--json")
        ran[f"{kind} again"] = pcmd(*office, "records", "import", kind, path, "--json")
    return ran


def filled(office: tuple[str, Path], kind: str, path: Path) -> Path:
    """Get a template and fill it under its example."""
    assert pcmd(*office, "records", "template", kind, path).code == 0
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = {str(cell.value): number for number, cell in enumerate(sheet[4], start=1)}
    for number, row in enumerate(FILLED[kind], start=_FIRST_ROW):
        for head, value in row.items():
            sheet.cell(number, columns[head], value)
    book.save(path)
    return path


def put(path: Path, cells: Mapping[str, str]) -> None:
    """Type into cells of the first sheet."""
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(path)


def test_the_two_slips_were_told_at_their_cells(imported: Mapping[str, Ran]) -> None:
    ran = imported["refused"]
    assert (ran.code, [item["place"] for item in ran.values["findings"]]) == (
        1,
        ["Tuyên truyền!B6", "Tuyên truyền!C8"],
    )
    assert "Xã Quài Tở" in ran.values["findings"][1]["message"]


@pytest.mark.parametrize("kind", FILLED)
def test_each_template_was_taken_whole_and_only_once(imported: Mapping[str, Ran], kind: str) -> None:
    first, again = imported[kind], imported[f"{kind} again"]
    assert (first.code, first.complaints, first.values["new"]) == (0, (), len(FILLED[kind]))
    assert (again.values["new"], again.values["changed"], again.values["same"]) == (0, 0, len(FILLED[kind]))


@pytest.mark.parametrize(("measure", "value"), MEASURED.items())
def test_the_numbers_are_measured(
    office: tuple[str, Path], imported: Mapping[str, Ran], measure: str, value: int
) -> None:
    assert imported["figures"].code == 0
    ran = pcmd(*office, "measures", measure, "--unit", "099", "--period", "2025-Q3", "--json")
    assert (ran.complaints, ran.values["total"]) == ((), value)


@pytest.fixture(scope="module")
def exported(
    office: tuple[str, Path], imported: Mapping[str, Ran], tmp_path_factory: pytest.TempPathFactory
) -> Workbook:
    """The quarter's return after a plan asked for every measure by a target of its own."""
    assert imported["figures"].code == 0
    with Book(office[1]) as book:
        plan_id = added(book, "plans")
        for measure in MEASURED:
            added(book, "targets", plan_id=plan_id, text=measure, measure=measure, value=1)
    target = tmp_path_factory.mktemp("return") / "q3.xlsx"
    words = ("--set", "quarterly", "--unit", "099", "--period", "2025-Q3", target)
    ran = pcmd(*office, "returns", "export", *words)
    assert ran.code == 0, ran.complaints
    return openpyxl.load_workbook(target)


def line(book: Workbook, sheet: str, named: str) -> Sequence[object]:
    """The row of a form that begins with these words."""
    return next(row for row in book[sheet].iter_rows(values_only=True) if named in row[:3])


@pytest.mark.parametrize(("measure", "value"), MEASURED.items())
def test_the_numbers_stand_beside_the_targets_of_the_return(
    exported: Workbook, measure: str, value: int
) -> None:
    assert line(exported, "PCMD-01", measure)[4] == value


# Form, row, and what its columns (1) to (6) hold; an empty one was not recorded.
FORMS = [
    ("PCMD-02", "Xã Quài Tở", (1, 80, 41, None, None, None)),
    ("PCMD-02", "Thị trấn Tuần Giáo", (2, 1120, None, None, None, None)),
    ("PCMD-02", "Xã Pú Nhung", (None, None, None, None, None, None)),
    ("PCMD-02", "Tổng số", (3, 1200, 41, None, None, None)),
    ("PCMD-03", "Huyện Tuần Giáo", (1, 32, 13, None, None, 1)),
    ("PCMD-03", "Xã Pú Nhung", (None, None, None, None, 1, None)),
    ("PCMD-03", "Tổng số", (1, 32, 13, None, 2, 1)),
]


@pytest.mark.parametrize(("sheet", "named", "cells"), FORMS)
def test_the_numbers_stand_in_the_forms_of_the_return(
    exported: Workbook, sheet: str, named: str, cells: tuple[int | None, ...]
) -> None:
    assert tuple(line(exported, sheet, named)[3:9]) == cells
