"""A book brought from a shared folder onto this machine: whole or not at all, the old one stays."""

from pathlib import Path

import pytest

from db.keyring import files
from db.keyring.places import RING_NAME
from db.keyring.ring import NewRing, new_ring
from db.migrations.store import create_store
from db.moving import MOVED_NAME, move_here, moved_to
from db.new_book import BookExists
from db.rules.rights import Encrypts
from db.sessions import BOOK_NAME, Book, BookLocked
from db.trouble import BookDamaged
from tests.db.checks.test_checking import Stop
from tests.db.test_bad_books import PAGE, overwritten, root_page
from tests.helpers.accounts import GuardedOffice
from tests.helpers.sample_records import added, contents


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the book is to go on; not there yet."""
    return tmp_path / "may nay" / "pcmd"


def move(source: Path, target: Path) -> None:
    move_here(source, target, note="Sổ đã chuyển về:", tell=lambda _: None)


def test_the_book_goes_on_with_its_evidence_and_the_old_one_is_marked(
    book_folder: Path, target: Path
) -> None:
    (book_folder / "minh-chung" / "2025").mkdir(parents=True)
    (book_folder / "minh-chung" / "2025" / "a.pdf").write_bytes(b"%PDF")
    (book_folder / "của tôi.txt").write_bytes(b"")
    before = (book_folder / BOOK_NAME).read_bytes()
    move(book_folder, target)
    names = sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    assert names == ["minh-chung/2025/a.pdf", BOOK_NAME]
    assert (book_folder / BOOK_NAME).read_bytes() == before
    assert moved_to(book_folder) == target
    assert (book_folder / MOVED_NAME).read_text(encoding="utf-8").startswith("Sổ đã chuyển về:")


def test_what_a_killed_program_left_in_the_log_beside_the_book_comes_along(
    book: Book, tmp_path: Path, target: Path
) -> None:
    added(book, "outreach")
    killed = tmp_path / "killed"
    killed.mkdir()
    for path in book.folder.glob(f"{BOOK_NAME}*"):
        (killed / path.name).write_bytes(path.read_bytes())
    move(killed, target)
    with Book(target) as moved:
        assert contents(moved) == contents(book)


def test_a_book_that_is_open_is_not_moved(book: Book, target: Path) -> None:
    with pytest.raises(BookLocked):
        move(book.folder, target)
    assert list(target.iterdir()) == []


def test_a_damaged_book_is_not_moved(book_folder: Path, target: Path) -> None:
    path = book_folder / BOOK_NAME
    overwritten((root_page(path, "plan") - 1) * PAGE, PAGE)(path)
    with pytest.raises(BookDamaged) as told:
        move(book_folder, target)
    assert (told.value.path, list(target.iterdir())) == (path, [])


def test_another_book_is_never_written_over(book_folder: Path, target: Path) -> None:
    target.mkdir(parents=True)
    create_store(target / BOOK_NAME)
    before = (target / BOOK_NAME).read_bytes()
    with pytest.raises(BookExists):
        move(book_folder, target)
    assert (target / BOOK_NAME).read_bytes() == before


def test_it_can_be_stopped_and_leaves_nothing(book_folder: Path, target: Path) -> None:
    def stop(_: str) -> None:
        raise Stop

    with pytest.raises(Stop):
        move_here(book_folder, target, note="", tell=stop)
    assert (list(target.iterdir()), moved_to(book_folder)) == ([], None)


@pytest.mark.parametrize("said", ["", "\n", "nowhere at all\n", "\0\n"])
def test_a_mark_that_leads_nowhere_is_none(said: str, book_folder: Path) -> None:
    (book_folder / MOVED_NAME).write_text(said, encoding="utf-8")
    assert moved_to(book_folder) is None


def test_both_files_of_accounts_go_along_and_a_foreign_one_makes_way(
    guarded: GuardedOffice, tmp_path: Path, ring_of_office: NewRing
) -> None:
    target = tmp_path / "đích"
    target.mkdir()
    files.save_ring(target, new_ring("Người khác", "mật khẩu khác", Encrypts.NOTHING).ring)
    (guarded.folder / RING_NAME).unlink()
    move_here(guarded.folder, target, note="", tell=lambda _: None)
    moved = GuardedOffice(target, ring_of_office)
    moved.open(moved.sign_in()).close()
