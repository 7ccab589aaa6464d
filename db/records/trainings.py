"""Training sessions (lớp tập huấn), officials, and who of them attended."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.records.base import Base, Code, Kept, Key, Short, UnitKey, Words, in_order, not_negative, within

_COUNTS = ("others_total", "others_female", "cost")


class Official(Kept, Base):
    """An official of the field, in post from `from_on` to `to_on`, both counted; an empty end is still in post."""

    __tablename__ = "official"
    __table_args__ = (in_order("from_on", "to_on"), Index(None, "unit_id"))

    id: Mapped[Key]
    name: Mapped[Short]
    unit_id: Mapped[UnitKey]
    post: Mapped[Short | None]
    role: Mapped[Code | None]
    female: Mapped[bool | None]
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    search: Mapped[Words]
    attendances: Mapped[list["Attendance"]] = relationship(cascade="all, delete-orphan")


class TrainingSession(Kept, Base):
    """A training session; it counts on the day it ended. `others` are people outside the register of officials."""

    __tablename__ = "training_session"
    __table_args__ = (
        *not_negative(*_COUNTS),
        within("others_female", "others_total"),
        in_order("starts_on", "ends_on"),
        Index(None, "ends_on"),
        Index(None, "task_id"),
        # Holds every counted column: a year's measures read this index alone, not the wide rows.
        Index("ix_training_session_measures", "unit_id", "ends_on", *_COUNTS),
    )

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    title: Mapped[Short]
    topics: Mapped[str | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    place: Mapped[Short | None]
    organiser: Mapped[Short | None]
    target_groups: Mapped[Short | None]
    lecturer: Mapped[Short | None]
    others_total: Mapped[int | None]
    others_female: Mapped[int | None]
    cost: Mapped[int | None]
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"))
    note: Mapped[str | None]
    search: Mapped[Words]
    attendances: Mapped[list["Attendance"]] = relationship(cascade="all, delete-orphan")


class Attendance(Base):
    """An official attended a training session."""

    __tablename__ = "attendance"
    __table_args__ = (Index(None, "session_id", "official_id", unique=True), Index(None, "official_id"))

    id: Mapped[Key]
    session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id", ondelete="CASCADE"))
    official_id: Mapped[int] = mapped_column(ForeignKey("official.id", ondelete="CASCADE"))
