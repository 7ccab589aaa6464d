"""Returns that came in files, as they are kept: bytes, what they say, which one of a unit counts."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.records import ReturnFile
from db.rules.returns.filled import FilledReturn
from db.rules.returns.frozen import frozen_text, thawed


class FileState(StrEnum):
    """What became of a file: it counts for its unit, it was refused, or another one came in its place."""

    RECEIVED = "received"
    REFUSED = "refused"
    SUPERSEDED = "superseded"


@dataclass(frozen=True)
class ReceivedFile:
    """A file that came in: whose it is, what became of it, when and by whom. A refused one may name no unit.

    `last` is the last day of its period, `reason` why a person took it in the place of another.
    """

    id: int
    unit_id: int | None
    set_code: str
    period: str
    last: date | None
    revision: int
    verified: bool
    state: FileState
    file_name: str
    sha256: str
    reason: str
    at: datetime
    who: str


@dataclass(frozen=True)
class NewFile:
    """A file to be kept. `filled` is what it says, none where that could not be read."""

    name: str
    body: bytes
    sha256: str
    unit_id: int | None
    set_code: str = ""
    period: str = ""
    last: date | None = None
    revision: int = 0
    verified: bool = False
    filled: FilledReturn | None = None
    findings: Sequence[Mapping[str, Any]] = ()
    reason: str = ""


_SHOWN = (
    ReturnFile.id,
    ReturnFile.unit_id,
    ReturnFile.set_code,
    ReturnFile.period,
    ReturnFile.last,
    ReturnFile.revision,
    ReturnFile.verified,
    ReturnFile.state,
    ReturnFile.file_name,
    ReturnFile.sha256,
    ReturnFile.reason,
    ReturnFile.received_at,
    ReturnFile.received_by,
)
_IS_REFUSED = ReturnFile.state == FileState.REFUSED.value
# A file name is kept to its end, where period and revision stand.
_LONGEST_NAME = 250


def of_period(session: Session, set_code: str, period: str) -> tuple[ReceivedFile, ...]:
    """Return every file of a set and a period, whatever became of it, in the order in which they came."""
    wanted = (ReturnFile.set_code == set_code, ReturnFile.period == period)
    return _files(session, *wanted)


def of_label(session: Session, period: str) -> tuple[ReceivedFile, ...]:
    """Return the files of a period, of all sets, and those that could not be placed, as they came."""
    return _files(session, (ReturnFile.period == period) | ReturnFile.unit_id.is_(None))


def of_unit(session: Session, unit_id: int, set_code: str, period: str) -> tuple[ReceivedFile, ...]:
    """Return every file of a unit for a set and a period, in the order in which they came."""
    wanted = (ReturnFile.unit_id == unit_id, ReturnFile.set_code == set_code, ReturnFile.period == period)
    return _files(session, *wanted)


def known(session: Session, sha256: str) -> ReceivedFile | None:
    """Return the file of these bytes where they came before."""
    return next(iter(_files(session, ReturnFile.sha256 == sha256)), None)


def chosen(session: Session, set_code: str, period: str) -> Iterator[tuple[ReceivedFile, FilledReturn]]:
    """Yield each file that counts for its unit, with what it says, one at a time: hundreds are not held at once."""
    for file in of_period(session, set_code, period):
        if file.state is FileState.RECEIVED:
            yield file, said(session, file.id)


def said(session: Session, file_id: int) -> FilledReturn:
    """Return what a file says; raises KeyError for one that is not there, ValueError for one that could not be read."""
    return thawed(_column(session, file_id, ReturnFile.frozen))


def body(session: Session, file_id: int) -> bytes:
    """Return the bytes of a file as they came; raises KeyError."""
    kept: bytes = _column(session, file_id, ReturnFile.body)
    return kept


def findings(session: Session, file_id: int) -> tuple[Mapping[str, Any], ...]:
    """Return what was found in a file when it came; raises KeyError."""
    return tuple(json.loads(_column(session, file_id, ReturnFile.findings) or "[]"))


def keep(session: Session, new: NewFile, state: FileState) -> int:
    """Keep a file; one that counts supersedes what counted for its unit, set and period.

    The same bytes stand here once: where they were refused before, they are kept as what they are now.
    """
    for refused in session.scalars(select(ReturnFile).where(ReturnFile.sha256 == new.sha256, _IS_REFUSED)):
        session.delete(refused)
    session.flush()
    if state is FileState.RECEIVED:
        _supersede(session, new)
    record = ReturnFile(
        unit_id=new.unit_id,
        set_code=new.set_code,
        period=new.period,
        last=new.last,
        revision=new.revision,
        verified=new.verified,
        state=state.value,
        file_name=new.name[-_LONGEST_NAME:],
        sha256=new.sha256,
        body=new.body,
        frozen=frozen_text(new.filled) if new.filled else "",
        findings=json.dumps(list(new.findings), ensure_ascii=False),
        reason=new.reason,
        received_at=session.info["clock"](),
        received_by=session.info["who"],
    )
    session.add(record)
    session.flush()
    number = record.id
    # Six hundred files of a batch are not held until the last one came.
    session.expunge(record)
    return number


def choose(session: Session, file: ReceivedFile, reason: str) -> None:
    """Let a file that was superseded count again, in the place of the one that does."""
    _supersede(session, file)
    record = session.get_one(ReturnFile, file.id)
    record.state, record.reason = FileState.RECEIVED.value, reason
    session.flush()
    session.expunge(record)


def _supersede(session: Session, file: NewFile | ReceivedFile) -> None:
    """Let what counts for the unit, set and period of a file count no more; the log notes it of each."""
    whose = (ReturnFile.unit_id == file.unit_id, ReturnFile.set_code == file.set_code)
    counts = (ReturnFile.period == file.period, ReturnFile.state == FileState.RECEIVED.value)
    for record in session.scalars(select(ReturnFile).where(*whose, *counts)):
        record.state = FileState.SUPERSEDED.value
        session.flush()
        session.expunge(record)


def _column(session: Session, file_id: int, column: Any) -> Any:
    found = session.execute(select(column).where(ReturnFile.id == file_id)).first()
    if found is None:
        raise KeyError(file_id)
    return found[0]


def _files(session: Session, *wanted: ColumnElement[bool]) -> tuple[ReceivedFile, ...]:
    rows = session.execute(select(*_SHOWN).where(*wanted).order_by(ReturnFile.id))
    return tuple(_file(*row) for row in rows)


def _file(*values: Any) -> ReceivedFile:
    number, unit_id, set_code, period, last, revision, verified, state, *rest = values
    return ReceivedFile(number, unit_id, set_code, period, last, revision, verified, FileState(state), *rest)
