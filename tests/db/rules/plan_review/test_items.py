"""What lies below and above an item, what may be typed in it, and a review that outlives its window."""

from datetime import date

import pytest

from db.rules.plan_review.items import Part, ReviewItem, above, below
from db.rules.plan_review.kept import KeptReview, review_from, review_text
from tests.db.rules.plan_reading import made_plans
from tests.db.rules.plan_review.reviews import head, reviewed

LEVELS = (1, 2, 0, 2, 3, 0, 1, 0)
ITEMS = [ReviewItem(Part.SECTIONS, "sections", {"shape": "", "text": ""}, level=level) for level in LEVELS]
TARGET = ReviewItem(Part.TARGETS, "targets", {"text": "x", "operator": "done"})


@pytest.mark.parametrize(
    ("at", "expected"), [(0, [1, 2, 3, 4, 5]), (1, [2]), (2, []), (3, [4, 5]), (4, [5]), (6, [7]), (7, [])]
)
def test_below_a_heading_lies_all_up_to_the_next_as_high(at: int, expected: list[int]) -> None:
    assert list(below([*ITEMS, TARGET], at)) == expected


@pytest.mark.parametrize(("at", "expected"), [(0, ()), (2, (1, 0)), (5, (4, 3, 0)), (7, (6,)), (8, ())])
def test_above_an_item_stand_its_headings(at: int, expected: tuple[int, ...]) -> None:
    assert above([*ITEMS, TARGET], at) == expected


def test_an_item_of_the_head_is_judged_by_its_own_fields_only() -> None:
    item = head(reviewed(made_plans.DISTRICT), "number")
    assert [field.key for field in item.entry.fields] == ["number", "symbol"]
    assert item.findings(date(2026, 1, 1)) == ()
    assert [found.code for found in item.with_text("number", "mười").findings(date(2026, 1, 1))] == [
        "not_count"
    ]


def test_a_kept_review_is_the_same_again() -> None:
    kept = KeptReview("kế hoạch.docx", ("một", "hai"), reviewed(made_plans.DISTRICT), own=True)
    assert review_from(review_text(kept)) == kept
