"""The due board: the returns of a year of the office and of the units below it, and which of earlier years are open."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.levels import level_finding
from db.rules.periods import CutOff, Span
from db.rules.returns.due import Due, due_in_year, is_open
from db.rules.returns.schedule_soundness import gone_levels
from db.rules.returns.schedules import Schedule
from db.rules.returns.working_days import DaysOff
from db.services import offices, units
from db.services.returns import due_states, schedules
from db.services.returns.due_states import Standing
from db.services.returns.schedules import SetTitle
from db.services.units import UnitInfo

# A return that is due within so many days wants attention.
SOON_DAYS = 7


@dataclass(frozen=True)
class DueReturn:
    """One return of one unit: when it is due, where it stands, and how many days are left on the day of the board.

    Days are negative when it is late; of one that is closed they are counted to the day on which it was.
    `is_carried` where it is of a year before the board's and still open.
    """

    unit: UnitInfo
    is_own: bool
    due: Due
    set_title: str
    standing: Standing
    days_left: int
    is_carried: bool

    @property
    def is_open(self) -> bool:
        """Tell whether it still has to be sent."""
        return is_open(self.standing.state, own=self.is_own)

    @property
    def is_late(self) -> bool:
        """Tell whether it is open after its due day."""
        return self.is_open and self.days_left < 0

    @property
    def is_urgent(self) -> bool:
        """Tell whether it is open and late or due within `SOON_DAYS`."""
        return self.is_open and self.days_left <= SOON_DAYS


@dataclass(frozen=True)
class DueBoard:
    """The board of a year on a day: returns by due day, the office's own first on each, and what to know of it."""

    year: int
    on: date
    returns: tuple[DueReturn, ...] = ()
    notes: tuple[Finding, ...] = ()

    @cached_property
    def own(self) -> tuple[DueReturn, ...]:
        """Return the office's own returns."""
        return tuple(item for item in self.returns if item.is_own)

    @cached_property
    def below(self) -> tuple[DueReturn, ...]:
        """Return those of the units below."""
        return tuple(item for item in self.returns if not item.is_own)


def board(
    session: Session, *, year: int, on: date, own_only: bool = False, under: Schedule | None = None
) -> DueBoard:
    """Read the board of a reporting year in a number of statements that does not grow with the units.

    It is that of the office's schedule, or `under` another one.
    """
    office = offices.current(session)
    ground = _ground(session, year, office.cut_off, under)
    dues = {each: ground.dues(each) for each in ground.years}
    own, below = _units(session, office.unit, ground)
    labels = {due.period.label for found in dues.values() for due in found}
    own_ids = {unit.id for unit in own}
    stand = due_states.standings(session, labels, own_ids if own_only else None)
    found: list[DueReturn] = []
    for each, listed in dues.items():
        for due in listed:
            for unit in own if own_only else (*own, *below):
                title = ground.title(due, unit)
                if title is not None:
                    is_own = unit.id in own_ids
                    standing = stand.of((unit.id, *due.key), own=is_own)
                    found.append(_return(unit, is_own, due, title, standing, on, each < year))
    shown = (item for item in found if item.is_open or not item.is_carried)
    ordered = sorted(shown, key=lambda item: (item.due.due, item.due.cut_off, not item.is_own))
    notes = {(note.code, note.value): note for note in _notes(ground, office.unit, dues[year])}
    return DueBoard(year, on, tuple(ordered), tuple(notes.values()))


def urgent_count(session: Session, on: date) -> int:
    """Count the office's own returns that are late or due within `SOON_DAYS`."""
    year = offices.cut_off(session).year_of(on)
    return sum(item.is_urgent for item in board(session, year=year, on=on, own_only=True).own)


@dataclass(frozen=True)
class _Ground:
    """What a board rests on, read once."""

    schedules: tuple[Schedule, ...]
    beside: Schedule
    days_off: DaysOff
    sets: Mapping[str, Sequence[SetTitle]]
    cut_off: CutOff
    years: range
    is_usual: bool

    def dues(self, year: int) -> tuple[Due, ...]:
        found = (
            due
            for schedule in (*self.schedules, self.beside)
            for due in due_in_year(schedule, year, self.cut_off, self.days_off)
        )
        return tuple(found)

    def title(self, due: Due, unit: UnitInfo) -> str | None:
        """Return what a unit's return is called; nothing where the unit has none to send."""
        if not (due.binds(unit.level) and units.lived_on(unit, due.cut_off)):
            return None
        if due.set_code == due.code:
            return due.title
        held = self.held(due)
        if held is None or self.level_finding(due, held, unit) is not None:
            return None
        return due.title or held.title

    def held(self, due: Due) -> SetTitle | None:
        """Return the set of a return as it holds on the last day of its period."""
        known = (item for item in self.sets.get(due.set_code, ()) if item.holds(due.cut_off))
        return next(known, None)

    def level_finding(self, due: Due, held: SetTitle, unit: UnitInfo) -> Finding | None:
        return level_finding(held.levels, unit.level, due.cut_off, "set", held.title)


