"""The office whose book this is, and the names that it and others printed at other times."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.records.base import Base, Code, Kept, Key, Short, UnitKey


class Office(Kept, Base):
    """The unit that keeps this book, and the names as they are printed. There is one row.

    `book_key` names the book wherever its records go; a copy of the folder is the same book. One that is
    `guarded` has accounts beside it and is not opened without them.
    """

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
    book_key: Mapped[Code] = mapped_column(default="", server_default="")
    guarded: Mapped[bool] = mapped_column(default=False, server_default="0")


class OfficeNamesOfTime(Kept, Base):
    """The names that an office printed until a day, itself counted; no such end: the last that are known.

    No unit: the office whose book this is. Others are those whose plans came in handed books.
    """

    __tablename__ = "office_names"
    __table_args__ = (Index(None, "unit_id", "valid_to", unique=True),)

    id: Mapped[Key]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    valid_to: Mapped[date | None]
    parent_agency: Mapped[Short]
    issuing_agency: Mapped[Short]
    place: Mapped[Short]
    receiving_unit: Mapped[Short]
    symbol: Mapped[Short]
    authority: Mapped[Short]
    signatory_post: Mapped[Short]
    signatory_name: Mapped[Short]
    preparer_name: Mapped[Short]
