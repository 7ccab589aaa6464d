"""Commune models (mô hình phòng, chống mại dâm ở xã) and how they stood in each year."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.records.base import Base, Code, Kept, Key, Short, UnitKey, Words


class CommuneModel(Kept, Base):
    """A model that a unit runs; which years count is told by its `years` alone."""

    __tablename__ = "commune_model"
    __table_args__ = (Index(None, "unit_id", "kind"), Index(None, "task_id"))

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    name: Mapped[Short]
    kind: Mapped[Code | None]
    started_year: Mapped[int | None]
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"))
    note: Mapped[str | None]
    search: Mapped[Words]
    years: Mapped[list["ModelYear"]] = relationship(cascade="all, delete-orphan")


class ModelYear(Kept, Base):
    """In a year a model was new, kept on or ended."""

    __tablename__ = "model_year"
    __table_args__ = (
        Index(None, "model_id", "year", unique=True),
        Index("ix_model_year_measures", "year", "model_id", "state"),
    )

    id: Mapped[Key]
    model_id: Mapped[int] = mapped_column(ForeignKey("commune_model.id", ondelete="CASCADE"))
    year: Mapped[int]
    state: Mapped[Code]
    search: Mapped[Words]
