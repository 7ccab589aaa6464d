"""`pcmd data check`: files of evidence that are gone, changed, left behind or somebody else's."""

from pathlib import Path

import pytest

from db.attachments.taking_in import Place, taking
from db.rules.attachments import FOLDER
from db.services.scoring import evidence
from db.services.scoring.evidence import Said
from db.sessions import BOOK_NAME, Book
from desktop.cli import data_texts as texts
from tests.db.checks.test_checking import edit
from tests.db.test_bad_books import PAGE, overwritten, root_page
from tests.helpers import evidence_files as files
from tests.helpers.books import NOW, OFFICER, unit_id
from tests.helpers.command_line import pcmd


@pytest.fixture
def kept(book_folder: Path, tmp_path: Path) -> Path:
    """The file of one piece of evidence, where it lies in the folder of a book that is not open."""
    source = files.written(tmp_path / "Kế hoạch.pdf", files.pdf())
    with (
        Book(book_folder, clock=lambda: NOW) as book,
        taking(book_folder, source, Place(2025, "99102")) as file,
    ):
        with book.writing(who=OFFICER) as session:
            unit, said = unit_id(session, "99102"), Said("12/KH-UBND")
            evidence.add(
                session, unit_id=unit, year=2025, criterion="1", said=said, file=file, today=NOW.date()
            )
        return book_folder / FOLDER / file.stored_name


def test_files_that_are_as_they_came_are_counted(book_folder: Path, kept: Path) -> None:
    ran = pcmd("--data", book_folder, "data", "check")
    assert (ran.code, ran.complaints) == (0, ())
    assert ran.out.splitlines() == [texts.SOUND, "Đã xem 1 tệp minh chứng: 0 tệp thiếu hoặc đã khác."]


def test_what_is_wrong_with_the_book_is_a_line_each(book_folder: Path, kept: Path) -> None:
    edit(book_folder, "UPDATE step SET who = 'Người khác' WHERE id = 2", "DROP TRIGGER search_plan_insert")
    ran = pcmd("--data", book_folder, "data", "check", "--json")
    assert ran.code == 1
    assert [fault["kind"] for fault in ran.values["faults"]] == ["schema", "chain"]
    assert "Lần ghi số 2 trong nhật ký" in ran.complaints[1]


def test_an_index_of_search_that_tells_otherwise_is_made_anew(book_folder: Path) -> None:
    edit(book_folder, "DELETE FROM search_word", "INSERT INTO search_rest(search_rest) VALUES ('delete-all')")
    (complaint,) = pcmd("--data", book_folder, "data", "check").complaints
    assert complaint.startswith("Chỉ mục tìm kiếm không khớp với bản ghi (đơn vị hành chính, 7 chỗ)")
    assert pcmd("--data", book_folder, "data", "check", "--reindex").code == 0
    assert pcmd("--data", book_folder, "data", "check").code == 0


def test_a_damaged_book_is_told_and_nothing_is_swept(book_folder: Path, kept: Path) -> None:
    half = files.written(kept.parent / ".pcmd-0a", b"%PDF")
    path = book_folder / BOOK_NAME
    overwritten((root_page(path, "score_evidence") - 1) * PAGE, PAGE)(path)
    ran = pcmd("--data", book_folder, "data", "check", "--sweep")
    assert (ran.code, half.exists()) == (1, True)
    assert any("chỗ hỏng" in line for line in ran.complaints)


def test_a_file_that_is_gone_is_named(book_folder: Path, kept: Path) -> None:
    kept.unlink()
    ran = pcmd("--data", book_folder, "data", "check", "--json")
    assert ran.code == 1
    assert ran.complaints == (
        "Xã Quế Lâm, năm 2025, tiêu chí 1: không còn tệp Kế hoạch.pdf trong thư mục minh-chung.",
    )
    assert [(bad["state"], bad["file"]) for bad in ran.values["bad"]] == [("missing", "Kế hoạch.pdf")]


def test_a_file_that_was_changed_is_named(book_folder: Path, kept: Path) -> None:
    kept.unlink()
    files.written(kept, files.pdf("13"))
    (complaint,) = pcmd("--data", book_folder, "data", "check").complaints
    assert complaint.endswith("tệp Kế hoạch.pdf đã bị sửa sau khi nhận.")


def test_what_a_break_left_is_swept_only_when_asked(book_folder: Path, kept: Path) -> None:
    half, own = files.written(kept.parent / ".pcmd-0a", b"%PDF"), files.written(kept.parent / "x.txt", b"")
    assert pcmd("--data", book_folder, "data", "check", "--json").values["left_behind"] == [
        "2025/99102/.pcmd-0a"
    ]
    assert half.exists()
    values = pcmd("--data", book_folder, "data", "check", "--sweep", "--json").values
    assert (values["swept"], values["left_behind"], values["others"]) == (
        ["2025/99102/.pcmd-0a"],
        [],
        ["2025/99102/x.txt"],
    )
    assert (half.exists(), own.exists(), kept.exists()) == (False, True, True)


def test_an_open_book_is_not_swept(book_folder: Path, kept: Path) -> None:
    half = files.written(kept.parent / ".pcmd-0a", b"%PDF")
    with Book(book_folder):
        ran = pcmd("--data", book_folder, "data", "check", "--sweep")
    assert ran.code == 1
    assert half.exists()


def test_the_book_says_which_files_lie_beside_it(book_folder: Path, kept: Path) -> None:
    ran = pcmd("--data", book_folder, "data", "info")
    assert f"Tệp minh chứng nằm ở {book_folder / FOLDER}: 1 tệp" in ran.out
