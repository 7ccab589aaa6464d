"""Inspections (lượt kiểm tra) and how what was found is handled."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.records.base import Base, Code, Kept, Key, Short, UnitKey, Words, not_negative


class Inspection(Kept, Base):
    """A visit by a team on a day; `place` names what is not in the register of establishments."""

    __tablename__ = "inspection"
    __table_args__ = (
        Index(None, "held_on"),
        Index(None, "establishment_id", "held_on", "team"),
        Index(None, "task_id"),
        # Holds every counted column: a year's measures read this index alone, not the wide rows.
        Index("ix_inspection_measures", "unit_id", "held_on", "team", "breach", "establishment_id"),
    )

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    held_on: Mapped[date]
    team: Mapped[Code]
    establishment_id: Mapped[int | None] = mapped_column(ForeignKey("establishment.id"))
    place: Mapped[Short | None]
    breach: Mapped[bool | None]
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"))
    note: Mapped[str | None]
    search: Mapped[Words]
    handlings: Mapped[list["Handling"]] = relationship(cascade="all, delete-orphan")


class Handling(Kept, Base):
    """One form in which an inspection's findings were handled; there may be several. `fine` is in đồng."""

    __tablename__ = "handling"
    __table_args__ = (
        *not_negative("fine"),
        CheckConstraint("fine IS NULL OR form = 'fine'", name="fine_only_with_its_form"),
        Index("ix_handling_measures", "inspection_id", "form", "fine"),
    )

    id: Mapped[Key]
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspection.id", ondelete="CASCADE"))
    form: Mapped[Code]
    fine: Mapped[int | None]
    search: Mapped[Words]
