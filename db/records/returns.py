"""Returns (báo cáo số liệu) that were exported: one set, one unit, one period, one revision, frozen figures."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from db.records.base import Base, Code, Kept, Key, Long, Sha256, Short, UnitKey


class Return(Kept, Base):
    """What one exported workbook said. `figures` is JSON (sheet → rows); `check_code` is printed in the footer."""

    __tablename__ = "return"
    __table_args__ = (Index(None, "unit_id", "set_code", "period", "revision", unique=True),)

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    set_code: Mapped[Code]
    set_version: Mapped[Code]
    period: Mapped[Code]
    first: Mapped[date]
    last: Mapped[date]
    revision: Mapped[int]
    figures: Mapped[Long]
    sha256: Mapped[Sha256]
    check_code: Mapped[Code]
    file_name: Mapped[Short]
