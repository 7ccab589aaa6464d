"""`pcmd plans print` and `plans check`."""

from pathlib import Path

import pytest
from docx import Document

from db.sessions import Book
from tests.helpers.command_line import pcmd
from tests.helpers.sample_records import added


@pytest.fixture
def folder(book_folder: Path) -> Path:
    """A book with a plan of one chapter."""
    with Book(book_folder) as book:
        plan_id = added(book, "plans", number=5, symbol="KH-UBND", state="draft")
        added(book, "sections", plan_id=plan_id, shape="heading-1", text="MỤC ĐÍCH")
    return book_folder


def test_a_plan_is_printed_as_word_by_its_suffix(folder: Path, tmp_path: Path) -> None:
    ran = pcmd("--data", folder, "plans", "print", "05", tmp_path / "ke-hoach.DOCX")
    assert ran.code == 0
    assert any("MỤC ĐÍCH" in part.text for part in Document(str(tmp_path / "ke-hoach.DOCX")).paragraphs)


@pytest.mark.parametrize("name", ["ke-hoach.odt", "ke-hoach", "ke-hoach.pdf.txt"])
def test_another_suffix_is_wrong_usage(folder: Path, tmp_path: Path, name: str) -> None:
    ran = pcmd("--data", folder, "plans", "print", "05", tmp_path / name)
    assert (ran.code, any(".docx" in line for line in ran.complaints)) == (2, True)
    assert not (tmp_path / name).exists()


def test_the_check_lists_what_departs_and_leaves_with_0(folder: Path) -> None:
    ran = pcmd("--data", folder, "plans", "check", "5", "--json")
    assert ran.code == 0
    found = {(item["place"], item["code"]) for item in ran.values}
    assert {("grounds", "paper_grounds_missing"), ("I", "paper_section_empty")} <= found
    assert all(item["message"].endswith((".", ")")) for item in ran.values)


def test_the_check_says_one_line_a_finding(folder: Path) -> None:
    ran = pcmd("--data", folder, "plans", "check", "05/KH-UBND")
    assert "grounds: Thiếu căn cứ ban hành. Hãy ghi ô Căn cứ." in ran.out


def test_a_plan_that_is_not_there_is_wrong_usage(folder: Path) -> None:
    assert pcmd("--data", folder, "plans", "check", "77").code == 2
