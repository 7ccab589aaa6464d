"""Minutes of appraisal on paper: who takes part, what was found otherwise and why, the conclusion."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.rules.scoring.chain import State
from exports.documents.description import Table
from exports.documents.forms import Form, FormText
from exports.documents.score_minutes_content import minutes_form, minutes_symbol, year_minutes_form
from tests.exports.documents.form_reading import docx_words, pdf_pages, pdf_words
from tests.helpers.score_papers import (
    best,
    blank_paper,
    communes_of_142,
    sheet_paper,
    shipped,
    with_conditions,
    year_paper,
)

LESS = best(shipped()) | {"1": "5", "8": "15/142", "9": "n/a"}
DIFFERING = sheet_paper(own=best(shipped()) | {"8": "18/142"}, appraised=LESS)
OPEN = sheet_paper(state=State.SUBMITTED, appraised={"1": "5"}, appraised_on=None, unit_name="Xã Pú Nhung")
YEAR = year_paper(
    (DIFFERING, OPEN, blank_paper(unit_name="Xã Mùn Chung"), sheet_paper(unit_name="Xã Nà Tòng"))
)
FORMS = {
    "differing": minutes_form(DIFFERING),
    "alike": minutes_form(sheet_paper()),
    "under way": minutes_form(OPEN),
    "conditions": minutes_form(sheet_paper(with_conditions())),
    "year": year_minutes_form(YEAR),
    "142 communes": year_minutes_form(communes_of_142()),
}


def tables(form: Form) -> list[Table]:
    return [part for part in form.parts if isinstance(part, Table)]


def lines(form: Form) -> list[str]:
    return [part.text for part in form.parts if isinstance(part, FormText)]


@pytest.mark.parametrize("name", FORMS)
def test_both_formats_say_the_same_word_for_word(name: str, tmp_path: Path) -> None:
    assert docx_words([FORMS[name]], tmp_path) == pdf_words([FORMS[name]], tmp_path)


def test_head_is_that_of_who_appraises(tmp_path: Path) -> None:
    first = pdf_pages([FORMS["differing"]], tmp_path)[0].text
    assert "HUYỆN TUẦN GIÁO" in first
    assert "/BB-UBND" in first
    assert "Tuần Giáo, ngày 20 tháng 12 năm 2025" in first
    assert "Phiếu tự chấm điểm năm 2025 của xã Quài Tở, nộp ngày 01/12/2025." in first


@pytest.mark.parametrize(("symbol", "of_minutes"), [("KH-UBND", "BB-UBND"), ("KH-SYT", "BB-SYT"), ("", "BB")])
def test_symbol_follows_that_of_plans(symbol: str, of_minutes: str) -> None:
    assert minutes_symbol(symbol) == of_minutes


def test_points_are_compared_by_group_and_scaled_like_the_sheet() -> None:
    found = tables(FORMS["differing"])[0]
    assert [row.cells[3:] for row in found.rows] == [
        ("30", "27", "-3"),
        ("26,27", "26,06", "-0,21"),
        ("20", "14", "-6"),
        ("15", "15", "0"),
        ("91,27", "82,06", "-9,21"),
    ]
    assert found.total[1:] == ("TỔNG ĐIỂM QUY VỀ 100", "100", "91,27", "87,3", "-3,97")


def test_only_what_differs_is_listed_with_its_reason() -> None:
    found = tables(FORMS["differing"])[1]
    reason = "Chưa đủ hồ sơ kiểm chứng"
    assert [(row.cells[0], *row.cells[3:]) for row in found.rows] == [
        ("1", "8", "5", "-3", reason),
        ("8", "1,27\n18/142\n= 12,676 %", "1,06\n15/142\n= 10,563 %", "-0,21", reason),
        ("9", "6\nCó", "Không áp dụng", "", reason),
    ]


def test_nothing_otherwise_is_said() -> None:
    form = FORMS["alike"]
    assert "Không có tiêu chí nào có điểm thẩm định khác điểm tự chấm." in lines(form)
    assert "Tổ thẩm định thống nhất xã Quài Tở đạt 100 điểm, xếp loại: Tốt." in lines(form)


def test_appraisal_under_way_has_no_conclusion() -> None:
    told = lines(FORMS["under way"])
    assert "Việc thẩm định xã Pú Nhung chưa kết thúc; chưa xếp loại." in told
    assert not any("Tổ thẩm định thống nhất" in line for line in told)


def test_year_names_every_commune_and_where_its_sheet_stands() -> None:
    found = tables(FORMS["year"])[0]
    assert [row.cells[1:] for row in found.rows] == [
        ("Xã Quài Tở", "91,27", "Tốt", "87,3", "Tốt", "-3,97", "Đã thẩm định"),
        ("Xã Pú Nhung", "100", "Tốt", "", "", "", "Đã nộp, đang thẩm định, chưa chấm đủ"),
        ("Xã Mùn Chung", "", "", "", "", "", "Chưa có phiếu"),
        ("Xã Nà Tòng", "100", "Tốt", "100", "Tốt", "0", "Đã thẩm định"),
    ]
    assert "Chưa thẩm định: Xã Pú Nhung, Xã Mùn Chung." in lines(FORMS["year"])


def test_year_lists_what_differs_commune_by_commune() -> None:
    rows = tables(FORMS["year"])[1].rows
    assert [row.cells[1] for row in rows if row.group] == ["Xã Quài Tở", "Xã Pú Nhung"]


def test_classes_of_142_communes_are_printed_with_their_shares() -> None:
    assert (
        "Xếp loại sau thẩm định: Tốt 18/142 đơn vị (12,676 %); Khá 100/142 đơn vị (70,423 %); "
        "Chưa đạt 24/142 đơn vị (16,901 %)." in lines(FORMS["142 communes"])
    )


def test_year_has_the_last_day_once_all_are_appraised() -> None:
    later = replace(DIFFERING, appraised_on=date(2025, 12, 23))
    whole, part = year_minutes_form(year_paper((DIFFERING, later))), FORMS["year"]
    assert whole.head is not None
    assert part.head is not None
    assert (whole.head.issued_on, part.head.issued_on) == (date(2025, 12, 23), None)
