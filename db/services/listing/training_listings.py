"""The lists of training sessions and of officials."""

from collections.abc import Mapping

from sqlalchemy import func

from db.records import Official, TrainingSession, Unit
from db.services.listing.listing_parts import UNIT, Listing, columns, task_of
from db.services.measuring.facts import ATTENDANCES, FACTS, FEMALE_ATTENDANCES, roster_size

LISTINGS: Mapping[str, Listing] = {
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
}
