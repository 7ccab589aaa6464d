"""Answer measures of an earlier time in the borders of a later day: what units had that have since become others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

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
    known = session.execute(_unit_days().where(units.valid_during(span.first, day)))
    rows = session.execute(
        select(
            Succession.on, Succession.old_id, Succession.new_id, Succession.extent == successions.WHOLE
        ).where(Succession.on > span.first, Succession.on <= day)
    )
    return successions.borders(
        [UnitDays(*row) for row in known],
        [successions.Succession(*row) for row in rows],
        unit_id=unit_id,
        span=span,
        day=day,
    )


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
