"""Where the rows of a book that was taken in came from, kept beside them."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Origin, SourceBook
from db.services import offices
from db.services.entering import many_rows
from db.services.handing.checking import Checked, Typed
from db.services.handing.known_rows import earlier_books
from db.services.handing.renumbering import Numbers

_Place = tuple[str, str, int]


def store(session: Session, brought: Checked, numbers: Numbers, file_name: str) -> None:
    """Keep where the rows of a book that was taken in came from; `numbers` are ours by table and number there.

    Of what came home nothing is kept: it is ours, whatever book it was in meanwhile.
    """
    own_key = offices.book_key(session)
    if brought.book.head.book_key == own_key:
        return
    books = {
        row["id"]: _book(session, row)
        for row in earlier_books(brought).values()
        if row["book_key"] != own_key
    }
    here = _book(session, _of_head(brought, file_name))
    keys = {row["book_key"] for row in earlier_books(brought).values()} | {brought.book.head.book_key}
    held = _held(session, keys)
    ours = _came_home(brought, own_key)
    others = {table: _without(found, ours.get(table, ())) for table, found in numbers.items()}
    rows = [*_own(brought, others, here), *_earlier(brought, others, books)]
    fresh = {place: row for place, row in rows if place not in held}
    many = list(fresh.values())
    if many:
        first = many_rows.reserve(session, Origin, len(many))
        many_rows.bring_back(session, Origin, [{**row, "id": at} for at, row in enumerate(many, start=first)])
    for place, row in rows:
        if place in held and place[0] == brought.book.head.book_key and held[place].said != row["said"]:
            held[place].said = row["said"]
    session.flush()


def _came_home(brought: Checked, own_key: str) -> Mapping[str, set[int]]:
    """Return by table the numbers there of rows that were this book's own."""
    own = {number for number, row in earlier_books(brought).items() if row["book_key"] == own_key}
    found: dict[str, set[int]] = defaultdict(set)
    for row in brought.of(Origin.__tablename__).values():
        if row["source_id"] in own:
            found[row["table_name"]].add(row["record_id"])
    return found


def _without(numbers: Mapping[int, int], left_out: Container[int]) -> dict[int, int]:
    return {there: here for there, here in numbers.items() if there not in left_out}


def _of_head(brought: Checked, file_name: str) -> Typed:
    head = brought.book.head
    return {
        "book_key": head.book_key,
        "unit_code": head.unit_code,
        "office_name": head.office_name,
        "handed_on": head.handed_on,
        "sha256": head.sha256,
        "file_name": file_name,
    }


def _book(session: Session, values: Typed) -> tuple[str, int]:
    same = SourceBook.book_key == values["book_key"], SourceBook.sha256 == values["sha256"]
    held = session.scalar(select(SourceBook).where(*same))
    if held is None:
        held = SourceBook(**{**values, "id": None})
        session.add(held)
        session.flush()
    return held.book_key, held.id


def _held(session: Session, keys: set[str]) -> Mapping[_Place, Origin]:
    rows = session.execute(
        select(SourceBook.book_key, Origin)
        .join(Origin, Origin.source_id == SourceBook.id)
        .where(SourceBook.book_key.in_(keys))
    )
    return {(key, origin.table_name, origin.number): origin for key, origin in rows}


def _own(brought: Checked, numbers: Numbers, book: tuple[str, int]) -> Iterator[tuple[_Place, Typed]]:
    key, source_id = book
    for table, ours in numbers.items():
        if table in brought.tables and table not in ("unit", "content"):
            for number, record_id in ours.items():
                said = brought.said(table, number)
                yield (key, table, number), _row(source_id, table, record_id, number, said)


def _earlier(
    brought: Checked, numbers: Numbers, books: Mapping[int, tuple[str, int]]
) -> Iterator[tuple[_Place, Typed]]:
    for row in brought.of(Origin.__tablename__).values():
        table, number = row["table_name"], row["number"]
        record_id = numbers.get(table, {}).get(row["record_id"])
        if record_id is not None and row["source_id"] in books:
            key, source_id = books[row["source_id"]]
            yield (key, table, number), _row(source_id, table, record_id, number, row["said"])


def _row(source_id: int, table: str, record_id: int, number: int, said: str) -> Typed:
    return {
        "source_id": source_id,
        "table_name": table,
        "record_id": record_id,
        "number": number,
        "said": said,
    }
