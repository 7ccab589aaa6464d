"""A score sheet on paper: what it says, in both formats, whatever was filled in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.rules.scoring.chain import State
from db.rules.scoring.papers import Proof, SheetPaper
from exports.documents.description import Row, Table
from exports.documents.fonts import GlyphMissing
from exports.documents.form_pdf import write_forms_pdf
from exports.documents.forms import Form, FormText
from exports.documents.score_sheet_content import sheet_form
from tests.exports.documents.form_reading import docx_words, head_of, pdf_pages, pdf_words
from tests.exports.documents.reading import PageRead
from tests.helpers.score_papers import (
    COMMUNE,
    best,
    blank_paper,
    long_rule_set,
    sheet_paper,
    shipped,
    with_conditions,
)

HOSTILE = 'Xã <b>"Quài" & Tở</b> =1+1 %s {0} \\n'
PROOFS = (
    Proof("1", "05/KH-UBND", date(2025, 1, 9), "Kế hoạch năm", "ke-hoach.pdf"),
    Proof("8", "", None, "Ảnh chụp sổ tập huấn"),
)


def without(*codes: str) -> dict[str, str]:
    return best(shipped()) | dict.fromkeys(codes, "n/a")


def half() -> dict[str, str]:
    return {code: text for code, text in best(shipped()).items() if int(code) < 8}


PAPERS = {
    "appraised": sheet_paper(),
    "shares": sheet_paper(own=best(shipped()) | {"8": "18/142"}),
    "does not apply": sheet_paper(own=without("9", "10")),
    "half filled": sheet_paper(own=half(), appraised={}, state=State.OPEN, self_on=None, appraised_on=None),
    "blank": blank_paper(),
    "conditions and items": sheet_paper(with_conditions()),
    "sixty criteria": sheet_paper(long_rule_set()),
    "evidence": sheet_paper(proofs=PROOFS),
    "hostile names": sheet_paper(
        unit_name=HOSTILE, title=HOSTILE, citation=HOSTILE, names=replace(COMMUNE, issuing_agency=HOSTILE)
    ),
    "sample": sheet_paper(sample=True),
}


def table_of(paper: SheetPaper) -> Table:
    return next(part for part in sheet_form(paper).parts if isinstance(part, Table))


def row_of(paper: SheetPaper, code: str) -> Row:
    return next(row for row in table_of(paper).rows if row.cells[0] == code)


def lines_of(form: Form) -> list[str]:
    return [part.text for part in form.parts if isinstance(part, FormText)]


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> list[PageRead]:
    return pdf_pages([sheet_form(PAPERS["sixty criteria"])], tmp_path_factory.mktemp("sixty"))


@pytest.mark.parametrize("name", PAPERS)
def test_both_formats_say_the_same_word_for_word(name: str, tmp_path: Path) -> None:
    forms = [sheet_form(PAPERS[name])]
    assert docx_words(forms, tmp_path) == pdf_words(forms, tmp_path)


def test_head_is_the_communes_on_the_day_it_submitted(tmp_path: Path) -> None:
    text = pdf_pages([sheet_form(sheet_paper())], tmp_path)[0].text
    assert "ỦY BAN NHÂN DÂN XÃ QUÀI TỞ" in text
    assert "Quài Tở, ngày 01 tháng 12 năm 2025" in text
    assert "PHIẾU CHẤM ĐIỂM Công tác phòng, chống mại dâm năm 2025 của xã Quài Tở" in text
    assert "Số:" not in text


def test_answers_stand_beside_their_points() -> None:
    own = best(shipped()) | {"8": "18/142", "3": "1", "4": "part"}
    paper = sheet_paper(own=own, appraised=own | {"8": "15/142"})
    assert row_of(paper, "8").cells[3:] == (
        *("10", "18/142\n= 12,676 %", "1,27", "15/142\n= 10,563 %", "1,06"),
        "Thẩm định: Chưa đủ hồ sơ kiểm chứng",
    )
    assert row_of(paper, "3").cells[4:6] == ("1 lần", "6")
    assert row_of(paper, "4").cells[4:6] == ("Bố trí một phần", "4")


def test_reason_is_told_only_where_points_differ() -> None:
    paper = sheet_paper()
    assert [row.cells[-1] for row in table_of(paper).rows if row.cells[-1]] == []


def test_groups_and_total_are_computed() -> None:
    table = table_of(sheet_paper(own=best(shipped()) | {"1": "7.5"}))
    groups = [(row.cells[0], row.cells[3], row.cells[5]) for row in table.rows if row.subtotal]
    assert groups == [("I", "30", "29,5"), ("II", "35", "35"), ("III", "20", "20"), ("IV", "15", "15")]
    assert table.total[1:6] == ("TỔNG ĐIỂM", "", "100", "", "99,5")


def test_what_does_not_apply_is_said_and_the_total_explained() -> None:
    paper = sheet_paper(own=without("9", "10") | {"1": "6"})
    form, table = sheet_form(paper), table_of(paper)
    assert row_of(paper, "9").cells[4:6] == ("Không áp dụng", "–")
    assert row_of(paper, "III").cells[-1] == "Áp dụng 6 điểm"
    assert table.rows[-1].cells[1:6] == ("TỔNG ĐIỂM", "", "100", "", "84")
    assert table.total[1:6] == ("TỔNG ĐIỂM QUY VỀ 100", "", "100", "", "97,67")
    assert "Tự chấm: không áp dụng 9, 10; còn 86 điểm chuẩn. 84 điểm × 100 ÷ 86 = 97,67 điểm." in lines_of(
        form
    )


def test_group_tells_which_column_something_does_not_apply_in() -> None:
    paper = sheet_paper(own=without("9"), appraised=best(shipped()))
    assert row_of(paper, "III").cells[-1] == "Tự chấm: áp dụng 14 điểm"


def test_half_filled_sheet_has_no_class() -> None:
    lines = lines_of(sheet_form(PAPERS["half filled"]))
    assert "Tự chấm: 55 điểm – chưa chấm đủ, còn 6 mục (8, 9, 10, 11, 12, 13); chưa xếp loại." in lines
    assert not any("Xếp loại: Tốt" in line for line in lines)


def test_blank_sheet_is_a_form_to_fill_in_by_hand() -> None:
    form, table = sheet_form(blank_paper()), table_of(blank_paper())
    assert all(row.cells[4:] == ("",) * 5 for row in table.rows)
    assert any(line.startswith("Tự chấm: …") for line in lines_of(form))
    assert form.head is not None
    assert form.head.issued_on is None


def test_items_are_stepped_in_under_their_criterion() -> None:
    rows = table_of(sheet_paper(with_conditions())).rows
    assert [(row.cells[0], row.indent, row.subtotal) for row in rows[:4]] == [
        ("I", 0, True),
        ("1", 0, True),
        ("1.1", 1, False),
        ("1.2", 1, False),
    ]
    assert rows[1].cells[3:6] == ("10", "", "10")


def test_failing_condition_that_holds_is_told() -> None:
    rules = with_conditions()
    paper = sheet_paper(rules, best(rules) | {"L1": "yes"})
    assert row_of(paper, "L1").cells[4:8] == ("Có", "", "Có", "")
    assert "Điều kiện liệt" in row_of(paper, "L1").cells[-1]
    told = "có điều kiện liệt L1 (Còn tụ điểm mại dâm hoạt động), không xếp loại cao hơn “Yếu”."
    assert f"Thẩm định: {told}" in lines_of(sheet_form(paper))
    assert "Thẩm định: 100 điểm. Xếp loại: Yếu (ngày 20/12/2025)." in lines_of(sheet_form(paper))


def test_recognition_is_told_with_its_decision() -> None:
    paper = sheet_paper(
        state=State.RECOGNISED,
        recognised_class="good",
        recognised_on=date(2026, 1, 20),
        decision_number="07/QĐ-UBND",
    )
    assert "Công nhận: Tốt, theo Quyết định số 07/QĐ-UBND ngày 20/01/2026." in lines_of(sheet_form(paper))
    withdrawn = replace(paper, state=State.WITHDRAWN, recognised_class="")
    assert "Công nhận đã bị thu hồi." in lines_of(sheet_form(withdrawn))


def test_answers_that_were_not_submitted_say_so() -> None:
    paper = sheet_paper(state=State.OPEN, appraised={}, self_on=None, appraised_on=None)
    assert "Tự chấm: 100 điểm. Xếp loại: Tốt (xã chưa nộp phiếu)." in lines_of(sheet_form(paper))


def test_evidence_is_listed_with_numbers_and_days(tmp_path: Path) -> None:
    text = " ".join(page.text for page in pdf_pages([sheet_form(PAPERS["evidence"])], tmp_path))
    assert "1 1 05/KH-UBND 09/01/2025 Kế hoạch năm ke-hoach.pdf" in text
    assert "2 8 Ảnh chụp sổ tập huấn" in text


def test_long_set_goes_over_pages_under_repeated_heads(sixty: list[PageRead]) -> None:
    head = head_of(table_of(PAPERS["sixty criteria"]))
    assert len(sixty) > 8
    assert all(page.width > page.height for page in sixty)
    assert all(head in page.text for page in sixty[:-1])
    assert [[line.text for line in page.lines if line.base < 20] for page in sixty[1:3]] == [["2"], ["3"]]


def test_no_word_of_a_long_set_is_cut(sixty: list[PageRead]) -> None:
    drawn = {word for page in sixty for word in page.text.split()}
    rows = table_of(PAPERS["sixty criteria"]).rows
    assert {word for row in rows for cell in row.cells for word in cell.split()} <= drawn


def test_group_never_ends_a_page(sixty: list[PageRead]) -> None:
    ends = [
        max((line for line in page.lines if line.base < 190), key=lambda line: line.base) for page in sixty
    ]
    assert not any("NHÓM" in line.text for line in ends[:-1])


def test_everything_stays_within_the_margins(tmp_path: Path) -> None:
    lines = [
        line
        for page in pdf_pages([sheet_form(paper) for paper in PAPERS.values()], tmp_path)
        for line in page.lines
    ]
    assert min(line.left for line in lines) > 29.9
    assert max(line.right for line in lines) < 297 - 17.9


def test_every_character_has_a_picture_or_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "form.pdf"
    with pytest.raises(GlyphMissing) as caught:
        write_forms_pdf([sheet_form(sheet_paper(unit_name="Xã 😀"))], target)
    assert caught.value.characters == "😀"
    assert not target.exists()


def test_all_sheets_stand_in_one_file_each_from_its_first_page(tmp_path: Path) -> None:
    forms = [sheet_form(sheet_paper(unit_name=f"Xã Số {number}")) for number in range(3)]
    pages = pdf_pages(forms, tmp_path)
    firsts = [page for page in pages if "PHIẾU CHẤM ĐIỂM" in page.text]
    assert len(firsts) == 3
    assert all(not [line for line in page.lines if line.base < 20] for page in firsts)


def test_signatures_stand_with_the_last_line(sixty: list[PageRead]) -> None:
    last = sixty[-1].text
    assert "Thẩm định: 120 điểm. Xếp loại: Tốt" in last
    for title in ("NGƯỜI CHẤM ĐIỂM", "CHỦ TỊCH", "ĐẠI DIỆN TỔ THẨM ĐỊNH"):
        assert title in last


def test_each_page_is_told_and_the_work_can_be_stopped(tmp_path: Path) -> None:
    told: list[int] = []

    def stop(page: int) -> None:
        told.append(page)
        if page == 3:
            raise RuntimeError

    target = tmp_path / "form.pdf"
    with pytest.raises(RuntimeError):
        write_forms_pdf([sheet_form(PAPERS["sixty criteria"])], target, on_page=stop)
    assert told == [1, 2, 3]
    assert list(tmp_path.iterdir()) == []


LONG_WORD = "Khôngkhoảngtrắng" * 6
NOTES = {
    "longer than a page": " ".join(f"lý{number}" for number in range(900)),
    "one word wider than its column": LONG_WORD,
    "several lines and invisible marks": "Dòng một\nDòng\u200b hai\t\x07hết",
}


@pytest.mark.parametrize("name", NOTES)
def test_any_note_of_an_officer_finds_its_room(name: str, tmp_path: Path) -> None:
    paper = sheet_paper()
    noted = replace(paper, marks={**paper.marks, "3": replace(paper.mark("3"), note=NOTES[name])})
    pages = pdf_pages([sheet_form(noted)], tmp_path)
    drawn = "".join(page.text for page in pages).replace(" ", "")
    words = NOTES[name].replace("\u200b", "").replace("\x07", "").split()
    assert all(word in drawn for word in words)
    assert max(line.right for page in pages for line in page.lines) < 297 - 17.9
