"""Lists that are read once while many records are judged."""

from sqlalchemy.orm import Session

from db.services.entering.lists_once import once, reading_lists_once
from db.sessions import Book


def reads(session: Session, asked: int) -> list[int]:
    """What one list gives when it is asked so often: the number of the reading that it came from."""
    counted: list[int] = []

    def read() -> int:
        counted.append(len(counted))
        return counted[-1]

    return [once(session, "list", read) for _ in range(asked)]


def test_outside_a_list_is_read_each_time(book: Book) -> None:
    with book.reading() as session:
        assert reads(session, 3) == [0, 1, 2]


def test_inside_it_is_read_once(book: Book) -> None:
    with book.reading() as session:
        with reading_lists_once(session):
            assert reads(session, 3) == [0, 0, 0]
        assert reads(session, 2) == [0, 1]


def test_one_within_another_ends_nothing(book: Book) -> None:
    with book.reading() as session, reading_lists_once(session):
        assert once(session, "list", lambda: "outer") == "outer"
        with reading_lists_once(session):
            assert once(session, "list", lambda: "inner") == "outer"
        assert once(session, "list", lambda: "later") == "outer"
