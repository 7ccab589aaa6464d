"""From a read plan to its review, as the office's own plan or as the plan that was received."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from db.rules.plan_reading.result import ReadPlan
from db.rules.plan_review.body import annex_items, opening_items, section_items
from db.rules.plan_review.head import head_items
from db.rules.plan_review.items import Review, ReviewItem, Whose, with_doubts
from db.rules.plan_review.measured import Hints
from db.rules.plan_review.places import located
from db.rules.plan_review.wanted import target_items
from db.rules.plan_review.work import duty_items, report_items, task_items


@dataclass(frozen=True)
class ReviewWords:
    """What a review needs of the book: titles of reports by period (`other`: unnamed), hints, who issued the plan."""

    reports: Mapping[str, str]
    hints: Hints
    issuer: str


def review_of(plan: ReadPlan, lines: Sequence[str], words: ReviewWords) -> Review:
    """Return all that was read as items to be looked through, the plan as it was received; `lines` are its source."""
    return with_doubts(located(_items(plan, words), lines), plan.warnings)


def as_own(items: tuple[ReviewItem, ...], own: bool) -> tuple[ReviewItem, ...]:
    """Return the items with those taken that belong to the office's own plan (`own`), or to the one received."""
    wanted = Whose.OWN if own else Whose.ISSUER
    return tuple(
        item if item.whose is Whose.ANY else replace(item, accepted=item.whose is wanted) for item in items
    )


def _items(plan: ReadPlan, words: ReviewWords) -> Iterator[ReviewItem]:
    yield from head_items(plan, words.issuer)
    yield from opening_items(plan.opening)
    yield from section_items(plan.sections)
    yield from target_items(plan.targets, words.hints)
    yield from task_items(plan.tasks)
    yield from duty_items(plan.agencies)
    yield from report_items(plan.report_due, words.reports)
    yield from annex_items(plan.annexes)
