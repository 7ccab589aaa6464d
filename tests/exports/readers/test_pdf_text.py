"""Pages of a PDF: columns told apart, numbers and running heads of pages left out."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from exports.readers.pdf_text import pdf_lines

Drawn = tuple[int, int, str]


def pages(*drawn: Sequence[Drawn]) -> bytes:
    """Return a PDF that has each text at its place, a page for each list."""
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for page in drawn:
        for across, up, text in page:
            canvas.drawString(across, up, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def texts(data: bytes) -> list[str]:
    return [line["text"] for line in pdf_lines(data)["lines"]]


def test_columns_beside_each_other_are_parted_by_a_tab() -> None:
    page = [
        (60, 800, "So: 12/KH-UBND"),
        (330, 800, "An Phu, ngay 05 thang 01 nam 2026"),
        (60, 780, "KE HOACH cua nam nay"),
    ]
    assert texts(pages(page)) == ["So: 12/KH-UBND\tAn Phu, ngay 05 thang 01 nam 2026", "KE HOACH cua nam nay"]


def test_head_that_runs_over_the_pages_is_left_out() -> None:
    body = [
        [(60, 820, "Uy ban nhan dan"), (60, 700, f"Noi dung cua trang so {at}")]
        for at in ("mot", "hai", "ba")
    ]
    assert texts(pages(*body)) == [f"Noi dung cua trang so {at}" for at in ("mot", "hai", "ba")]


def test_line_that_opens_two_pages_stays() -> None:
    body = [
        [(60, 820, "Phu luc kem theo"), (60, 700, f"Noi dung cua trang so {at}")] for at in ("mot", "hai")
    ]
    assert texts(pages(*body)).count("Phu luc kem theo") == 2
