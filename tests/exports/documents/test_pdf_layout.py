"""Margins, lettering and components of Decree 30/2020/NĐ-CP, appendix I, asserted from the PDF itself."""

from pathlib import Path

import pytest

from db.rules.plan_paper import Section
from exports.documents.pdf import write_pdf
from exports.documents.plan_content import plan_document
from exports.documents.wording import SAMPLE_NOTICE
from tests.exports.documents.reading import Line, PageRead, read_pdf
from tests.helpers.long_plan import CLOSING_WORDS, SENTENCES, short_plan

SLACK = 0.3
TEXT_MIDDLE = 30 + 162 / 2

COMPONENTS = [
    ("HUYỆN TUẦN GIÁO", "-Bold", 13),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "-Bold", 13),
    ("Độc lập - Tự do - Hạnh phúc", "-Bold", 14),
    ("Số: 05/KH-UBND", "", 13),
    ("Tuần Giáo, ngày 09 tháng 01 năm 2025", "-Italic", 14),
    ("KẾ HOẠCH", "-Bold", 14),
    ("Phòng, chống mại dâm năm 2025", "-Bold", 14),
    ("Căn cứ Luật", "-Italic", 14),
    ("I. MỤC ĐÍCH, YÊU CẦU", "-Bold", 14),
    ("1. Công tác tuyên truyền", "-Bold", 14),
    ("- Lồng ghép nhiệm vụ", "", 14),
    ("2. Đội kiểm tra liên ngành", "", 14),
    ("Nơi nhận:", "-BoldItalic", 12),
    ("- Lưu: VT, VHXH.", "", 11),
    ("TM. ỦY BAN NHÂN DÂN", "-Bold", 14),
    ("PHÓ CHỦ TỊCH", "-Bold", 14),
    ("Lò Thị Hương", "-Bold", 14),
]


def found(pages: list[PageRead], text: str) -> Line:
    return next(line for page in pages for line in page.lines if text in line.text)


def inside(page: PageRead) -> list[Line]:
    """Return the lines between the margins: all but page number and notice."""
    return [line for line in page.lines if not line.text.isdigit() and line.text != SAMPLE_NOTICE]


@pytest.mark.parametrize(("text", "style", "size"), COMPONENTS)
def test_component_has_its_face_and_size(
    text: str, style: str, size: float, short_pages: list[PageRead]
) -> None:
    line = found(short_pages, text)

    assert [font.removeprefix("LiberationSerif") for font in line.fonts] == [style]
    assert line.size == size


def test_every_page_keeps_the_margins(long_pages: list[PageRead]) -> None:
    for page in long_pages:
        lines = inside(page)
        assert (round(page.width), round(page.height)) == (210, 297)
        assert min(line.left for line in lines) >= 30 - SLACK
        assert max(line.right for line in lines) <= 210 - 18 + SLACK
        assert min(line.base for line in lines) > 20
        assert max(line.base for line in lines) < 297 - 20


def test_body_is_justified_with_its_first_line_indented(short_pages: list[PageRead]) -> None:
    first, middle = found(short_pages, "Tiếp tục đẩy mạnh"), found(short_pages, "pháp luật về phòng")

    assert first.left == pytest.approx(30 + 12.7, abs=SLACK)
    assert middle.left == pytest.approx(30, abs=SLACK)
    assert [first.right, middle.right] == pytest.approx([192, 192], abs=0.6)


def test_lines_and_paragraphs_keep_their_distances(short_pages: list[PageRead]) -> None:
    lines = [
        found(short_pages, text).base for text in ("trong các cơ quan", "II. CÁC CHỈ TIÊU", "- Tỷ lệ xã")
    ]
    line = found(short_pages, "ngày 15/12/2025").base - lines[2]

    assert line == pytest.approx(18 * 25.4 / 72, abs=0.05)
    assert lines[1] - lines[0] == pytest.approx(24 * 25.4 / 72, abs=0.05)


def test_motto_is_ruled_as_long_as_its_text(short_pages: list[PageRead]) -> None:
    motto, rule = found(short_pages, "Độc lập"), short_pages[0].rules[1]

    assert rule.left == pytest.approx(motto.left, abs=0.6)
    assert rule.right == pytest.approx(motto.right, abs=0.6)
    assert 0 < rule.base - motto.base < 4


@pytest.mark.parametrize(("text", "place"), [("HUYỆN TUẦN GIÁO", 0), ("Phòng, chống mại dâm", 2)])
def test_agency_and_subject_are_ruled_over_a_third_to_a_half(
    text: str, place: int, short_pages: list[PageRead]
) -> None:
    line, rule = found(short_pages, text), short_pages[0].rules[place]

    assert 1 / 3 <= rule.width / (line.right - line.left) <= 1 / 2
    assert (rule.left + rule.right) / 2 == pytest.approx(line.middle, abs=SLACK)
    assert 0 < rule.base - line.base < 4


