"""What the tables of lists are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Integer, Text, column, select, table

from db.records import Unit
from db.rules.periods import Span
from db.services.measuring.fact_parts import During

Columns = Mapping[str, ColumnElement[Any]]


@dataclass(frozen=True)
class Listing:
    """A kind's list. `words` names the catalogue of a column that holds codes but is no field of the form.

    `dated` gives the columns that depend on the day: as they stand at the end of a span, without one the last.
    """

    columns: Columns
    totals: tuple[str, ...] = ()
    during: During | None = None
    order: tuple[ColumnElement[Any], ...] = ()
    order_by_unit: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    dated: Callable[[Span | None], Columns] | None = None

    def at(self, span: Span | None) -> Columns:
        """Return all columns as they stand at the end of a span, without one as they stood last."""
        return self.columns if self.dated is None else {**self.columns, **self.dated(span)}


# Not the mapped class: for a column of a list all classes of plans would be mapped.
_TASK = table("task", column("id", Integer), column("content", Text))
UNIT = {"unit": Unit.name.expression}


def columns(record: Any, *keys: str) -> dict[str, ColumnElement[Any]]:
    """Return mapped columns by their names."""
    return {key: getattr(record, key) for key in keys}


def task_of(task_id: Any) -> dict[str, ColumnElement[Any]]:
    """Return the column of the task that a record serves, by its content."""
    return {"task": select(_TASK.c.content).where(_TASK.c.id == task_id).scalar_subquery()}
