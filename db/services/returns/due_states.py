"""Where the returns of some periods stand: what this office filled, approved and sent, what came in, what was said."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from db.records import Return, ReturnFile, ReturnMark, ReturnWork
from db.rules.returns.due import DueState

# Unit, set of forms, label of the period.
Key = tuple[int, str, str]
_CAME_IN = (DueState.RECEIVED, DueState.REFUSED)
_LEFT = (DueState.SENT, DueState.ACKNOWLEDGED)
_Table = type[Return] | type[ReturnWork] | type[ReturnFile] | type[ReturnMark]


@dataclass(frozen=True)
class Standing:
    """Where a return stands, since which day, and what an officer said of it.

    `by_hand` where an officer says so of a return that went past the program.
    """

    state: DueState = DueState.NOT_BEGUN
    on: date | None = None
    note: str = ""
    by_hand: bool = False


@dataclass(frozen=True)
class Standings:
    """Where returns stand, in four readings, whatever the number of units."""

    works: Mapping[Key, Standing]
    approved: Mapping[Key, Standing]
    files: Mapping[Key, Standing]
    marks: Mapping[Key, Standing]

    def of(self, key: Key, *, own: bool) -> Standing:
        """Return where a return stands; that of a unit below is first of all what came from it."""
        order = self._own(key) if own else self._below(key)
        return next((found for found in order if found is not None), Standing())

    def _own(self, key: Key) -> Iterator[Standing | None]:
        approved = self.approved.get(key)
        yield approved if approved and approved.state in _LEFT else None
        yield self.marks.get(key)
        yield approved
        yield self.works.get(key)

    def _below(self, key: Key) -> Iterator[Standing | None]:
        came = self.files.get(key)
        yield came if came and came.state is DueState.RECEIVED else None
        yield self.marks.get(key)
        yield self.approved.get(key)
        yield came
        yield self.works.get(key)


def standings(
    session: Session, periods: Collection[str], unit_ids: Collection[int] | None = None
) -> Standings:
    """Read where the returns of some periods stand, of some units or of all."""
    return Standings(
        dict(_works(session, periods, unit_ids)),
        dict(_approved(session, periods, unit_ids)),
        dict(_files(session, periods, unit_ids)),
        dict(_marks(session, periods, unit_ids)),
    )


def _works(
    session: Session, periods: Collection[str], unit_ids: Collection[int] | None
) -> Iterator[tuple[Key, Standing]]:
    table = ReturnWork
    columns = select(table.unit_id, table.set_code, table.period, table.checked_at, table.changed_at)
    for row in session.execute(columns.where(*_of(table, periods, unit_ids))):
        state = DueState.FILLED if row.checked_at is None else DueState.CHECKED
        yield _key(row), Standing(state, (row.checked_at or row.changed_at).date())


def _approved(
    session: Session, periods: Collection[str], unit_ids: Collection[int] | None
) -> Iterator[tuple[Key, Standing]]:
    table = Return
    columns = select(
        table.unit_id,
        table.set_code,
        table.period,
        table.created_at,
        table.exported_at,
        table.sent_on,
        table.sent_note,
        table.acknowledged_on,
        table.acknowledged_note,
    )
    # The newest revision comes last and stands for the others.
    for row in session.execute(columns.where(*_of(table, periods, unit_ids)).order_by(table.revision)):
        yield _key(row), _of_approved(row)


def _files(
    session: Session, periods: Collection[str], unit_ids: Collection[int] | None
) -> Iterator[tuple[Key, Standing]]:
    table = ReturnFile
    columns = select(table.unit_id, table.set_code, table.period, table.state, table.received_at)
    statement = columns.where(*_of(table, periods, unit_ids)).where(table.state.in_(_CAME_IN))
    # One that was received stands, whatever was refused beside it.
    for row in session.execute(statement.order_by(table.state.desc(), table.id)):
        yield _key(row), Standing(DueState(row.state), row.received_at.date())


def _marks(
    session: Session, periods: Collection[str], unit_ids: Collection[int] | None
) -> Iterator[tuple[Key, Standing]]:
    table = ReturnMark
    columns = select(table.unit_id, table.set_code, table.period, table.state, table.on, table.note)
    # What was said last comes last.
    for row in session.execute(columns.where(*_of(table, periods, unit_ids)).order_by(table.id)):
        yield _key(row), Standing(DueState(row.state), row.on, row.note, by_hand=True)


def _of_approved(row: Row[*tuple[Any, ...]]) -> Standing:
    if row.acknowledged_on:
        return Standing(DueState.ACKNOWLEDGED, row.acknowledged_on, row.acknowledged_note)
    if row.sent_on:
        return Standing(DueState.SENT, row.sent_on, row.sent_note)
    if row.exported_at:
        return Standing(DueState.EXPORTED, row.exported_at.date())
    return Standing(DueState.APPROVED, row.created_at.date())


def _of(
    table: _Table, periods: Collection[str], unit_ids: Collection[int] | None
) -> tuple[ColumnElement[bool], ...]:
    in_periods = table.period.in_(periods)
    return (in_periods,) if unit_ids is None else (in_periods, table.unit_id.in_(unit_ids))


def _key(row: Row[*tuple[Any, ...]]) -> Key:
    return row.unit_id, row.set_code, row.period
