"""`pcmd data repair`: a new book and a list beside it, the old one untouched."""

from pathlib import Path

from db.sessions import BOOK_NAME
from tests.db.checks.test_checking import edit
from tests.db.test_bad_books import PAGE, overwritten
from tests.helpers.command_line import pcmd
from ui.common.repair_texts import LIST_NAME


def test_the_new_book_and_the_list_lie_in_the_folder(book_folder: Path, tmp_path: Path) -> None:
    edit(
        book_folder,
        "INSERT INTO draft (kind, raw, at) VALUES ('outreach', CAST(x'42C3' AS TEXT), '2025-01-01 00:00:00.000000')",
    )
    before = (book_folder / BOOK_NAME).read_bytes()
    ran = pcmd("--data", book_folder, "data", "repair", tmp_path / "mới", "--json")
    assert (ran.code, ran.values["lost"]) == (0, 1)
    words = (tmp_path / "mới" / LIST_NAME).read_text(encoding="utf-8-sig")
    assert "1 bản nháp: có chữ bị hỏng, để lại ở sổ cũ" in words
    assert pcmd("--data", tmp_path / "mới", "data", "check").code == 0
    assert (book_folder / BOOK_NAME).read_bytes() == before


def test_where_nothing_can_be_read_it_says_so(book_folder: Path, tmp_path: Path) -> None:
    overwritten(0, PAGE)(book_folder / BOOK_NAME)
    ran = pcmd("--data", book_folder, "data", "repair", tmp_path / "out")
    assert ran.code == 1
    assert "Chỉ còn cách phục hồi từ bản sao lưu" in ran.complaints[0]


def test_a_folder_with_a_book_is_left_alone(book_folder: Path) -> None:
    assert pcmd("--data", book_folder, "data", "repair", book_folder).code == 1
