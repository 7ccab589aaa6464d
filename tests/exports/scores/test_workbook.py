"""The workbook of a score sheet, read back cell by cell."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from db.rules.findings import Refused
from db.rules.scoring.marks import APPRAISED
from db.rules.scoring.score_books import ScoreBook, check_code, seal_of
from db.sessions import Book
from exports.scores.content import sheet_rows
from exports.scores.naming import score_file_name
from tests.helpers.books import unit_id
from tests.helpers.sample_records import step
from tests.helpers.score_books import ANSWER, CODE, POINTS, SHEET, WHOLE, row_of, sent_book, sent_file
from tests.helpers.scoring import fill_in

HEADS = [
    "TT",
    "Tiêu chí",
    "Cách chấm",
    "Điểm chuẩn",
    "Câu trả lời (hoặc tử số)",
    "Mẫu số",
    "Điểm tự chấm",
    "Ghi chú, minh chứng",
]


@pytest.fixture
def blank(book: Book, tmp_path: Path) -> Any:
    """The workbook of a commune that has given nothing yet."""
    return openpyxl.load_workbook(sent_file(book, tmp_path / "out"))


@pytest.fixture
def filled(book: Book, tmp_path: Path) -> Any:
    """The result of a commune that was appraised."""
    step(book, lambda session: fill_in(session, unit_id(session, CODE), 2025, missing=3))
    return openpyxl.load_workbook(sent_file(book, tmp_path / "out", column=APPRAISED))


def values(workbook: Any, row: int) -> list[Any]:
    return [cell.value for cell in workbook[SHEET][row]]


def test_the_first_lines_name_unit_year_rule_set_and_citation(blank: Any) -> None:
    sheet = blank[SHEET]
    assert sheet["A1"].value == "Phiếu tự chấm điểm · Xã Quế Lâm (mã 99102) · Năm 2025"
    assert sheet["A2"].value.startswith(
        "Bộ tiêu chí minh họa 100 điểm · Bộ tiêu chí minh họa của chương trình"
    )
    assert values(blank, 5) == HEADS


def test_every_cell_of_the_table_is_what_the_content_says(book: Book, filled: Any) -> None:
    written = sent_book(book, column=APPRAISED)
    keys = ("label", "title", "how", "most", "answer", "whole", "points", "note", "appraised")
    for number, row in enumerate(sheet_rows(written), start=6):
        expected = [row.cells.get(key) for key in keys]
        assert values(filled, number)[: len(keys)] == [
            float(value) if not isinstance(value, str | None) else value for value in expected
        ]


def test_a_share_stands_in_two_cells_and_a_choice_in_words(filled: Any) -> None:
    sheet, share, choice = filled[SHEET], row_of(filled, "8"), row_of(filled, "4")
    assert (sheet[f"{ANSWER}{share}"].value, sheet[f"{WHOLE}{share}"].value) == ("1.000", "1.000")
    assert sheet[f"{ANSWER}{choice}"].value == "Bố trí đủ theo kế hoạch"
    assert sheet[f"{POINTS}{choice}"].value == 8


def test_what_is_filled_in_is_open_text_and_the_rest_is_locked(blank: Any) -> None:
    sheet = blank[SHEET]
    assert sheet.protection.sheet and not sheet.protection.password
    unlocked = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    answers = {f"{ANSWER}{row_of(blank, str(code))}" for code in range(1, 14)}
    assert answers <= unlocked
    assert all(sheet[place].number_format == "@" for place in answers)
    assert {place[0] for place in unlocked} == {"E", "F", "G", "H"}
    assert f"{WHOLE}{row_of(blank, '8')}" in unlocked
    assert f"{WHOLE}{row_of(blank, '4')}" not in unlocked


def test_choices_are_lists_and_no_cell_holds_a_formula(blank: Any) -> None:
    sheet = blank[SHEET]
    lists = {
        str(item.sqref): item.formula1 for item in sheet.data_validations.dataValidation if item.formula1
    }
    place = f"{ANSWER}{row_of(blank, '4')}"
    column = lists[place].split("$")[1]
    words = [cell.value for cell in blank["_danh_muc"][column] if cell.value]
    assert words == ["Bố trí đủ theo kế hoạch", "Bố trí một phần", "Không bố trí"]
    every = [cell for page in blank for row in page for cell in row]
    assert not [cell.coordinate for cell in every if cell.data_type == "f"]


def test_the_hidden_sheet_is_sealed_and_its_code_is_printed(book: Book, blank: Any) -> None:
    hidden = blank["_pcmd"]
    lines = [(row[0].value, row[1].value or "") for row in hidden.iter_rows(max_col=2)]
    mark = dict(lines)
    assert hidden.sheet_state == "veryHidden"
    assert tuple(lines) == sent_book(book).identity
    assert mark["seal"] == seal_of(lines[:-2])
    assert (mark["kind"], mark["unit"], mark["year"], mark["revision"]) == (
        "score_sheet",
        "99102",
        "2025",
        "1",
    )
    assert check_code(mark["seal"]) in str(blank[SHEET].oddFooter.left.text)


def test_it_prints_on_a4_with_the_heads_repeated(blank: Any) -> None:
    sheet = blank[SHEET]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$5:$5"
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)


def test_the_same_sheet_gives_the_same_bytes(book: Book, tmp_path: Path) -> None:
    first, second = (sent_file(book, tmp_path / name) for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


def test_a_commune_that_was_not_appraised_has_no_result(book: Book) -> None:
    with pytest.raises(Refused) as caught:
        sent_book(book, column=APPRAISED)
    assert [item.code for item in caught.value.findings] == ["score_not_appraised"]


def test_names_of_files_sort_by_unit(book: Book) -> None:
    sent: ScoreBook = sent_book(book)
    assert score_file_name(sent.head) == "99102-xa-que-lam_phieu_2025_lan-01.xlsx"
