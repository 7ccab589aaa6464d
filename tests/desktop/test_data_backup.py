"""`pcmd data backup` and `restore`: the whole book in one file, looked into, and back."""

import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from db.backups.keeping import listed
from db.new_book import NewOffice, make_book
from db.rules.backups import FOLDER, Why
from db.services import offices
from db.sessions import Book
from tests.helpers.books import NOW, OFFICER, ON, unit_lines
from tests.helpers.command_line import pcmd
from tests.helpers.record_lists import list_file


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What types lines into the standard input of a command."""

    def type_lines(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return type_lines


@pytest.fixture
def file(book_folder: Path, tmp_path: Path) -> Path:
    """A backup of the book, made by the command."""
    out = tmp_path / "sao luu.pcmdbak"
    ran = pcmd("--data", book_folder, "data", "backup", out)
    assert (ran.code, ran.complaints) == (0, ())
    assert ran.out.startswith(f"Đã sao lưu và kiểm tra: {out}, ")
    return out


def rename(folder: Path, place: str) -> None:
    with Book(folder, clock=lambda: NOW) as book, book.writing(who=OFFICER) as session:
        offices.rename(session, place=place)


def place_of(folder: Path) -> str:
    with Book(folder, lock=False) as book, book.reading() as session:
        return offices.current(session).names.place


def test_a_look_tells_the_counts_beside_today(book_folder: Path, file: Path) -> None:
    ran = pcmd("--data", book_folder, "data", "restore", file, "--look")
    assert ran.code == 0
    assert "Bản sao lưu của Huyện Hòa Lâm" in ran.out
    assert any(
        line.split() == ["Đơn", "vị", "hành", "chính", "7", "hiện", "tại", "7"]
        for line in ran.out.splitlines()
    )
    values = pcmd("--data", book_folder, "data", "restore", file, "--look", "--json").values
    assert (values["records"]["units"], values["foreign"], values["missing"]) == (7, False, [])


def test_a_restored_book_is_as_it_was_and_the_other_is_kept(book_folder: Path, file: Path) -> None:
    rename(book_folder, "Nơi khác")
    ran = pcmd("--data", book_folder, "data", "restore", file)
    assert (ran.code, place_of(book_folder)) == (0, "Hòa Lâm")
    assert [item.named.why for item in listed(book_folder / FOLDER)] == [Why.RESTORE]
    assert "Sổ trước khi phục hồi được giữ trong" in ran.out


def test_a_new_pc_takes_it_whole(file: Path, tmp_path: Path) -> None:
    there = tmp_path / "may moi"
    assert pcmd("--data", there, "data", "restore", file).code == 0
    assert place_of(there) == "Hòa Lâm"


def test_an_encrypted_one_asks_for_its_password(
    book_folder: Path, tmp_path: Path, typing: Callable[..., None]
) -> None:
    out, there = tmp_path / "khoa.pcmdbak", tmp_path / "may moi"
    typing("di duong xa")
    assert pcmd("--data", book_folder, "--password-stdin", "data", "backup", out, "--encrypt").code == 0
    typing("sai")
    wrong = pcmd("--data", there, "--password-stdin", "data", "restore", out)
    assert (wrong.code, (there / "so-pcmd.db").exists()) == (1, False)
    assert wrong.complaints[0].startswith(
        "Mật khẩu hoặc khóa phục hồi không mở được bản sao lưu khoa.pcmdbak."
    )
    typing("di duong xa")
    assert pcmd("--data", there, "--password-stdin", "data", "restore", out).code == 0


def test_another_offices_is_refused(book_folder: Path, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "khac"
    make_book(other, NewOffice(unit_lines(), "units.csv", "99102", ON), who=OFFICER)
    ran = pcmd("--data", other, "data", "restore", file)
    assert ran.code == 1
    assert "là của Huyện Hòa Lâm, không phải của sổ đang có ở đây." in ran.complaints[0]


@pytest.mark.parametrize("name", ["sao luu.zip", "sao luu"])
def test_only_its_own_suffix_is_taken(book_folder: Path, tmp_path: Path, name: str) -> None:
    assert pcmd("--data", book_folder, "data", "backup", tmp_path / name).code == 2


def test_a_folder_that_takes_nothing_is_told(book_folder: Path, tmp_path: Path) -> None:
    ran = pcmd("--data", book_folder, "data", "backup", tmp_path / "khong co" / "a.pcmdbak")
    assert (ran.code, ran.complaints[0][:32]) == (1, "Không ghi được tệp a.pcmdbak vì ")


def test_the_slip_names_code_and_counts_on_one_page(book_folder: Path, tmp_path: Path) -> None:
    out, slip = tmp_path / "ban giao.pcmdbak", tmp_path / "bien ban.pdf"
    ran = pcmd("--data", book_folder, "data", "backup", out, "--slip", slip, "--json")
    document = pypdfium2.PdfDocument(slip.read_bytes())
    words = document[0].get_textpage().get_text_range()
    pages = len(document)
    document.close()
    code = ran.values["sha256"].upper()
    assert pages == 1
    for expected in ("Huyện Hòa Lâm", code[:4], code[4:8], "Đơn vị hành chính", "BÊN NHẬN"):
        assert expected in words


def test_a_list_is_imported_after_a_backup(book_folder: Path, tmp_path: Path) -> None:
    template = tmp_path / "mau.xlsx"
    assert pcmd("--data", book_folder, "records", "template", "outreach", template).code == 0
    pcmd("--data", book_folder, "records", "import", "outreach", template)
    assert [item.named.why for item in listed(book_folder / FOLDER)] == [Why.IMPORT]
    assert listed(book_folder / FOLDER)[0].named.at.date() == date.today()


def test_a_list_that_is_refused_leaves_no_backup(book_folder: Path, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", ("Ngày", "Xã", "Hình thức"), [("hôm qua", "99102", "Báo chí")])
    assert pcmd("--data", book_folder, "records", "import", "outreach", path).code == 1
    assert not (book_folder / FOLDER).exists()


def test_no_password_is_no_encryption_and_no_file(
    book_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "so.pcmdbak"
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    assert pcmd("--data", book_folder, "--password-stdin", "data", "backup", out, "--encrypt").code == 1
    assert not out.exists()
