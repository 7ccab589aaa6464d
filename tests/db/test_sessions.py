"""The open book: one writer, readers that cannot write, whole steps or none."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from db.records import Attendance, OutreachActivity, Step, Target
from db.rules.rights import Role
from db.services.entering import history_chain
from db.services.listing import listings
from db.services.listing.listings import ListQuery
from db.services.rights import NotAllowed
from db.sessions import BOOK_NAME, LOCK_NAME, Book, BookLocked
from tests.helpers.books import OFFICER
from tests.helpers.sample_records import add, added, contents, step

OPENS = "import sys; from pathlib import Path; from db.sessions import Book; Book(Path(sys.argv[1]))"


def test_a_reading_session_cannot_write(book: Book) -> None:
    before = contents(book)
    with book.reading() as session:
        for statement in (
            "DELETE FROM content",
            "UPDATE unit SET name = 'x'",
            "CREATE TABLE x (y)",
            "DROP TABLE plan",
        ):
            with pytest.raises(OperationalError):
                session.execute(text(statement))
            session.rollback()
    assert contents(book) == before


def test_a_second_book_on_the_folder_is_locked_out(book: Book) -> None:
    with pytest.raises(BookLocked) as caught:
        Book(book.folder)
    assert caught.value.folder == book.folder


def test_another_process_is_locked_out(book: Book) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", OPENS, str(book.folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "BookLocked" in done.stderr


def test_a_closed_book_can_be_opened_again(book_folder: Path) -> None:
    for _ in range(2):
        with Book(book_folder) as book:
            added(book, "outreach")


def test_a_book_may_be_closed_by_another_thread(book_folder: Path) -> None:
    books: list[Book] = []
    thread = threading.Thread(target=lambda: books.append(Book(book_folder)))
    thread.start()
    thread.join()
    books[0].close()
    with Book(book_folder) as book:
        assert added(book, "outreach") == 1


def test_a_book_without_the_lock_reads_beside_the_writer_and_never_writes(book: Book) -> None:
    added(book, "outreach")
    with Book(book.folder, lock=False) as other:
        with other.reading() as session:
            assert listings.matching_ids(session, ListQuery("outreach")) == (1,)
        with pytest.raises(BookLocked), other.writing(who="x"):
            pass


def test_a_closed_book_is_one_file(book_folder: Path) -> None:
    with Book(book_folder) as book:
        added(book, "outreach")
        with book.reading() as session:
            assert listings.matching_ids(session, ListQuery("outreach")) == (1,)
    assert sorted(path.name for path in book_folder.iterdir() if path.name != LOCK_NAME) == [BOOK_NAME]


def test_an_error_rolls_everything_back(book: Book) -> None:
    before = contents(book)
    with pytest.raises(RuntimeError), book.writing(who="x") as session:
        add(session, "outreach")
        add(session, "plans")
        raise RuntimeError
    assert contents(book) == before
    assert added(book, "outreach")


def test_an_error_rolls_the_log_back_too(book: Book) -> None:
    with book.reading() as session:
        before = session.execute(text("SELECT count(*) FROM step")).scalar()
    with pytest.raises(RuntimeError), book.writing(who="x") as session:
        add(session, "outreach")
        raise RuntimeError
    with book.reading() as session:
        assert session.execute(text("SELECT count(*) FROM step")).scalar() == before


def test_foreign_keys_are_enforced(book: Book) -> None:
    with pytest.raises(IntegrityError), book.writing(who="x") as session:
        session.add(Attendance(session_id=99, official_id=99))


@pytest.mark.parametrize(
    ("column", "value"), [("female", "people + 1"), ("people", "-1"), ("unit_id", "999"), ("form", "NULL")]
)
def test_the_file_itself_refuses_what_cannot_be(book: Book, column: str, value: str) -> None:
    added(book, "outreach", people=3)
    with pytest.raises(IntegrityError), book.writing(who="x") as session:
        session.execute(text(f"UPDATE outreach_activity SET {column} = {value}"))


def test_what_is_read_is_of_one_moment(book: Book) -> None:
    added(book, "outreach")
    with book.reading() as session:
        count = select(OutreachActivity.id)
        assert len(session.scalars(count).all()) == 1
        added(book, "outreach")
        assert len(session.scalars(count).all()) == 1
    with book.reading() as session:
        assert len(session.scalars(count).all()) == 2


def test_readers_in_several_threads_each_have_their_connection(book: Book) -> None:
    added(book, "outreach")
    found: list[tuple[int, ...]] = []

    def read() -> None:
        with book.reading() as session:
            found.append(listings.matching_ids(session, ListQuery("outreach")))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [(1,)] * 4


def test_vietnamese_order_is_known_to_sql(book: Book) -> None:
    with book.reading() as session:
        words = "SELECT column1 FROM (VALUES ('Đạt'), ('Dương'), ('Em'), (NULL)) ORDER BY vn_sort(column1)"
        assert session.scalars(text(words)).all() == [None, "Dương", "Đạt", "Em"]


def test_exact_numbers_are_kept_in_thousandths(book: Book) -> None:
    from decimal import Decimal

    target, _ = step(book, lambda session: add(session, "targets", value=Decimal("12.676")))
    with book.reading() as session:
        assert session.scalar(text("SELECT value FROM target")) == 12676
        assert session.get_one(Target, target).value == Decimal("12.676")
        assert session.scalars(select(Target.id).where(Target.value > Decimal("12.675"))).all() == [target]


def test_a_reader_writes_nothing(book: Book) -> None:
    book.role = Role.READER
    with pytest.raises(NotAllowed), book.writing(who=OFFICER):
        raise AssertionError("the session was opened")


def test_each_step_is_chained_to_the_one_before(book: Book) -> None:
    for _ in range(2):
        added(book, "outreach")
    with book.reading() as session:
        steps = session.execute(select(Step.id, Step.hash).order_by(Step.id)).all()
        again = [history_chain.hash_of(session.connection(), step.id) for step in steps]
    assert [step.hash for step in steps] == again
    assert len(set(again)) == len(again) >= 3
