"""Answer measures of an earlier time in the borders of a later day: what units had that have since become others."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from db.records import Succession, Unit
from db.rules import successions
from db.rules.measures import MeasureRef
from db.rules.periods import Span
from db.rules.successions import Borders, Gap, UnitDays
from db.services import measures, units
from db.services.measures import Answer, Answers


@dataclass(frozen=True)
class Restated:
    """Answers in the borders of a day.

    A unit in `gaps` is not comparable and has no value; where there is a `gap` the whole scope has no total. `joined`
    names the units in which communes came together.
    """

    answers: Answers
    gaps: Mapping[int, Gap] = field(default_factory=dict)
    gap: Gap | None = None
    joined: tuple[str, ...] = ()


def answers(session: Session, refs: Iterable[MeasureRef], *, unit_id: int, span: Span, day: date) -> Restated:
    """Answer measures over a span of days for a unit and all below it as of a later day; keyed by expression.

    A day before the unit began or after it ended gives way to the first or the last day of the unit. What counts
    without repetition is counted anew over all that went whole into a unit.
    """
    day = _within_its_days(session, unit_id, day)
    if _is_unmoved(session, unit_id, span, day):
        return Restated(measures.answers(session, refs, unit_id=unit_id, span=span))
    found = borders(session, unit_id=unit_id, span=span, day=day)
    counted = measures.answers_in(session, refs, homes=found.homes, span=span)
    comparable = {name: _comparable(answer, found) for name, answer in counted.items()}
    return Restated(comparable, found.gaps, found.gap, found.joined)


def borders(session: Session, *, unit_id: int, span: Span, day: date) -> Borders:
    """Tell which units of a span of days lie in a unit and all below it as of a later day."""
    kin = _kin(session, unit_id, span.first, day)
    known = session.execute(_unit_days().where(Unit.id.in_(kin)))
    between = and_(Succession.on > span.first, Succession.on <= day)
    of_kin = or_(Succession.old_id.is_(None), Succession.old_id.in_(kin))
    rows = session.execute(_rows().where(between, Succession.new_id.in_(kin), of_kin))
    return successions.borders(
        [UnitDays(*row) for row in known],
        [successions.Succession(*row) for row in rows],
        unit_id=unit_id,
        span=span,
        day=day,
    )


def _kin(session: Session, unit_id: int, first: date, day: date) -> set[int]:
    """Return the units that matter to a scope: all that it came from, what lay around those, and what became of it."""
    level = units.by_id(session, unit_id).level
    between = and_(Succession.on > first, Succession.on <= day)
    kin: set[int] = set(session.scalars(units.scope(unit_id, Span(first, day, day.year))))
    sources = select(Succession.old_id).where(Succession.old_id.is_not(None), between)
    kin = _reached(session, kin, lambda ids: sources.where(Succession.new_id.in_(ids)))
    above = aliased(Unit)
    parents = select(above.id).join(Unit, Unit.parent_id == above.id).where(above.level >= level)
    kin = _reached(session, kin, lambda ids: parents.where(Unit.id.in_(ids)))
    children = select(Unit.id).where(units.valid_during(first, day))
    kin = _reached(session, kin, lambda ids: children.where(Unit.parent_id.in_(ids)))
    results = select(Succession.new_id).where(between)
    return _reached(session, kin, lambda ids: results.where(Succession.old_id.in_(ids)))


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


def _within_its_days(session: Session, unit_id: int, day: date) -> date:
    unit = units.by_id(session, unit_id)
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
