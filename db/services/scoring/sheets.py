"""Score sheets of communes: one for each commune and year, the answers given, totals and classes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.attributes import flag_modified

from db.records import ScoreMark, ScoreSheet, ScoreStep
from db.rules.findings import Finding, Refused, Unknown
from db.rules.levels import Chain, chain_on
from db.rules.scoring.chain import FILLED_IN, State, Step, closed_finding
from db.rules.scoring.marks import APPRAISED, COLUMNS, SELF, Mark, check_mark, points_in
from db.rules.scoring.results import Given, Result, added_up
from db.rules.scoring.rule_sets import RuleSet
from db.services import content, units
from db.services.borders import unit_days
from db.services.scoring import rule_sets
from db.services.units import UnitInfo


@dataclass(frozen=True)
class StepInfo:
    """A step that a sheet took: which, on which day, by whom it was entered and when."""

    step: Step
    on: date
    class_code: str
    number: str
    reason: str
    who: str
    at: datetime


@dataclass(frozen=True)
class Sheet:
    """A commune's sheet of a year: its rule set for ever, the answers given, where the chain stands.

    `chain` tells which level takes each step, as the rule set has it at the end of the commune's year. `points` are
    those of the answers, by column and criterion, as they are stored.
    """

    unit: UnitInfo
    year: int
    rule_set: RuleSet
    title: str
    citation: str
    marks: Mapping[str, Mark]
    self_on: date | None = None
    appraised_on: date | None = None
    chain: Chain = ()
    state: State = State.OPEN
    registered_class: str = ""
    recognised_class: str = ""
    recognised_on: date | None = None
    decision_number: str = ""
    steps: tuple[StepInfo, ...] = ()
    rule_set_version: str = ""
    points: Mapping[str, Mapping[str, Decimal | None]] = field(default_factory=dict)

    def mark(self, code: str) -> Mark:
        """Return what is given for a criterion, a blank mark where nothing is."""
        return self.marks.get(code, Mark(code))

    def column(self, column: str) -> Mapping[str, Given]:
        """Return what one column, `self` or `appraised`, has for each criterion that was answered."""
        points = self.points.get(column, {})
        given = {code: mark.answer(column) for code, mark in self.marks.items()}
        return {code: Given(answer, points.get(code)) for code, answer in given.items() if answer}

    def result(self, column: str) -> Result:
        """Add up one column."""
        return added_up(self.rule_set, self.column(column))


def sheet(session: Session, *, unit_id: int, year: int) -> Sheet:
    """Return a commune's sheet; one without marks stands under the rule set in force at the end of the year."""
    stored = stored_sheet(session, unit_id, year)
    held = content.by_id(session, stored.rule_set_id) if stored else rule_sets.of_year(session, year)
    return _sheet(units.by_id(session, unit_id), year, stored, held)


def of_year(session: Session, communes: Iterable[UnitInfo], year: int) -> tuple[Sheet, ...]:
    """Return the sheets of some communes, in their order, as `sheet` does; their rows are read at once."""
    listed = tuple(communes)
    statement = select(ScoreSheet).where(
        ScoreSheet.year == year, ScoreSheet.unit_id.in_([unit.id for unit in listed])
    )
    parts = selectinload(ScoreSheet.marks), selectinload(ScoreSheet.steps)
    stored = {row.unit_id: row for row in session.scalars(statement.options(*parts))}
    numbers = [stored[unit.id].rule_set_id if unit.id in stored else None for unit in listed]
    known = {
        number: _set_of_year(session, year, stored.values())
        if number is None
        else content.by_id(session, number)
        for number in set(numbers)
    }
    return tuple(
        _sheet(unit, year, stored.get(unit.id), known[number])
        for unit, number in zip(listed, numbers, strict=True)
    )


def _set_of_year(session: Session, year: int, stored: Iterable[ScoreSheet]) -> content.Content:
    """Return the set in force at the end of a year; where none is any more, the one of most sheets."""
    try:
        return rule_sets.of_year(session, year)
    except (Unknown, Refused):
        used = [row.rule_set_id for row in stored]
        if not used:
            raise
        return content.by_id(session, max(used, key=used.count))


def _sheet(unit: UnitInfo, year: int, stored: ScoreSheet | None, held: content.Content) -> Sheet:
    rule_set = rule_sets.parsed(held)
    chain = chain_on(rule_set.levels, min(date(year, 12, 31), unit.valid_to or date.max))
    blank = Sheet(
        unit, year, rule_set, held.title, held.citation, {}, chain=chain, rule_set_version=held.version
    )
    return blank if stored is None else _filled(blank, stored)


def give_mark(session: Session, *, unit_id: int, year: int, mark: Mark, today: date) -> None:
    """Set the answers to a criterion, the reason and the note; see `give_marks`."""
    give_marks(session, unit_id=unit_id, year=year, marks=[mark], today=today)


