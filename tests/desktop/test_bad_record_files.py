"""Lists as bad as they come: told in words at the cell, through the command line, and nothing of them stored."""

import random
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from db.records import OutreachActivity
from db.sessions import Book
from exports.readers import sheets
from tests.exports.readers.made_files import SHEET, changed, compound, far_cell, sheet_xml
from tests.helpers.books import NOW
from tests.helpers.command_line import pcmd
from tests.helpers.record_lists import answered_here, list_file
from tests.helpers.sample_records import contents

HEADS = ("Ngày", "Xã", "Hình thức", "Số buổi", "Số người", "Trong đó nữ", "Kinh phí (đồng)", "Ghi chú")
GOOD = ("14/9/2025", "Xã Quế Lâm", "Nói chuyện chuyên đề", 1, 80, 41, 500_000, None)
DAY = date(2025, 9, 14)
CHANCE = random.Random(4)
Cells = Sequence[object]


def with_cell(at: int, value: object) -> Cells:
    """A good row with another value in one of its columns."""
    return (*GOOD[:at], value, *GOOD[at + 1 :])


CELLS: list[tuple[int, object, str, str]] = [
    (0, "31/02/2025", "no_such_day", "Không có ngày"),
    (0, "14/13/2025", "no_such_day", "Không có ngày"),
    (0, "09/14/2025", "no_such_day", "Không có ngày"),
    (0, "14/9", "day_without_year", "thiếu năm"),
    (0, "14/9/95", "day_unlikely", "quá xa"),
    (0, datetime(1900, 1, 14), "day_unlikely", "quá xa"),
    (0, "hôm qua", "not_date", "chưa phải là ngày"),
    (0, 45914, "day_is_number", "định dạng ô là ngày"),
    (0, 1e300, "day_is_number", "định dạng ô là ngày"),
    (0, True, "not_date", "“TRUE” chưa phải là ngày"),
    (0, "1" * 300, "too_long", "Dài quá 250"),
    (1, "Xã Quế Lan", "near_names", "Xã Quế Lâm"),
    (1, "zzz", "not_in_list", "không có trong danh mục"),
    (1, None, "required", "Cần nhập"),
    (1, "x" * 30_000, "too_long", "Dài quá 250"),
    (2, "Nói chuyện", "near_names", "Nói chuyện chuyên đề"),
    (4, "nhiều", "not_count", "chưa phải là số"),
    (4, -5, "not_count", "chưa phải là số"),
    (4, 80.5, "not_whole", "số nguyên"),
    (4, True, "not_count", "“TRUE” chưa phải là số"),
    (4, 10**20, "too_large", "quá mức"),
    (4, "#REF!", "cell_without_value", "báo lỗi"),
    (4, "=40+40", "cell_without_value", "chưa có kết quả"),
    (5, 81, "part_over_whole", "lớn hơn tổng"),
    (6, "500 nghìn", "not_count", "chưa phải là số"),
    (6, 500_000.5, "not_whole", "số nguyên"),
    (7, "chữ " * 5_000, "too_long", "Dài quá 2.000"),
    (7, "Lò Thị Mai, Nguyễn Văn An", "personal_names_column", "bỏ cột"),
]


@pytest.mark.parametrize(("at", "value", "code", "words"), CELLS)
@pytest.mark.parametrize("dry", [(), ("--dry-run",)], ids=["import", "dry"])
def test_a_bad_cell_is_told_at_its_place_and_nothing_stored(
    book_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: int,
    value: object,
    code: str,
    words: str,
    dry: tuple[str, ...],
) -> None:
    monkeypatch.setattr(sheets, "child_answer", answered_here)
    before = stored(book_folder)
    path = list_file(tmp_path / "a.xlsx", HEADS, [GOOD, with_cell(at, value)])
    ran = pcmd("--data", book_folder, "records", "import", "outreach", path, "--json", *dry)
    findings = {(item["place"], item["code"]): item["message"] for item in ran.values["findings"]}
    assert (ran.code, words in findings[f"Danh sách!{'ABCDEFGH'[at]}3", code]) == (1, True)
    assert stored(book_folder) == before


TAKEN: list[tuple[int, object, str, object]] = [
    (0, "14/9/25", "held_on", DAY),
    (0, "2025-09-14", "held_on", DAY),
    (0, datetime(2025, 9, 14, 8, 30), "held_on", DAY),
    (1, unicodedata.normalize("NFD", "Xã Quế Lâm"), "unit_id", 4),
    (1, "Xã\u00a0Quế \u200bLâm ", "unit_id", 4),
    (1, "99102", "unit_id", 4),
    (4, "1.120", "people", 1120),
    (4, "1,120", "people", 1120),
    (4, "1\u00a0120", "people", 1120),
    (7, "Xong\u0002 đợt\u200b 1", "note", "Xong đợt 1"),
]


