"""When something was last changed in the book: a record, or what is only typed so far."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Draft, Step


def last_change(session: Session) -> datetime | None:
    """Return the moment of the last step or draft, none in a book in which nothing was ever typed."""
    step = session.scalar(select(Step.at).order_by(Step.id.desc()).limit(1))
    draft = session.scalar(select(Draft.at).order_by(Draft.at.desc()).limit(1))
    return max((at for at in (step, draft) if at is not None), default=None)
