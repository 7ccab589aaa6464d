"""Records that are likely to be one entered twice: a warning at the form and over a pasted block, never a refusal."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.rules.entries import Values
from db.rules.text import folded
from db.services.entering.kinds import STORED, column

# What two records of one fact have in common; texts are compared without case and tone marks.
_ALIKE: Mapping[str, tuple[str, ...]] = {
    "outreach": ("held_on", "unit_id", "form", "topic"),
    "trainings": ("starts_on", "unit_id", "title"),
    "officials": ("unit_id", "name"),
    "establishments": ("unit_id", "name"),
    "inspections": ("held_on", "unit_id", "establishment_id", "place"),
    "hotspots": ("unit_id", "place"),
    "models": ("unit_id", "name"),
}
_TEXTS = ("topic", "title", "name", "place")


def twin(session: Session, kind: str, values: Values, record_id: int | None = None) -> int | None:
    """Return the number of a record that is likely to be the same as one with these values; none where there is none.

    `record_id` is the record's own number.
    """
    keys = _ALIKE.get(kind, ())
    exact = [key for key in keys if key not in _TEXTS]
    if not keys or any(values.get(key) is None for key in exact if key != "establishment_id"):
        return None
    record: Any = STORED[kind].record
    texts = [key for key in keys if key in _TEXTS]
    same = [column(record, key) == values.get(key) for key in exact]
    statement = select(record.id, *(column(record, key) for key in texts)).where(*same)
    own = tuple(folded(str(values.get(key) or "")) for key in texts)
    for number, *others in session.execute(
        statement.where(record.id != (record_id or 0)).order_by(record.id)
    ):
        if tuple(folded(other or "") for other in others) == own:
            return int(number)
    return None


def alike_key(kind: str, values: Values) -> tuple[object, ...]:
    """Return what two rows of a block have in common where they are likely to be one entered twice."""
    keys = _ALIKE.get(kind, ())
    return tuple(folded(str(values.get(key) or "")) if key in _TEXTS else values.get(key) for key in keys)
