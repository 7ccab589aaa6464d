"""The real list of successions of 1 July 2025 read into a book of the whole country, and taken back."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import process_time

from db.migrations.store import create_store
from db.services import units
from db.services.borders import succession_rows, successions
from db.services.entering import history
from db.sessions import BOOK_NAME, Book
from exports.readers.succession_lists import read_succession_list
from exports.readers.unit_lists import read_unit_list
from tests.benchmarks.large_book import PROJECT
from tests.benchmarks.rows import Amount

_DATA = PROJECT.parent / "shared" / "data"
_MARCH, _JULY = date(2025, 3, 1), date(2025, 7, 1)
_MILLISECONDS = 5000.0


def succession_amounts(folder: Path, rounds: int, data: Path = _DATA) -> Iterator[Amount]:
    """Measure the processor's time; the book is made in `folder`."""
    path = data / "unit-successions-2025-07-01.csv"
    with _country(folder, data) as book:
        samples = [_round(book, path) for _ in range(rounds)]
    reading, listing, taking_back = zip(*samples, strict=True)
    rows = len(read_succession_list(path))
    yield Amount(f"processor's time of reading a list of {rows:,} successions", _MILLISECONDS, reading)
    yield Amount(f"the same: {rows:,} successions as rows of their screen", None, listing)
    yield Amount(f"the same: {rows:,} successions taken back by undo", None, taking_back)


def _round(book: Book, path: Path) -> tuple[float, float, float]:
    steps: list[int] = []

    def read() -> None:
        with book.writing(who="x") as session:
            successions.load(session, read_succession_list(path), on=_JULY, file_name=path.name)
            steps.append(session.info["step_id"])

    def show() -> None:
        with book.reading() as session:
            succession_rows.listed(session)

    def take_back() -> None:
        with book.writing(who="x") as session:
            history.revert(session, steps[0])

    return _taken(read), _taken(show), _taken(take_back)


def _taken(act: Callable[[], None]) -> float:
    began = process_time()
    act()
    return (process_time() - began) * 1000


def _country(folder: Path, data: Path) -> Book:
    made = folder / "country"
    made.mkdir()
    create_store(made / BOOK_NAME)
    book = Book(made)
    for day in (_MARCH, _JULY):
        lines = read_unit_list(data / f"units-{day}.csv")
        with book.writing(who="x") as session:
            units.load(session, lines, on=day, file_name="units.csv")
    return book
