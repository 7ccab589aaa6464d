"""Sheets read in a child process: values with their right addresses, and a child that dies is a refusal."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from db.rules.findings import Refused
from exports.readers.child import sheet_answer
from exports.readers.gate import Admitted, FileKind, admit
from exports.readers.grids import Row
from exports.readers.sheets import sheet_of
from tests.exports.readers.made_files import far_cell, workbook, workbook_bytes


def admitted(data: bytes) -> Admitted:
    return Admitted("a.xlsx", FileKind.WORKBOOK, data)


def refusal(data: bytes, seconds: float = 20) -> list[str]:
    with pytest.raises(Refused) as caught:
        sheet_of(admitted(data), seconds)
    assert caught.value.source == "a.xlsx"
    return [finding.code for finding in caught.value.findings]


def test_empty_rows_and_columns_before_the_first_value_shift_no_address(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_bytes())
    grid = sheet_of(admit(path))
    assert grid.rows == (Row(3, (None, "x")),)
    assert grid.place(grid.rows[0], 1) == "Danh sách!B3"


def test_values_keep_their_kind(tmp_path: Path) -> None:
    moment = datetime(2025, 3, 1, 10, 20)
    path = workbook(tmp_path / "a.xlsx", [["03253", 3253, 1.5, True, date(2025, 3, 1), moment, None, "cuối"]])
    values = sheet_of(admit(path)).rows[0].values
    assert values == ("03253", 3253, 1.5, True, date(2025, 3, 1), moment, None, "cuối")


def test_the_first_visible_sheet_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].sheet_state = "hidden"
    book.create_sheet("Thấy")["A1"] = 1
    book.save(tmp_path / "a.xlsx")
    assert sheet_of(admit(tmp_path / "a.xlsx")).sheet == "Thấy"


def test_a_child_that_dies_of_a_dense_read_is_a_refusal() -> None:
    assert refusal(far_cell("XFD1048576")) == ["workbook_not_readable"]


def test_a_child_that_takes_too_long_is_a_refusal() -> None:
    assert refusal(workbook_bytes(), seconds=0.001) == ["workbook_too_slow"]


def test_what_the_reader_cannot_understand_is_a_refusal() -> None:
    assert refusal(b"no workbook") == ["file_broken"]


def test_an_empty_sheet_has_no_rows(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [])
    answer = sheet_answer(path.read_bytes())
    assert (answer["sheet"], answer["rows"]) == ("Sheet1", [])
