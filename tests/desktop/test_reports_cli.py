"""`pcmd reports print`."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from db.sessions import Book
from tests.helpers.command_line import pcmd
from tests.helpers.sample_records import added


@pytest.fixture
def folder(book_folder: Path) -> Path:
    """A book with an outreach activity and a target."""
    with Book(book_folder) as book:
        added(book, "outreach", held_on=date(2025, 7, 1), sessions=3, people=1240)
        added(book, "targets", text="Ít nhất hai nghìn người", measure="outreach.people")
    return book_folder


def test_a_report_is_printed_as_pdf_and_as_word_with_the_same_words(folder: Path, tmp_path: Path) -> None:
    for name in ("bc.pdf", "bc.DOCX"):
        ran = pcmd("--data", folder, "reports", "print", "--period", "2025-Q3", tmp_path / name, "--json")
        assert ran.code == 0
    assert "Số buổi tuyên truyền" not in ran.values["missing"]
    assert {item["place"] for item in ran.values["findings"]} >= {"number", "issued_on", "IV", "V", "VI"}
    pages = pypdfium2.PdfDocument(tmp_path / "bc.pdf")
    printed = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    word = Document(str(tmp_path / "bc.DOCX"))
    sentence = "Tuyên truyền trực tiếp: 3 buổi, 1.240 lượt người tham dự"
    assert sentence in printed
    assert any(sentence in part.text for part in word.paragraphs)
    cells = [cell.text for table in word.tables for cell in table._cells]
    assert {"Ít nhất hai nghìn người", "Thực hiện từ đầu năm", "1.240"} <= set(cells)
    assert "Ít nhất hai nghìn người" in printed
    pages.close()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("--period", "2025-Q7", "x.pdf"), 2),
        (("--period", "2025-Q3", "--unit", "12345", "x.pdf"), 2),
        (("--period", "2025-Q3", "x.odt"), 2),
        (("--period", "2025-Q3", "no/such/folder/x.pdf"), 1),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    folder: Path, tmp_path: Path, given: tuple[str, ...], code: int
) -> None:
    *options, name = given
    ran = pcmd("--data", folder, "reports", "print", *options, tmp_path / name)
    assert ran.code == code
    assert ran.complaints
    assert not list(tmp_path.glob("x.*"))


def test_a_commune_has_a_report_of_its_own(folder: Path, tmp_path: Path) -> None:
    ran = pcmd(
        "--data", folder, "reports", "print", "--period", "2025", "--unit", "99102", tmp_path / "x.pdf"
    )
    assert (ran.code, ran.out.splitlines()[0].startswith("Đã ghi báo cáo năm 2025 của Xã Quế Lâm")) == (
        0,
        True,
    )
