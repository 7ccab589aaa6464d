"""The columns of each kind's list, which of them add up, which records a span of days holds, and in which order."""

from collections.abc import Mapping
from types import ModuleType

from db.services.listing import outreach_listings, plan_listings, register_listings, training_listings
from db.services.listing.listing_parts import Listing

_MODULES: Mapping[str, ModuleType] = {
    "outreach": outreach_listings,
    **dict.fromkeys(("trainings", "officials"), training_listings),
    **dict.fromkeys(("plans", "sections", "targets", "tasks"), plan_listings),
}


def listing_of(kind: str) -> Listing:
    """Return the list of a kind; its classes are mapped for it."""
    listings: Mapping[str, Listing] = _MODULES.get(kind, register_listings).LISTINGS
    return listings[kind]
