"""Answer measures in the borders of a day: what units had that have since become others, or were others before."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from db.records import Succession, Unit
from db.rules import successions
from db.rules.formats import Number
from db.rules.measures import Measure, MeasureRef
from db.rules.periods import Span
from db.rules.successions import Borders, Gap, GapKind, UnitDays
from db.rules.units import Level
from db.services import units
from db.services.measuring import measures
from db.services.measuring.measures import Answer, Answers
from db.services.units import UnitInfo


@dataclass(frozen=True)
class Restated:
    """Answers in the borders of a day.

    A unit in `gaps` is not comparable and has no value; where there is a `gap` the whole scope has no total. `joined`
    names the units in which communes came together, `joins` has them by their numbers. `homes` tells for each unit
    that has figures the one that they count for, `scope` are the units of the day; both are empty where nothing was
    restated.
    """

    answers: Answers
    gaps: Mapping[int, Gap] = field(default_factory=dict)
    gap: Gap | None = None
    joined: tuple[str, ...] = ()
    joins: Mapping[int, str] = field(default_factory=dict)
    homes: Mapping[int, int] = field(default_factory=dict)
    scope: frozenset[int] = frozenset()

    def shares_out(self, unit: UnitInfo) -> bool:
        """Tell whether the values of the scope's own unit are what the units of the day cannot share."""
        return bool(self.homes) and (unit.level != Level.COMMUNE or unit.id not in self.scope)

    def number(self, ref: MeasureRef, unit_id: int | None = None) -> Number | None:
        """Return a measure of a unit, or of the whole scope; nothing where it is not comparable."""
        if self.gap_of(ref.measure, unit_id) is not None:
            return None
        answer = self.answers[ref.expression]
        return answer.total if unit_id is None else answer.by_unit.get(unit_id)

    def gap_of(self, measure: Measure, unit_id: int | None = None) -> Gap | None:
        """Return why a measure of a unit, or of the whole scope, is not comparable; nothing where it is.

        Numbers of communes, and scores, are not where communes came together; shares of communes are.
        """
        if unit_id is None:
            return self.gap or (Gap(GapKind.JOINED, self.joined) if self._counts_joined(measure) else None)
        if unit_id in self.gaps or unit_id not in self.joins:
            return self.gaps.get(unit_id)
        is_counted = measure.of_communes or measure.of_scores
        return Gap(GapKind.JOINED, (self.joins[unit_id],)) if is_counted else None

    def _counts_joined(self, measure: Measure) -> bool:
        return measure.of_communes and bool(self.joined)


def answers(session: Session, refs: Iterable[MeasureRef], *, unit_id: int, span: Span, day: date) -> Restated:
    """Answer measures over a span of days for a unit and all below it as of a later day; keyed by expression.

    A day before the unit began or after it ended gives way to the first or the last day of the unit. What counts
    without repetition is counted anew over all that went whole into a unit.
    """
    day = within_its_days(units.by_id(session, unit_id), day)
    if _is_unmoved(session, unit_id, span, day):
        return Restated(measures.answers(session, refs, unit_id=unit_id, span=span))
    found = borders(session, unit_id=unit_id, span=span, day=day)
    return restated(found, measures.answers_in(session, refs, homes=found.homes, span=span))


def borders(session: Session, *, unit_id: int, span: Span, day: date) -> Borders:
    """Tell which units of a span of days lie in a unit and all below it as of a later day."""
    kin = _kin(session, unit_id, span.first, day)
    known, rows = _known(session, kin, span.first, day)
    return successions.borders(known, rows, unit_id=unit_id, span=span, day=day)


def lineage(session: Session, unit_id: int) -> tuple[list[UnitDays], list[successions.Succession]]:
    """Return all units that ever mattered to a scope, and which of them took over which."""
    kin = _sources(session, _kin(session, unit_id, date.min, date.max), date.min, date.max)
    return _known(session, kin, date.min, date.max)


