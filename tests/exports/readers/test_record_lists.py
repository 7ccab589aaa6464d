"""Lists of records from workbooks: which sheet, what is hidden or merged, old encodings, what is no list."""

import time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from db.rules.encodings import Encoding
from db.rules.findings import Refused
from db.rules.imports.head_keys import head_key
from db.rules.imports.tables import LEFT_OUT
from db.sessions import Book
from exports.readers.record_lists import converted_file, old_text, read_list_file, table_of, with_mapping
from tests.exports.readers.made_files import far_cell
from tests.helpers.record_lists import list_file, sheet_of

HEADS = ("Ngày", "Xã", "Hình thức")
ROW = ("14/9/2025", "Quế Lâm", "Nói chuyện chuyên đề")


def codes(book: Book, path: Path) -> list[tuple[str, str]]:
    """Return place and code of all that is wrong with a file, or told of it."""
    sheet = sheet_of(book, "outreach")
    try:
        table = table_of(read_list_file(path, sheet), sheet)
    except Refused as refused:
        return [(item.place, item.code) for item in refused.findings]
    return [(item.place, item.code) for item in (*table.findings, *table.notes)]


def edited(path: Path, act: object) -> Path:
    """Change a list as Excel would."""
    book = openpyxl.load_workbook(list_file(path, HEADS, [ROW, ROW, ROW]))
    assert callable(act)
    act(book.active)
    book.save(path)
    return path


def test_hidden_rows_are_told_and_refused(book: Book, tmp_path: Path) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    assert codes(book, edited(tmp_path / "a.xlsx", hide)) == [("Danh sách!A3", "rows_hidden")]


def test_a_hidden_column_is_read_and_told(book: Book, tmp_path: Path) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.column_dimensions["B"].hidden = True

    assert codes(book, edited(tmp_path / "a.xlsx", hide)) == [("Danh sách!B1", "column_hidden")]


def test_merged_cells_among_the_rows_are_a_finding(book: Book, tmp_path: Path) -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("B2:B3")

    assert codes(book, edited(tmp_path / "a.xlsx", merge)) == [("Danh sách!B2", "cells_merged")]


def test_merged_titles_above_the_head_are_fine(book: Book, tmp_path: Path) -> None:
    def title(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)
        sheet["A1"] = "DANH SÁCH"
        sheet.merge_cells("A1:C1")

    assert codes(book, edited(tmp_path / "a.xlsx", title)) == []


def test_the_sheet_with_the_needed_columns_is_found_under_any_name(book: Book, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [ROW], title="Tháng 9")
    workbook = openpyxl.load_workbook(path)
    workbook.create_sheet("Bìa", 0)["A1"] = "Báo cáo"
    workbook.save(path)
    assert read_list_file(path, sheet_of(book, "outreach")).grid.sheet == "Tháng 9"


def test_a_missing_column_is_told_with_those_found(book: Book, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", ("Ngày", "Xã", "Buổi"), [("14/9/2025", "Quế Lâm", 1)])
    assert codes(book, path) == [("Danh sách!A1", "columns_missing")]


def test_a_column_that_comes_twice_is_told(book: Book, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", (*HEADS, "Ngày thực hiện"), [(*ROW, "1/9/2025")])
    assert codes(book, path) == [("Danh sách!D1", "column_twice")]


def test_a_mapping_reads_other_heads_and_leaves_columns_out(book: Book, tmp_path: Path) -> None:
    sheet = sheet_of(book, "outreach")
    path = list_file(tmp_path / "a.xlsx", ("Hôm", "Nơi", "Kiểu", "Ghi chú"), [(*ROW, "x")])
    mapping = {"hom": "held_on", "noi": "unit_id", "kieu": "form", head_key("Ghi chú"): LEFT_OUT}
    table = table_of(with_mapping(read_list_file(path, sheet), sheet, mapping), sheet)
    assert dict(table.heads.columns) == {"held_on": 0, "unit_id": 1, "form": 2}
    assert table.notes == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Tuyªn truyÒn phßng, chèng m¹i d©m t¹i x· QuÕ L©m", Encoding.TCVN3),
        ("Tuyeân truyeàn phoøng, choáng maïi daâm taïi xaõ Queá Laâm", Encoding.VNI),
    ],
)
def test_old_texts_are_recognised_and_converted(
    book: Book, tmp_path: Path, text: str, encoding: Encoding
) -> None:
    sheet = sheet_of(book, "outreach")
    path = list_file(tmp_path / "a.xlsx", (*HEADS, "Nội dung"), [(*ROW, text)])
    file = read_list_file(path, sheet)
    preview = old_text(file)
    assert preview is not None
    assert (preview.encoding, preview.after) == (
        encoding,
        ("Tuyên truyền phòng, chống mại dâm tại xã Quế Lâm",),
    )
    after = converted_file(file, encoding, sheet, {})
    assert after.grid.rows[1].values == (*ROW, preview.after[0])


