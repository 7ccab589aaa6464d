"""The office whose book this is."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from db.records.base import Base, Kept, Key, Short, UnitKey


class Office(Kept, Base):
    """The unit that keeps this book, and the names as they are printed. There is one row."""

    __tablename__ = "office"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    parent_agency: Mapped[Short]
    issuing_agency: Mapped[Short]
    place: Mapped[Short]
    receiving_unit: Mapped[Short]
    symbol: Mapped[Short]
    authority: Mapped[Short]
    signatory_post: Mapped[Short]
    signatory_name: Mapped[Short]
    preparer_name: Mapped[Short]
    cut_off: Mapped[Short]
    sample: Mapped[bool]
