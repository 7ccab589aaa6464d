"""What was typed before in a field, offered while it is typed again."""

from collections import Counter
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.services.entering.kinds import STORED, column

# Of ten years of a large office only the newest are looked at: what was typed lately is what will be typed again.
_NEWEST = 5_000
_MOST = 500


def earlier(session: Session, kind: str, key: str) -> tuple[str, ...]:
    """Return the texts of a field in the newest records, each once: the most used first, then the newest."""
    record: Any = STORED[kind].record
    newest = select(column(record, key)).order_by(record.id.desc()).limit(_NEWEST)
    texts = [text for text in session.scalars(newest) if text]
    # Counter keeps the order of first sight, which is from the newest on, among those that are equally used.
    return tuple(text for text, _ in Counter(map(str, texts)).most_common(_MOST))
