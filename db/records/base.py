"""What every mapped class shares: named constraints, column types, who and when."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from sqlalchemy import CheckConstraint, Date, ForeignKey, Integer, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Thousandths(TypeDecorator[Decimal]):
    """An exact number with up to 3 decimals, kept as a whole number of thousandths so that SQL adds it exactly."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | int | None, dialect: Any) -> int | None:
        """Turn the number into thousandths."""
        return None if value is None else int(Decimal(value) * 1000)

    def process_result_value(self, value: int | None, dialect: Any) -> Decimal | None:
        """Turn thousandths into the number."""
        return None if value is None else Decimal(value) / 1000

    def coerce_compared_value(self, op: Any, value: Any) -> "Thousandths":
        """Compare with numbers of the same kind."""
        return self


class Base(DeclarativeBase):
    """The root of all mapped classes."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {Decimal: Thousandths, date: Date}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Never give the number of a deleted row to another: the log may bring the row back."""
        super().__init_subclass__(**kwargs)
        cls.metadata.tables[cls.__tablename__].dialect_kwargs["sqlite_autoincrement"] = True


Key = Annotated[int, mapped_column(primary_key=True)]
Code = Annotated[str, mapped_column(String(50))]
Sha256 = Annotated[str, mapped_column(String(64))]
Short = Annotated[str, mapped_column(String(250))]
Long = Annotated[str, mapped_column(Text)]
Words = Annotated[str, mapped_column(Text, default="", server_default="")]
UnitKey = Annotated[int, mapped_column(ForeignKey("unit.id"))]


class Kept:
    """Who entered a record and when, who changed it last and when."""

    created_at: Mapped[datetime]
    created_by: Mapped[Short]
    changed_at: Mapped[datetime]
    changed_by: Mapped[Short]


def not_negative(*columns: str) -> list[CheckConstraint]:
    """Return a named check for each column: a count is never below 0."""
    return [CheckConstraint(f"{column} >= 0", name=f"{column}_not_negative") for column in columns]


def within(part: str, whole: str) -> CheckConstraint:
    """Return the named check that a part is not above its whole; either may be unrecorded."""
    return CheckConstraint(f"{part} <= {whole}", name=f"{part}_within_{whole}")


def in_order(first: str, last: str) -> CheckConstraint:
    """Return the named check that a stretch of days or years does not end before it begins."""
    return CheckConstraint(f"{first} <= {last}", name=f"{last}_not_before_{first}")


Clock = Callable[[], datetime]