def test_unicode_is_not_taken_for_an_old_encoding(book: Book, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [ROW] * 20)
    assert old_text(read_list_file(path, sheet_of(book, "outreach"))) is None


def test_a_text_in_old_bytes_is_shown_as_one(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = "Ngµy,X·,H×nh thøc\n14/9/2025,QuÕ L©m,Nãi chuyÖn chuyªn ®Ò vÒ phßng chèng m¹i d©m t¹i x·\n"
    path.write_bytes(rows.encode("latin-1"))
    sheet = sheet_of(book, "outreach")
    file = read_list_file(path, sheet)
    preview = old_text(file)
    assert preview is not None
    assert table_of(converted_file(file, preview.encoding, sheet, {}), sheet).rows[0].number == 2


@pytest.mark.parametrize("name", ["XFD1048576", "A1048576"])
def test_a_stray_far_cell_is_refused_at_once(book: Book, tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(far_cell(name))
    assert [code for _, code in codes(book, path)] == ["workbook_far_cell"]


def test_empty_formatted_rows_are_no_rows(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("Danh sách")
    cell = openpyxl.cell.WriteOnlyCell(sheet, value=None)
    cell.number_format = "dd/mm/yyyy"
    for row in (HEADS, ROW):
        sheet.append(row)
    for _ in range(20_000):
        sheet.append([cell] * 3)
    workbook.save(path)
    began = time.monotonic()
    assert codes(book, path) == []
    assert time.monotonic() - began < 10


def test_what_stands_under_no_head_is_told(book: Book, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", (*HEADS, None), [(*ROW, 5)])
    assert codes(book, path) == [("Danh sách!D1", "column_without_head")]


def test_a_second_head_row_is_not_passed_over(book: Book, tmp_path: Path) -> None:
    sheet = sheet_of(book, "outreach")
    path = list_file(tmp_path / "a.xlsx", (*HEADS, "Số người"), [("Tổng", None, None, "Nữ"), (*ROW, 5)])
    assert [row.number for row in table_of(read_list_file(path, sheet), sheet).rows] == [2, 3]


def test_rows_of_spaces_are_no_rows(book: Book, tmp_path: Path) -> None:
    sheet = sheet_of(book, "outreach")
    path = list_file(tmp_path / "a.xlsx", HEADS, [("  ", "\u00a0", None), ROW])
    assert [row.number for row in table_of(read_list_file(path, sheet), sheet).rows] == [3]


def test_a_unit_of_measure_in_brackets_does_not_hide_a_head(book: Book, tmp_path: Path) -> None:
    sheet = sheet_of(book, "outreach")
    heads = ("Ngày\nthực hiện", "Xã,\nphường", "Hình thức *", "Số người (lượt)", "Kinh phí (nghìn đồng)")
    path = list_file(tmp_path / "a.xlsx", heads, [(*ROW, 5, 1)])
    assert set(read_list_file(path, sheet).heads.columns) == {"held_on", "unit_id", "form", "people"}
