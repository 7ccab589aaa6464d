"""The list of outreach activities."""

from collections.abc import Mapping

from db.records import OutreachActivity
from db.services.listing.listing_parts import UNIT, Listing, columns, task_of
from db.services.measuring.fact_parts import on_day

LISTINGS: Mapping[str, Listing] = {
    "outreach": Listing(
        columns(OutreachActivity, "held_on", "form", "audience", "topic", "sessions", "people", "female")
        | columns(OutreachActivity, "leaflets", "panels", "news_items", "broadcasts", "cost")
        | task_of(OutreachActivity.task_id)
        | UNIT,
        ("sessions", "people", "female", "leaflets", "panels", "news_items", "broadcasts", "cost"),
        on_day(OutreachActivity.held_on),
        (OutreachActivity.held_on.desc(),),
    ),
}
