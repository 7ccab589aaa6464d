"""The lists of plans and of their parts."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement

from db.records import Plan, PlanSection, Target, Task
from db.rules.periods import Span
from db.services.listing.listing_parts import Listing, columns


def _in_years(span: Span) -> ColumnElement[bool]:
    return (Plan.first_year <= span.year) & (Plan.last_year >= span.year)


LISTINGS: Mapping[str, Listing] = {
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
}
