"""`pcmd scores print` and `pcmd scores summary`."""

from pathlib import Path

import openpyxl
import pytest

from db.sessions import Book
from tests.exports.documents.reading import whole_text
from tests.exports.documents.reading_docx import docx_text
from tests.helpers.books import unit_id
from tests.helpers.command_line import Ran, pcmd
from tests.helpers.sample_records import step
from tests.helpers.scoring import fill_in


@pytest.fixture
def folder(book: Book, book_folder: Path) -> Path:
    """The folder of a book in which two communes were appraised."""
    step(book, lambda s: fill_in(s, unit_id(s, "99101"), 2025, missing=1))
    step(book, lambda s: fill_in(s, unit_id(s, "99102"), 2025, missing=2))
    book.close()
    return book_folder


def scores(folder: Path, *words: str | Path) -> Ran:
    return pcmd("--data", folder, "scores", *words)


def test_sheet_is_printed_as_pdf_and_as_word(folder: Path, tmp_path: Path) -> None:
    for name in ("sheet.pdf", "sheet.docx"):
        ran = scores(folder, "print", "--year", "2025", "--unit", "99102", tmp_path / name)
        assert ran.code == 0
        assert "Xã Quế Lâm" in ran.out
    text = whole_text(tmp_path / "sheet.pdf")
    assert "PHIẾU CHẤM ĐIỂM" in text
    assert "TỔNG ĐIỂM 100 98 98" in text
    assert "TỔNG ĐIỂM 100 98 98" in docx_text(tmp_path / "sheet.docx")


def test_without_a_unit_all_sheets_stand_in_one_file(folder: Path, tmp_path: Path) -> None:
    ran = scores(folder, "print", "--year", "2025", tmp_path / "all.pdf", "--json")
    assert ran.values["units"] == ["99101", "99102", "99103", "99104", "99105"]
    assert whole_text(tmp_path / "all.pdf").count("PHIẾU CHẤM ĐIỂM") == 5


def test_minutes_are_of_one_commune_or_of_all(folder: Path, tmp_path: Path) -> None:
    one = scores(folder, "print", "--year", "2025", "--unit", "99102", "--minutes", tmp_path / "one.pdf")
    every = scores(folder, "print", "--year", "2025", "--minutes", tmp_path / "all.docx", "--json")
    assert (one.code, every.values["units"]) == (0, ["99101", "99102"])
    assert "Tổ thẩm định thống nhất xã Quế Lâm đạt 98 điểm" in whole_text(tmp_path / "one.pdf")
    assert "Tốt 2/5 đơn vị (40 %)" in docx_text(tmp_path / "all.docx")


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx"])
def test_list_for_recognition_has_three_forms(suffix: str, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / f"list.{suffix}"
    ran = scores(folder, "print", "--year", "2025", "--decision", "--class", "good", target, "--json")
    assert (ran.values["kind"], ran.values["units"]) == ("list", ["99101", "99102"])
    assert target.stat().st_size > 1000


def test_summary_is_a_workbook_of_all_communes(folder: Path, tmp_path: Path) -> None:
    ran = scores(folder, "summary", "--year", "2025", tmp_path / "summary.xlsx", "--json")
    assert (ran.values["kind"], len(ran.values["units"])) == ("summary", 5)
    sheet = openpyxl.load_workbook(tmp_path / "summary.xlsx")["PCMD-07"]
    assert "99105" in {cell.value for cell in sheet["B"]}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("print", "--unit", "99105", "--minutes", "out.pdf"), 1, "chưa có điểm thẩm định"),
        (("print", "--unit", "99102", "out.xlsx"), 1, "Chỉ danh sách công nhận ghi được ra Excel"),
        (("print", "--unit", "99102", "--class", "good", "out.pdf"), 1, "Chỉ danh sách công nhận chọn được"),
        (("print", "--unit", "99102", "--decision", "out.pdf"), 1, "Danh sách công nhận gồm mọi xã"),
        (("print", "--decision", "--class", "none", "out.pdf"), 1, "không phải là mã một loại"),
        (("print", "--unit", "991", "out.pdf"), 1, "không phải là xã"),
        (("print", "--unit", "77777", "out.pdf"), 2, "Không có đơn vị"),
        (("print", "--decision", "--minutes", "out.pdf"), 2, "--minutes: không dùng cùng --decision"),
        (("summary", "out.pdf"), 2, "phải có đuôi .xlsx"),
        (("print", "--unit", "99102", "nowhere/out.pdf"), 1, "vì không có thư mục này"),
    ],
)
def test_what_cannot_be_written_is_told(
    words: tuple[str, ...], code: int, told: str, folder: Path, tmp_path: Path
) -> None:
    *asked, name = words
    ran = scores(folder, *asked, "--year", "2025", tmp_path / name)
    assert ran.code == code
    assert told in "\n".join(ran.complaints)
    assert not (tmp_path / name).exists()


def test_year_without_a_rule_set_is_told(folder: Path, tmp_path: Path) -> None:
    assert scores(folder, "summary", "--year", "2018", tmp_path / "s.xlsx").code == 2
