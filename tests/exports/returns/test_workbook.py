"""A written return, read back cell by cell."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from db.rules.formats import Value, plain_number
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.whole_files import TargetNotWritable
from exports.returns.writing import write_files
from tests.exports.returns.filled import filled_return, sheet_of
from tests.exports.returns.reading import FIRST_ROW, identity, sheet_named, values, written

FILLED = filled_return(units=4)
CODES = [f"PCMD-{number}" for number in ("01", "02", "03", "04", "04B", "05", "06", "07")]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The return as a workbook; no test changes it."""
    return written(FILLED, tmp_path_factory.mktemp("return"))


def plain(row: tuple[Value, ...]) -> tuple[object, ...]:
    return tuple(None if value is None or isinstance(value, date) else plain_number(value) for value in row)


def changed(value: Value, column: int = 1) -> FilledReturn:
    """The return with one row of targets, one cell of which holds the value."""
    sheet = FILLED.sheets[0]
    row = tuple(value if place == column else None for place in range(len(sheet.form.columns)))
    return replace(FILLED, sheets=(FilledSheet(sheet.form, (row,)), *FILLED.sheets[1:]))


def cell_with(value: Value, folder: Path, column: int = 1) -> Cell:
    sheet = sheet_named(written(changed(value, column), folder), "PCMD-01")
    cell = sheet.cell(FIRST_ROW, column + 1)
    assert isinstance(cell, Cell)
    return cell


def test_there_is_a_sheet_for_each_form_and_a_hidden_one(workbook: Workbook) -> None:
    assert workbook.sheetnames == [*CODES, "_pcmd"]
    assert [workbook[name].sheet_state for name in workbook.sheetnames] == ["visible"] * len(CODES) + [
        "veryHidden"
    ]


@pytest.mark.parametrize("code", CODES)
def test_the_table_holds_the_figures_cell_by_cell(workbook: Workbook, code: str) -> None:
    filled = sheet_of(FILLED, code)
    wanted = [plain(row) for row in (*filled.rows, filled.total) if row]

    assert values(sheet_named(workbook, code), FIRST_ROW, FIRST_ROW + len(wanted) - 1) == wanted


@pytest.mark.parametrize("code", CODES[1:])
def test_the_total_row_is_what_the_control_totals_say(workbook: Workbook, code: str) -> None:
    sheet, form = sheet_named(workbook, code), sheet_of(FILLED, code).form
    total = values(sheet, FIRST_ROW + 4, FIRST_ROW + 4)[0]

    found = {f"total:{code}.{column.key}": value for column, value in zip(form.columns, total, strict=True)}
    said = {key: value for key, value in identity(workbook).items() if key.startswith(f"total:{code}.")}

    assert said == {key: value for key, value in found.items() if key in said}
    assert len(said) == len(form.columns) - 3


def test_the_hidden_sheet_carries_hash_and_check_code(workbook: Workbook) -> None:
    said = identity(workbook)

    assert (said["sha256"], said["check_code"]) == (FILLED.sha256, FILLED.check_code)
    assert (said["unit"], said["period"], said["revision"], said["layout"]) == ("099", "2025-Q3", 1, 2)
    assert said["rows:PCMD-02"] == 4


def test_no_cell_holds_a_formula(workbook: Workbook) -> None:
    types = {cell.data_type for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row}
    assert types <= {"s", "n"}


def test_a_code_is_text_and_keeps_its_zeros(workbook: Workbook) -> None:
    codes = [sheet_named(workbook, "PCMD-02").cell(row, 2) for row in (FIRST_ROW, FIRST_ROW + 1)]

    assert [cell.value for cell in codes] == ["099", "03251"]
    assert [cell.number_format for cell in codes] == ["@", "@"]


NUMBERS = [
    (0, "#,##0_)"),
    (1234567, "#,##0_)"),
    (-5, "#,##0_)"),
    (Decimal("12.500"), "#,##0.0_)"),
    (Decimal("8.25"), "#,##0.00_)"),
    (Decimal("12.676"), "#,##0.000_)"),
    (Decimal("1.23456"), "#,##0.000_)"),
    (Decimal("1E+3"), "#,##0_)"),
]


@pytest.mark.parametrize(("value", "number_format"), NUMBERS, ids=[str(value) for value, _ in NUMBERS])
def test_a_number_shows_the_decimals_it_has(tmp_path: Path, value: int | Decimal, number_format: str) -> None:
    cell = cell_with(value, tmp_path, column=4)

    assert (cell.data_type, cell.value) == ("n", plain_number(value))
    assert cell.number_format == number_format


@pytest.mark.parametrize("text", ["=1+1", "+84 215", "-5 %", "@tên", "\tcột", '=HYPERLINK("http://a")'])
def test_text_that_acts_as_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    cell = cell_with(text, tmp_path)

    assert (cell.data_type, cell.value) == ("s", text)
    assert cell.quotePrefix


@pytest.mark.parametrize(
    "text", ["Chỉ tiêu", "007", "https://a.vn", "không để xảy ra", "a\nb", "_x0041_ & <b>"]
)
def test_other_text_comes_back_as_it_went_in(tmp_path: Path, text: str) -> None:
    cell = cell_with(text, tmp_path)

    assert (cell.data_type, cell.value) == ("s", text)
    assert not cell.quotePrefix
    assert cell.hyperlink is None


def test_what_was_not_recorded_is_an_empty_cell_with_its_border(tmp_path: Path) -> None:
    cell = cell_with(None, tmp_path, column=4)

    assert cell.value is None
    assert cell.border.left.style == "thin"


def test_a_wide_number_widens_its_column(tmp_path: Path) -> None:
    usual = sheet_named(written(FILLED, tmp_path), "PCMD-02").column_dimensions["D"].width
    large = filled_return(units=4, factor=10**12)

    widened = sheet_named(written(large, tmp_path), "PCMD-02").column_dimensions["D"].width

    assert usual == pytest.approx(8, abs=1)
    assert widened > len("12.000.000.000.000")


def test_a_row_is_as_high_as_its_longest_text(tmp_path: Path) -> None:
    short, long = (
        sheet_named(written(changed(text), tmp_path), "PCMD-01").row_dimensions[FIRST_ROW].height
        for text in ("Chỉ tiêu", "Chỉ tiêu của huyện " * 12)
    )
    assert short == pytest.approx(18, abs=0.5)
    assert long >= 4 * 14.5


def test_a_return_without_targets_has_an_empty_table(tmp_path: Path) -> None:
    filled = filled_return(units=1, targets=0)
    sheet = sheet_named(written(filled, tmp_path), "PCMD-01")
    assert str(sheet.cell(FIRST_ROW, 1).value).startswith("Ghi chú")


def test_the_same_return_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_files(filled_return(), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_file_is_dated_by_the_period_and_not_by_the_clock(workbook: Workbook) -> None:
    assert workbook.properties.created.date() == date(2025, 9, 14)
    assert workbook.properties.title == "Bộ biểu báo cáo quý"


def test_a_failed_write_keeps_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"earlier")
    monkeypatch.setattr("exports.returns.workbook.sheet_content", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        write_files(FILLED, target)

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.xlsx", b"earlier")]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TargetNotWritable) as caught:
        write_files(FILLED, tmp_path / "không có" / "a.xlsx")
    assert caught.value.reason == "folder_missing"
