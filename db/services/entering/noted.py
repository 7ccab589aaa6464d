"""Which changes the log only notes: they were said to others or came in as they are, and are not taken back.

Bytes and frozen texts are noted by their size and SHA-256 only.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, func, select

from db.records import Change
from db.records.base import Base

# Units are not taken back (records rest on them), so the list they came from stays too.
# A return that left the office was said; only another revision answers it. A file stays as it came in.
NOTED = ("unit_list", "return", "return_file", "return_template", "score_file")
# Under this name the log tells of the accounts, which stand in a file of their own.
ACCOUNTS = "account"
# Stands among the values of a row that is only noted; within a text its quotes would be escaped.
MARK = "noted"
_MARKED = f'"{MARK}": true'
_BY_DIGEST: Mapping[str, frozenset[str]] = {
    "return": frozenset({"figures", "frozen", "sources"}),
    "return_file": frozenset({"body", "frozen", "findings"}),
    "return_template": frozenset({"body", "mapping"}),
    "score_file": frozenset({"body"}),
}


def noted_values(mapped: type[Base], values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the values of a row as the log may keep them: of one that is only noted, what is long by its digest."""
    if mapped.__tablename__ not in NOTED:
        return values
    long = _BY_DIGEST.get(mapped.__tablename__, frozenset())
    kept = {
        key: _digest(value) if key in long and value not in (None, "") else value
        for key, value in values.items()
    }
    return {**kept, MARK: True}


def noted_rows() -> ColumnElement[bool]:
    """Return the condition that a row of the log is only noted; one of a handed book is there whole and goes back."""
    row = func.coalesce(Change.after, Change.before)
    return Change.table_name.in_(NOTED) & (func.instr(row, _MARKED) > 0)


def steps_of_accounts() -> ColumnElement[bool]:
    """Return the condition that a row's step changed accounts: none of it goes back, or the book would want a file
    of accounts that is gone, or none where there is one.
    """
    return Change.step_id.in_(select(Change.step_id).where(Change.table_name == ACCOUNTS))


def _digest(value: str | bytes) -> dict[str, Any]:
    plain = value.encode() if isinstance(value, str) else value
    return {"bytes": len(plain), "sha256": hashlib.sha256(plain).hexdigest()}
