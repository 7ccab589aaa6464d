"""Files that are no book, or a book that was hurt: each is told as what it is, and its bytes stay."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from db.migrations.configuration import alembic_config
from db.migrations.store import APPLICATION_ID, NewerBook, NotABook, create_store, prepare_store, schema_of
from db.records import Base
from db.sessions import BOOK_NAME, Book
from db.trouble import BookDamaged, BookGone, TargetNotWritable
from tests.helpers.books import OFFICER
from tests.helpers.sample_records import added
from ui.common.errors import error_text, is_known

PAGE = 4096


def of_another_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE office (id)")
    connection.close()


def edited(statement: str) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        with sqlite3.connect(path) as connection:
            connection.execute(statement)
        connection.close()

    return edit


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwritten(first: int, length: int) -> Callable[[Path], None]:
    def overwrite(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[first : first + length] = bytes([0xA5]) * length
        path.write_bytes(data)

    return overwrite


BAD = {
    "of a newer program": (edited("UPDATE alembic_version SET version_num = '9000'"), NewerBook, "mới hơn"),
    "of another program": (of_another_program, NotABook, "chương trình khác"),
    "no database at all": (lambda path: path.write_bytes(b"PK\3\4" * 400), NotABook, "chương trình khác"),
    "empty": (lambda path: path.write_bytes(b""), NotABook, "trống không"),
    "missing": (Path.unlink, NotABook, "Không có sổ"),
    "cut in half": (cut_in_half, BookDamaged, "bị hỏng"),
    "without its first page": (overwritten(0, PAGE), NotABook, "phần đầu tệp đã mất"),
    "with a first page of nonsense": (overwritten(100, PAGE - 100), BookDamaged, "bị hỏng"),
    "with a mark overwritten": (overwritten(68, 4), BookDamaged, "bị hỏng"),
    "with an impossible schema": (
        edited("UPDATE alembic_version SET version_num = 'x7'"),
        BookDamaged,
        "bị hỏng",
    ),
    "without its schema": (edited("DROP TABLE alembic_version"), BookDamaged, "bị hỏng"),
}


@pytest.mark.parametrize(("hurt", "kind", "words"), BAD.values(), ids=BAD)
def test_each_bad_file_has_its_sentence_and_stays(
    hurt: Callable[[Path], None], kind: type[Exception], words: str, book_folder: Path
) -> None:
    path = book_folder / BOOK_NAME
    hurt(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(kind) as told:
        prepare_store(path)
    assert words in error_text(told.value)
    assert (path.read_bytes() if path.exists() else None) == before


def test_flipped_bytes_are_told_as_damage_or_harm_nothing(book_folder: Path, tmp_path: Path) -> None:
    with Book(book_folder) as book:
        added(book, "outreach")
    whole, chance = (book_folder / BOOK_NAME).read_bytes(), random.Random(8)
    for number in range(200):
        folder = tmp_path / str(number)
        folder.mkdir()
        data = bytearray(whole)
        for _ in range(3):
            data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        (folder / BOOK_NAME).write_bytes(data)
        problem = problem_of(folder)
        assert problem is None or is_known(problem), (number, problem)
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    "name",
    ["outreach_activity", "changed_by", "receiving_unit_id", "search", "REFERENCES step", "CREATE INDEX"],
)
def test_a_flipped_name_in_the_schema_is_damage_or_harms_nothing(name: str, book_folder: Path) -> None:
    whole = (book_folder / BOOK_NAME).read_bytes()
    at = whole.find(name.encode())
    while at != -1:
        data = bytearray(whole)
        data[at + len(name) - 1] ^= 1
        (book_folder / BOOK_NAME).write_bytes(data)
        problem = problem_of(book_folder)
        assert problem is None or is_known(problem), (at, problem)
        at = whole.find(name.encode(), at + 1)


def test_a_statement_of_ours_that_names_nothing_is_our_own_fault(book: Book) -> None:
    with book.reading() as session, pytest.raises(OperationalError):
        session.execute(text("SELECT nothing FROM outreach_activity"))


def test_writing_past_a_flipped_reference_is_damage(book_folder: Path) -> None:
    path = book_folder / BOOK_NAME
    data = path.read_bytes()
    assert b"REFERENCES step (id)" in data
    path.write_bytes(data.replace(b"REFERENCES step (id)", b"REFERENCES steq (id)"))
    with Book(book_folder) as book, pytest.raises(BookDamaged):
        added(book, "outreach")


def problem_of(folder: Path) -> Exception | None:
    """Open the book as the program does and read every table."""
    try:
        prepare_store(folder / BOOK_NAME)
        with Book(folder) as book, book.reading() as session:
            for table in Base.metadata.tables:
                session.execute(text(f'SELECT * FROM "{table}"')).all()
    except Exception as error:
        return error
    return None


def test_damage_is_told_by_a_session_that_reads_and_one_that_writes(book_folder: Path) -> None:
    path = book_folder / BOOK_NAME
    root = root_page(path, "outreach_activity")
    overwritten((root - 1) * PAGE, PAGE)(path)
    with Book(book_folder) as book:
        with pytest.raises(BookDamaged), book.reading() as session:
            session.execute(text("SELECT * FROM outreach_activity")).all()
        with pytest.raises(BookDamaged):
            added(book, "outreach")


def test_a_text_that_is_none_is_damage(book_folder: Path) -> None:
    edited("UPDATE office SET place = CAST(x'FFFE41' AS TEXT)")(book_folder / BOOK_NAME)
    with Book(book_folder) as book, book.reading() as session, pytest.raises(BookDamaged):
        session.execute(text("SELECT place FROM office")).all()


def test_a_migration_of_a_damaged_book_tells_it_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / BOOK_NAME
    command.upgrade(alembic_config(path), "0010")
    edited(f"PRAGMA application_id = {APPLICATION_ID}")(path)
    root = root_page(path, "step")
    overwritten((root - 1) * PAGE, PAGE)(path)
    before = path.read_bytes()
    with pytest.raises(BookDamaged):
        prepare_store(path)
    assert path.read_bytes() == before


def test_nothing_is_written_into_a_book_that_was_taken_away(book: Book) -> None:
    shutil.move(book.folder, book.folder.with_name("moved"))
    with pytest.raises(BookGone) as told, book.writing(who=OFFICER):
        pass
    assert "Hãy cắm lại ổ đĩa" in error_text(told.value)


def test_another_file_in_the_place_of_the_book_is_not_taken_for_it(book: Book) -> None:
    path = book.folder / BOOK_NAME
    path.rename(book.folder / "old.db")
    create_store(path)
    with pytest.raises(BookGone), book.writing(who=OFFICER):
        pass


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(TargetNotWritable):
        create_store(tmp_path / "nowhere" / BOOK_NAME)


def test_a_healthy_book_tells_its_schema(book_folder: Path) -> None:
    assert schema_of(book_folder / BOOK_NAME).isdigit()


def root_page(path: Path, table: str) -> int:
    """The number of the page on which a table begins."""
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    connection.close()
    return int(found[0])
