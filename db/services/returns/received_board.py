"""What came in for a period: a matrix of the units below by sets of forms, and what could not be placed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from db.rules.periods import CutOff, Period, Span
from db.rules.returns.due import Due, DueState, due_in_year
from db.services import offices, units
from db.services.returns import due_states, received_files, return_sets, schedules
from db.services.returns.due_states import Standing
from db.services.returns.received_files import FileState, ReceivedFile
from db.services.units import UnitInfo


class BoardState(StrEnum):
    """Where a unit's return of a set stands.

    One came, in a file or as an officer says; this office approved it itself; nobody has to send it; one came but was
    refused; none came; none is wanted.
    """

    RECEIVED = "received"
    AT_HAND = "at_hand"
    EXCUSED = "excused"
    REFUSED = "refused"
    MISSING = "missing"
    NONE = "none"


_STATES = {
    DueState.RECEIVED: BoardState.RECEIVED,
    DueState.APPROVED: BoardState.AT_HAND,
    DueState.EXPORTED: BoardState.AT_HAND,
    DueState.SENT: BoardState.AT_HAND,
    DueState.ACKNOWLEDGED: BoardState.AT_HAND,
    DueState.EXCUSED: BoardState.EXCUSED,
    DueState.REFUSED: BoardState.REFUSED,
}
_HERE = (BoardState.RECEIVED, BoardState.AT_HAND)
_NEVER_LATE = (BoardState.EXCUSED, BoardState.NONE)
_NOT_BEGUN = Standing()


@dataclass(frozen=True)
class BoardCell:
    """A unit and a set: every file that came, in their order, the day on which it is due where one is known.

    `standing` is where it stands on the due board.
    """

    files: tuple[ReceivedFile, ...] = ()
    due: date | None = None
    is_wanted: bool = True
    standing: Standing = _NOT_BEGUN

    @property
    def file(self) -> ReceivedFile | None:
        """Return the file that counts."""
        return next((file for file in self.files if file.state is FileState.RECEIVED), None)

    @property
    def state(self) -> BoardState:
        """Return where it stands."""
        nothing = BoardState.MISSING if self.is_wanted else BoardState.NONE
        return _STATES.get(self.standing.state, nothing)

    @property
    def superseded(self) -> int:
        """Return how many files gave way to the one that counts."""
        return sum(file.state is FileState.SUPERSEDED for file in self.files)

    @property
    def is_refused_since(self) -> bool:
        """Tell whether a file that came after the one that counts was refused."""
        counts = self.file
        return counts is not None and any(
            file.state is FileState.REFUSED and file.id > counts.id for file in self.files
        )

    def is_late(self, today: date) -> bool:
        """Tell whether it came after its due day, or did not come by now though that is over."""
        if self.due is None or self.state in _NEVER_LATE:
            return False
        return (self._came_on() or today) > self.due

    def _came_on(self) -> date | None:
        """Return the day on which it came first, or since which it is said to be here."""
        if self.state not in _HERE:
            return None
        came = (file.at.date() for file in self.files if file.state is not FileState.REFUSED)
        return next(came, self.standing.on)


@dataclass(frozen=True)
class BoardRow:
    """A unit with a cell for each set, by the set's code."""

    unit: UnitInfo
    cells: Mapping[str, BoardCell]


@dataclass(frozen=True)
class Board:
    """The matrix of a period: sets by code with their titles, rows, and the refused files that name no unit."""

    sets: Mapping[str, str]
    rows: tuple[BoardRow, ...] = ()
    unplaced: tuple[ReceivedFile, ...] = ()

    def count(self, state: BoardState) -> int:
        """Count the cells of a state."""
        return sum(cell.state is state for row in self.rows for cell in row.cells.values())


def board(session: Session, period: Period) -> Board:
    """Read the matrix of a period in a number of statements that does not grow with the units."""
    office = offices.current(session)
    span = period.span(office.cut_off)
    found = return_sets.sets(session, span.last)
    dues = _dues(session, period, office.cut_off, span)
    stand = due_states.standings(session, [period.label])
    files: dict[tuple[int | None, str], list[ReceivedFile]] = defaultdict(list)
    for file in received_files.of_label(session, period.label):
        files[file.unit_id, file.set_code if file.unit_id else ""].append(file)
    rows = []
    for unit in _listed(session, office.unit, span, {unit_id for unit_id, _ in files if unit_id}):
        cells = {}
        for form in found:
            due = next((due for due in dues.get(form.code, ()) if due.binds(unit.level)), None)
            is_wanted = return_sets.level_finding(form, unit, span) is None
            came = tuple(files.get((unit.id, form.code), ()))
            standing = stand.of((unit.id, form.code, period.label), own=False)
            cells[form.code] = BoardCell(came, due.due if due else None, is_wanted, standing)
        rows.append(BoardRow(unit, cells))
    return Board({form.code: form.title for form in found}, tuple(rows), tuple(files.get((None, ""), ())))


def _listed(session: Session, own: UnitInfo, span: Span, sent: set[int]) -> Iterator[UnitInfo]:
    """Yield the units right below on the last day of a period, and any other from which something came."""
    for unit in units.below(session, own.id, span):
        is_next = unit.parent == own.code and units.lived_on(unit, span.last)
        if unit.id != own.id and (is_next or unit.id in sent):
            yield unit


def _dues(session: Session, period: Period, cut_off: CutOff, span: Span) -> Mapping[str, list[Due]]:
    found: dict[str, list[Due]] = defaultdict(list)
    days_off = schedules.days_off(session)
    for schedule in (*schedules.in_use(session), schedules.beside(session)):
        for due in due_in_year(schedule, span.year, cut_off, days_off):
            if due.period.label == period.label:
                found[due.set_code].append(due)
    return found
