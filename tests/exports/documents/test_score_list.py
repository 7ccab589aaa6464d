"""The list for recognition on paper and as a workbook."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from db.rules.scoring.chain import State
from db.rules.scoring.recognition import RecognitionList, recognition_list
from exports.documents.description import Table
from exports.documents.score_list_content import list_form
from exports.scores.list_workbook import write_recognition_list
from tests.exports.documents.form_reading import docx_words, pdf_pages, pdf_words
from tests.helpers.score_papers import blank_paper, communes_of_142, sheet_paper, year_paper

RECOGNISED = sheet_paper(
    state=State.RECOGNISED,
    recognised_class="fair",
    recognised_on=date(2026, 1, 20),
    decision_number="07/QĐ-UBND",
)
PROPOSED = recognition_list(year_paper((sheet_paper(), RECOGNISED, blank_paper(unit_name="Xã Mùn Chung"))))
DECIDED = recognition_list(year_paper((RECOGNISED, replace(RECOGNISED, unit_code="03296"))))
LISTS = {"proposed": PROPOSED, "decided": DECIDED, "142 communes": recognition_list(communes_of_142())}


def rows(listed: RecognitionList) -> list[tuple[str, ...]]:
    return [row.cells for part in list_form(listed).parts if isinstance(part, Table) for row in part.rows]


@pytest.mark.parametrize("name", LISTS)
def test_both_formats_say_the_same_word_for_word(name: str, tmp_path: Path) -> None:
    forms = [list_form(LISTS[name])]
    assert docx_words(forms, tmp_path) == pdf_words(forms, tmp_path)


def test_proposal_stands_under_the_offices_head_and_is_signed(tmp_path: Path) -> None:
    text = pdf_pages([list_form(PROPOSED)], tmp_path)[0].text
    assert "HUYỆN TUẦN GIÁO" in text
    assert "DANH SÁCH Xã, phường, thị trấn đề nghị công nhận, xếp loại năm 2025" in text
    assert "(Kèm theo Tờ trình số … ngày … tháng … năm … của Ủy ban nhân dân huyện Tuần Giáo)" in text
    assert "Không có trong danh sách: 1 đơn vị, gồm Xã Mùn Chung (chưa có phiếu)." in text
    assert "Lò Thị Hương" in text


def test_list_of_one_decision_is_its_annex(tmp_path: Path) -> None:
    text = pdf_pages([list_form(DECIDED)], tmp_path)[0].text
    assert "được công nhận, xếp loại năm 2025" in text
    assert "(Kèm theo Quyết định số 07/QĐ-UBND ngày 20 tháng 01 năm 2026 của …" in text
    assert "CỘNG HÒA" not in text
    assert "Lò Thị Hương" not in text


def test_communes_stand_by_class_with_points_and_registration() -> None:
    assert rows(PROPOSED) == [
        ("", "Tốt: 1/3 đơn vị (33,333 %)", "", "", "", ""),
        ("1", "Xã Quài Tở", "100", "Tốt", "Tốt", ""),
        ("", "Khá: 1/3 đơn vị (33,333 %)", "", "", "", ""),
        ("2", "Xã Quài Tở", "100", "Khá", "Tốt", "QĐ số 07/QĐ-UBND ngày 20/01/2026; Thẩm định: Tốt"),
    ]


def test_eighteen_of_142_stand_as_the_rule_prints_them() -> None:
    groups = [cells[1] for cells in rows(LISTS["142 communes"]) if not cells[0]]
    assert groups[0] == "Tốt: 18/142 đơn vị (12,676 %)"


def test_workbook_holds_numbers_as_numbers_and_codes_as_text(tmp_path: Path) -> None:
    write_recognition_list([PROPOSED], tmp_path / "list.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").worksheets[0]
    values = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    assert values[-3:] == [
        (1, "03295", "Xã Quài Tở", 100, "Tốt", "Tốt", None),
        (2, "03295", "Xã Quài Tở", 100, "Khá", "Tốt", "QĐ số 07/QĐ-UBND ngày 20/01/2026; Thẩm định: Tốt"),
        (None, None, "Cộng: 2 đơn vị", None, None, None, None),
    ]
    assert "Tốt: 1/3 đơn vị (33,333 %)" in {row[0] for row in values}