def test_number_and_day_stand_on_one_line_under_the_two_columns(short_pages: list[PageRead]) -> None:
    number, day = found(short_pages, "Số: 05"), found(short_pages, "Tuần Giáo, ngày")

    assert number.base == pytest.approx(day.base, abs=0.05)
    assert number.middle == pytest.approx(found(short_pages, "ỦY BAN NHÂN DÂN").middle, abs=SLACK)
    assert day.middle == pytest.approx(found(short_pages, "Độc lập").middle, abs=SLACK)


def test_page_number_is_centred_in_the_top_margin_from_page_two(long_pages: list[PageRead]) -> None:
    numbers = [[line for line in page.lines if line.text.isdigit()] for page in long_pages]

    assert numbers[0] == []
    assert [line.text for lines in numbers for line in lines] == [
        str(n) for n in range(2, len(long_pages) + 1)
    ]
    assert all(line.base < 20 and line.size == 13 for lines in numbers for line in lines)
    assert all(line.middle == pytest.approx(TEXT_MIDDLE, abs=0.5) for lines in numbers for line in lines)


def test_long_plan_has_about_thirty_pages(long_pages: list[PageRead]) -> None:
    assert 28 <= len(long_pages) <= 33


def test_title_never_stands_at_the_foot_of_a_page(long_pages: list[PageRead]) -> None:
    feet = [inside(page)[-1] for page in long_pages[:-1]]

    assert not any("-Bold" in font for line in feet for font in line.fonts)


@pytest.mark.parametrize("filling", range(8, 22))
def test_signature_never_stands_alone_on_a_page(filling: int, target: Path) -> None:
    sections = [Section(1, "paragraph", SENTENCES[number % 4]) for number in range(filling)]

    write_pdf(plan_document(short_plan(sections=(*sections, Section(1, "paragraph", CLOSING_WORDS)))), target)

    last = read_pdf(target)[-1]
    assert last.line("./.").base < last.line("Nơi nhận:").base < last.line("Lò Thị Hương").base


def test_only_the_end_of_a_long_last_paragraph_is_kept_with_the_signature(target: Path) -> None:
    sections = (Section(1, "paragraph", " ".join(SENTENCES * 12)),)

    write_pdf(plan_document(short_plan(sections=sections)), target)

    *before, last = read_pdf(target)
    assert all(inside(page)[-1].base > 250 for page in before)
    assert last.line("./.").base < last.line("Nơi nhận:").base


def test_recipients_that_fill_more_than_a_page_are_all_printed(target: Path) -> None:
    recipients = tuple(f"Ủy ban nhân dân xã thứ {number}" for number in range(90))

    write_pdf(plan_document(short_plan(recipients=recipients)), target)

    text = " ".join(page.text for page in read_pdf(target))
    assert all(f"xã thứ {number};" in text for number in range(90))


def test_long_agency_names_stay_in_their_column(target: Path) -> None:
    names = {
        "parent_agency": "Ủy ban nhân dân tỉnh Điện Biên",
        "issuing_agency": "Sở Lao động - Thương binh và Xã hội tỉnh Điện Biên",
    }

    write_pdf(plan_document(short_plan(**names)), target)

    page = read_pdf(target)[0]
    left = [page.line(text) for text in ("TỈNH ĐIỆN BIÊN", "SỞ LAO ĐỘNG", "Số:")]
    assert max(line.right for line in left) < page.line("CỘNG HÒA").left
    assert len({round(line.middle) for line in left}) == 1


def test_place_name_that_is_too_long_takes_the_smaller_size(target: Path) -> None:
    write_pdf(plan_document(short_plan(place="Thành phố Điện Biên Phủ", issued_on=None)), target)

    page = read_pdf(target)[0]
    assert page.line("Thành phố Điện Biên Phủ, ngày").size == 13
    assert page.line("Thành phố").base == pytest.approx(page.line("Số:").base, abs=0.05)


def test_only_the_one_family_is_in_the_file(short_pages: list[PageRead]) -> None:
    fonts = {font for page in short_pages for line in page.lines for font in line.fonts}

    assert len({font.partition("-")[0] for font in fonts}) == 1


def test_long_plan_leaves_no_page_half_empty(long_pages: list[PageRead]) -> None:
    assert all(inside(page)[-1].base > 240 for page in long_pages[:-1])


@pytest.mark.parametrize("above", range(8, 20))
def test_last_title_goes_with_the_paragraph_that_is_kept_with_the_signature(
    above: int, tmp_path: Path
) -> None:
    filling = tuple(Section(1, "paragraph", SENTENCES[0]) for _ in range(above))
    ending = (
        Section(1, "heading", "THỰC HIỆN"),
        Section(2, "heading", "Các xã"),
        Section(1, "paragraph", "Ghi số liệu."),
    )
    target = tmp_path / "plan.pdf"

    write_pdf(plan_document(short_plan(sections=(*filling, *ending))), target)

    pages = ["\n".join(line.text for line in page.lines) for page in read_pdf(target)]
    assert [("THỰC HIỆN" in page, "1. Các xã" in page) for page in pages if "Ghi số liệu" in page] == [
        (True, True)
    ]
