"""The words by which a record is found, kept beside it as one folded text."""

from functools import lru_cache, partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Unit
from db.rules.entries import Field, FieldKind, Values, typed_text
from db.rules.formats import Value
from db.rules.text import folded
from db.services import content
from db.services.entering import links
from db.services.entering.kinds import STORED, Stored, column, row_values
from db.services.entering.lists_once import once

_TYPED = (FieldKind.TEXT, FieldKind.LINES, FieldKind.DATE, FieldKind.PERIOD)


def of(session: Session, stored: Stored, values: Values) -> str:
    """Return the folded words of a record: what was typed, its unit, its choices, what it links to."""
    given = [(field, value) for field in stored.entry.fields if (value := values.get(field.key)) is not None]
    words = [_words(session, field, value) for field, value in given]
    return " ".join(_folded_once(word) for word in words if word)


@lru_cache(maxsize=4096)
def _folded_once(word: str) -> str:
    # Days, units and choices come again in every other record.
    return folded(word)


def refresh_links(session: Session, kind: str, record_id: int) -> None:
    """Let the records that link to this one be found by its words as they are now."""
    if not STORED[kind].title:
        return
    for other, field in links.linking(kind):
        record: Any = other.record
        for found in session.scalars(select(record).where(column(record, field.key) == record_id)):
            found.search = of(session, other, row_values(other, found))
    session.flush()


def _words(session: Session, field: Field, value: Value) -> str:
    if field.kind in _TYPED:
        return typed_text(value)
    if field.kind is FieldKind.UNIT:
        unit = once(session, f"unit {value}", lambda: session.get(Unit, value))
        return unit.name if unit else ""
    if field.kind is FieldKind.LINK and STORED[field.links].title:
        title = partial(_title, session, STORED[field.links], value)
        return once(session, f"title {field.links} {value}", title)
    if field.kind is FieldKind.CHOICE and field.catalogue != "measures":
        choices = partial(content.choices, session, field.catalogue)
        return once(session, field.catalogue, lambda: content.titles(choices())).get(str(value), "")
    return ""


def _title(session: Session, stored: Stored, record_id: Value) -> str:
    if not stored.title:
        return ""
    title = column(stored.record, stored.title)
    return str(session.scalar(select(title).where(column(stored.record, "id") == record_id)) or "")