def give_marks(session: Session, *, unit_id: int, year: int, marks: Iterable[Mark], today: date) -> None:
    """Set the answers to some criteria, all or none, and compute totals and classes anew.

    Raises Refused with every finding, also where the chain stands so that a column is closed. The first answer of a
    column sets the day from which the column counts in returns.
    """
    given = tuple(marks)
    now = sheet(session, unit_id=unit_id, year=year)
    findings = [finding for mark in given for finding in check_mark(now.rule_set, mark)]
    if now.state not in FILLED_IN[APPRAISED]:
        # After a return the commune answers anew; why it still differs is asked of the appraisers, when they appraise.
        findings = [finding for finding in findings if finding.code != "reason_missing"]
    findings += [finding for mark in given for finding in _closed(now, mark)]
    if findings:
        raise Refused(findings)
    unit_days.refuse_other_years(session, unit_id, year, year)
    stored = stored_sheet(session, unit_id, year) or new_sheet(session, unit_id, year)
    for mark in given:
        _store_mark(stored, now.rule_set, mark)
    if given:
        # Also where no sum changes the sheet is part of the step: after a later one it cannot be taken back alone.
        # A column that stays as it is: of one that changes, the log would lose what was there before.
        flag_modified(stored, "year")
    recompute(stored, now.rule_set, today)
    session.flush()


def stored_sheet(session: Session, unit_id: int, year: int) -> ScoreSheet | None:
    """Return the row of a commune's sheet, none where nothing was kept of it."""
    statement = select(ScoreSheet).where(ScoreSheet.unit_id == unit_id, ScoreSheet.year == year)
    return session.scalars(statement).first()


def new_sheet(session: Session, unit_id: int, year: int) -> ScoreSheet:
    """Begin a commune's sheet under the rule set of the year."""
    held = rule_sets.of_year(session, year)
    stored = ScoreSheet(unit_id=unit_id, year=year, rule_set_id=held.id, state=State.OPEN)
    session.add(stored)
    session.flush()
    return stored


def recompute(stored: ScoreSheet, rule_set: RuleSet, today: date) -> None:
    """Add both columns of a sheet up anew and find their classes."""
    own, appraised = (added_up(rule_set, _column(stored, column)) for column in COLUMNS)
    stored.self_on = _day(stored.self_on, stored.self_points, own.points, today)
    stored.appraised_on = _day(stored.appraised_on, stored.appraised_points, appraised.points, today)
    stored.self_points, stored.self_class = own.points, own.class_code
    stored.appraised_points, stored.appraised_class = appraised.points, appraised.class_code


def _filled(blank: Sheet, stored: ScoreSheet) -> Sheet:
    return replace(
        blank,
        marks={mark.criterion: _mark(mark) for mark in stored.marks},
        self_on=stored.self_on,
        appraised_on=stored.appraised_on,
        state=State(stored.state),
        registered_class=stored.registered_class or "",
        recognised_class=stored.recognised_class or "",
        recognised_on=stored.recognised_on,
        decision_number=stored.decision_number or "",
        steps=tuple(map(_step_info, stored.steps)),
        points={
            SELF: {mark.criterion: mark.self_points for mark in stored.marks},
            APPRAISED: {mark.criterion: mark.appraised_points for mark in stored.marks},
        },
    )


def _step_info(row: ScoreStep) -> StepInfo:
    return StepInfo(
        Step(row.step),
        row.on,
        row.class_code or "",
        row.number or "",
        row.reason,
        row.created_by,
        row.created_at,
    )


def _mark(stored: ScoreMark) -> Mark:
    return Mark(
        stored.criterion, stored.self_answer, stored.appraised_answer, stored.reason or "", stored.note
    )


def _closed(now: Sheet, mark: Mark) -> list[Finding]:
    before = now.mark(mark.criterion)
    own = (mark.self_answer, mark.note) != (before.self_answer, before.note)
    appraised = (mark.appraised_answer, mark.reason) != (before.appraised_answer, before.reason)
    changed = [column for column, is_changed in ((SELF, own), (APPRAISED, appraised)) if is_changed]
    return [finding for column in changed if (finding := closed_finding(now.state, column)) is not None]


def _store_mark(stored: ScoreSheet, rule_set: RuleSet, mark: Mark) -> None:
    held = {item.criterion: item for item in stored.marks}
    row = held.get(mark.criterion)
    if row is None:
        row = ScoreMark(criterion=mark.criterion)
        stored.marks.append(row)
    row.self_answer, row.appraised_answer = mark.self_answer, mark.appraised_answer
    row.self_points, row.appraised_points = (points_in(rule_set, mark, column) for column in COLUMNS)
    row.reason, row.note = mark.reason or None, mark.note


def _column(stored: ScoreSheet, column: str) -> dict[str, Given]:
    if column == SELF:
        return {
            row.criterion: Given(row.self_answer, row.self_points) for row in stored.marks if row.self_answer
        }
    return {
        row.criterion: Given(row.appraised_answer, row.appraised_points)
        for row in stored.marks
        if row.appraised_answer
    }


def _day(held: date | None, before: Decimal | None, points: Decimal | None, today: date) -> date | None:
    """Return the day a column counts from: set by its first mark, gone with its last; one set ahead of marks stays."""
    if points is not None:
        return held or today
    return held if before is None else None
