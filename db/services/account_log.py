"""The accounts in the book's log: who was added, changed or removed, without a secret; and whether the ring is known.

Each change of the ring leaves a row 0 of the table "account" with its SHA-256, so that a file that was edited,
replaced or put back from elsewhere is found at the next start.
"""

import json
import zlib
from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.keyring.ring import Account, Ring
from db.keyring.signing_in import AccountEvent
from db.records import Change, Office
from db.rules.text import folded
from db.services.entering import change_log
from db.services.entering.change_log import LoggedRow
from db.services.entering.noted import ACCOUNTS
from db.services.offices import OFFICE_ID, is_guarded

TABLE = ACCOUNTS
_RING = 0


class Known(StrEnum):
    """What the book knows of a ring: nothing yet, as it was last noted, changed since, or another book's."""

    NEW = "new"
    AS_NOTED = "as_noted"
    CHANGED = "changed"
    FOREIGN = "foreign"


def note(session: Session, before: Ring | None, after: Ring | None, event: AccountEvent) -> None:
    """Log what became of the ring, and whether the book is guarded by one."""
    rows = [_row(number, old, new) for number, old, new in _accounts(before, after) if old != new]
    rows.append(_row(_RING, _ring_values(before, None), _ring_values(after, event)))
    change_log.log_rows(session, TABLE, rows)
    _guard(session, guarded=after is not None)


def known(session: Session, ring: Ring) -> Known:
    """Tell whether a ring is the one that the log knows."""
    statement = select(Change.after).where(Change.table_name == TABLE, Change.row_id == _RING)
    last = session.scalar(statement.order_by(Change.id.desc()).limit(1))
    if last is None or not is_guarded(session):
        return Known.NEW
    noted = json.loads(last)
    if noted["key_id"] != ring.key_id:
        return Known.FOREIGN
    return Known.AS_NOTED if noted["ring"] == ring.digest else Known.CHANGED


def found_after(session: Session, change_id: int) -> int | None:
    """Return the row of the last change found that no officer made, after a row of the log; none where none is."""
    statement = select(Change.id, Change.after).where(Change.table_name == TABLE, Change.row_id == _RING)
    for number, after in session.execute(statement.where(Change.id > change_id).order_by(Change.id.desc())):
        if after is not None and json.loads(after).get("event") == AccountEvent.FOUND_CHANGED:
            return int(number)
    return None


def _guard(session: Session, *, guarded: bool) -> None:
    office = session.get_one(Office, OFFICE_ID)
    office.guarded = guarded


def _accounts(
    before: Ring | None, after: Ring | None
) -> list[tuple[int, Mapping[str, object] | None, Mapping[str, object] | None]]:
    old, new = _by_number(before), _by_number(after)
    return [(number, old.get(number), new.get(number)) for number in sorted({*old, *new})]


def _by_number(ring: Ring | None) -> dict[int, Mapping[str, object]]:
    return {_number(account): _values(account) for account in ring.accounts} if ring else {}


def _number(account: Account) -> int:
    # An account has no number of its own; its name, however written, gives it one. Never that of the ring.
    return zlib.crc32(folded(account.name).encode()) or 1


def _values(account: Account) -> Mapping[str, object]:
    return {"name": account.name, "role": str(account.role), "must_change": account.must_change}


def _ring_values(ring: Ring | None, event: AccountEvent | None) -> Mapping[str, object] | None:
    if ring is None:
        return None
    said = {"encrypts": str(ring.encrypts), "key_id": ring.key_id, "ring": ring.digest}
    return said if event is None else {**said, "event": str(event)}


def _row(number: int, before: Mapping[str, object] | None, after: Mapping[str, object] | None) -> LoggedRow:
    old, new = (change_log.values_json(values) if values else None for values in (before, after))
    return LoggedRow(number, old, new)
