"""The annex of tasks: orientation, own page numbers, head on each page, rows whole, words whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from db.rules.plan_paper import PaperTask
from exports.documents.description import Annex, Column, Row, Table
from exports.documents.pdf import write_pdf
from exports.documents.plan_content import plan_document
from tests.exports.documents.reading import PageRead, read_pdf
from tests.helpers.long_plan import short_plan

LONG_WORD = "Liênhiệpcáchộikhoahọcvàkỹthuật"


@pytest.fixture
def annex_pages(short_pages: list[PageRead]) -> list[PageRead]:
    return [page for page in short_pages if page.width > page.height]


def test_annex_lies_across_after_the_upright_document(short_pages: list[PageRead]) -> None:
    shapes = [(round(page.width), round(page.height)) for page in short_pages]

    assert shapes == [(210, 297)] * 2 + [(297, 210)] * (len(shapes) - 2)
    assert len(shapes) > 4


def test_annex_numbers_its_own_pages_from_the_second(annex_pages: list[PageRead]) -> None:
    numbers = [[line.text for line in page.lines if line.base < 20] for page in annex_pages]

    assert numbers == [[], *([str(number)] for number in range(2, len(annex_pages) + 1))]


def test_annex_keeps_the_margins(annex_pages: list[PageRead]) -> None:
    lines = [line for page in annex_pages for line in page.lines if 20 < line.base < 190]

    assert min(line.left for line in lines) > 30
    assert max(line.right for line in lines) < 297 - 18


@pytest.mark.parametrize(
    ("text", "font"),
    [("Phụ lục", "-Bold"), ("DANH MỤC NHIỆM VỤ", "-Bold"), ("(Kèm theo Kế hoạch số 05/KH-UBND", "-Italic")],
)
def test_annex_head_is_centred(text: str, font: str, annex_pages: list[PageRead]) -> None:
    line = annex_pages[0].line(text)

    assert line.size == 14
    assert [name.removeprefix("LiberationSerif") for name in line.fonts] == [font]
    assert line.middle == pytest.approx(30 + (297 - 48) / 2, abs=0.3)


def test_table_head_is_repeated_on_each_page(annex_pages: list[PageRead]) -> None:
    assert all("TT Nội dung nhiệm vụ Cơ quan chủ trì" in page.text for page in annex_pages)


def test_group_rows_are_bold_and_stay_with_their_first_task(annex_pages: list[PageRead]) -> None:
    lines = [line for page in annex_pages for line in page.lines if "Nhóm nhiệm vụ" in line.text]

    assert [line.text for line in lines] == [f"Nhóm nhiệm vụ thứ {number}" for number in range(1, 5)]
    assert all("LiberationSerif-Bold" in line.fonts for line in lines)
    assert all(line.base < 175 for line in lines)


def test_word_in_a_narrow_cell_is_not_broken(target: Path) -> None:
    task = PaperTask("Nội dung", lead=LONG_WORD, joining="Công an huyện", money="1.234.567.890.123 đồng")

    write_pdf(plan_document(short_plan(tasks=(task,))), target)

    texts = [line.text for line in read_pdf(target)[-1].lines]
    assert LONG_WORD in texts
    assert any("1.234.567.890.123" in text for text in texts)


def test_word_wider_than_the_page_is_broken_inside_its_cell(target: Path) -> None:
    task = PaperTask("Nội dung", lead=LONG_WORD * 12)

    write_pdf(plan_document(short_plan(tasks=(task,))), target)

    page = read_pdf(target)[-1]
    assert LONG_WORD * 12 in page.text.replace(" ", "")
    assert max(line.right for line in page.lines) < 297 - 18


def test_row_taller_than_a_page_goes_on_in_the_next(target: Path) -> None:
    words = [f"việc{number}" for number in range(1500)]

    write_pdf(plan_document(short_plan(tasks=(PaperTask(" ".join(words), group="Nhóm"),))), target)

    pages = [page for page in read_pdf(target) if page.width > page.height]
    assert len(pages) > 2
    assert all(word in " ".join(page.text for page in pages) for word in words)


def test_each_annex_begins_its_numbers_anew_and_chooses_its_side(target: Path) -> None:
    rows = tuple(Row((str(number), "Xã Quài Tở", "1")) for number in range(1, 60))
    columns = (Column("STT", 15, "center"), Column("Xã", 80), Column("Duy trì", 30, "right"))
    annexes = tuple(
        Annex(
            f"Phụ lục {label}", "MÔ HÌNH", "(Kèm theo)", Table(columns, rows, ("", "Tổng", "59")), landscape
        )
        for label, landscape in (("I", False), ("II", True))
    )
    document = plan_document(short_plan())

    write_pdf(replace(document, annexes=annexes), target)

    pages = read_pdf(target)[2:]
    assert [page.width > page.height for page in pages] == [False] * 2 + [True] * (len(pages) - 2)
    assert [[line.text for line in page.lines if line.base < 20] for page in pages[:4]] == [
        [],
        ["2"],
        [],
        ["2"],
    ]
    assert pages[-1].line("Tổng").fonts == {"LiberationSerif-Bold"}
