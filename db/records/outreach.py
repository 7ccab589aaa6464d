"""Outreach activities (hoạt động tuyên truyền): counts only, never who was there."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.records.base import Base, Code, Kept, Key, Short, UnitKey, Words, not_negative, within

_COUNTS = ("sessions", "people", "female", "leaflets", "panels", "news_items", "broadcasts", "cost")


class OutreachActivity(Kept, Base):
    """One activity of a unit on a day. Money in đồng. An empty count was not recorded."""

    __tablename__ = "outreach_activity"
    __table_args__ = (
        *not_negative(*_COUNTS),
        within("female", "people"),
        Index(None, "held_on"),
        Index(None, "task_id"),
        # Holds every counted column: a year's measures read this index alone, not the wide rows.
        Index(
            "ix_outreach_activity_measures", "unit_id", "held_on", "form", "audience", "programme", *_COUNTS
        ),
    )

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    held_on: Mapped[date]
    form: Mapped[Code]
    audience: Mapped[Code | None]
    topic: Mapped[Short | None]
    sessions: Mapped[int | None]
    people: Mapped[int | None]
    female: Mapped[int | None]
    leaflets: Mapped[int | None]
    panels: Mapped[int | None]
    news_items: Mapped[int | None]
    broadcasts: Mapped[int | None]
    programme: Mapped[Code | None]
    organiser: Mapped[Short | None]
    cost: Mapped[int | None]
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"))
    note: Mapped[str | None]
    search: Mapped[Words]
