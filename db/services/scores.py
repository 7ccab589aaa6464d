"""Commune scoring: the communes' sheets of a year, side by side and one by one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import ScoreMark, ScoreSheet
from db.rules.findings import Refused, Unknown
from db.rules.levels import Chain, chain_on, level_finding, read_levels
from db.rules.periods import Span
from db.rules.scoring import Mark, RuleSet, check_mark, parse_rule_set, result
from db.rules.successions import Gap, GapKind
from db.rules.units import Level
from db.services import content, units
from db.services.borders import unit_days
from db.services.measuring import looking, measures
from db.services.units import UnitInfo

_APPRAISED = "scores.appraised_points"


@dataclass(frozen=True)
class BoardRow:
    """A commune's result of a year; empty until a mark is given."""

    unit: UnitInfo
    self_points: Decimal | None = None
    self_class: str = ""
    appraised_points: Decimal | None = None
    appraised_class: str = ""
    before: "Before | None" = None

    @property
    def difference(self) -> Decimal | None:
        """Return appraised minus self points; nothing until both are there."""
        if self.self_points is None or self.appraised_points is None:
            return None
        return self.appraised_points - self.self_points


@dataclass(frozen=True)
class Before:
    """What a commune was appraised at a year before; a `gap` tells why it is not comparable.

    `parts` names the communes of that year that lie in it, each with its points.
    """

    points: Decimal | None = None
    gap: Gap | None = None
    parts: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A commune's sheet of a year: its rule set for ever, the marks given, and the days that count for returns.

    `chain` tells which level takes each step, as the rule set has it at the end of the commune's year.
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


def board(
    session: Session, *, unit_id: int, span: Span, before: Span | None = None, borders: date | None = None
) -> tuple[BoardRow, ...]:
    """Return every commune of which an office keeps records with its result of the span's year, by code.

    With the days of the year `before`, each with its points of that year too, as reported or in `borders` of a day:
    points do not add up, so that a commune that several became has none, and they are named.
    """
    communes = [unit for unit in units.kept_by(session, unit_id, span) if unit.level == Level.COMMUNE]
    sheets = {
        sheet.unit_id: sheet for sheet in _sheets_of(session, span.year, [unit.id for unit in communes])
    }
    used = {sheet.rule_set_id for sheet in sheets.values()}
    rule_sets = {number: _rule_set(session, number) for number in used}
    rows = [_board_row(unit, sheets.get(unit.id), rule_sets) for unit in communes]
    if before is None:
        return tuple(rows)
    earlier = _Earlier(session, unit_id, before, borders)
    return tuple(replace(row, before=earlier.of(row.unit)) for row in rows)


class _Earlier:
    """The points of a year before, of the communes of another."""

    def __init__(self, session: Session, unit_id: int, span: Span, borders: date | None) -> None:
        self._ref = measures.refer(session, _APPRAISED)
        self._seen = looking.seen(session, [self._ref], unit_id=unit_id, span=span, day=borders)
        self._sources = looking.sources(session, [self._ref], self._seen, span=span)[self._ref.expression]

    def of(self, unit: UnitInfo) -> Before:
        seen, gap = self._seen, self._seen.gap_of(self._ref.measure, unit.id)
        if seen.scope and unit.id not in seen.scope:
            gap = Gap(GapKind.ABSENT, (unit.name,))
        points = None if gap else seen.number(self._ref, unit.id)
        parts = [source for source in self._sources if source.home == unit.id]
        told = tuple((source.unit.name, Decimal(source.value)) for source in looking.named(parts))
        return Before(None if points is None else Decimal(points), gap, told)


def sheet(session: Session, *, unit_id: int, year: int) -> Sheet:
    """Return a commune's sheet; one without marks stands under the rule set in force at the end of the year."""
    unit = units.by_id(session, unit_id)
    stored = _stored(session, unit_id, year)
    held = content.by_id(session, stored.rule_set_id) if stored else rule_set_of(session, year)
    rule_set = parse_rule_set(held.body)
    chain = chain_on(rule_set.levels, min(date(year, 12, 31), unit.valid_to or date.max))
    blank = Sheet(unit, year, rule_set, held.title, held.citation, {}, chain=chain)
    if stored is None:
        return blank
    marks = {mark.criterion: _mark(mark) for mark in stored.marks}
    return replace(blank, marks=marks, self_on=stored.self_on, appraised_on=stored.appraised_on)


