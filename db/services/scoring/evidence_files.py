"""Files that evidence names: those of all sheets, and those that only the log names."""

import json
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Change, ScoreEvidence, ScoreSheet, Unit
from db.rules.attachments import Attachment


@dataclass(frozen=True)
class NamedFile:
    """A file and the row that names it: whose sheet of which year, which criterion."""

    unit: str
    year: int
    criterion: str
    file: Attachment


def of_all_sheets(session: Session) -> tuple[NamedFile, ...]:
    """Return the files of all evidence, by year, unit and criterion."""
    row = ScoreEvidence
    statement = (
        select(
            Unit.name, ScoreSheet.year, row.criterion, row.file_name, row.stored_name, row.sha256, row.size
        )
        .join(ScoreSheet, ScoreSheet.id == row.sheet_id)
        .join(Unit, Unit.id == ScoreSheet.unit_id)
        .where(row.stored_name.is_not(None))
        .order_by(ScoreSheet.year, Unit.code, row.criterion, row.id)
    )
    return tuple(
        NamedFile(unit, year, criterion, Attachment(name or "", stored or "", sha256 or "", size or 0))
        for unit, year, criterion, name, stored, sha256, size in session.execute(statement)
    )


def all_names(session: Session) -> frozenset[str]:
    """Return every stored name that a row has, or that undo or redo could bring back into one."""
    logged = select(Change.before, Change.after).where(Change.table_name == ScoreEvidence.__tablename__)
    said = (json.loads(text) for texts in session.execute(logged) for text in texts if text)
    names = {file.file.stored_name for file in of_all_sheets(session)}
    return frozenset(names | {row["stored_name"] for row in said if row["stored_name"]})
