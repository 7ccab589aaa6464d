"""What the tables of lists are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement

from db.records import Unit
from db.services.fact_parts import During


@dataclass(frozen=True)
class Listing:
    """A kind's list. `words` names the catalogue of a column that holds codes but is no field of the form."""

    columns: Mapping[str, ColumnElement[Any]]
    totals: tuple[str, ...] = ()
    during: During | None = None
    order: tuple[ColumnElement[Any], ...] = ()
    order_by_unit: bool = False
    words: Mapping[str, str] = field(default_factory=dict)


UNIT = {"unit": Unit.name.expression}


def columns(record: Any, *keys: str) -> dict[str, ColumnElement[Any]]:
    """Return mapped columns by their names."""
    return {key: getattr(record, key) for key in keys}