@pytest.mark.parametrize(("at", "value", "column", "kept"), TAKEN)
def test_what_can_be_read_in_one_way_only_is_taken(
    book_folder: Path, tmp_path: Path, at: int, value: object, column: str, kept: object
) -> None:
    row = [*with_cell(at, value)]
    lines = [";".join(HEADS), ";".join("" if item is None else str(item) for item in row)]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    assert pcmd("--data", book_folder, "records", "import", "outreach", path).complaints == ()
    with Book(book_folder, clock=lambda: NOW) as book, book.reading() as session:
        assert getattr(session.query(OutreachActivity).one(), column) == kept


def stored(folder: Path) -> object:
    """All that the book of a folder holds."""
    with Book(folder, clock=lambda: NOW) as book:
        return contents(book)


def long_cell(at: int) -> bytes:
    """A workbook with 5 MB of text in one cell that does not pack well."""
    text = b64encode(CHANCE.randbytes(3_750_000)).decode()
    row = [*GOOD[:3], "1", "80", "41", "0", ""]
    row[at] = text
    return changed({SHEET: sheet_xml(_row(1, HEADS) + _row(2, row))})


def _row(number: int, texts: Cells) -> str:
    cells = (
        f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for letter, text in zip("ABCDEFGH", texts, strict=False)
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


FILES: list[tuple[str, Callable[[], bytes], str]] = [
    ("far.xlsx", lambda: far_cell("XFD1048576"), "quá xa"),
    ("bomb.xlsx", lambda: changed({SHEET: sheet_xml(" " * 70 * 2**20)}), "tối đa 64 MB"),
    ("dense.xlsx", lambda: changed({SHEET: sheet_xml(" " * 40 * 2**20)}), "nén bất thường"),
    ("long.xlsx", lambda: long_cell(7), "Ô H2 dài quá 32.767 ký tự"),
    ("unit.xlsx", lambda: long_cell(1), "Ô B2 dài quá 32.767 ký tự"),
    ("cut.xlsx", lambda: changed({})[:-30], "hỏng"),
    ("junk.xlsx", lambda: b"PK\x03\x04" + bytes(500), "hỏng"),
    ("empty.xlsx", lambda: b"", "trống"),
    ("old.xls", lambda: compound("Workbook"), ".xls"),
    ("locked.xlsx", lambda: compound("EncryptionInfo", "EncryptedPackage"), "mật khẩu"),
    ("locked.csv", lambda: compound("EncryptionInfo", "EncryptedPackage"), "mật khẩu"),
    ("word.xlsx", lambda: compound("WordDocument"), "không phải là sổ tính"),
    ("text.xlsx", lambda: "Ngày;Xã".encode(), "chỉ là văn bản"),
    ("long.csv", lambda: ("Ngày;Xã\n" + "x" * 300_000).encode(), "ô quá dài"),
    ("quote.csv", lambda: 'Ngày;Xã\n"14/9/2025;x'.encode(), "ngoặc kép"),
    ("utf16.txt", lambda: "Ngày\tXã".encode("utf-16"), "UTF-8"),
]


@pytest.mark.parametrize(("name", "data", "words"), FILES, ids=[name for name, _, _ in FILES])
def test_a_file_that_is_no_list_is_told_in_words_and_nothing_stored(
    book_folder: Path, tmp_path: Path, name: str, data: Callable[[], bytes], words: str
) -> None:
    before = stored(book_folder)
    (tmp_path / name).write_bytes(data())
    ran = pcmd("--data", book_folder, "records", "import", "outreach", tmp_path / name)
    assert (ran.code, words in ran.complaints[0]) == (1, True), ran.complaints
    assert stored(book_folder) == before


def test_other_sheets_of_a_list_are_named_as_not_read(book_folder: Path, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", HEADS, [GOOD])
    workbook = openpyxl.load_workbook(path)
    workbook.create_sheet("Quý IV").append(HEADS)
    workbook.save(path)
    ran = pcmd("--data", book_folder, "records", "import", "outreach", path, "--json")
    assert [(note["place"], note["value"]) for note in ran.values["notes"]] == [("Danh sách", "Quý IV")]
