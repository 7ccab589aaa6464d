"""Figures (số liệu kỳ): counts that are entered for a unit and a period; no person stands behind a row."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from db.records.base import Base, Code, Kept, Key, UnitKey, Words, in_order, not_negative


class Figure(Kept, Base):
    """The value of a definition; `first_on` and `last_on` are the period's days when it was entered, both counted."""

    __tablename__ = "figure"
    __table_args__ = (
        *not_negative("value"),
        in_order("first_on", "last_on"),
        Index(None, "definition", "unit_id", "period", unique=True),
        # Answers which figure of a unit is the latest, and which overlap.
        Index(None, "definition", "unit_id", "last_on", "first_on"),
        # Holds every counted column: a year's measures read this index alone, not the wide rows.
        Index("ix_figure_measures", "unit_id", "first_on", "last_on", "definition", "value"),
    )

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    definition: Mapped[Code]
    period: Mapped[Code]
    first_on: Mapped[date]
    last_on: Mapped[date]
    value: Mapped[int]
    note: Mapped[str | None]
    search: Mapped[Words]
