"""Administrative units in time. A row is one unit from `valid_from` to `valid_to`; any change makes a new row."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.records.base import Base, Code, Key, Short, UnitKey, Words, in_order


class Unit(Base):
    """A province (level 1), district (2) or commune (3). No `valid_from`: it began before the first list read."""

    __tablename__ = "unit"
    __table_args__ = (
        CheckConstraint("level BETWEEN 1 AND 3", name="level"),
        in_order("valid_from", "valid_to"),
        Index(None, "code"),
        Index(None, "parent_id"),
    )

    id: Mapped[Key]
    code: Mapped[Code]
    level: Mapped[int]
    kind: Mapped[Short]
    name: Mapped[Short]
    sort_key: Mapped[Short]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    search: Mapped[Words]


class UnitList(Base):
    """A list of units that was read: of which day, from which file."""

    __tablename__ = "unit_list"

    id: Mapped[Key]
    on: Mapped[date]
    file_name: Mapped[Short]
    rows: Mapped[int]


class Succession(Base):
    """On a day a unit took over the whole or a part of an older one; no `old_id` where no source settles which.

    `written` is then what a list says of the old unit.
    """

    __tablename__ = "succession"
    __table_args__ = (
        CheckConstraint("extent IN ('whole', 'part')", name="extent"),
        Index(None, "old_id", "new_id", "on", unique=True),
        Index(None, "new_id"),
    )

    id: Mapped[Key]
    on: Mapped[date]
    old_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    new_id: Mapped[UnitKey]
    extent: Mapped[Code]
    written: Mapped[Words]
