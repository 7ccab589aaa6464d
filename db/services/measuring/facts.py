"""The facts that measures count: which rows, of which unit, on which day, what may narrow them, what adds up."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from db.records import Attendance, Official, OutreachActivity, Plan, ScoreSheet, Task, TrainingSession, Unit
from db.rules.periods import Span
from db.rules.scoring.chain import PAST
from db.services.measuring.fact_parts import During, Facts, columns, last_day, on_day
from db.services.measuring.register_facts import REGISTER_FACTS
from db.services.units import valid_during


def roster_size(condition: ColumnElement[bool] | None = None) -> ColumnElement[int]:
    """Return how many officials of the register attended a training session."""
    officials = (
        select(func.count()).select_from(Attendance).where(Attendance.session_id == TrainingSession.id)
    )
    if condition is not None:
        officials = officials.join(Official, Official.id == Attendance.official_id).where(condition)
    return officials.correlate(TrainingSession).scalar_subquery()


def attended(others: Any, officials: ColumnElement[int]) -> ColumnElement[Any]:
    """Return officials and others together; nothing where neither was recorded, which is not 0."""
    return case((others.is_(None), func.nullif(officials, 0)), else_=others + officials)


ATTENDANCES = attended(TrainingSession.others_total, roster_size())
FEMALE_ATTENDANCES = attended(TrainingSession.others_female, roster_size(Official.female.is_(True)))


def _in_post(span: Span) -> ColumnElement[bool]:
    began = or_(Official.from_on.is_(None), Official.from_on <= span.last)
    return and_(began, or_(Official.to_on.is_(None), Official.to_on >= span.last))


def _scored_by(day: Any, role: str) -> During:
    """Return that a sheet of the year had come so far: what is still being filled in is not reported."""
    come = ScoreSheet.state.in_(PAST[role])
    return lambda span: and_(ScoreSheet.year == span.year, day <= span.last, come)


def _attended(span: Span) -> ColumnElement[bool]:
    sessions = select(Attendance.official_id).join(TrainingSession)
    return Official.id.in_(sessions.where(on_day(TrainingSession.ends_on)(span)))


def _officials(during: During) -> Facts:
    # Not the bare column: SQLite would ask for each unit anew who attended.
    unit_id = Official.unit_id + literal_column("0")
    role, values = columns(Official, "role"), {"official_id": Official.id.expression}
    return Facts(Official.__table__, unit_id, during, role, values)


def _outreach(rows: FromClause) -> Facts:
    counts = (
        "sessions",
        "people",
        "female",
        "leaflets",
        "panels",
        "news_items",
        "broadcasts",
        "cost",
        "unit_id",
    )
    return Facts(
        rows,
        OutreachActivity.unit_id.expression,
        on_day(OutreachActivity.held_on),
        columns(OutreachActivity, "form", "audience", "programme"),
        columns(OutreachActivity, *counts),
    )


def _tasks(day: Any) -> Facts:
    rows = Task.__table__.join(Plan.__table__)
    return Facts(
        rows, Plan.unit_id.expression, on_day(day), {}, columns(Task, "money_planned", "money_spent")
    )


def _scores(during: During, class_code: Any) -> Facts:
    values = columns(ScoreSheet, "self_points", "appraised_points")
    filters = {"class": class_code.expression}
    return Facts(ScoreSheet.__table__, ScoreSheet.unit_id.expression, during, filters, values)


def _registered(span: Span) -> ColumnElement[bool]:
    return and_(ScoreSheet.year == span.year, ScoreSheet.registered_on <= span.last)


def _every_quarter(span: Span) -> ColumnElement[bool]:
    """Return that a commune of the last day held outreach in each quarter in which it existed.

    Days that know no quarters are one stretch.
    """
    quarters = [stretch for stretch in span.quarters if stretch[0] <= span.last]
    stretches = quarters or [(span.first, span.last)]
    held = [or_(Unit.valid_from > last, _held_outreach(first, last)) for first, last in stretches]
    return and_(Unit.level == 3, valid_during(span.last, span.last), *held)


def _held_outreach(first: date, last: date) -> ColumnElement[bool]:
    held = exists().where(OutreachActivity.unit_id == Unit.id, OutreachActivity.held_on.between(first, last))
    return held.correlate(Unit)


_COMMUNE = and_(OutreachActivity.unit_id == Unit.id, Unit.level == 3)

FACTS: Mapping[str, Facts] = {
    "units": Facts(
        Unit.__table__,
        Unit.id.expression,
        lambda span: valid_during(span.last, span.last),
        {"level": cast(Unit.level, String)},
        of_units=True,
    ),
    "outreach": _outreach(OutreachActivity.__table__),
    # In a period in which communes became others, those of its last day count, with what went over whole into them.
    "outreach_communes": replace(
        _outreach(OutreachActivity.__table__.join(Unit.__table__, _COMMUNE)), home_days=last_day
    ),
    "trainings": Facts(
        TrainingSession.__table__,
        TrainingSession.unit_id.expression,
        on_day(TrainingSession.ends_on),
        values={
            "attendances": ATTENDANCES,
            "female": FEMALE_ATTENDANCES,
            "cost": TrainingSession.cost.expression,
        },
    ),
    "attendances": _officials(_attended),
    "attendances_in_post": _officials(lambda span: and_(_attended(span), _in_post(span))),
    "officials": Facts(Official.__table__, Official.unit_id.expression, _in_post, columns(Official, "role")),
    "tasks_due": _tasks(Task.ends_on),
    "tasks_done": _tasks(Task.done_on),
    "registered_scores": _scores(_registered, ScoreSheet.registered_class),
    "self_scores": _scores(_scored_by(ScoreSheet.self_on, "self"), ScoreSheet.self_class),
    "appraised_scores": _scores(_scored_by(ScoreSheet.appraised_on, "appraised"), ScoreSheet.appraised_class),
    "recognised_scores": _scores(on_day(ScoreSheet.recognised_on), ScoreSheet.recognised_class),
    "outreach_quarters": Facts(
        Unit.__table__,
        Unit.id.expression,
        _every_quarter,
        values={"unit_id": Unit.id.expression},
        of_units=True,
    ),
    **REGISTER_FACTS,
}
