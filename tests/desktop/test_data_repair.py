"""`pcmd data repair`: a new book and a list beside it, the old one untouched."""

import io
from pathlib import Path

import pytest

from db.connections import is_plain
from db.office_protection import encrypt
from db.rules.rights import Encrypts, Role
from db.sessions import BOOK_NAME
from tests.db.checks.test_checking import edit
from tests.db.test_bad_books import PAGE, overwritten
from tests.helpers.accounts import ADMINISTRATOR, OFFICERS, PASSWORD, GuardedOffice
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


def test_an_encrypted_book_is_repaired_by_an_administrator_alone(
    staffed: GuardedOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = staffed.sign_in()
    with staffed.open(who) as book:
        encrypt(book, who, Encrypts.BOOK)

    def repaired(name: str, out: Path) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
        return pcmd("--data", staffed.folder, "--user", name, "--password-stdin", "data", "repair", out).code

    assert pcmd("--data", staffed.folder, "data", "repair", tmp_path / "a").code == 1
    assert repaired(OFFICERS[Role.ENTRY], tmp_path / "b") == 1
    assert not (tmp_path / "b").exists()
    assert repaired(ADMINISTRATOR, tmp_path / "c") == 0
    assert not is_plain(tmp_path / "c" / BOOK_NAME)
    made = GuardedOffice(tmp_path / "c", staffed.made)
    made.open(made.sign_in()).close()
