"""What the facts that measures count are described by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_

from db.rules.periods import Span

During = Callable[[Span], ColumnElement[bool]]
Columns = Mapping[str, ColumnElement[Any]]
# The value that is the unit for which a fact counts.
COUNTED_UNIT = "home"
# The value that is the unit itself, or as reported the one of the last day that took over the whole of it: of units
# that came together within a period one is counted.
LASTING_UNIT = "lasting"


@dataclass(frozen=True)
class Facts:
    """One kind of fact as SQL. `during` tells which rows count in a span of days, both ends counted.

    A value may depend on the span. Where facts outlive the unit they name, `home_days` returns the days on which the
    unit that answers for them must exist: the unit itself, or the one that took over the whole of it. Where
    the facts are units themselves (`of_units`), those of the last day count.
    """

    rows: FromClause
    unit_id: ColumnElement[int]
    during: During
    filters: Columns = field(default_factory=dict)
    values: Mapping[str, ColumnElement[Any] | Callable[[Span], ColumnElement[Any]]] = field(
        default_factory=dict
    )
    home_days: Callable[[Span], Span] | None = None
    of_units: bool = False

    def value(self, key: str, span: Span) -> ColumnElement[Any]:
        """Return what is added up over a span of days."""
        value = self.values[key]
        return value(span) if callable(value) else value


def columns(record: Any, *keys: str) -> Columns:
    """Return mapped columns by their names."""
    return {key: getattr(record, key) for key in keys}


def on_day(day: Any) -> During:
    """Return that a fact counts in the span that its day lies in."""
    return lambda span: and_(day >= span.first, day <= span.last)


def last_day(span: Span) -> Span:
    """Return the last day of a span alone, for facts that are counted as of it."""
    return Span(span.last, span.last, span.year)


def whole_span(span: Span) -> Span:
    """Return the span itself, for facts that are counted on their own day."""
    return span
