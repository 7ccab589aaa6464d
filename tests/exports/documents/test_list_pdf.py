"""A plain list on paper."""

from pathlib import Path

import pytest

from exports.documents.description import Column, ListPaper, Row, Table
from exports.documents.fonts import GlyphMissing
from exports.documents.list_pdf import write_list_pdf
from tests.exports.documents.reading import read_pdf


def paper(rows: int, widths: tuple[float, float, float] = (12, 60, 20)) -> ListPaper:
    number, form, people = widths
    columns = (
        Column("STT", number, "center"),
        Column("Hình thức", form),
        Column("Số người", people, "right"),
    )
    cells = tuple(Row((str(number), "Nói chuyện chuyên đề", "1.086")) for number in range(1, rows + 1))
    table = Table(columns, cells, ("", "Tổng", "9.999"))
    return ListPaper("TUYÊN TRUYỀN", ("Huyện Tuần Giáo", "Quý III năm 2025"), table)


@pytest.mark.parametrize(
    ("widths", "across"), [((12, 60, 20), False), ((20, 120, 40), False), ((30, 150, 40), True)]
)
def test_list_goes_across_the_page_where_it_is_wide(
    widths: tuple[float, float, float], across: bool, target: Path
) -> None:
    write_list_pdf(paper(3, widths), target)

    (page,) = read_pdf(target)
    assert (page.width > page.height) == across


def test_list_is_read_back_in_order(target: Path) -> None:
    write_list_pdf(paper(2), target)

    (page,) = read_pdf(target)
    assert page.text == (
        "TUYÊN TRUYỀN Huyện Tuần Giáo Quý III năm 2025 STT Hình thức Số người "
        "1 Nói chuyện chuyên đề 1.086 2 Nói chuyện chuyên đề 1.086 Tổng 9.999"
    )


def test_numbers_are_set_to_the_right_and_the_total_is_bold(target: Path) -> None:
    write_list_pdf(paper(2), target)

    (page,) = read_pdf(target)
    numbers = [line for line in page.lines if line.text in ("1.086", "9.999")]
    assert len({round(line.right, 1) for line in numbers}) == 1
    assert page.line("Tổng").fonts == {"LiberationSerif-Bold"}


def test_long_list_repeats_its_head_and_numbers_its_pages(target: Path) -> None:
    write_list_pdf(paper(300), target)

    pages = read_pdf(target)
    assert len(pages) > 4
    assert all(page.line("Hình thức").base < 45 for page in pages)
    assert [page.lines[0].text for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_total_is_never_alone_on_the_last_page(target: Path) -> None:
    for rows in range(34, 48):
        write_list_pdf(paper(rows), target)

        assert read_pdf(target)[-1].text.count("Nói chuyện") >= 1


def test_empty_list_prints_its_head(target: Path) -> None:
    write_list_pdf(ListPaper("TUYÊN TRUYỀN", (), Table(paper(0).table.columns, ())), target)

    (page,) = read_pdf(target)
    assert page.text == "TUYÊN TRUYỀN STT Hình thức Số người"


def test_list_refuses_what_it_cannot_draw(target: Path) -> None:
    with pytest.raises(GlyphMissing):
        write_list_pdf(ListPaper("TUYÊN TRUYỀN 😀", (), paper(1).table), target)

    assert not target.exists()
