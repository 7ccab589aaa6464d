"""What left the office or came into it stands in the log with who and when; its bytes and long texts by digest."""

import hashlib
import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from db.records import Base, Change, Return, ReturnFile, ReturnTemplate, ScoreFile
from db.services.entering import history
from db.services.returns import approving, received_files
from db.services.returns.received_files import FileState, NewFile
from db.sessions import Book, Session
from tests.helpers.books import NOW, unit_id
from tests.helpers.sample_records import add, contents, step

BYTES = b"\x00PK\xff" * 40
DIGEST = {"bytes": len(BYTES), "sha256": hashlib.sha256(BYTES).hexdigest()}


def approved(session: Session) -> Return:
    row = Return(unit_id=unit_id(session), set_code="PCMD-Q", set_version="2025-01-01-0", period="2025-Q3")
    row.first, row.last, row.revision = date(2025, 7, 1), date(2025, 9, 30), 1
    row.figures, row.sha256, row.check_code, row.file_name = '{"a": 1}', "0" * 64, "0000", ""
    row.frozen, row.sources, row.words, row.note = "Bản chốt", "", "", ""
    session.add(row)
    session.flush()
    return row


def new_file(session: Session, mark: bytes = b"") -> NewFile:
    body, unit = BYTES + mark, unit_id(session, "99102")
    sha256 = hashlib.sha256(body).hexdigest()
    return NewFile("BC.xlsx", body, sha256, unit, "PCMD-Q", "2025-Q3", date(2025, 9, 30), 1, verified=True)


def template(session: Session) -> None:
    head = {"set_code": "TINH", "title": "Mẫu của tỉnh", "file_name": "mau.xlsx", "sha256": DIGEST["sha256"]}
    session.add(ReturnTemplate(**head, body=BYTES, mapping="{}", valid_from=date(2025, 1, 1)))


def score_file(session: Session) -> None:
    head = {"unit_id": unit_id(session, "99102"), "year": 2025, "file_name": "phieu.xlsx", "revision": 1}
    session.add(
        ScoreFile(**head, sha256=DIGEST["sha256"], body=BYTES, received_at=NOW, received_by="Lò Thị Hoa")
    )


def logged(book: Book, mapped: type[Base], number: int) -> list[tuple[Any, ...]]:
    """The rows of a step as the log has them, before and after."""
    rows = select(Change.before, Change.after).where(
        Change.step_id == number, Change.table_name == mapped.__tablename__
    )
    with book.reading() as session:
        return [
            tuple(json.loads(part) if part else None for part in row)
            for row in session.execute(rows.order_by(Change.id))
        ]


@pytest.mark.parametrize(("make", "mapped"), [(template, ReturnTemplate), (score_file, ScoreFile)])
def test_a_file_is_noted_by_its_digest(book: Book, make: Any, mapped: type[Base]) -> None:
    ((before, after),) = logged(book, mapped, step(book, make)[1])
    assert before is None
    assert after["body"] == DIGEST


def test_what_becomes_of_a_return_is_noted(book: Book) -> None:
    made, first = step(book, lambda session: approved(session).id)
    ((_, after),) = logged(book, Return, first)
    assert after["frozen"] == {"bytes": 12, "sha256": hashlib.sha256("Bản chốt".encode()).hexdigest()}
    assert after["sources"] == ""
    number = step(book, lambda session: approving.exported(session, made, file_name="BC-Q3.xlsx"))[1]
    ((before, after),) = logged(book, Return, number)
    assert (before["file_name"], after["file_name"]) == ("", "BC-Q3.xlsx")
    assert before["exported_at"] is None and after["exported_at"] == NOW.isoformat()


def test_an_approval_that_was_taken_back_is_noted(book: Book) -> None:
    made, _ = step(book, lambda session: approved(session).id)
    number = step(book, lambda session: approving.withdraw(session, made))[1]
    ((before, after),) = logged(book, Return, number)
    assert (before["period"], after) == ("2025-Q3", None)


def test_received_files_and_what_they_supersede_are_noted(book: Book) -> None:
    def keep(session: Session, mark: bytes, state: FileState) -> int:
        return received_files.keep(session, new_file(session, mark), state)

    first = step(book, lambda session: keep(session, b"1", FileState.RECEIVED))[0]
    number = step(book, lambda session: keep(session, b"2", FileState.RECEIVED))[1]
    states = [
        (before and before["state"], after["state"]) for before, after in logged(book, ReturnFile, number)
    ]
    assert states == [("received", "superseded"), (None, "received")]
    with book.reading() as session:
        earlier = received_files.of_unit(session, unit_id(session, "99102"), "PCMD-Q", "2025-Q3")[0]
    number = step(book, lambda session: received_files.choose(session, earlier, "Bản đúng"))[1]
    rows = logged(book, ReturnFile, number)
    assert [(after["id"] == first, after["state"]) for _, after in rows] == [
        (False, "superseded"),
        (True, "received"),
    ]


def test_a_refused_file_that_came_again_is_noted(book: Book) -> None:
    step(book, lambda session: received_files.keep(session, new_file(session), FileState.REFUSED))
    number = step(book, lambda session: received_files.keep(session, new_file(session), FileState.RECEIVED))[
        1
    ]
    rows = logged(book, ReturnFile, number)
    assert [(before and before["state"], after and after["state"]) for before, after in rows] == [
        ("refused", None),
        (None, "received"),
    ]


def test_what_is_noted_stays_where_the_rest_of_its_step_goes_back(book: Book) -> None:
    def both(session: Session) -> None:
        approved(session)
        add(session, "outreach")

    before = contents(book)
    _, number = step(book, both)
    with book.reading() as session:
        assert history.size(session, number) == 1
    step(book, lambda session: history.revert(session, number))
    after = contents(book)
    assert after.pop("return") != before.pop("return")
    assert after == before
