"""A list as a workbook, read back cell by cell."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.whole_files import TargetNotWritable
from exports.lists import SheetColumn, SheetList, write_list_xlsx

_LIST = SheetList(
    "Tuyên truyền",
    ("Huyện Tuần Giáo", "Kỳ: Quý III năm 2025"),
    (SheetColumn("Ngày", 90), SheetColumn("Xã", 130), SheetColumn("Người", 70)),
    ((date(2025, 9, 14), "=Xã", 86), (None, "http://xa", Decimal("8.5"))),
    ("Tổng", None, 94),
)


@pytest.fixture
def sheet(tmp_path: Path) -> Worksheet:
    write_list_xlsx(_LIST, tmp_path / "a.xlsx")
    found = load_workbook(tmp_path / "a.xlsx").active
    assert isinstance(found, Worksheet)
    return found


def test_every_cell_comes_back_as_it_went_in(sheet: Worksheet) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [
        ["Tuyên truyền", None, None],
        ["Huyện Tuần Giáo", None, None],
        ["Kỳ: Quý III năm 2025", None, None],
        [None, None, None],
        ["Ngày", "Xã", "Người"],
        [datetime(2025, 9, 14), "=Xã", 86],
        [None, "http://xa", 8.5],
        ["Tổng", None, 94],
    ]


def test_a_text_is_never_a_formula_or_a_link(sheet: Worksheet) -> None:
    assert sheet["B6"].data_type == "s"
    assert sheet["B7"].hyperlink is None


def test_the_heads_are_repeated_on_every_page(sheet: Worksheet) -> None:
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.freeze_panes == "A6"


def test_an_earlier_file_stays_when_the_folder_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(TargetNotWritable) as told:
        write_list_xlsx(_LIST, tmp_path / "missing" / "a.xlsx")
    assert told.value.reason == "folder_missing"
