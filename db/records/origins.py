"""Where records came from that other offices' books handed on: which book, of which day, under which number there."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.records.base import Base, Code, Kept, Key, Sha256, Short


class SourceBook(Kept, Base):
    """A handed book of which records are held. `book_key` names the book for ever, `sha256` is of what the file said.

    A book that came inside another (its records were taken in there before) has its file's name left empty.
    """

    __tablename__ = "source_book"
    __table_args__ = (Index(None, "book_key", "sha256", unique=True),)

    id: Mapped[Key]
    book_key: Mapped[Code]
    unit_code: Mapped[Code]
    office_name: Mapped[Short]
    handed_on: Mapped[date]
    sha256: Mapped[Sha256]
    file_name: Mapped[Short]


class Origin(Base):
    """A row of this book was a row of another; `said` tells what it was there, so that a newer file shows changes."""

    __tablename__ = "origin"
    __table_args__ = (
        Index(None, "table_name", "record_id", "source_id"),
        Index(None, "table_name", "number", "source_id"),
    )

    id: Mapped[Key]
    source_id: Mapped[int] = mapped_column(ForeignKey("source_book.id"))
    table_name: Mapped[Code]
    record_id: Mapped[int]
    number: Mapped[int]
    said: Mapped[Code]
