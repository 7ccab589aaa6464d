"""Which unit took over which: take in a list of a day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Succession, UnitList
from db.rules import successions
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text, number_text
from db.rules.succession_lists import NamedUnit, SuccessionLine, check_successions, settle
from db.rules.successions import PART, WHOLE
from db.services import offices, units
from db.services.borders import dated_records
from db.services.entering import many_rows
from db.services.units import UnitInfo

# The finding that tells of records left behind at units that ended.
RECORDS_OUTLIVE = "succession_records_outlive"
_Row = successions.Succession


@dataclass(frozen=True)
class LoadedSuccessions:
    """What reading a list did.

    `rows` in it, `stored` that are new, units that are `unsettled`, rows `left_out` because they name no unit of the
    book, what is in doubt or left behind at units that ended, and the unit that the office became.
    """

    rows: int
    stored: int
    unsettled: int
    left_out: int
    doubts: tuple[Finding, ...]
    office: UnitInfo | None


def load(session: Session, lines: Sequence[SuccessionLine], *, on: date, file_name: str) -> LoadedSuccessions:
    """Take in a list of successions of a day; raises Refused with every finding, and nothing is stored.

    The lists of units of both days must have been read. A second list adds to the first and settles what that left
    open; the same list again changes nothing. The office goes on as the unit into which its own went whole.
    """
    _refuse_without_lists(session, on, file_name)
    before, after = named_on(session, on - timedelta(days=1)), named_on(session, on)
    settled = settle(lines, on, before, after)
    held = {row_of(kept): kept for kept in session.scalars(select(Succession).where(Succession.on == on))}
    known = {unit.id: unit for unit in (*before, *after)}
    findings = (*settled.findings, *check_successions(settled.rows, held, known))
    if not settled.rows and not findings:
        findings = (Finding("successions_none_known", "", str(len(lines))),)
    if findings:
        raise Refused(findings, file_name)
    listed = [row for _, row in settled.rows]
    stored = _store(session, listed, held)
    unsettled = len({row.new for row in listed if row.old is None})
    doubts = (*settled.doubts, *_left_behind(session))
    return LoadedSuccessions(len(lines), stored, unsettled, settled.left_out, doubts, offices.go_on(session))


def _left_behind(session: Session) -> Iterator[Finding]:
    """Tell of records that were typed in for a unit before anybody knew that it had ended: no later day has it."""
    count = dated_records.outlived(session)
    if count:
        yield Finding(RECORDS_OUTLIVE, "", number_text(count))


def list_days(session: Session) -> tuple[date, ...]:
    """Return the days on which units may have taken over others: those of every list of units but the first."""
    return tuple(session.scalars(select(UnitList.on).distinct().order_by(UnitList.on)))[1:]


def named_on(session: Session, on: date) -> tuple[NamedUnit, ...]:
    """Return the units of a day as a list may name them."""
    known = units.known_on(session, on)
    parents = {unit.code: unit.parent for unit in known}
    return tuple(
        NamedUnit(
            unit.id, unit.code, unit.name, _province(unit.code, parents), unit.valid_from, unit.valid_to
        )
        for unit in known
    )


def row_of(kept: Succession) -> _Row:
    """Return a succession that the book keeps as the rules know it."""
    return _Row(kept.on, kept.old_id, kept.new_id, kept.extent == WHOLE, kept.written)


def of_day(session: Session, on: date) -> dict[int, _Row]:
    """Return the successions of a day by number, read as columns: there are thousands."""
    columns = (Succession.id, Succession.old_id, Succession.new_id, Succession.extent, Succession.written)
    rows = session.execute(select(*columns).where(Succession.on == on))
    return {
        number: _Row(on, old, new, extent == WHOLE, written) for number, old, new, extent, written in rows
    }


def columns_of(row: _Row) -> dict[str, object]:
    """Return the columns of a succession as the book keeps it."""
    extent = WHOLE if row.whole else PART
    return {"on": row.on, "old_id": row.old, "new_id": row.new, "extent": extent, "written": row.written}


def _refuse_without_lists(session: Session, on: date, file_name: str) -> None:
    days = session.scalars(select(UnitList.on).order_by(UnitList.on)).all()
    if on not in days[1:]:
        facts = {"known": ", ".join(day_text(day) for day in days)}
        raise Refused([Finding("successions_no_list", "", day_text(on), facts)], file_name)


def _province(code: str, parents: Mapping[str, str | None]) -> str:
    while parent := parents.get(code):
        code = parent
    return code


def _store(session: Session, listed: Sequence[_Row], held: Mapping[_Row, Succession]) -> int:
    said, kept = _sources(listed), _sources(held)
    fresh = [row for row in listed if row not in held and not _is_settled_since(row, said, kept)]
    for row, record in held.items():
        if row not in said[row.new] and _is_outdone(row, said[row.new], kept[row.new]):
            session.delete(record)
    session.flush()
    if fresh:
        many_rows.add(session, Succession, list(map(columns_of, fresh)))
    return len(fresh)


def _is_outdone(row: _Row, said: set[_Row], kept: set[_Row]) -> bool:
    """Tell whether what was open is settled by a list that names a source more, or told of in its words."""
    if row.old is not None:
        return False
    fresh = said - kept
    return any(other.old is not None for other in fresh) or (not row.written and bool(fresh))


def _is_settled_since(row: _Row, said: Mapping[int, set[_Row]], kept: Mapping[int, set[_Row]]) -> bool:
    """Tell whether an open row of a list was settled since, by a source that the list does not name."""
    return row.old is None and any(other.old is not None for other in kept[row.new] - said[row.new])


def _sources(rows: Iterable[_Row]) -> dict[int, set[_Row]]:
    sources: dict[int, set[_Row]] = defaultdict(set)
    for row in rows:
        sources[row.new].add(row)
    return sources