def _ground(session: Session, year: int, cut_off: CutOff, under: Schedule | None) -> _Ground:
    own = (under,) if under else schedules.own(session)
    bound = own or schedules.in_use(session)
    sets: dict[str, list[SetTitle]] = {}
    for item in schedules.set_titles(session):
        sets.setdefault(item.code, []).insert(0, item)
    # What an own schedule asks for stays until it is closed; before the first of them nothing was asked for.
    first = cut_off.year_of(own[0].valid_from) if own and not under else year - 1
    return _Ground(
        bound,
        schedules.beside(session),
        schedules.days_off(session),
        sets,
        cut_off,
        range(min(first, year - 1), year + 1),
        is_usual=not own,
    )


def _units(session: Session, unit: UnitInfo, ground: _Ground) -> tuple[list[UnitInfo], list[UnitInfo]]:
    """Return the office's unit with what it was before under its code, and the units one level below, at any time."""
    first = min(ground.years)
    span = Span(ground.cut_off.opening(first, 1), ground.cut_off.closing(max(ground.years), 12), first)
    kept = units.kept_by(session, unit.id, span)
    own = [item for item in kept if (item.code, item.level) == (unit.code, unit.level)]
    return own, [item for item in kept if item.parent == unit.code and item.level > unit.level]


def _return(
    unit: UnitInfo, own: bool, due: Due, title: str, standing: Standing, on: date, is_earlier: bool
) -> DueReturn:
    still = is_open(standing.state, own=own) or standing.on is None
    days = (due.due - (on if still or standing.on is None else standing.on)).days
    return DueReturn(unit, own, due, title, standing, days, is_earlier)


def _notes(ground: _Ground, unit: UnitInfo, dues: Collection[Due]) -> Iterator[Finding]:
    year = max(ground.years)
    last = ground.cut_off.closing(year, 12)
    if ground.is_usual:
        yield Finding("schedule_usual", "schedule", ground.schedules[0].title)
    elif not any(item.holds(last) for item in ground.schedules):
        yield _ended(ground.schedules, last)
    for schedule in ground.schedules:
        if schedule.holds(last):
            yield from _unbound(schedule, unit, last)
    for due in dues:
        yield from _unknown_set(due, ground, unit)
    if ground.days_off.to_enter and not ground.days_off.is_entered(year):
        yield Finding(
            "days_off_missing", "days_off", ", ".join(ground.days_off.to_enter), {"year": str(year)}
        )


def _ended(held: Sequence[Schedule], last: date) -> Finding:
    newest = held[-1]
    if newest.valid_to is not None and newest.valid_to < last:
        return Finding("schedule_ended", "schedule", newest.title, {"last": day_text(newest.valid_to)})
    return Finding("schedule_not_yet", "schedule", newest.title, {"first": day_text(newest.valid_from)})


def _unbound(schedule: Schedule, unit: UnitInfo, last: date) -> Iterator[Finding]:
    """Find what a schedule asks of levels that are gone when the year closes, first of all the office's own."""
    finding = level_finding(schedule.levels, unit.level, last, "schedule", schedule.title)
    if finding is not None:
        yield finding
    for line in schedule.lines:
        gone = gone_levels(schedule, line.levels, last)
        if gone and len(gone) == len(line.levels):
            facts = {"level": ", ".join(str(int(level)) for level in gone), "day": day_text(last)}
            yield Finding("schedule_level_gone", "schedule", schedule.title, facts)


def _unknown_set(due: Due, ground: _Ground, unit: UnitInfo) -> Iterator[Finding]:
    if due.set_code == due.code:
        return
    held = ground.held(due)
    if held is None:
        yield Finding("schedule_set_unknown", "set", due.set_code, {"day": day_text(due.cut_off)})
    elif due.binds(unit.level) and (finding := ground.level_finding(due, held, unit)):
        yield finding
