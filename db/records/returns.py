"""Returns (báo cáo số liệu): being filled, approved and sent, and those that came in files."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.records.base import Base, Code, Kept, Key, Long, Sha256, Short, UnitKey, Words


class Return(Kept, Base):
    """An approved return: one set, one unit, one period, one revision, frozen. Created when it was approved.

    `figures` is what its hash is made of, `frozen` the whole return with its forms (empty in those of earlier
    programs), `sources` where each row came from, both JSON; `words` (JSON) what was said of its warnings, `note` why
    it differs from the revision before. `check_code` is printed in the footer.
    """

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
    frozen: Mapped[Words]
    sources: Mapped[Words]
    words: Mapped[Words]
    note: Mapped[Words]
    exported_at: Mapped[datetime | None]
    sent_on: Mapped[date | None]
    sent_note: Mapped[Words]
    acknowledged_on: Mapped[date | None]
    acknowledged_note: Mapped[Words]


class ReturnWork(Kept, Base):
    """A return that is being filled: where its figures come from (`records` or `returns`), when it was checked.

    `checked_sha256` is that of the figures that were checked: others have to be checked again.
    """

    __tablename__ = "return_work"
    __table_args__ = (Index(None, "unit_id", "set_code", "period", unique=True),)

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    set_code: Mapped[Code]
    period: Mapped[Code]
    source: Mapped[Code] = mapped_column(default="records", server_default="records")
    checked_at: Mapped[datetime | None]
    checked_sha256: Mapped[Sha256 | None]


class ReturnCell(Kept, Base):
    """A cell that an officer filled by hand in a return, in place of what the measures say; an empty value is a blank.

    `computed` is what the measures said then: an officer is told once they say something else.
    `sheet` is the form's code, `row` and `column` are keys (`check_findings.row_keys`).
    """

    __tablename__ = "return_cell"
    __table_args__ = (Index(None, "work_id", "sheet", "row", "column", unique=True),)

    id: Mapped[Key]
    work_id: Mapped[int] = mapped_column(ForeignKey("return_work.id", ondelete="CASCADE"))
    sheet: Mapped[Code]
    row: Mapped[Code]
    column: Mapped[Code]
    value: Mapped[Words]
    reason: Mapped[Words]
    computed: Mapped[Words]


class ReturnWord(Kept, Base):
    """What an officer says of a warning, told by the key of the finding."""

    __tablename__ = "return_word"
    __table_args__ = (Index(None, "work_id", "finding", unique=True),)

    id: Mapped[Key]
    work_id: Mapped[int] = mapped_column(ForeignKey("return_work.id", ondelete="CASCADE"))
    finding: Mapped[Short]
    word: Mapped[Words]


class ReturnMark(Kept, Base):
    """What an officer says of a return that went past the program, on a day: sent, acknowledged, received or excused.

    `set_code` names the set of forms, or a return without forms that was added to the schedule by hand.
    """

    __tablename__ = "return_mark"
    __table_args__ = (Index(None, "unit_id", "set_code", "period", "state", unique=True),)

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    set_code: Mapped[Code]
    period: Mapped[Code]
    state: Mapped[Code]
    on: Mapped[date]
    note: Mapped[Words]


class ReturnFile(Base):
    """A return that came in a file, its bytes as received. `state` is received, refused or superseded.

    A refused file may name no unit, set or period. `frozen` is what it says as `frozen.frozen_text` writes it,
    `findings` what was found in it, both JSON; `reason` why a person took it in place of another.
    """

    __tablename__ = "return_file"
    __table_args__ = (
        Index(None, "sha256", unique=True),
        Index(None, "set_code", "period", "unit_id"),
    )

    id: Mapped[Key]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    set_code: Mapped[Code]
    period: Mapped[Code]
    last: Mapped[date | None]
    revision: Mapped[int]
    verified: Mapped[bool]
    state: Mapped[Code]
    file_name: Mapped[Short]
    sha256: Mapped[Sha256]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    frozen: Mapped[Words]
    findings: Mapped[Words]
    reason: Mapped[Words]
    received_at: Mapped[datetime]
    received_by: Mapped[Short]


class ReturnTemplate(Kept, Base):
    """A province's own workbook that serves as the forms of a set, from day to day; `mapping` is JSON."""

    __tablename__ = "return_template"
    __table_args__ = (Index(None, "set_code", "valid_from", unique=True),)

    id: Mapped[Key]
    set_code: Mapped[Code]
    title: Mapped[Short]
    file_name: Mapped[Short]
    sha256: Mapped[Sha256]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    mapping: Mapped[Words]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]


class ReportText(Kept, Base):
    """What an officer wrote into a part of a narrative report (báo cáo) of a unit and a period."""

    __tablename__ = "report_text"
    __table_args__ = (Index(None, "unit_id", "skeleton", "period", "part", unique=True),)

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    skeleton: Mapped[Code]
    period: Mapped[Code]
    part: Mapped[Code]
    text: Mapped[Words]
