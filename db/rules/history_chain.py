"""The chain of the log: each step's hash holds the one before, so that a cut or an edit shows in all that follow.

There is no secret in it: whoever computes the whole chain anew is not found out by it, but by an earlier backup, which
tells the last step and its hash.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any

# What the first step follows.
BEGINNING = "0" * 64


@dataclass(frozen=True)
class LoggedStep:
    """A step as the log holds it; `at` as the database writes a moment, `reverts` the step that it takes back."""

    id: int
    at: str
    who: str
    reverts: int | None


def chained(previous: str, step: LoggedStep, rows: Iterable[Sequence[Any]]) -> str:
    """Return the hash of a step that follows the hash `previous`.

    `rows` are its changes in their order, each: table, number of the row, JSON before, JSON after.
    """
    link = hashlib.sha256(previous.encode())
    link.update(_line([step.id, step.at, step.who, step.reverts]))
    for row in rows:
        link.update(_line(row))
    return link.hexdigest()


def _line(values: Sequence[Any]) -> bytes:
    """Return texts, numbers and none as a line of JSON; put together here, for an import has ten thousands of them."""
    return f"[{','.join(map(_written, values))}]\n".encode()


def _written(value: Any) -> str:
    if value is None:
        return "null"
    return encode_basestring(value) if isinstance(value, str) else str(value)
