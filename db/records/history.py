"""The log of changes, which undo and the bin rest on, and drafts of what was not yet complete."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.records.base import Base, Code, Key, Long, Sha256, Short


class Step(Base):
    """What one officer did in one go; undo takes back a whole step, as a step that `reverts` it.

    `hash` chains it to the step before (`db.rules.history_chain`).
    """

    __tablename__ = "step"

    id: Mapped[Key]
    at: Mapped[datetime]
    who: Mapped[Short]
    hash: Mapped[Sha256] = mapped_column(default="", server_default="")
    reverts: Mapped[int | None]


class Change(Base):
    """One row before and after, as JSON objects of its columns; empty where it did not exist."""

    __tablename__ = "change"
    __table_args__ = (Index(None, "step_id"), Index(None, "table_name", "row_id"))

    id: Mapped[Key]
    step_id: Mapped[int] = mapped_column(ForeignKey("step.id"))
    table_name: Mapped[Code]
    row_id: Mapped[int]
    before: Mapped[Long | None]
    after: Mapped[Long | None]


class Draft(Base):
    """What was typed in a form that is not yet a record (or not yet valid), as JSON of field → text."""

    __tablename__ = "draft"

    id: Mapped[Key]
    kind: Mapped[Code]
    record_id: Mapped[int | None]
    parent_id: Mapped[int | None]
    raw: Mapped[Long]
    at: Mapped[datetime]
