"""Plans (kế hoạch) with their sections, targets and tasks."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.records.base import Base, Code, Kept, Key, Long, Short, UnitKey, Words, in_order, not_negative

_OF_PLAN = "all, delete-orphan"


class Plan(Kept, Base):
    """A plan of the office. `grounds` and `recipients` hold one a line."""

    __tablename__ = "plan"
    __table_args__ = (in_order("first_year", "last_year"), *not_negative("number"))

    id: Mapped[Key]
    unit_id: Mapped[UnitKey]
    kind: Mapped[Code] = mapped_column(default="year", server_default="year")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    scheme: Mapped[Code] = mapped_column(default="lettered", server_default="lettered")
    subject: Mapped[str]
    first_year: Mapped[int]
    last_year: Mapped[int]
    state: Mapped[Code]
    number: Mapped[int | None]
    symbol: Mapped[Short | None]
    issued_on: Mapped[date | None]
    grounds: Mapped[str | None]
    recipients: Mapped[str | None]
    authority: Mapped[Short | None]
    signatory_post: Mapped[Short | None]
    signatory_name: Mapped[Short | None]
    search: Mapped[Words]
    sections: Mapped[list["PlanSection"]] = relationship(cascade=_OF_PLAN, order_by="PlanSection.position")
    targets: Mapped[list["Target"]] = relationship(cascade=_OF_PLAN, order_by="Target.position")
    tasks: Mapped[list["Task"]] = relationship(cascade=_OF_PLAN, order_by="Task.position")
    amendments: Mapped[list["PlanAmendment"]] = relationship(cascade=_OF_PLAN, order_by="PlanAmendment.id")


class PlanAmendment(Kept, Base):
    """A numbered amendment of an issued plan.

    `before` and `after` are the plan as JSON when the amendment was opened and when it was issued; the plan can be
    edited between the two, and only then.
    """

    __tablename__ = "plan_amendment"
    __table_args__ = (Index(None, "plan_id"), *not_negative("number"))

    id: Mapped[Key]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    number: Mapped[int | None]
    symbol: Mapped[Short | None]
    issued_on: Mapped[date | None]
    reason: Mapped[str | None]
    before: Mapped[Long]
    after: Mapped[Long | None]


class PlanSection(Kept, Base):
    """A heading (`shape` is its depth, `heading-1` …), a paragraph, or the place where the targets are printed."""

    __tablename__ = "plan_section"
    __table_args__ = (Index(None, "plan_id", "position"),)

    id: Mapped[Key]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    position: Mapped[int]
    shape: Mapped[Code]
    text: Mapped[str | None]
    search: Mapped[Words]


class Target(Kept, Base):
    """A target (chỉ tiêu): text as printed, operator and value(s), and the measure that tells how far it is."""

    __tablename__ = "target"
    __table_args__ = (Index(None, "plan_id", "position"),)

    id: Mapped[Key]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    position: Mapped[int]
    text: Mapped[Long]
    operator: Mapped[Code]
    value: Mapped[Decimal | None]
    value_to: Mapped[Decimal | None]
    measured_in: Mapped[Short | None]
    every: Mapped[Code | None]
    base: Mapped[Decimal | None]
    spread: Mapped[Code | None]
    measure: Mapped[Short | None]
    denominator: Mapped[Short | None]
    search: Mapped[Words]
    years: Mapped[list["TargetYear"]] = relationship(cascade=_OF_PLAN, order_by="TargetYear.year")
    shares: Mapped[list["TargetShare"]] = relationship(cascade=_OF_PLAN)
    values: Mapped[list["TargetValue"]] = relationship(cascade=_OF_PLAN, order_by="TargetValue.period")


class TargetYear(Base):
    """What a target of several years asks for in one of them."""

    __tablename__ = "target_year"
    __table_args__ = (Index(None, "target_id", "year", unique=True),)

    id: Mapped[Key]
    target_id: Mapped[int] = mapped_column(ForeignKey("target.id", ondelete="CASCADE"))
    year: Mapped[int]
    value: Mapped[Decimal]


class TargetShare(Base):
    """What a target asks of one commune."""

    __tablename__ = "target_share"
    __table_args__ = (Index(None, "target_id", "unit_id", unique=True), Index(None, "unit_id"))

    id: Mapped[Key]
    target_id: Mapped[int] = mapped_column(ForeignKey("target.id", ondelete="CASCADE"))
    unit_id: Mapped[UnitKey]
    value: Mapped[Decimal]


class TargetValue(Base):
    """What was done since the start of the year by the end of a period, kept by hand where no measure counts it."""

    __tablename__ = "target_value"
    __table_args__ = (Index(None, "target_id", "period", unique=True),)

    id: Mapped[Key]
    target_id: Mapped[int] = mapped_column(ForeignKey("target.id", ondelete="CASCADE"))
    period: Mapped[Code]
    value: Mapped[Decimal]


class Task(Kept, Base):
    """A task (nhiệm vụ): who leads, who joins, from when to when, what it yields, money in đồng."""

    __tablename__ = "task"
    __table_args__ = (
        *not_negative("money_planned", "money_spent"),
        in_order("starts_on", "ends_on"),
        Index(None, "plan_id", "position"),
    )

    id: Mapped[Key]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    position: Mapped[int]
    group: Mapped[Short | None]
    content: Mapped[Long]
    lead: Mapped[Short | None]
    joining: Mapped[str | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    repeats: Mapped[Code] = mapped_column(default="once", server_default="once")
    product: Mapped[Short | None]
    money_planned: Mapped[int | None]
    money_spent: Mapped[int | None]
    money_source: Mapped[Short | None]
    state: Mapped[Code]
    done_on: Mapped[date | None]
    note: Mapped[str | None]
    search: Mapped[Words]
