"""Reviews of received plans that are under way: kept as drafts, which come back when the plan made of one is undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Plan
from db.rules.plan_review.kept import KeptReview, review_from, review_text
from db.services.entering import drafts

_KIND = "received_plans"
_NAME, _REVIEW, _PLAN, _MADE_AT = "name", "review", "plan", "made_at"


@dataclass(frozen=True)
class UnderWay:
    """A review that is not stored: its draft, the name of its source, and when it was last kept."""

    draft_id: int
    name: str
    kept_at: datetime


def under_way(session: Session) -> tuple[UnderWay, ...]:
    """Return the reviews that no plan of the book was made of, the one that was kept last first."""
    found = [
        UnderWay(draft.id, draft.raw[_NAME], draft.at)
        for draft in drafts.of_kind(session, _KIND)
        if not _stands(session, draft.raw)
    ]
    return tuple(sorted(found, key=lambda item: (item.kept_at, item.draft_id), reverse=True))


def load(session: Session, draft_id: int) -> KeptReview:
    """Return a review as it was kept; raises KeyError where it is gone."""
    return review_from(_raw(session, draft_id)[_REVIEW])


def keep(session: Session, kept: KeptReview, draft_id: int | None = None) -> int:
    """Keep a review as it is now, anew or in place of an earlier state, and return its draft's number."""
    raw = {_NAME: kept.name, _REVIEW: review_text(kept)}
    return drafts.keep(session, _KIND, raw, draft_id=draft_id)


def drop(session: Session, draft_id: int) -> None:
    """Drop a review."""
    drafts.discard(session, draft_id)


def made(session: Session, draft_id: int, plan_id: int) -> None:
    """Note which plan was made of a review: it is under way again once that is undone. Earlier ones are dropped."""
    for draft in drafts.of_kind(session, _KIND):
        if draft.id != draft_id and _stands(session, draft.raw):
            drafts.discard(session, draft.id)
    # A number may be given again after an undo; the moment tells the plans apart.
    made_at = session.scalars(select(Plan.created_at).where(Plan.id == plan_id)).one()
    noted = {_PLAN: str(plan_id), _MADE_AT: made_at.isoformat()}
    drafts.keep(session, _KIND, {**_raw(session, draft_id), **noted}, draft_id=draft_id)


def _raw(session: Session, draft_id: int) -> Mapping[str, str]:
    held = {draft.id: draft.raw for draft in drafts.of_kind(session, _KIND)}
    return held[draft_id]


def _stands(session: Session, raw: Mapping[str, str]) -> bool:
    if _PLAN not in raw:
        return False
    made_at = datetime.fromisoformat(raw[_MADE_AT])
    found = session.scalars(select(Plan.id).where(Plan.id == int(raw[_PLAN]), Plan.created_at == made_at))
    return found.first() is not None