def restated(found: Borders, counted: Answers) -> Restated:
    """Return what was counted for the units of a day, without what is not comparable."""
    comparable = {name: _comparable(answer, found) for name, answer in counted.items()}
    return Restated(comparable, found.gaps, found.gap, found.joined, found.joins, found.homes, found.scope)


def _known(
    session: Session, kin: set[int], first: date, last: date
) -> tuple[list[UnitDays], list[successions.Succession]]:
    known = session.execute(_unit_days().where(Unit.id.in_(kin)))
    between = and_(Succession.on > first, Succession.on <= last)
    of_kin = or_(Succession.old_id.is_(None), Succession.old_id.in_(kin))
    rows = session.execute(_rows().where(between, Succession.new_id.in_(kin), of_kin))
    return [UnitDays(*row) for row in known], [successions.Succession(*row) for row in rows]


def _kin(session: Session, unit_id: int, first: date, day: date) -> set[int]:
    """Return the units that matter to a scope: all that it came from, what lay around those, and what became of it."""
    level = units.by_id(session, unit_id).level
    kin: set[int] = set(session.scalars(units.scope(unit_id, Span(first, day, day.year))))
    kin = _sources(session, kin, first, day)
    above = aliased(Unit)
    parents = select(above.id).join(Unit, Unit.parent_id == above.id).where(above.level >= level)
    kin = _reached(session, kin, lambda ids: parents.where(Unit.id.in_(ids)))
    children = select(Unit.id).where(units.valid_during(first, day))
    kin = _reached(session, kin, lambda ids: children.where(Unit.parent_id.in_(ids)))
    results = select(Succession.new_id).where(Succession.on > first, Succession.on <= day)
    return _reached(session, kin, lambda ids: results.where(Succession.old_id.in_(ids)))


def _sources(session: Session, kin: set[int], first: date, last: date) -> set[int]:
    named = select(Succession.old_id).where(Succession.old_id.is_not(None))
    between = named.where(Succession.on > first, Succession.on <= last)
    return _reached(session, kin, lambda ids: between.where(Succession.new_id.in_(ids)))


def _reached(session: Session, ids: set[int], step: Callable[[set[int]], Select[Any]]) -> set[int]:
    reached = fresh = ids
    while fresh:
        fresh = set(session.scalars(step(fresh))) - reached
        reached = reached | fresh
    return reached


def _rows() -> Select[date, int | None, int, bool]:
    is_whole = Succession.extent == successions.WHOLE
    return select(Succession.on, Succession.old_id, Succession.new_id, is_whole)


def _unit_days() -> Select[int, str, int, int | None, date | None, date | None]:
    return select(Unit.id, Unit.name, Unit.level, Unit.parent_id, Unit.valid_from, Unit.valid_to)


def within_its_days(unit: UnitInfo, day: date) -> date:
    """Return a day, or the first or the last one of a unit that did not exist on it."""
    day = max(day, unit.valid_from or day)
    return min(day, unit.valid_to or day)


def _is_unmoved(session: Session, unit_id: int, span: Span, day: date) -> bool:
    """Tell whether nothing in a unit began, ended, was taken over or took over after the first day."""
    scope = units.scope(unit_id, Span(span.first, day, span.year))
    moved = or_(Unit.valid_from > span.first, Unit.valid_to < day)
    began_or_ended = select(func.count()).select_from(Unit).where(Unit.id.in_(scope), moved)
    taken = (
        select(func.count())
        .select_from(Succession)
        .where(Succession.on > span.first, Succession.on <= day)
        .where(or_(Succession.new_id.in_(scope), Succession.old_id.in_(scope)))
    )
    return not session.scalar(began_or_ended) and not session.scalar(taken)


def _comparable(answer: Answer, found: Borders) -> Answer:
    by_unit = {unit: value for unit, value in answer.by_unit.items() if unit not in found.gaps}
    return Answer(by_unit, None if found.gap else answer.total)
