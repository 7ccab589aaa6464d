"""Score sheets (phiếu chấm điểm) of communes under a rule set."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.records.base import Base, Code, Kept, Key, UnitKey


class ScoreSheet(Kept, Base):
    """A commune's sheet of a year. Points and classes are what the rule set makes of the marks given so far."""

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
    marks: Mapped[list["ScoreMark"]] = relationship(cascade="all, delete-orphan")


class ScoreMark(Kept, Base):
    """Points for one criterion: the commune's own and the appraised ones; a difference needs its reason."""

    __tablename__ = "score_mark"
    __table_args__ = (Index(None, "sheet_id", "criterion", unique=True),)

    id: Mapped[Key]
    sheet_id: Mapped[int] = mapped_column(ForeignKey("score_sheet.id", ondelete="CASCADE"))
    criterion: Mapped[Code]
    self_points: Mapped[Decimal | None]
    appraised_points: Mapped[Decimal | None]
    reason: Mapped[str | None]
