"""The text of a document read back from the PDF equals what went in."""

import unicodedata
from pathlib import Path

import pytest

from db.rules.plan_paper import PlanPaper, Section
from exports.documents.description import Document
from exports.documents.pdf import write_pdf
from exports.documents.plan_content import plan_document
from exports.documents.wording import MOTTO, NATIONAL_NAME, RECIPIENTS_HEAD, SAMPLE_NOTICE
from tests.exports.documents.reading import PageRead, read_pdf, whole_text
from tests.helpers.long_plan import long_plan, many_tasks, short_plan


def expected_text(document: Document) -> str:
    head, signatory = document.head, document.signatory
    texts = [
        head.parent_agency,
        head.issuing_agency,
        NATIONAL_NAME,
        MOTTO,
        head.number_line,
        head.place_and_day,
        document.kind,
        document.subject,
        *document.grounds,
        *(part.line for part in document.body),
        RECIPIENTS_HEAD,
        *(f"- {recipient}" for recipient in document.recipients),
        *(signatory.authority, signatory.post, signatory.name),
    ]
    return " ".join(" ".join(texts).split())


def without_page_numbers(pages: list[PageRead]) -> str:
    lines = [line.text for page in pages for line in page.lines if not line.text.isdigit()]
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("plan", [short_plan(), long_plan(2), short_plan(number=None, issued_on=None)])
def test_text_read_back_equals_what_went_in(plan: PlanPaper, target: Path) -> None:
    document = plan_document(plan)

    write_pdf(document, target)

    assert without_page_numbers(read_pdf(target)) == expected_text(document)


def test_annex_text_is_read_back_row_by_row(target: Path) -> None:
    document = plan_document(short_plan(tasks=many_tasks(2, groups=1), money_total="15.000.000 đồng"))
    annex = document.annexes[0]
    cells = [cell for row in annex.table.rows for cell in row.cells]
    titles = [column.title for column in annex.table.columns]
    texts = [annex.label, annex.title, annex.subtitle, *titles, *cells, *annex.table.total]

    write_pdf(document, target)

    assert read_pdf(target)[-1].text == " ".join(" ".join(texts).split())


def test_body_that_ends_with_two_titles_of_one_level_loses_none(target: Path) -> None:
    titles = (Section(1, "heading", "KINH PHÍ"), Section(1, "heading", "TỔ CHỨC THỰC HIỆN"))

    write_pdf(plan_document(short_plan(sections=titles)), target)

    assert "I. KINH PHÍ II. TỔ CHỨC THỰC HIỆN./." in whole_text(target)


def test_decomposed_text_is_drawn_composed(target: Path) -> None:
    subject = "Phòng, chống mại dâm tại xã Quài Tở, Nà Sáy, Pú Nhung"

    write_pdf(plan_document(short_plan(subject=unicodedata.normalize("NFD", subject))), target)

    assert subject in whole_text(target)


def test_invisible_characters_of_pasted_text_are_left_out(target: Path) -> None:
    pasted = Section(1, "paragraph", "tuyên\u200b truyền\u00ad miệng\tvà\u2003lưu động\ufeff")

    write_pdf(plan_document(short_plan(sections=(pasted,))), target)

    assert "tuyên truyền miệng và lưu động./." in whole_text(target)


def test_signs_of_markup_are_text(target: Path) -> None:
    text = "Tỷ lệ < 70 % & số lớp > 2 thì <b>báo cáo</b>"

    write_pdf(plan_document(short_plan(sections=(Section(1, "paragraph", text),))), target)

    assert f"{text}./." in whole_text(target)


def test_blank_number_and_day_are_left_to_be_filled_in(target: Path) -> None:
    write_pdf(plan_document(short_plan(number=None, issued_on=None)), target)

    page = read_pdf(target)[0]
    number = page.line("Số:")
    assert number.text == "Số: /KH-UBND"
    # As wide as with a number of two digits: the reader shows a run of spaces as one.
    assert number.right - number.left == pytest.approx(34, abs=2)
    assert "Tuần Giáo, ngày … tháng … năm …" in page.text


def test_sample_notice_stands_on_every_page(short_pages: list[PageRead]) -> None:
    assert all(page.lines[-1].text == SAMPLE_NOTICE for page in short_pages)
    assert all(page.line(SAMPLE_NOTICE).base > page.height - 20 for page in short_pages)


def test_plan_without_sample_data_carries_no_notice(long_pages: list[PageRead]) -> None:
    assert not any(SAMPLE_NOTICE in page.text for page in long_pages)
