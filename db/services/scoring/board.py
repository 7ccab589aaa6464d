"""The communes' sheets of a year, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import ScoreSheet
from db.rules.findings import Refused, Unknown
from db.rules.periods import Span
from db.rules.scoring.chain import PAST, State
from db.rules.scoring.due_steps import DueStep, due_steps
from db.rules.scoring.gaps import next_better
from db.rules.scoring.marks import APPRAISED
from db.rules.scoring.ranking import ranks
from db.rules.scoring.rule_sets import CriterionGroup, RuleSet
from db.rules.units import Level
from db.services import units
from db.services.scoring import rule_sets
from db.services.scoring.streaks import streaks
from db.services.scoring.year_before import Before, YearBefore
from db.services.units import UnitInfo


@dataclass(frozen=True)
class BoardRow:
    """A commune's result of a year, its classes by title; empty until a mark is given.

    `rank` is that of the appraised points, once the appraisal was closed. `streak` counts the years in a row, up to
    this one, in the class or a better one. `missing` are the points to the least of the `next_class`, which may want
    more than points. `due` is still to be done. `begun` is a sheet of which anything was kept.
    """

    unit: UnitInfo
    self_points: Decimal | None = None
    self_class: str = ""
    appraised_points: Decimal | None = None
    appraised_class: str = ""
    before: Before | None = None
    state: State = State.OPEN
    begun: bool = False
    registered_class: str = ""
    recognised_class: str = ""
    next_class: str = ""
    missing: Decimal | None = None
    due: tuple[DueStep, ...] = ()
    rank: int | None = None
    streak: int = 0
    rule_set_id: int | None = None

    @property
    def difference(self) -> Decimal | None:
        """Return appraised minus self points; nothing until both are there."""
        if self.self_points is None or self.appraised_points is None:
            return None
        return self.appraised_points - self.self_points

    @property
    def class_title(self) -> str:
        """Return the class that was recognised, else the appraised one."""
        return self.recognised_class or self.appraised_class

    @property
    def is_late(self) -> bool:
        """Return whether the last day of something that is still to be done is over."""
        return any(due.is_late for due in self.due)


@dataclass(frozen=True)
class Board:
    """The communes of a year by code, and the groups and classes of the rule sets that they are scored under."""

    year: int
    rows: tuple[BoardRow, ...]
    groups: tuple[CriterionGroup, ...] = ()
    classes: tuple[str, ...] = ()


def board(
    session: Session,
    *,
    unit_id: int,
    span: Span,
    today: date | None = None,
    before: Span | None = None,
    borders: date | None = None,
) -> Board:
    """Return every commune of which an office keeps records with its result of the span's year, by code.

    With `today` each tells what is still to be done. With the days of the year `before`, each has its points of that
    year too, as reported or in `borders` of a day: points do not add up, so that a commune that several became has
    none, and they are named. The number of statements does not grow with that of the communes.
    """
    communes = [unit for unit in units.kept_by(session, unit_id, span) if unit.level == Level.COMMUNE]
    return _Reading(session, communes, span.year, today).board(
        YearBefore(session, unit_id, before, borders) if before else None
    )


@dataclass(frozen=True)
class _Stored:
    unit_id: int
    rule_set_id: int
    state: State
    self_points: Decimal | None
    self_class: str | None
    appraised_points: Decimal | None
    appraised_class: str | None
    registered_class: str | None
    recognised_class: str | None


_COLUMNS = tuple(getattr(ScoreSheet, item.name) for item in fields(_Stored))


class _Reading:
    """What all rows of a board are made from, read once."""

    def __init__(self, session: Session, communes: Sequence[UnitInfo], year: int, today: date | None) -> None:
        self._communes, self._year, self._today = communes, year, today
        self._sheets = _sheets_of(session, year, [unit.id for unit in communes])
        used = dict.fromkeys(sheet.rule_set_id for sheet in self._sheets.values())
        self._known = {number: rule_sets.by_id(session, number) for number in used}
        self._of_year = _rule_set_of(session, year)
        self._streaks = streaks(session, communes, year)
        closed = (sheet for sheet in self._sheets.values() if sheet.state in PAST[APPRAISED])
        self._ranks = ranks({sheet.unit_id: sheet.appraised_points for sheet in closed})

    def board(self, before: YearBefore | None) -> Board:
        rows = (self._row(unit, before.of(unit) if before else None) for unit in self._communes)
        sets = [item for item in (self._of_year, *self._known.values()) if item is not None]
        groups = {group.code: group for rule_set in reversed(sets) for group in rule_set.groups}
        order = dict.fromkeys(group.code for rule_set in sets for group in rule_set.groups)
        classes = dict.fromkeys(item.title for rule_set in sets for item in rule_set.classes)
        return Board(self._year, tuple(rows), tuple(groups[code] for code in order), tuple(classes))

    def _row(self, unit: UnitInfo, before: Before | None) -> BoardRow:
        sheet = self._sheets.get(unit.id)
        if sheet is None:
            due = self._due(unit, State.OPEN, False, self._of_year)
            return BoardRow(unit, before=before, due=due, streak=self._streaks[unit.id])
        rule_set = self._known[sheet.rule_set_id]
        title = rule_set.class_title
        next_class, missing = _to_next(rule_set, sheet)
        return BoardRow(
            unit,
            sheet.self_points,
            title(sheet.self_class),
            sheet.appraised_points,
            title(sheet.appraised_class),
            before,
            state=State(sheet.state),
            begun=True,
            registered_class=title(sheet.registered_class),
            recognised_class=title(sheet.recognised_class),
            next_class=next_class,
            missing=missing,
            due=self._due(unit, State(sheet.state), bool(sheet.registered_class), rule_set),
            rank=self._ranks.get(unit.id),
            streak=self._streaks[unit.id],
            rule_set_id=sheet.rule_set_id,
        )

    def _due(
        self, unit: UnitInfo, state: State, is_registered: bool, rule_set: RuleSet | None
    ) -> tuple[DueStep, ...]:
        """Return what is still to be done for a commune; nothing on days on which it was not there."""
        if rule_set is None or self._today is None:
            return ()
        found = due_steps(rule_set, self._year, state=state, is_registered=is_registered, today=self._today)
        return tuple(due for due in found if units.lived_on(unit, due.on))


def _to_next(rule_set: RuleSet, sheet: _Stored) -> tuple[str, Decimal | None]:
    """Return the class above the one a sheet has, as far as it was scored, and the points that are missing for it."""
    is_appraised = sheet.appraised_class is not None
    code = sheet.appraised_class if is_appraised else sheet.self_class
    points = sheet.appraised_points if is_appraised else sheet.self_points
    wanted = next_better(rule_set, code)
    if code is None or points is None or wanted is None:
        return "", None
    return wanted.title, max((wanted.least or Decimal(0)) - points, Decimal(0))


def _rule_set_of(session: Session, year: int) -> RuleSet | None:
    try:
        return rule_sets.parsed(rule_sets.of_year(session, year))
    except (Unknown, Refused):  # No set is in force that knows communes: nothing is to be scored.
        return None


def _sheets_of(session: Session, year: int, unit_ids: list[int]) -> Mapping[int, _Stored]:
    statement = select(*_COLUMNS).where(ScoreSheet.year == year, ScoreSheet.unit_id.in_(unit_ids))
    return {row[0]: _Stored(*row) for row in session.execute(statement)}
