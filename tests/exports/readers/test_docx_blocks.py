"""Word documents read as Word shows them."""

import io
import zipfile

import pytest

from exports.readers.docx_blocks import document_blocks
from exports.readers.word_numbering import formatted
from tests.exports.readers.made_documents import (
    cell,
    docx,
    numbered,
    numbering,
    paragraph,
    run,
    styles,
    table,
)

LEVELS = [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"), ("bullet", "o")]
TCVN3 = "KÕ ho¹ch phßng, chèng tÖ n¹n m¹i d©m cña x· §«ng H¶i"


def texts(body: str, parts: dict[str, str] | None = None) -> list[str]:
    return [block["text"] for block in document_blocks(docx(body, parts))["blocks"]]


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_automatic_numbering_is_written_out() -> None:
    items = [
        ("MỤC TIÊU", 0),
        ("Chung", 1),
        ("Riêng", 1),
        ("Xã", 2),
        ("Thôn", 3),
        ("Nhà", 4),
        ("NHIỆM VỤ", 0),
        ("Một", 1),
    ]
    body = "".join(numbered(text, 1, depth) for text, depth in items)
    assert texts(body, {"numbering": numbering(LEVELS)}) == [
        "I. MỤC TIÊU", "1. Chung", "2. Riêng", "a) Xã", "- Thôn", "+ Nhà", "II. NHIỆM VỤ", "1. Một"
    ]  # fmt: skip


def test_label_names_the_levels_above_and_a_style_brings_its_list() -> None:
    heading = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    parts = {"numbering": numbering([("decimal", "%1."), ("decimal", "%1.%2.")]), "styles": styles(heading)}
    body = numbered("A", 1) + paragraph("B", '<w:pStyle w:val="H2"/>') + numbered("C", 1, 1)
    blocks = document_blocks(docx(body, parts))["blocks"]
    assert [block["text"] for block in blocks] == ["1. A", "1.1. B", "1.2. C"]
    assert [block["heading"] for block in blocks] == [0, 2, 0]


@pytest.mark.parametrize(
    ("count", "form", "label"),
    [(4, "upperRoman", "IV"), (2, "lowerLetter", "b"), (28, "lowerLetter", "bb"), (7, "decimalZero", "07"),
     (3, "vietnameseCounting", "ba"), (5, "none", ""), (6, "unheard of", "6")],
)  # fmt: skip
def test_number_is_written_in_its_format(count: int, form: str, label: str) -> None:
    assert formatted(count, form) == label


def test_tracked_changes_are_taken_as_accepted() -> None:
    deleted = (
        "<w:del><w:r><w:delText>02</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom>"
    )
    body = paragraph(inside=f"{run('Mở ')}{deleted}<w:ins>{run('05')}</w:ins>{run(' lớp')}")
    assert texts(body) == ["Mở 05 lớp"]


def test_paragraph_whose_mark_was_deleted_runs_on() -> None:
    body = paragraph("Kiểm tra ", "<w:rPr><w:del/></w:rPr>") + paragraph("nhà trọ")
    assert texts(body) == ["Kiểm tra nhà trọ"]


def test_text_box_is_read_once_and_hidden_text_not_at_all() -> None:
    box = f"<wps:txbx><w:txbxContent>{paragraph('Trong khung')}</w:txbxContent></wps:txbx>"
    choices = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{choices}</mc:AlternateContent></w:r>"
    body = paragraph(inside=run("Ngoài khung") + run("ẩn", "<w:vanish/>") + both)
    assert texts(body) == ["Ngoài khung", "Trong khung"]


def test_soft_line_break_parts_lines() -> None:
    assert texts(paragraph(inside="<w:r><w:t>CỘNG HÒA</w:t><w:br/><w:t>Độc lập</w:t></w:r>")) == [
        "CỘNG HÒA",
        "Độc lập",
    ]


def test_merged_cells_repeat_their_text() -> None:
    wide = cell("Tuyên truyền", '<w:gridSpan w:val="2"/>')
    first, below = cell("Công an xã", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    block = document_blocks(docx(table([["TT", wide], ["1", "Rà soát", first], ["2", "Tuần tra", below]])))[
        "blocks"
    ][0]
    assert block["rows"] == [
        ["TT", "Tuyên truyền", "Tuyên truyền"], ["1", "Rà soát", "Công an xã"], ["2", "Tuần tra", "Công an xã"]
    ]  # fmt: skip


def test_old_font_is_converted_and_its_capital_form_written_large() -> None:
    body = paragraph(inside=run(TCVN3, font(".VnTime"))) + paragraph(inside=run("chØ tiªu", font(".VnTimeH")))
    read = document_blocks(docx(body))
    assert [block["text"] for block in read["blocks"]] == [
        "Kế hoạch phòng, chống tệ nạn mại dâm của xã Đông Hải",
        "CHỈ TIÊU",
    ]
    assert read["encoding"] == "tcvn3"
    assert read["samples"][1] == ("chØ tiªu", "CHỈ TIÊU")


def test_old_font_left_on_a_text_in_unicode_changes_nothing() -> None:
    text = "Kế hoạch phòng, chống tệ nạn của xã"
    assert texts(paragraph(inside=run(text, font(".VnTime")))) == [text]


def test_strict_form_of_the_format_is_read_too() -> None:
    usual, strict = "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx(paragraph("Tuyên truyền")))) as made,
        zipfile.ZipFile(buffer, "w") as out,
    ):
        for name in made.namelist():
            out.writestr(name, made.read(name).replace(usual.encode(), strict.encode()))
    assert document_blocks(buffer.getvalue())["blocks"][0]["text"] == "Tuyên truyền"
