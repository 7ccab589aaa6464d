"""Score sheets (phiếu chấm điểm) of communes under a rule set: marks, steps of the chain, evidence, files received."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.records.base import Base, Code, Kept, Key, Sha256, Short, UnitKey, Words


class ScoreSheet(Kept, Base):
    """A commune's sheet of a year. Points and classes are what the rule set makes of the answers given so far.

    `state` is where the chain stands. The class registered for and the one recognised, with the decision's number and
    day, are those of the last such step; a recognition that was withdrawn leaves none.
    """

    __tablename__ = "score_sheet"
    __table_args__ = (Index(None, "year", "unit_id", unique=True), Index(None, "unit_id"))

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    year: Mapped[int]
    rule_set_id: Mapped[int] = mapped_column(ForeignKey("content.id"))
    self_on: Mapped[date | None]
    self_points: Mapped[Decimal | None]
    self_class: Mapped[Code | None]
    appraised_on: Mapped[date | None]
    appraised_points: Mapped[Decimal | None]
    appraised_class: Mapped[Code | None]
    state: Mapped[Code] = mapped_column(default="open", server_default="open")
    registered_on: Mapped[date | None]
    registered_class: Mapped[Code | None]
    recognised_on: Mapped[date | None]
    recognised_class: Mapped[Code | None]
    decision_number: Mapped[Short | None]
    marks: Mapped[list["ScoreMark"]] = relationship(cascade="all, delete-orphan")
    steps: Mapped[list["ScoreStep"]] = relationship(cascade="all, delete-orphan", order_by="ScoreStep.id")
    evidence: Mapped[list["ScoreEvidence"]] = relationship(
        cascade="all, delete-orphan", order_by="ScoreEvidence.id"
    )


class ScoreMark(Kept, Base):
    """Answers to one criterion (or asked condition) and their points: the commune's own and the appraised ones.

    `reason` tells why they differ, `note` why the commune did not take what its records propose. Points are empty where
    the criterion does not apply, or has none.
    """

    __tablename__ = "score_mark"
    __table_args__ = (Index(None, "sheet_id", "criterion", unique=True),)

    id: Mapped[Key]
    sheet_id: Mapped[int] = mapped_column(ForeignKey("score_sheet.id", ondelete="CASCADE"))
    criterion: Mapped[Code]
    self_points: Mapped[Decimal | None]
    appraised_points: Mapped[Decimal | None]
    reason: Mapped[str | None]
    self_answer: Mapped[Code] = mapped_column(default="", server_default="")
    appraised_answer: Mapped[Code] = mapped_column(default="", server_default="")
    note: Mapped[Words]


class ScoreStep(Kept, Base):
    """A step of the chain that a sheet took: which, on which day, for which class, under which number, why."""

    __tablename__ = "score_step"
    __table_args__ = (Index(None, "sheet_id"),)

    id: Mapped[Key]
    sheet_id: Mapped[int] = mapped_column(ForeignKey("score_sheet.id", ondelete="CASCADE"))
    step: Mapped[Code]
    on: Mapped[date]
    class_code: Mapped[Code | None]
    number: Mapped[Short | None]
    reason: Mapped[Words]


class ScoreEvidence(Kept, Base):
    """What proves the answer to a criterion: a document's number and day, a note, a file kept in the office's folder.

    `file_name` is the name under which the file came, `stored_name` the one under which it lies in the folder.
    """

    __tablename__ = "score_evidence"
    __table_args__ = (Index(None, "sheet_id", "criterion"),)

    id: Mapped[Key]
    sheet_id: Mapped[int] = mapped_column(ForeignKey("score_sheet.id", ondelete="CASCADE"))
    criterion: Mapped[Code]
    number: Mapped[Short | None]
    on: Mapped[date | None]
    note: Mapped[Words]
    file_name: Mapped[Short | None]
    stored_name: Mapped[Short | None]
    sha256: Mapped[Sha256 | None]
    size: Mapped[int | None]


class ScoreFile(Base):
    """A commune's sheet of a year as it came in a file: its bytes as received, also of one that was not taken."""

    __tablename__ = "score_file"
    __table_args__ = (Index(None, "unit_id", "year", "sha256", unique=True),)

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    year: Mapped[int]
    file_name: Mapped[Short]
    sha256: Mapped[Sha256]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    revision: Mapped[int]
    received_at: Mapped[datetime]
    received_by: Mapped[Short]
