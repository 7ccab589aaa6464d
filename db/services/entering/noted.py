"""Which changes the log only notes: they were said to others or came in as they are, and are not taken back.

Bytes and frozen texts are noted by their size and SHA-256 only.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from db.records import Base, Return, ReturnFile, ReturnTemplate, ScoreFile, UnitList

# Units are not taken back (records rest on them), so the list they came from stays too.
# A return that left the office was said; only another revision answers it. A file stays as it came in.
NOTED = (UnitList, Return, ReturnFile, ReturnTemplate, ScoreFile)
_BY_DIGEST: Mapping[type[Base], frozenset[str]] = {
    Return: frozenset({"figures", "frozen", "sources"}),
    ReturnFile: frozenset({"body", "frozen", "findings"}),
    ReturnTemplate: frozenset({"body", "mapping"}),
    ScoreFile: frozenset({"body"}),
}


def noted_values(mapped: type[Base], values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the values of a row as the log may keep them: what is long by its digest."""
    long = _BY_DIGEST.get(mapped)
    if long is None:
        return values
    return {key: _digest(value) if key in long and value else value for key, value in values.items()}


def _digest(value: str | bytes) -> dict[str, Any]:
    plain = value.encode() if isinstance(value, str) else value
    return {"bytes": len(plain), "sha256": hashlib.sha256(plain).hexdigest()}
