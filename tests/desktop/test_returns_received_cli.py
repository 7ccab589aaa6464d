"""`pcmd returns check` and `import`, as they are typed."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from db.services.returns import received_files
from db.sessions import Book
from tests.exports.readers.made_files import compound
from tests.helpers.command_line import Ran, pcmd
from tests.helpers.returned_files import returned, with_sessions, write


@pytest.fixture
def folder(book_folder: Path) -> Path:
    """The folder of a district's book, not open."""
    return book_folder


def returns(folder: Path, *words: str | Path) -> Ran:
    return pcmd("--data", folder, "returns", *words, "--json")


def written(folder: Path, out: Path, code: str = "99102", sessions: int = 0, revision: int = 1) -> Path:
    with Book(folder, lock=False) as book:
        filled = returned(book, code)
    changed = with_sessions(filled, sessions, revision) if sessions else filled
    return write(changed, out, f"{code}-{sessions}-{revision}.xlsx")


def kept(folder: Path) -> list[str]:
    with Book(folder, lock=False) as book, book.reading() as session:
        return [file.state for file in received_files.of_label(session, "2025-Q3")]


def files(ran: Ran) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ran.values["files"]
    return found


def test_a_sound_file_is_checked_and_nothing_stored(folder: Path, tmp_path: Path) -> None:
    path = written(folder, tmp_path)
    ran = returns(folder, "check", path)
    assert (ran.code, ran.complaints) == (0, ())
    assert files(ran) == [
        {
            "file": str(path),
            "ok": True,
            "set": "quarterly",
            "unit": "99102",
            "period": "2025-Q3",
            "revision": 1,
            "verified": True,
            "findings": [],
        }
    ]
    assert kept(folder) == []


def test_what_is_wrong_names_sheet_and_cell(folder: Path, tmp_path: Path) -> None:
    path = written(folder, tmp_path)
    book = openpyxl.load_workbook(path)
    book["PCMD-02"]["D10"] = "Số lần"
    book.save(path)
    ran = returns(folder, "check", path)
    assert ran.code == 1
    assert files(ran)[0]["findings"] == [
        {
            "severity": "error",
            "sheet": "PCMD-02",
            "cell": "D10",
            "code": "return_column_renamed",
            "value": "Số lần",
            "expected": "Kỳ báo cáo / Số buổi",
            "message": "Đầu cột này ghi “Số lần”, biểu mẫu là “Kỳ báo cáo / Số buổi”. Hãy ghi lại như biểu mẫu.",
        }
    ]


def test_the_rest_of_a_folder_goes_on(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "gửi"
    for code in ("99101", "99103"):
        written(folder, out, code)
    (out / "99102.xls").write_bytes(compound("Workbook"))
    ran = returns(folder, "import", out, "--marked", tmp_path / "sửa")
    assert ran.code == 1
    assert [item["state"] for item in files(ran)] == ["received", "refused", "received"]
    assert sorted(kept(folder)) == ["received", "received", "refused"]


def test_the_same_file_twice_changes_nothing(folder: Path, tmp_path: Path) -> None:
    path = written(folder, tmp_path)
    first, again = (returns(folder, "import", path) for _ in range(2))
    assert (first.code, again.code) == (0, 0)
    assert files(again)[0]["state"] == "same"
    assert kept(folder) == ["received"]


def test_another_file_of_the_same_revision_wants_replace(folder: Path, tmp_path: Path) -> None:
    returns(folder, "import", written(folder, tmp_path))
    other = written(folder, tmp_path, sessions=5)
    ran = returns(folder, "import", other)
    assert (ran.code, files(ran)[0]["state"]) == (1, "asks")
    assert kept(folder) == ["received"]
    assert files(returns(folder, "import", other, "--replace"))[0]["state"] == "received"
    assert kept(folder) == ["superseded", "received"]
