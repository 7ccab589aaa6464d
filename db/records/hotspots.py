"""Hotspots (tụ điểm): a place and its history, never a person."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.records.base import Base, Code, Kept, Key, Short, UnitKey, Words


class Hotspot(Kept, Base):
    """A place found on a day; it is open until an event removes it, and again after it was re-opened."""

    __tablename__ = "hotspot"
    __table_args__ = (
        Index(None, "found_on"),
        # Holds every counted column: a year's measures read this index alone, not the wide rows.
        Index("ix_hotspot_measures", "unit_id", "found_on", "kind"),
    )

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    place: Mapped[Short]
    kind: Mapped[Code | None]
    found_on: Mapped[date]
    note: Mapped[str | None]
    search: Mapped[Words]
    events: Mapped[list["HotspotEvent"]] = relationship(cascade="all, delete-orphan")


class HotspotEvent(Kept, Base):
    """A hotspot was removed (triệt xóa) or re-opened (tái hoạt động) on a day; the two take turns."""

    __tablename__ = "hotspot_event"
    __table_args__ = (
        CheckConstraint("what IN ('removed', 'reopened')", name="what"),
        Index(None, "hotspot_id", "happened_on"),
        Index(None, "happened_on", "what", "hotspot_id"),
    )

    id: Mapped[Key]
    hotspot_id: Mapped[int] = mapped_column(ForeignKey("hotspot.id", ondelete="CASCADE"))
    happened_on: Mapped[date]
    what: Mapped[Code]
    search: Mapped[Words]
