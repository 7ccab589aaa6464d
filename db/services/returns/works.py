"""Returns that are being filled: cells by hand, what is said of warnings, when the figures were checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import ReturnCell, ReturnWord, ReturnWork
from db.rules.findings import Finding, Refused
from db.rules.returns.by_hand import CellPlace, HandCell

RECORDS, RETURNS = "records", "returns"
_LONGEST_KEY = 250
_LONGEST_WORD = 2000


@dataclass(frozen=True)
class Work:
    """A return that is being filled; `words` go by the keys of findings (`word_key`)."""

    id: int
    source: str
    checked_at: datetime | None
    checked_sha256: str
    cells: Mapping[CellPlace, HandCell]
    words: Mapping[str, str]


def find(session: Session, *, unit_id: int, set_code: str, period: str) -> Work | None:
    """Return what was done of a return; none where nobody began it."""
    row = _row(session, unit_id, set_code, period)
    if row is None:
        return None
    cells = session.scalars(select(ReturnCell).where(ReturnCell.work_id == row.id).order_by(ReturnCell.id))
    words = session.scalars(select(ReturnWord).where(ReturnWord.work_id == row.id).order_by(ReturnWord.id))
    return Work(
        row.id,
        row.source,
        row.checked_at,
        row.checked_sha256 or "",
        {
            CellPlace(cell.sheet, cell.row, cell.column): HandCell(cell.value, cell.reason, cell.computed)
            for cell in cells
        },
        {word.finding: word.word for word in words},
    )


def begin(session: Session, *, unit_id: int, set_code: str, period: str, source: str | None = None) -> int:
    """Return the number of a return that is being filled, begun where nobody had; `source` says where it comes from."""
    row = _row(session, unit_id, set_code, period)
    if row is None:
        row = ReturnWork(unit_id=unit_id, set_code=set_code, period=period, source=source or RECORDS)
        session.add(row)
    elif source is not None and row.source != source:
        row.source = source
    session.flush()
    return row.id


def override(
    session: Session, work_id: int, place: CellPlace, value: str, *, reason: str, computed: str = ""
) -> None:
    """Keep what a cell says by hand (`by_hand.cell_text`), an empty text as a blank; `computed` stood there before.

    Raises Refused where the reason is too long.
    """
    if len(reason) > _LONGEST_WORD:
        raise Refused([Finding("too_long", "reason", reason, {"most": str(_LONGEST_WORD)})])
    cell = _cell(session, work_id, place)
    if cell is None:
        cell = ReturnCell(work_id=work_id, sheet=place.sheet, row=place.row, column=place.column)
        session.add(cell)
    cell.value, cell.reason, cell.computed = value, reason, computed
    session.flush()


def take_back(session: Session, work_id: int, place: CellPlace) -> None:
    """Let a cell say again what the measures say; one that nobody filled by hand stays as it is."""
    cell = _cell(session, work_id, place)
    if cell is not None:
        session.delete(cell)
        session.flush()


def say(session: Session, work_id: int, findings: Iterable[str], word: str) -> None:
    """Keep a word on warnings, told by their keys; an empty one takes it back. Raises Refused for one too long."""
    if len(word) > _LONGEST_WORD:
        raise Refused([Finding("too_long", "word", word, {"most": str(_LONGEST_WORD)})])
    keys = {word_key(key) for key in findings}
    held = {
        row.finding: row
        for row in session.scalars(select(ReturnWord).where(ReturnWord.work_id == work_id))
        if row.finding in keys
    }
    for key in sorted(keys):
        if not word:
            if key in held:
                session.delete(held[key])
        elif key in held:
            held[key].word = word
        else:
            session.add(ReturnWord(work_id=work_id, finding=key, word=word))
    session.flush()


def word_key(finding: str) -> str:
    """Return as much of a finding's key as is kept."""
    return finding[:_LONGEST_KEY]


def mark_checked(session: Session, work_id: int, sha256: str) -> None:
    """Keep that figures were checked, told by their SHA-256."""
    row = session.get_one(ReturnWork, work_id)
    if row.checked_sha256 != sha256:
        row.checked_at, row.checked_sha256 = session.info["clock"](), sha256
        session.flush()


def _row(session: Session, unit_id: int, set_code: str, period: str) -> ReturnWork | None:
    return session.scalar(
        select(ReturnWork).where(
            ReturnWork.unit_id == unit_id, ReturnWork.set_code == set_code, ReturnWork.period == period
        )
    )


def _cell(session: Session, work_id: int, place: CellPlace) -> ReturnCell | None:
    return session.scalar(
        select(ReturnCell).where(
            ReturnCell.work_id == work_id,
            ReturnCell.sheet == place.sheet,
            ReturnCell.row == place.row,
            ReturnCell.column == place.column,
        )
    )