def rule_set_of(session: Session, year: int) -> content.Content:
    """Return the rule set in force at the end of a year, the newest of several that know communes then.

    Raises Unknown where none is in force, Refused where all that are know none.
    """
    last = date(year, 12, 31)
    held = sorted(content.holding(session, "rule_set", last), key=lambda item: item.valid_from)
    if not held:
        raise Unknown("rule_set", str(year))
    found = [
        level_finding(read_levels(item.body), Level.COMMUNE, last, "rule_set", item.title) for item in held
    ]
    known = [item for item, finding in zip(held, found, strict=True) if finding is None]
    if not known:
        raise Refused(filter(None, found))
    return known[-1]


def give_mark(session: Session, *, unit_id: int, year: int, mark: Mark, today: date) -> None:
    """Set a criterion's points and reason, and recompute totals and classes; raises Refused with every finding.

    The first mark of a column sets the day from which the column counts in returns.
    """
    rule_set = sheet(session, unit_id=unit_id, year=year).rule_set
    findings = check_mark(rule_set.criterion(mark.criterion), mark)
    if findings:
        raise Refused(findings)
    unit_days.refuse_other_years(session, unit_id, year, year)
    stored = _stored(session, unit_id, year) or _new_sheet(session, unit_id, year)
    _store_mark(stored, mark)
    _recompute(stored, rule_set, today)
    session.flush()


def set_days(
    session: Session, *, unit_id: int, year: int, self_on: date | None, appraised_on: date | None
) -> None:
    """Set the days on which the commune scored and the appraisers appraised; they decide in which returns it counts.

    Raises Refused where the commune was not there on any day of the year.
    """
    unit_days.refuse_other_years(session, unit_id, year, year)
    stored = _stored(session, unit_id, year) or _new_sheet(session, unit_id, year)
    stored.self_on, stored.appraised_on = self_on, appraised_on
    session.flush()


def _sheets_of(session: Session, year: int, unit_ids: list[int]) -> list[ScoreSheet]:
    statement = select(ScoreSheet).where(ScoreSheet.year == year, ScoreSheet.unit_id.in_(unit_ids))
    return list(session.scalars(statement))


def _rule_set(session: Session, content_id: int) -> RuleSet:
    return parse_rule_set(content.by_id(session, content_id).body)


def _board_row(unit: UnitInfo, stored: ScoreSheet | None, rule_sets: Mapping[int, RuleSet]) -> BoardRow:
    if stored is None:
        return BoardRow(unit)
    rule_set = rule_sets[stored.rule_set_id]
    return BoardRow(
        unit,
        stored.self_points,
        rule_set.class_title(stored.self_class),
        stored.appraised_points,
        rule_set.class_title(stored.appraised_class),
    )


def _stored(session: Session, unit_id: int, year: int) -> ScoreSheet | None:
    return session.scalars(
        select(ScoreSheet).where(ScoreSheet.unit_id == unit_id, ScoreSheet.year == year)
    ).first()


def _new_sheet(session: Session, unit_id: int, year: int) -> ScoreSheet:
    stored = ScoreSheet(unit_id=unit_id, year=year, rule_set_id=rule_set_of(session, year).id)
    session.add(stored)
    session.flush()
    return stored


def _mark(stored: ScoreMark) -> Mark:
    return Mark(stored.criterion, stored.self_points, stored.appraised_points, stored.reason or "")


def _store_mark(stored: ScoreSheet, mark: Mark) -> None:
    held = {item.criterion: item for item in stored.marks}
    row = held.get(mark.criterion)
    if row is None:
        row = ScoreMark(criterion=mark.criterion)
        stored.marks.append(row)
    row.self_points, row.appraised_points = mark.self_points, mark.appraised_points
    row.reason = mark.reason or None


def _recompute(stored: ScoreSheet, rule_set: RuleSet, today: date) -> None:
    own = result(rule_set, {mark.criterion: mark.self_points for mark in stored.marks})
    appraised = result(rule_set, {mark.criterion: mark.appraised_points for mark in stored.marks})
    stored.self_on = _day(stored.self_on, stored.self_points, own.points, today)
    stored.appraised_on = _day(stored.appraised_on, stored.appraised_points, appraised.points, today)
    stored.self_points, stored.self_class = own.points, own.class_code
    stored.appraised_points, stored.appraised_class = appraised.points, appraised.class_code


def _day(held: date | None, before: Decimal | None, points: Decimal | None, today: date) -> date | None:
    """Return the day a column counts from: set by its first mark, gone with its last; one set ahead of marks stays."""
    if points is not None:
        return held or today
    return held if before is None else None
