"""What Word and LibreOffice are told: styles, parts, page numbers, tables with repeated heads, what is kept whole."""

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn

from db.rules.plan_paper import PaperTask
from db.whole_files import TargetNotWritable
from exports.documents.docx import write_docx
from exports.documents.fonts import FontMissing
from exports.documents.plan_content import plan_document
from exports.documents.wording import SAMPLE_NOTICE
from tests.exports.documents.reading_docx import read_docx, value
from tests.helpers.long_plan import annexed_plan, many_tasks, short_plan

MM = 360 * 100

COMPONENTS = [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu", 13, True, False),
    ("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ", 14, True, False),
    ("Số:\u00a005/KH-UBND", "Số, ký hiệu", 13, False, False),
    ("Tuần Giáo, ngày 09 tháng 01 năm 2025", "Địa danh, thời gian", 14, False, True),
    ("KẾ HOẠCH", "Tên loại văn bản", 14, True, False),
    ("Phòng, chống mại dâm năm 2025 trên địa bàn huyện Tuần Giáo", "Trích yếu", 14, True, False),
    ("MỤC ĐÍCH, YÊU CẦU", "Heading 1", 14, True, False),
    ("Công tác tuyên truyền", "Heading 2", 14, True, False),
    ("a) Tuyên truyền trực tiếp", "Heading 3", 14, True, False),
    ("Nơi nhận:", "Nơi nhận", 12, True, True),
    ("- Lưu: VT, VHXH.", "Nơi nhận (danh sách)", 11, False, False),
    ("TM. ỦY BAN NHÂN DÂN", "Quyền hạn, chức vụ", 14, True, False),
    ("Lò Thị Hương", "Họ tên người ký", 14, True, False),
    ("Phụ lục", "Phụ lục", 14, True, False),
]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a short plan of sample data with an annex of forty tasks, read back."""
    target = tmp_path_factory.mktemp("docx") / "plan.docx"
    write_docx(plan_document(short_plan(sample=True, tasks=many_tasks(40), money_total="5 đồng")), target)
    return read_docx(target)


def paragraphs(file: Any) -> list[Any]:
    return list(file.element.body.iter(qn("w:p")))


@pytest.mark.parametrize(("text", "name", "size", "bold", "italic"), COMPONENTS)
def test_component_has_its_style(
    text: str, name: str, size: float, bold: bool, italic: bool, file: Any
) -> None:
    found = next(paragraph for paragraph in paragraphs(file) if paragraph.text == text)

    style = file.styles.get_by_id(found.style, 1)
    assert (style.name, style.font.size.pt) == (name, size)
    assert (bool(style.font.bold), bool(style.font.italic)) == (bold, italic)


def test_every_style_that_is_used_exists_and_rests_on_normal(file: Any) -> None:
    known = {value(style, "w:styleId"): style for style in file.styles.element.iter(qn("w:style"))}
    used = {value(mark) for mark in file.element.body.iter(qn("w:pStyle"), qn("w:tblStyle"))}

    assert used <= set(known)
    paragraph_styles = [style for style in known.values() if value(style, "w:type") == "paragraph"]
    based = [value(style.find(qn("w:basedOn"))) for style in paragraph_styles[1:]]
    assert set(based) == {"Normal"}


def test_every_style_names_the_font_for_every_script(file: Any) -> None:
    fonts = list(file.styles.element.iter(qn("w:rFonts")))

    assert len(fonts) > 20
    names = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
    assert {value(font, name) for font in fonts for name in names} == {"Times New Roman"}


def test_each_part_has_its_size_margins_and_own_page_numbers(tmp_path: Path) -> None:
    write_docx(plan_document(annexed_plan()), tmp_path / "plan.docx")

    sections: Any = read_docx(tmp_path / "plan.docx").sections
    shapes = [(round(part.page_width / MM), round(part.page_height / MM)) for part in sections]
    assert shapes == [(210, 297), (210, 297), (297, 210), (297, 210)]
    for part in sections:
        sides = (part.top_margin, part.bottom_margin, part.left_margin, part.right_margin)
        assert [round(side / MM) for side in sides] == [20, 20, 30, 18]
        assert value(part._sectPr.find(qn("w:pgNumType")), "w:start") == "1"


def test_page_number_stands_in_the_header_but_not_on_the_first_page(file: Any) -> None:
    for part in file.sections:
        assert part.different_first_page_header_footer
        assert "PAGE" in [mark.text for mark in part.header._element.iter(qn("w:instrText"))]
        assert list(part.first_page_header._element.iter(qn("w:instrText"))) == []


def test_sample_notice_stands_in_every_footer(file: Any, tmp_path: Path) -> None:
    for part in file.sections:
        assert part.footer.paragraphs[0].text == part.first_page_footer.paragraphs[0].text == SAMPLE_NOTICE

    write_docx(plan_document(short_plan()), tmp_path / "real.docx")
    assert read_docx(tmp_path / "real.docx").sections[0].footer.paragraphs[0].text == ""


def test_table_repeats_its_head_and_keeps_its_rows_whole(file: Any) -> None:
    head, *rows = file.tables[-1]._tbl.tr_lst

    assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in [head, *rows])
    assert not any(list(row.iter(qn("w:tblHeader"))) for row in rows)


def test_group_stays_with_its_first_row_and_the_total_with_the_last(file: Any) -> None:
    rows = file.tables[-1]._tbl.tr_lst

    kept = [place for place, row in enumerate(rows) if list(row.iter(qn("w:keepNext")))]
    assert kept == [1, 12, 23, 34, len(rows) - 2]


def test_row_taller_than_a_third_of_the_page_may_break(tmp_path: Path) -> None:
    task = PaperTask(" ".join(f"việc{number}" for number in range(1500)))

    write_docx(plan_document(short_plan(tasks=(task,))), tmp_path / "plan.docx")

    row = read_docx(tmp_path / "plan.docx").tables[-1]._tbl.tr_lst[1]
    assert list(row.iter(qn("w:cantSplit"))) == []


def test_widths_of_cells_and_columns_agree(file: Any) -> None:
    for table in file.element.body.iter(qn("w:tbl")):
        columns = [int(value(column, "w:w")) for column in table.iter(qn("w:gridCol"))]
        rows = [[int(value(width, "w:w")) for width in row.iter(qn("w:tcW"))] for row in table.tr_lst]
        assert {sum(row) for row in rows} == {sum(columns)}


def test_signature_is_kept_with_the_last_words(file: Any) -> None:
    closing = file.tables[1]._tbl

    before = closing.getprevious()
    assert before.text.endswith("./.")
    assert list(before.iter(qn("w:keepNext"))) != []
    assert list(closing.iter(qn("w:cantSplit"))) != []


def test_rules_are_borders_as_long_as_the_decree_wants(file: Any) -> None:
    borders = [border.getparent() for border in file.element.body.iter(qn("w:pBdr"))]

    assert len(borders) == 3
    assert all(int(value(border.find(qn("w:ind")), "w:left")) > 0 for border in borders)


def test_file_says_who_issued_it_and_when_and_is_the_same_each_time(tmp_path: Path) -> None:
    document = plan_document(short_plan(subject="Phòng, chống mại dâm " + "rất dài " * 60))
    for name in ("one.docx", "two.docx"):
        write_docx(document, tmp_path / name)

    told = read_docx(tmp_path / "one.docx").core_properties
    assert told.author == told.last_modified_by == "ỦY BAN NHÂN DÂN HUYỆN TUẦN GIÁO"
    assert told.created is not None and told.created.date() == date(2025, 1, 9)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_plan_without_a_day_says_no_day(tmp_path: Path) -> None:
    write_docx(plan_document(short_plan(issued_on=None)), tmp_path / "plan.docx")

    assert read_docx(tmp_path / "plan.docx").core_properties.created is None


def test_nothing_of_the_template_is_left(tmp_path: Path) -> None:
    write_docx(plan_document(short_plan()), tmp_path / "plan.docx")

    names = zipfile.ZipFile(tmp_path / "plan.docx").namelist()
    assert not any("theme" in name or "thumbnail" in name or "Effects" in name for name in names)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    document = plan_document(short_plan())

    with pytest.raises(FontMissing):
        write_docx(document, tmp_path / "plan.docx", folders=(tmp_path / "fonts",))
    with pytest.raises(TargetNotWritable):
        write_docx(document, tmp_path / "none" / "plan.docx")
    assert list(tmp_path.iterdir()) == []
