"""Where evidence of tasks comes from: the kinds of activity that may serve one, and what is told of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, literal, null, select
from sqlalchemy.orm import Session

from db.records import (
    CommuneModel,
    Establishment,
    Inspection,
    ModelYear,
    OutreachActivity,
    Plan,
    Task,
    TrainingSession,
)
from db.rules.periods import Span, parse_period
from db.services import offices
from db.services.measuring.fact_parts import on_day
from db.services.measuring.facts import ATTENDANCES
from db.services.models import RUNNING

_NONE: ColumnElement[Any] = null()


@dataclass(frozen=True)
class Source:
    """A kind of activity. `time` is its day or its year: seen from a span of days, without one from its task's plan."""

    record: Any
    time: Callable[[Span | None], Any]
    during: Callable[[Span], ColumnElement[bool]]
    what: Any
    form: Any = _NONE
    sessions: Any = _NONE
    people: Any = _NONE


def day_of(session: Session, time: date | int) -> date:
    """Return the day of an activity; one that is known by its year counts at that year's end."""
    if isinstance(time, date):
        return time
    return parse_period(str(time)).span(offices.current(session).cut_off).last


def _on(day: Any, record: Any, what: Any, **others: Any) -> Source:
    return Source(record, lambda _: day, on_day(day), what, **others)


def _year_of_model(span: Span | None) -> ColumnElement[Any]:
    """Return the last year, no later than it is seen from, in which a model ran, else the one in which it started."""
    last = _PLAN_ENDS if span is None else literal(span.year)
    ran = select(func.max(ModelYear.year)).where(
        ModelYear.model_id == CommuneModel.id, ModelYear.state.in_(RUNNING), ModelYear.year <= last
    )
    return func.coalesce(ran.correlate(CommuneModel).scalar_subquery(), CommuneModel.started_year, last)


_PLAN_ENDS = (
    select(Plan.last_year)
    .join(Task)
    .where(Task.id == CommuneModel.task_id)
    .correlate(CommuneModel)
    .scalar_subquery()
)
_INSPECTED = (
    select(Establishment.name)
    .where(Establishment.id == Inspection.establishment_id)
    .correlate(Inspection)
    .scalar_subquery()
)

SOURCES: Mapping[str, Source] = {
    "outreach": _on(
        OutreachActivity.held_on,
        OutreachActivity,
        OutreachActivity.topic,
        form=OutreachActivity.form,
        sessions=OutreachActivity.sessions,
        people=OutreachActivity.people,
    ),
    "trainings": _on(TrainingSession.ends_on, TrainingSession, TrainingSession.title, people=ATTENDANCES),
    "inspections": _on(Inspection.held_on, Inspection, func.coalesce(_INSPECTED, Inspection.place)),
    "models": Source(
        CommuneModel,
        _year_of_model,
        lambda span: _year_of_model(span) == span.year,
        CommuneModel.name,
    ),
}
