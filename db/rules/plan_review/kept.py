"""A review as text: kept as a draft while it goes on, so that what was decided outlives a power cut."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db.rules.findings import Finding
from db.rules.plan_reading.blocks import Place
from db.rules.plan_reading.result import ReadWarning
from db.rules.plan_review.items import Part, Review, ReviewItem, Whose


@dataclass(frozen=True)
class KeptReview:
    """A review under way: the name and lines of its source, and whether it is to be the office's own plan."""

    name: str
    lines: tuple[str, ...]
    review: Review
    own: bool


def review_text(kept: KeptReview) -> str:
    """Write a review as one text."""
    # `asdict` copies every value: of 3,000 sections that takes seconds.
    return json.dumps(kept, ensure_ascii=False, default=vars)


def review_from(text: str) -> KeptReview:
    """Read what `review_text` wrote."""
    held = json.loads(text)
    review = held["review"]
    items = tuple(map(_item, review["items"]))
    remarks = tuple(ReadWarning(item["line"], _finding(item["finding"])) for item in review["remarks"])
    return KeptReview(held["name"], tuple(held["lines"]), Review(items, remarks), held["own"])


def _item(held: Mapping[str, Any]) -> ReviewItem:
    place = Place(**held["place"]) if held["place"] else None
    doubts = tuple(map(_finding, held["doubts"]))
    part, whose = Part(held["part"]), Whose(held["whose"])
    return ReviewItem(**{**held, "part": part, "place": place, "doubts": doubts, "whose": whose})


def _finding(held: Mapping[str, Any]) -> Finding:
    return Finding(**held)
