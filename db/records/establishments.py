"""Service establishments (cơ sở kinh doanh dịch vụ): only the business is named, never a person."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.records.base import Base, Code, Kept, Key, Short, UnitKey, Words, in_order, not_negative, within

_OF_ESTABLISHMENT = "all, delete-orphan"


class Establishment(Kept, Base):
    """A business, open from `opened_on` to `closed_on`, both counted; an empty end is still open."""

    __tablename__ = "establishment"
    __table_args__ = (
        in_order("opened_on", "closed_on"),
        # Holds every counted column: a year's measures read this index alone, not the wide rows.
        Index("ix_establishment_measures", "unit_id", "kind", "opened_on", "closed_on"),
    )

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    name: Mapped[Short]
    kind: Mapped[Code]
    address: Mapped[Short | None]
    licence: Mapped[Short | None]
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    note: Mapped[str | None]
    search: Mapped[Words]
    commitments: Mapped[list["Commitment"]] = relationship(cascade=_OF_ESTABLISHMENT)
    workforces: Mapped[list["Workforce"]] = relationship(cascade=_OF_ESTABLISHMENT)


class Commitment(Kept, Base):
    """An establishment signed a commitment (cam kết) on a day."""

    __tablename__ = "commitment"
    __table_args__ = (Index(None, "establishment_id", "signed_on", unique=True),)

    id: Mapped[Key]
    establishment_id: Mapped[int] = mapped_column(ForeignKey("establishment.id", ondelete="CASCADE"))
    signed_on: Mapped[date]
    note: Mapped[str | None]
    search: Mapped[Words]


class Workforce(Kept, Base):
    """How many worked in an establishment when they were counted; it holds until the next count."""

    __tablename__ = "workforce"
    __table_args__ = (
        *not_negative("workers", "female"),
        within("female", "workers"),
        Index(None, "establishment_id", "counted_on", unique=True),
        Index("ix_workforce_measures", "establishment_id", "counted_on", "workers", "female"),
    )

    id: Mapped[Key]
    establishment_id: Mapped[int] = mapped_column(ForeignKey("establishment.id", ondelete="CASCADE"))
    counted_on: Mapped[date]
    workers: Mapped[int]
    female: Mapped[int | None]
    search: Mapped[Words]
