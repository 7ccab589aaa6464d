"""The columns of each kind's list, which of them add up, which records a span of days holds, and in which order."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, func

from db.records import Official, OutreachActivity, Plan, PlanSection, Target, Task, TrainingSession, Unit
from db.rules.periods import Span
from db.services.listing.listing_parts import UNIT, Listing, columns, task_of
from db.services.listing.register_listings import REGISTER_LISTINGS
from db.services.measuring.facts import ATTENDANCES, FACTS, FEMALE_ATTENDANCES, roster_size


def _in_years(span: Span) -> ColumnElement[bool]:
    return (Plan.first_year <= span.year) & (Plan.last_year >= span.year)


LISTINGS: Mapping[str, Listing] = {
    "outreach": Listing(
        columns(OutreachActivity, "held_on", "form", "audience", "topic", "sessions", "people", "female")
        | columns(OutreachActivity, "leaflets", "panels", "news_items", "broadcasts", "cost")
        | task_of(OutreachActivity.task_id)
        | UNIT,
        ("sessions", "people", "female", "leaflets", "panels", "news_items", "broadcasts", "cost"),
        FACTS["outreach"].during,
        (OutreachActivity.held_on.desc(),),
    ),
    "trainings": Listing(
        columns(TrainingSession, "starts_on", "ends_on", "title", "place", "organiser", "cost")
        | {"officials": roster_size(), "attendances": ATTENDANCES, "female": FEMALE_ATTENDANCES}
        | task_of(TrainingSession.task_id)
        | UNIT,
        ("officials", "attendances", "female", "cost"),
        FACTS["trainings"].during,
        (TrainingSession.ends_on.desc(),),
    ),
    "officials": Listing(
        columns(Official, "name", "post", "role", "female", "from_on", "to_on") | UNIT,
        order=(Unit.sort_key.expression, func.vn_sort(Official.name)),
        order_by_unit=True,
    ),
    "plans": Listing(
        columns(Plan, "number", "symbol", "issued_on", "subject", "first_year", "last_year", "state"),
        during=_in_years,
        order=(Plan.first_year.desc(), Plan.number.expression),
    ),
    "sections": Listing(columns(PlanSection, "shape", "text"), order=(PlanSection.position.expression,)),
    "targets": Listing(
        columns(Target, "text", "operator", "value", "value_to", "measured_in", "every", "base", "spread")
        | columns(Target, "measure", "denominator"),
        order=(Target.position.expression,),
    ),
    "tasks": Listing(
        columns(Task, "group", "content", "lead", "joining", "starts_on", "ends_on", "repeats", "product")
        | columns(Task, "money_planned", "money_spent", "money_source", "state", "done_on"),
        ("money_planned", "money_spent"),
        order=(Task.position.expression,),
    ),
    **REGISTER_LISTINGS,
}
