"""The file of a handed book: written whole, read back, and nothing else taken for one."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.rules.findings import Refused
from db.rules.handing.document import HandedBook, HandedHead, head_text, sealed
from db.whole_files import TargetNotWritable
from exports.handed_books import handed_name, write_handed
from exports.readers.handed_books import read_handed
from exports.readers.handed_scan import HEAD, ROWS

SCHEMA = "0006"
BOOK = sealed(
    HandedHead(
        "key",
        "099",
        "Huyện A/B",
        "UBND huyện A",
        "03253",
        "Xã C",
        date(2025, 8, 4),
        date(2025, 7, 1),
        SCHEMA,
        False,
    ),
    {"official": [{"id": number, "name": f"Cán bộ {number}"} for number in range(300)]},
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A good file."""
    write_handed(BOOK, tmp_path / "so.pcmd")
    return tmp_path / "so.pcmd"


def packed(path: Path, *entries: tuple[str, str | bytes]) -> Path:
    """Write a zip with these entries."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return path


def code_of(path: Path) -> str:
    """The code with which a file is refused; the refusal names the file."""
    with pytest.raises(Refused) as refused:
        read_handed(path, SCHEMA)
    assert refused.value.source == path.name
    return refused.value.findings[0].code


def test_a_file_is_read_back_as_it_was_written(file: Path) -> None:
    assert read_handed(file, SCHEMA) == BOOK


def test_reading_changes_nothing_of_the_file(file: Path) -> None:
    before = file.read_bytes()
    read_handed(file, SCHEMA)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_name_tells_whose_book_it_is_for_whom_and_is_no_path() -> None:
    assert handed_name(BOOK) == "Huyện A B - Xã C - 2025-08-04.pcmd"


def test_what_would_not_be_read_back_is_not_put_in_place(tmp_path: Path) -> None:
    wrong: HandedBook = replace(BOOK, head=replace(BOOK.head, sha256="0" * 64))
    with pytest.raises(Refused):
        write_handed(wrong, tmp_path / "so.pcmd")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TargetNotWritable):
        write_handed(BOOK, tmp_path / "none" / "so.pcmd")


def _rows(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(ROWS)


GOOD_HEAD = head_text(BOOK.head)
OTHERS: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "missing": (lambda to, _: None, "file_missing"),
    "empty": (lambda to, _: to.write_bytes(b""), "file_empty"),
    "a text": (lambda to, _: to.write_text("sổ", encoding="utf-8"), "handed_not_book"),
    "a database": (lambda to, _: to.write_bytes(b"SQLite format 3\0" + bytes(100)), "handed_not_book"),
    "truncated": (lambda to, file: to.write_bytes(file.read_bytes()[:-50]), "handed_broken"),
    "another zip": (lambda to, _: packed(to, ("a.txt", "a")), "handed_not_book"),
    "a workbook": (lambda to, _: packed(to, ("xl/workbook.xml", "<a/>")), "handed_not_book"),
    "a path in a name": (
        lambda to, file: packed(to, (HEAD, GOOD_HEAD), (ROWS, _rows(file)), ("../x", "a")),
        "handed_broken",
    ),
    "one entry more": (
        lambda to, file: packed(to, (HEAD, GOOD_HEAD), (ROWS, _rows(file)), ("x", "a")),
        "handed_broken",
    ),
    "no head": (lambda to, file: packed(to, (ROWS, _rows(file))), "handed_broken"),
    "no rows": (lambda to, _: packed(to, (HEAD, GOOD_HEAD), (ROWS, b"")), "handed_broken"),
    "a head without end": (lambda to, file: packed(to, (HEAD, " " * 70_000), (ROWS, b"")), "handed_broken"),
    "rows without end": (
        lambda to, _: packed(to, (HEAD, GOOD_HEAD), (ROWS, b"[" + b" " * (5 * 2**20))),
        "handed_broken",
    ),
    "bytes that are no text": (
        lambda to, file: packed(to, (HEAD, GOOD_HEAD), (ROWS, b"\xff" + _rows(file))),
        "handed_broken",
    ),
    "a bomb": (lambda to, _: packed(to, (HEAD, GOOD_HEAD), (ROWS, bytes(400 * 2**20))), "package_unpacked"),
    "half a character": (
        lambda to, _: packed(to, (HEAD, GOOD_HEAD), (ROWS, b'["official", {"id": 1, "name": "\\ud800"}]\n')),
        "handed_broken",
    ),
}


@pytest.mark.parametrize(("make", "code"), OTHERS.values(), ids=OTHERS)
def test_what_is_no_handed_book_is_refused(
    tmp_path: Path, file: Path, make: Callable[[Path, Path], object], code: str
) -> None:
    other = tmp_path / "khac.pcmd"
    make(other, file)
    assert code_of(other) == code


def test_a_file_of_a_newer_program_is_told_so(file: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_handed(file, "0005")
    assert refused.value.findings[0].code == "handed_newer"
